"""The rules that the office's own report teaches: each warns, none drops a row or refuses the report."""

from dataclasses import replace
from datetime import date

import pytest

from handlers import laporan, periksa
from handlers.periods import Periode
from renderers.figures import Rekap, Surat
from storage import satker
from storage.database import Database


@pytest.fixture
def rekap(sample_database: Database) -> Rekap:
    with sample_database.transaction() as session:
        (office,) = satker.every(session)
        return laporan.gather(session, office, Periode("triwulan", 2, 2022), date(2022, 6, 30))


def test_what_the_sample_quarter_is_warned_about(rekap: Rekap) -> None:
    assert periksa.warnings(rekap) == [
        "Tidak ada kegiatan koordinasi pada April 2022.",
        "Maret 2022: “Infografis hasil Pemutakhiran Data Pemilih bulan Februari 2022” tercatat 2 kali.",
        "3 informasi kepemiluan hanya diketahui bulannya.",
        "Maret 2022: 2 infografis dalam daftar, 1 dalam rekapitulasi.",
        "Repost selalu tepat 10 di setiap bulan; apakah itu perkiraan?",
    ]


def test_a_letter_without_number_or_before_the_cut_off(rekap: Rekap) -> None:
    blank, early = replace(rekap, surat=Surat()), replace(rekap, surat=Surat("1/X", date(2022, 6, 23)))
    assert list(periksa.letter(blank)) == ["Surat pengantar belum punya nomor dan tanggal; tempatnya dikosongkan."]
    assert list(periksa.letter(early)) == [
        "Surat bertanggal 23 Juni 2022, lebih dulu daripada batas data 30 Juni 2022."
    ]


def test_rows_after_the_cut_off(rekap: Rekap) -> None:
    assert list(periksa.after_the_cut_off(replace(rekap, batas=date(2022, 6, 23)))) == [
        "3 baris bertanggal sesudah batas data 23 Juni 2022."
    ]


def test_an_empty_quarter(rekap: Rekap) -> None:
    empty = replace(
        rekap, koordinasi=(), informasi=(), kolase=(), masalah=(), surat=Surat("1/X", rekap.batas), matriks=()
    )
    assert periksa.warnings(empty) == [
        "Tidak ada kegiatan koordinasi pada April 2022, Mei 2022 dan Juni 2022.",
        "Tidak ada kolase pada periode ini, karena tidak ada kegiatan berfoto.",
        "Belum ada masalah dan tantangan yang dicatat untuk periode ini.",
    ]
