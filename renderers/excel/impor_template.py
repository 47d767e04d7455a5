"""The empty workbook for old records: two sheets to be filled, with lists to choose from, and two to be read."""

import io
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

# As many rows are ready for typing; a spreadsheet program keeps the looks of empty cells too.
ROWS = 2000
# What a spreadsheet program shows of a hint or its heading at most, and how long a list may be.
HINT, HEADING = 255, 32


@dataclass(frozen=True)
class Field:
    """A column: what may be chosen in it, and what is said where somebody types."""

    nama: str
    lebar: float
    petunjuk: str = ""
    pilihan: tuple[str, ...] = ()
    angka: bool = False


@dataclass(frozen=True)
class Sheet:
    nama: str
    kolom: tuple[Field, ...]
    contoh: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Templat:
    judul: str
    petunjuk: tuple[str, ...]
    lembar: tuple[Sheet, ...]


def draw(templat: Templat) -> bytes:
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
    for lembar in templat.lembar:
        _empty(book.add_worksheet(lembar.nama), lembar, looks)
    _examples(book.add_worksheet("Contoh"), templat, looks)
    book.close()
    return out.getvalue()


def _told(sheet: Worksheet, templat: Templat, looks: dict[str, Format]) -> None:
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, templat.judul, looks["bold"])
    for n, line in enumerate(templat.petunjuk, 2):
        sheet.write_string(n, 0, line, looks["wrap"])


def _empty(sheet: Worksheet, lembar: Sheet, looks: dict[str, Format]) -> None:
    for n, kolom in enumerate(lembar.kolom):
        sheet.set_column(n, n, kolom.lebar, None if kolom.angka else looks["text"])
        sheet.write_string(0, n, kolom.nama, looks["head"])
        sheet.data_validation(1, n, ROWS, n, _rule(kolom))
    sheet.freeze_panes(1, 0)


def _rule(kolom: Field) -> dict[str, object]:
    hint = {"input_title": kolom.nama[:HEADING], "input_message": kolom.petunjuk[:HINT]} if kolom.petunjuk else {}
    if kolom.pilihan:
        refused = {"error_title": "Belum sesuai", "error_message": "Pilih dari daftar."}
        return {"validate": "list", "source": list(kolom.pilihan), **hint, **refused}
    if kolom.angka:
        refused = {"error_title": "Belum sesuai", "error_message": "Tulis bilangan 0 sampai 999."}
        return {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 999, **hint, **refused}
    return {"validate": "any", **hint}


def _examples(sheet: Worksheet, templat: Templat, looks: dict[str, Format]) -> None:
    row = 0
    for lembar in templat.lembar:
        sheet.write_string(row, 0, f"Lembar {lembar.nama}", looks["bold"])
        for n, kolom in enumerate(lembar.kolom):
            sheet.set_column(n, n, max(k.kolom[n].lebar for k in templat.lembar if n < len(k.kolom)))
            sheet.write_string(row + 1, n, kolom.nama, looks["head"])
        for at, cells in enumerate(lembar.contoh, row + 2):
            for n, cell in enumerate(cells):
                sheet.write(at, n, cell or None, looks["wrap"])
        row += len(lembar.contoh) + 3
