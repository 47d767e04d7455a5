"""The workbook of a report comes back to the province as the very same rows, or with one sentence."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from renderers.clean import clean
from renderers.excel import impor
from renderers.figures import Kegiatan, Masalah, Rekap, Surat, Tautan
from renderers.kantor import Bulan, Nasional
from renderers.provinsi import baca, kiriman, lembar
from renderers.received import Sheet
from renderers.rekap import rekap_xlsx
from tests.renderers.rekaps import JENIS, PLATFORM, rekap
from tests.workbook import typed_over

MADE = (2, "2023-10-03T02:12:05+00:00")
BARE = rekap(
    kegiatan=(Kegiatan("=1+1", date(2023, 7, 3), date(2023, 7, 5), "Aula", ("a.jpg", "b.jpg")),),
    tautan=(
        Tautan(
            date(2023, 7, 3), False, "Repost", "@judul  ganda", (("IG", "https://a.id/1"), ("FB", "https://a.id/2"))
        ),
        Tautan(date(2023, 7, 1), True, "Repost", "-", (("IG", "https://a.id/3"),)),
    ),
    masalah=(Masalah("Kurang kamera", "Satu kamera\nuntuk lima orang."), Masalah("= Sinyal")),
    saran=("+ Tambah kamera.", "Pelatihan."),
    surat=Surat("123/HM.02-SD/3574/2023", date(2023, 10, 4), lampiran="1 (satu) berkas"),
)


def national(told: Rekap) -> Nasional:
    """The figures that a report has in its tables, whose names are those of the country."""
    posted = tuple(
        (month.bulan, jenis, where, n)
        for month in told.matriks
        for jenis, line in zip(JENIS, month.angka, strict=True)
        for where, n in zip(PLATFORM, line, strict=True)
        if n
    )
    sums = {bulan: sum(n for of, *_, n in posted if of == bulan) for bulan in told.periode.bulan}
    months = tuple(Bulan(bulan, 3, 1, 40, n, 30) for bulan, n in sums.items())
    return Nasional("3574", "2023-TW3", months, posted, (("IG", "kpu_x", 4503),), 9, 7, 13, 2, "Pekan Kedua Juli 2023")


FULL = replace(BARE, nasional=national(BARE))
BOOK = rekap_xlsx.draw(FULL, MADE)


def sheets(data: bytes = BOOK) -> tuple[Sheet, ...]:
    return impor.read(data)


def test_both_ways_give_the_same() -> None:
    direct = kiriman.of(FULL, *MADE)
    assert baca.read(sheets()) == direct
    assert direct == kiriman.of(clean(FULL), *MADE)


def test_a_program_that_saves_it_anew_changes_nothing() -> None:
    assert baca.read(sheets(typed_over(BOOK, {}))) == kiriman.of(FULL, *MADE)


def test_what_stood_in_it_before_stays_as_it_is() -> None:
    old, new = (openpyxl.load_workbook(io.BytesIO(data)) for data in (rekap_xlsx.draw(FULL), BOOK))
    assert [*old.sheetnames, "Provinsi"] == new.sheetnames
    for name in old.sheetnames:
        assert list(old[name].values) == list(new[name].values)


def test_a_report_of_an_earlier_release_has_no_such_sheet() -> None:
    assert rekap_xlsx.draw(BARE, MADE) == rekap_xlsx.draw(BARE)


PLACES = [("Koordinasi", "F2"), ("Kegiatan", "D2"), ("Tautan", "E3"), ("Provinsi", "E4"), ("Provinsi", "C20")]


@pytest.mark.parametrize(("sheet", "cell"), PLACES)
def test_a_changed_cell_is_refused(sheet: str, cell: str) -> None:
    with pytest.raises(baca.Unfit) as told:
        baca.read(sheets(typed_over(BOOK, {f"{sheet}!{cell}": "lain"})))
    assert str(told.value) == baca.ALTERED


def _row_of(hal: str, bulan: str = "2023-07") -> int:
    book = openpyxl.load_workbook(io.BytesIO(BOOK))["Provinsi"]
    return next(n for n, row in enumerate(book.values, 1) if row[0] == hal and row[1] in (None, bulan))


REFUSED: dict[str, tuple[dict[str, str | int | date | None], str]] = {
    "a number of the matrix": ({"Matriks!C2": 999}, baca.WRONG_SUM.format("Matriks", 2)),
    "a sum of the matrix": ({"Matriks!H3": 999}, baca.WRONG_SUM.format("Matriks", 3)),
    "a number of the evaluation": ({"Evaluasi!B2": 999}, baca.WRONG_SUM.format("Evaluasi", 2)),
    "postingan of a month": (
        {f"Provinsi!E{_row_of('Postingan')}": 9},
        baca.WRONG_SUM.format("Provinsi", _row_of("Postingan")),
    ),
    "a sheet is missing": ({"Kegiatan!": ""}, baca.ALTERED),
    "a sheet has another name": ({"Kegiatan!": "Acara"}, baca.ALTERED),
    "the sum over all": ({f"Provinsi!E{_row_of('Pemeriksaan')}": "0" * 16}, baca.ALTERED),
    "a format to come": ({f"Provinsi!E{_row_of('Format')}": 2}, baca.OTHER_FORMAT.format(2)),
    "no format": ({f"Provinsi!E{_row_of('Format')}": "satu"}, baca.ALTERED),
    "without the sheet": ({"Provinsi!": ""}, baca.TOO_OLD),
}


@pytest.mark.parametrize("why", REFUSED)
def test_a_workbook_that_was_changed_is_refused_in_one_sentence(why: str) -> None:
    cells, said = REFUSED[why]
    with pytest.raises(baca.Unfit) as told:
        baca.read(sheets(typed_over(BOOK, cells)))
    assert str(told.value) == said


def test_another_workbook_is_none() -> None:
    with pytest.raises(baca.Unfit) as told:
        baca.read((Sheet("Kegiatan", ("Nomor",), ()),))
    assert str(told.value) == baca.NOT_OURS


def test_what_is_summed_right_but_makes_no_sense_is_refused() -> None:
    """Somebody who can make the sum over all anew may still write what no report says."""
    read = sheets()
    for hal in ("Versi", "Dibuat", "Data sampai", "Kegiatan", "Kode satker"):
        lines = next(one for one in read if one.name == "Provinsi")
        rows = tuple(replace(r, cells=(*r.cells[:4], "x")) if r.cells[0] == hal else r for r in lines.rows)
        rows = rows if hal != "Kode satker" else tuple(r for r in rows if r.cells[0] != hal)
        forged = tuple(replace(one, rows=rows) if one.name == "Provinsi" else one for one in read)
        found = baca.pemeriksaan(forged)
        rows = tuple(replace(r, cells=(*r.cells[:4], found)) if r.cells[0] == lembar.PEMERIKSAAN else r for r in rows)
        forged = tuple(replace(one, rows=rows) if one.name == "Provinsi" else one for one in read)
        with pytest.raises(baca.Unfit) as told:
            baca.read(forged)
        assert str(told.value) == baca.ALTERED
