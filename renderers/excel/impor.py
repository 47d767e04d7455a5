"""A received workbook becomes plain rows of text, or one sentence why it cannot be read."""

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

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
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return tuple(_sheet(sheet) for sheet in book.worksheets)
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


def _sheet(sheet: Any) -> Sheet:
    # Files often state a wrong size for their sheets.
    sheet.reset_dimensions()
    rows = list(_rows(sheet))
    first = rows[0].cells if rows and rows[0].number == 1 else ()
    return Sheet(sheet.title, first, tuple(row for row in rows if row.number > 1))


def _rows(sheet: Any) -> Iterator[Row]:
    for number, values in enumerate(sheet.iter_rows(max_col=COLUMNS, values_only=True), 1):
        if number > ROWS:
            raise Unreadable(f"Lembar {sheet.title} lebih dari {ROWS} baris. Bagi menjadi beberapa berkas.")
        cells = [_text(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield Row(number, tuple(cells))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").strip()
