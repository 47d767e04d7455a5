"""The empty workbook for old records: sheets to be filled in, between one that explains and one with examples."""

import io
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

ROWS = 2000  # with hints and lists, ready for typing
HINT, HEADING = 255, 32  # characters that a spreadsheet program shows of a hint and of its heading


@dataclass(frozen=True)
class Field:
    """A column. `width`: in characters; `hint`: shown beside a cell; `choices`: the only words it takes, if any;
    `digits`: only numbers of 0 to 999 may be typed."""

    nama: str
    width: float
    hint: str = ""
    choices: tuple[str, ...] = ()
    digits: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet to be filled in, and rows that show how."""

    nama: str
    columns: tuple[Field, ...]
    examples: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Templat:
    """The workbook; `lines`: those of its first sheet, which explains."""

    judul: str
    lines: tuple[str, ...]
    sheets: tuple[Sheet, ...]


def draw(templat: Templat) -> bytes:
    """The workbook as the bytes of an .xlsx file."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": templat.judul, "author": "Bakohumas-bot"})
    looks = {
        "head": book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#7A0E16"}),
        # Text, so that no program turns 7/6 into the seventh of June here and the sixth of July there.
        "text": book.add_format({"num_format": "@", "valign": "top", "text_wrap": True}),
        "bold": book.add_format({"bold": True, "font_size": 14}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    _told(book.add_worksheet("Petunjuk"), templat, looks)
    for one in templat.sheets:
        _empty(book.add_worksheet(one.nama), one, looks)
    _examples(book.add_worksheet("Contoh"), templat, looks)
    book.close()
    return out.getvalue()


def _told(sheet: Worksheet, templat: Templat, looks: dict[str, Format]) -> None:
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, templat.judul, looks["bold"])
    for n, line in enumerate(templat.lines, 2):
        sheet.write_string(n, 0, line, looks["wrap"])


def _empty(sheet: Worksheet, one: Sheet, looks: dict[str, Format]) -> None:
    for n, column in enumerate(one.columns):
        sheet.set_column(n, n, column.width, None if column.digits else looks["text"])
        sheet.write_string(0, n, column.nama, looks["head"])
        sheet.data_validation(1, n, ROWS, n, _rule(column))
    sheet.freeze_panes(1, 0)


def _rule(column: Field) -> dict[str, object]:
    hint = {"input_title": column.nama[:HEADING], "input_message": column.hint[:HINT]} if column.hint else {}
    if column.choices:
        refused = {"error_title": "Belum sesuai", "error_message": "Pilih dari daftar."}
        return {"validate": "list", "source": list(column.choices), **hint, **refused}
    if column.digits:
        refused = {"error_title": "Belum sesuai", "error_message": "Tulis bilangan 0 sampai 999."}
        return {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 999, **hint, **refused}
    return {"validate": "any", **hint}


def _examples(sheet: Worksheet, templat: Templat, looks: dict[str, Format]) -> None:
    row = 0
    for one in templat.sheets:
        sheet.write_string(row, 0, f"Lembar {one.nama}", looks["bold"])
        for n, column in enumerate(one.columns):
            sheet.set_column(n, n, max(k.columns[n].width for k in templat.sheets if n < len(k.columns)))
            sheet.write_string(row + 1, n, column.nama, looks["head"])
        for at, cells in enumerate(one.examples, row + 2):
            for n, cell in enumerate(cells):
                sheet.write(at, n, cell or None, looks["wrap"])
        row += len(one.examples) + 3
