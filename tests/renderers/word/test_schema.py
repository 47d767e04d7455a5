"""What only a schema or an office program can tell of a report, for every kind of period."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from renderers.figures import Evaluasi, Periode, Rekap
from renderers.photo.emblem import emblem
from renderers.rekap.rekap import compose
from renderers.report import Report
from renderers.word import office
from tests.renderers.rekap.drawn import drawn_and_printed, printer
from tests.renderers.rekap.every_text import changed, printed, rows, squeezed
from tests.renderers.rekaps import KOSONG, LEMBAR, REKAP, matriks, rekap

SOFFICE = office.program()
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed here")
TAHUN = tuple(date(2023, month, 1) for month in range(1, 13))


def over(jenis: str, sebutan: str, months: tuple[date, ...]) -> Rekap:
    return rekap(
        periode=Periode(jenis, sebutan, 2023, months, months),
        matriks=tuple(matriks(month, berita=(3, 2, 1, 0, 9)) for month in months),
        evaluasi=tuple(Evaluasi(month, 12 + month.month, month.month) for month in months),
    )


REPORTS = {
    "triwulan": REKAP,
    "semester": over("semester", "Semester II", TAHUN[6:]),
    "tahun": over("tahun", "Tahun", TAHUN),
    "kosong": KOSONG,
    "sulit": changed(REKAP, lambda text: f"<b>{text}</b> & {{{{ x }}}} “ü”"),
}


@cache
def drawn(which: str) -> Report:
    """One of the reports, printed once for both tests of it."""
    return drawn_and_printed() if which == "triwulan" else compose(REPORTS[which], LEMBAR, emblem(), printer(SOFFICE))


@pytest.mark.parametrize("which", REPORTS)
def test_the_schema_finds_nothing(tmp_path: Path, which: str) -> None:
    (tmp_path / "laporan.docx").write_bytes(drawn(which).docx)
    result = OpenXmlValidator().validate(tmp_path / "laporan.docx")
    assert [(fault.part_uri, fault.description) for fault in result.errors] == []


def test_the_schema_finds_nothing_in_a_report_whose_pages_word_fills(tmp_path: Path) -> None:
    (tmp_path / "laporan.docx").write_bytes(compose(REKAP, LEMBAR, emblem(), None).docx)
    assert list(OpenXmlValidator().validate(tmp_path / "laporan.docx").errors) == []


@needs_office
@pytest.mark.parametrize("which", REPORTS)
def test_every_cell_is_in_the_pdf(which: str) -> None:
    laporan = drawn(which)
    assert laporan.pdf is not None
    paper = printed(laporan.pdf)
    cells = {squeezed(cell) for row in rows(laporan.docx) for cell in row}
    assert sorted(cell for cell in cells if cell not in paper) == []
    assert len(cells) > (30 if which == "kosong" else 60)
