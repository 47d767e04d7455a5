"""The empty workbook: what may be chosen, what stays text, and sheets that are only read."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from renderers.excel import impor, impor_template
from renderers.excel.impor_template import HINT, ROWS, Field, Sheet, Templat

KOLOM = (
    Field("Nomor", 9, "Biarkan kosong."),
    Field("Jenis", 26, choices=("Infografik", "Repost")),
    Field("IG", 10, "Berapa?", digits=True),
    Field("Keterangan", 30, "k" * 300),
)
TEMPLAT = Templat("Templat KPU", ("1. Isi.", "2. Kirim."), (Sheet("Konten", KOLOM, (("", "Repost", "2", "Ya"),)),))


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(io.BytesIO(impor_template.draw(TEMPLAT)))


def test_the_sheets(book: Any) -> None:
    assert book.sheetnames == ["Petunjuk", "Konten", "Contoh"]
    assert [row[0].value for row in book["Petunjuk"].iter_rows()] == ["Templat KPU", None, "1. Isi.", "2. Kirim."]
    assert [[cell.value for cell in row] for row in book["Contoh"].iter_rows()] == [
        ["Lembar Konten", None, None, None],
        ["Nomor", "Jenis", "IG", "Keterangan"],
        [None, "Repost", "2", "Ya"],
    ]


def test_each_column_says_what_it_takes(book: Any) -> None:
    rules = {str(rule.sqref): rule for rule in book["Konten"].data_validations.dataValidation}
    assert set(rules) == {f"{letter}2:{letter}{ROWS + 1}" for letter in "ABCD"}
    assert (rules[f"B2:B{ROWS + 1}"].type, rules[f"B2:B{ROWS + 1}"].formula1) == ("list", '"Infografik,Repost"')
    number = rules[f"C2:C{ROWS + 1}"]
    assert (number.type, number.formula1, number.formula2) == ("whole", "0", "999")
    assert (number.promptTitle, number.prompt) == ("IG", "Berapa?")
    assert len(rules[f"D2:D{ROWS + 1}"].prompt) == HINT


def test_what_is_typed_stays_as_it_was_typed(book: Any) -> None:
    """A program would make a date of 7/6, and not everywhere the same one."""
    columns = book["Konten"].column_dimensions
    assert (columns["A"].number_format, columns["C"].number_format) == ("@", "General")


def test_it_is_read_as_a_workbook_without_records() -> None:
    sheets = {sheet.name: sheet for sheet in impor.read(impor_template.draw(TEMPLAT))}
    assert (sheets["Konten"].columns, sheets["Konten"].rows) == (("Nomor", "Jenis", "IG", "Keterangan"), ())
