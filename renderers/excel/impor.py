"""A received workbook becomes plain rows of text, or one sentence why it cannot be read."""

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from renderers.excel import merged
from renderers.excel.strict import transitional
from renderers.received import Row, Sheet

# Bytes when unfolded: of all parts, and of the styles, each of which costs the library five hundred times its bytes.
MOST_BYTES, MOST_STYLES = 10 * 2**20, 2**20
ROWS, COLUMNS = 5000, 40
_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Unreadable(Exception):  # noqa: N818  (an outcome with a sentence, not a fault)
    """The message is the sentence for the person who sent the file."""


def read(data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a received .xlsx, at most ROWS rows each; raises Unreadable."""
    try:
        _guard(data)
        with warnings.catch_warnings():
            # The library warns about formats that it does not know; only the values matter here.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(transitional(data)), read_only=True, data_only=True)
            with closing(book):
                return _sheets(book.worksheets)
    except Unreadable:
        raise
    except Exception as error:  # the library may fail anywhere in a broken workbook
        raise Unreadable("Berkas ini tidak dapat dibaca. Kirim berkas .xlsx dari /ekspor.") from error


def _guard(data: bytes) -> None:
    """Refuses a file that unfolds into gigabytes, by its zip or by XML entities, before the library opens it."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            styles = sum(info.file_size for info in parts if "styles" in info.filename.casefold())
            if styles > MOST_STYLES or sum(info.file_size for info in parts) > MOST_BYTES:
                raise Unreadable("Berkas ini terlalu besar untuk diimpor.")
            if any(_ENTITIES.search(archive.read(info)) for info in parts):
                raise Unreadable("Berkas ini tidak dapat dibaca. Kirim berkas .xlsx dari /ekspor.")
    except BadZipFile as error:
        raise Unreadable("Berkas ini bukan berkas Excel (.xlsx).") from error


def _sheets(worksheets: Sequence[Any]) -> tuple[Sheet, ...]:
    if not worksheets:
        raise Unreadable("Berkas ini tidak memuat lembar. Simpan lagi sebagai Buku Kerja Excel (.xlsx).")
    return tuple(_sheet(sheet) for sheet in worksheets)


def _sheet(sheet: Any) -> Sheet:
    # Files often state a wrong size for their sheets.
    sheet.reset_dimensions()
    with sheet._get_source() as part:  # noqa: SLF001 - the library reads a sheet of any size without its merged cells
        rows = merged.filled(list(_rows(sheet)), part.read(), ROWS * COLUMNS, COLUMNS)
    first = rows[0].cells if rows and rows[0].number == 1 else ()
    return Sheet(sheet.title, first, tuple(row for row in rows if row.number > 1))


def _rows(sheet: Any) -> Iterator[Row]:
    for number, row in enumerate(sheet.iter_rows(max_col=COLUMNS), 1):
        if number > ROWS:
            raise Unreadable(f"Lembar {sheet.title} lebih dari {ROWS} baris. Bagi menjadi beberapa berkas.")
        cells = [_text(cell.value, cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield Row(number, tuple(cells))


def _text(value: object, cell: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        return f"{day:%Y-%m}" if _month_alone(cell.number_format) else day.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # Some programs write a line break within a cell as the escape of its first half.
    return str(unescape(str(value))).replace("\r\n", "\n").replace("\r", "").strip()


def _month_alone(number_format: str) -> bool:
    """Whether a cell shows only the month of its date."""
    shown = re.sub(r'\[[^\]]*\]|"[^"]*"|\\.', "", number_format).casefold()
    return "m" in shown and "y" in shown and "d" not in shown and "h" not in shown
