"""All records of a satker as a workbook: a sheet for each table, text that stays text, dates that can be sorted."""

import io
import re
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

LONGEST = 32767  # Excel's own limit of a cell
_A4, _LINE = 9, 15  # the code of the paper; points of a line
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TOP = {"valign": "top", "text_wrap": True}
# A spreadsheet program calculates a text that begins so once its cell is edited: it is marked as text for ever.
_ACTIVE = ("=", "+", "-", "@", "\t")


Line = tuple[str | int | float | None, ...]
"""A row of a sheet, with a value for each column."""


@dataclass(frozen=True)
class Column:
    """A column; `width`: in characters; `tanggal`: a text that is an ISO date becomes a date of the sheet."""

    nama: str
    width: float
    tanggal: bool = False


@dataclass(frozen=True)
class Table:
    """A sheet: its name, its columns, its rows."""

    nama: str
    columns: tuple[Column, ...]
    rows: tuple[Line, ...]


@dataclass(frozen=True)
class Ekspor:
    """A workbook: its title, the day it was made, its sheets; `cetak`: they are printed across, a page wide."""

    judul: str
    made_on: date
    tables: tuple[Table, ...]
    cetak: bool = False


def draw(ekspor: Ekspor) -> bytes:
    """The workbook as the bytes of an .xlsx file."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    made = datetime(*ekspor.made_on.timetuple()[:3])  # noqa: DTZ001 - a workbook knows no zone
    book.set_properties({"title": ekspor.judul, "author": "Bakohumas-bot", "created": made})
    looks = {
        "head": book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#7A0E16"}),
        "plain": book.add_format(_TOP),
        "text": book.add_format(_TOP | {"quote_prefix": True}),
        "tenths": book.add_format(_TOP | {"num_format": "0.0"}),
        "date": book.add_format(_TOP | {"num_format": "dd/mm/yyyy", "align": "left"}),
    }
    for table in ekspor.tables:
        _sheet(book, table, looks, cetak=ekspor.cetak)
    book.close()
    return out.getvalue()


def _sheet(book: Workbook, table: Table, looks: dict[str, Format], *, cetak: bool) -> None:
    sheet = book.add_worksheet(table.nama)
    if cetak:
        _printed(sheet)
    for n, column in enumerate(table.columns):
        sheet.set_column(n, n, column.width)
        sheet.write_string(0, n, column.nama, looks["head"])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    for number, row in enumerate(table.rows, 1):
        if cetak and (lines := _lines(table, row)) > 1:
            sheet.set_row(number, _LINE * lines)
        for n, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _write(sheet, (number, n), column, value, looks)


def _printed(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&Rhalaman &P dari &N")


def _lines(table: Table, row: Line) -> int:
    """About how many lines the longest text of a row takes: not every program makes a row as high by itself."""
    texts = ((str(value), column.width) for column, value in zip(table.columns, row, strict=True) if value)
    return max((sum(max(1, ceil(len(part) / wide)) for part in text.split("\n")) for text, wide in texts), default=1)


def _write(
    sheet: Worksheet, at: tuple[int, int], column: Column, value: str | float | None, looks: dict[str, Format]
) -> None:
    if isinstance(value, int | float):
        sheet.write_number(*at, value, looks["plain" if isinstance(value, int) else "tenths"])
    elif value and column.tanggal and _DAY.fullmatch(value):
        sheet.write_datetime(*at, date.fromisoformat(value), looks["date"])
    elif value:
        sheet.write_string(*at, value[:LONGEST], looks["text" if value.startswith(_ACTIVE) else "plain"])
