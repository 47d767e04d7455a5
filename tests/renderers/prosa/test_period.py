"""The words for a period, from a single triwulan to a cumulative one that still runs."""

from dataclasses import replace
from datetime import date

import pytest

from renderers.figures import Periode
from renderers.prosa.period import month_list, month_range, period_words
from tests.renderers.rekaps import (
    JULI,
    SEPTEMBER,
    TRIWULAN,
)

SEMESTER = tuple(date(2023, m, 1) for m in range(7, 13))


def test_a_triwulan_that_stands_for_itself() -> None:
    words = period_words(TRIWULAN)
    assert (words.lengkap, words.judul, words.kumulatif) == (
        "Triwulan III Tahun 2023",
        "TRIWULAN III BULAN JULI s/d SEPTEMBER 2023",
        "",
    )
    assert words.rentang == words.rentang_tabel == "bulan Juli s/d September 2023"


def test_a_triwulan_with_cumulative_tables_says_so() -> None:
    words = period_words(replace(TRIWULAN, bulan_tabel=tuple(date(2023, m, 1) for m in range(1, 10))))
    assert words.rentang == "bulan Juli s/d September 2023"
    assert words.rentang_tabel == "bulan Januari s/d September 2023"
    assert words.kumulatif == "Data disajikan secara kumulatif, yaitu bulan Januari s/d September 2023."


@pytest.mark.parametrize(
    ("sejak", "batas", "told"),
    [
        (1, date(2023, 9, 30), "bulan Januari s/d September 2023"),
        (1, date(2023, 9, 29), "bulan Januari 2023 sampai dengan 29 September 2023"),
        (1, date(2023, 7, 5), "bulan Januari 2023 sampai dengan 5 Juli 2023"),
        (7, date(2023, 7, 5), "tanggal 1 sampai dengan 5 Juli 2023"),
        (7, date(2023, 7, 1), "tanggal 1 Juli 2023"),
    ],
)
def test_what_has_been_counted_of_a_period(sejak: int, batas: date, told: str) -> None:
    periode = replace(TRIWULAN, bulan_tabel=tuple(date(2023, m, 1) for m in range(sejak, 10)))
    words = period_words(periode, batas)
    assert words.sampai == told
    assert words.kumulatif == (f"Data disajikan secara kumulatif, yaitu {told}." if sejak == 1 else "")


@pytest.mark.parametrize(
    ("periode", "sebutan", "lengkap", "judul"),
    [
        (
            Periode("semester", "Semester II", 2023, SEMESTER, SEMESTER),
            "Semester II",
            "Semester II Tahun 2023",
            "SEMESTER II BULAN JULI s/d DESEMBER 2023",
        ),
        (
            Periode("tahun", "Tahun", 2023, SEMESTER, SEMESTER),
            "Tahun 2023",
            "Tahun 2023",
            "TAHUN 2023\nBULAN JULI s/d DESEMBER 2023",
        ),
        (
            Periode("tahun", "Tahun 2023", 2023, SEMESTER, SEMESTER),
            "Tahun 2023",
            "Tahun 2023",
            "TAHUN 2023\nBULAN JULI s/d DESEMBER 2023",
        ),
    ],
)
def test_the_words_of_other_periods(periode: Periode, sebutan: str, lengkap: str, judul: str) -> None:
    words = period_words(periode)
    assert (words.sebutan, words.lengkap, words.judul) == (sebutan, lengkap, judul)


def test_ranges_and_lists_of_months() -> None:
    assert month_range((JULI,)) == "bulan Juli 2023"
    assert month_range((date(2022, 12, 1), JULI)) == "bulan Desember 2022 s/d Juli 2023"
    assert month_list((JULI, SEPTEMBER)) == "Juli dan September 2023"
    assert month_list((date(2022, 12, 1), JULI)) == "Desember 2022 dan Juli 2023"
