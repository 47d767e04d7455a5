"""The roll-up of a province is drawn in children of the workshop, as every report is."""

import io

import openpyxl

from bot.workshop import reports
from bot.workshop.wire import PICTURES, ROLLUP
from renderers.provinsi.papan import papan
from tests.provinsi import recap


def test_a_child_draws_what_the_renderer_draws() -> None:
    told = recap("1")
    assert reports.recap(told, PICTURES) == papan.draw(told)
    (book,) = reports.recap(told, ROLLUP)
    assert openpyxl.load_workbook(io.BytesIO(book)).sheetnames == [
        "Satker", "Angka", "Bulanan", "Matriks", "Platform", "Peringkat", "Pengikut", "Masalah", "Saran", "Lampiran",
        "Tautan",
    ]  # fmt: skip
