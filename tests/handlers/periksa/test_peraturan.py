"""Before a report is made, regulations out of force are named, and rows of the list that nobody checked for long."""

from datetime import date, timedelta

import pytest

from handlers.periksa import peraturan
from renderers import indonesian
from storage.kantor.dasar import DasarHukum
from storage.nasional.dasar_hukum import regulations
from tests.handlers.periksa.ways import way

BATAS = date(2023, 12, 31)
ENDED = "tidak berlaku sejak 1 November 2023, diganti PKPU 22/2023, jadi tidak dicetak."
OLD = "Peraturan KPU Nomor 1 Tahun 2015"


def listed(kunci: str) -> DasarHukum:
    return DasarHukum(id=7, teks=regulations()[kunci].judul, nasional=kunci)


def free(teks: str) -> DasarHukum:
    return DasarHukum(id=8, teks=teks)


CASES: tuple[tuple[list[DasarHukum], list[tuple[str, str]]], ...] = (
    ([], []),
    ([listed("UU 14/2008"), free("Nota Kesepahaman")], []),
    ([listed("PKPU 1/2015")], [(f"PKPU 1/2015 {ENDED}", "ag:7")]),
    ([free(OLD)], [(f"PKPU 1/2015 {ENDED}", "ag:8")]),
    ([listed("PKPU 1/2015"), listed("PKPU 22/2023")], []),
    ([listed("PKPU 1/2015"), free("PKPU 22/2023")], []),
)


@pytest.mark.parametrize(("rows", "told"), CASES)
def test_a_legal_basis_out_of_force_is_named_with_the_door_to_mend_it(
    rows: list[DasarHukum], told: list[tuple[str, str]]
) -> None:
    assert [(gap.sentence, way(gap)) for gap in peraturan.rules(rows, {}, BATAS)] == told


def test_the_day_before_its_end_it_is_no_gap() -> None:
    assert peraturan.rules([listed("PKPU 1/2015")], {"Dasar pelaporan": (OLD,)}, date(2023, 10, 31)) == ()


def test_other_texts_that_cite_are_named_too() -> None:
    gaps = peraturan.rules([], {"Dasar pelaporan": (OLD,), "Pedoman pembentukan tim": ("", "Surat Ketua", OLD)}, BATAS)
    assert [(gap.sentence, way(gap)) for gap in gaps] == [
        (f"Dasar pelaporan menyebut PKPU 1/2015, yang {ENDED}", "at:laporan"),
        (f"Pedoman pembentukan tim menyebut PKPU 1/2015, yang {ENDED}", "at:laporan"),
    ]


def test_what_was_checked_more_than_a_year_before_the_cut_off_is_named() -> None:
    rows = [listed("UU 14/2008"), listed("PP 61/2010"), listed("PKPU 1/2015"), free("UU 7/2017")]
    checked = regulations()["UU 14/2008"].diperiksa
    when = indonesian.tanggal(checked)
    said = f"UU 14/2008 dan PP 61/2010 dalam daftar nasional terakhir diperiksa {when}; pastikan masih berlaku."
    year = checked + timedelta(days=365)
    on_the_day, later = (peraturan.rules(rows[:2], {}, day) for day in (year, year + timedelta(days=1)))
    assert (on_the_day, [(gap.sentence, way(gap)) for gap in later]) == ((), [(said, "at:dasar")])
    after = peraturan.rules(rows, {}, year + timedelta(days=90))
    assert [gap.sentence for gap in after] == [f"PKPU 1/2015 {ENDED}", said]
