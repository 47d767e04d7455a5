"""What a roll-up counts: ranks with their ties, averages and shares rounded as people do, the same words said twice."""

from dataclasses import replace
from datetime import date
from time import tzset

import pytest

from renderers.kantor import Bulan, Nasional
from renderers.provinsi import hitung
from renderers.provinsi.hitung import Place, Told
from renderers.provinsi.kiriman import Kiriman
from renderers.provinsi.recap import LANGSUNG, Baris, RekapSatker

MONTHS = tuple(date(2022, n, 1) for n in (4, 5, 6))


def kiriman(*konten: int, **facts: object) -> Kiriman:
    months = tuple(Bulan(bulan, konten=n) for bulan, n in zip(MONTHS, konten, strict=True))
    one = Kiriman("KPU", 1, "2022-07-01T20:00:00+00:00", date(2022, 6, 30), Nasional("3501", "2022-TW2", months))
    return replace(one, **facts)  # type: ignore[arg-type]


def recap(**told: Kiriman | None) -> RekapSatker:
    rows = (Baris(f"35{n:02}", name, LANGSUNG if one else "", one) for n, (name, one) in enumerate(told.items()))
    return RekapSatker("KPU Provinsi", "TW", MONTHS[-1], "Asia/Jakarta", MONTHS, (), (), tuple(rows))


def konten(one: Kiriman) -> int:
    return hitung.total(one, "konten")


def test_offices_with_the_same_value_share_a_place_and_none_without_any_has_one() -> None:
    told = recap(A=kiriman(1, 1, 1), B=kiriman(3, 0, 0), C=kiriman(9, 0, 0), D=kiriman(0, 0, 0), E=None)
    assert hitung.ranked(told, konten) == [Place(1, "C", 9), Place(2, "A", 3), Place(2, "B", 3)]


def test_all_who_share_the_fifth_place_are_named() -> None:
    told = recap(**{name: kiriman(n, 0, 0) for name, n in zip("ABCDEFGH", (9, 8, 7, 6, 5, 5, 5, 4), strict=True)})
    assert [(one.tempat, one.nama) for one in hitung.top(told, konten)] == [
        (1, "A"), (2, "B"), (3, "C"), (4, "D"), (5, "E"), (5, "F"), (5, "G"),
    ]  # fmt: skip


def test_a_late_beginner_is_measured_by_the_months_it_reported() -> None:
    told = recap(Early=kiriman(4, 4, 5), Late=kiriman(0, 0, 9))
    assert hitung.ranked(told, lambda one: hitung.each_month(one, "konten")) == [
        Place(1, "Late", 9.0),
        Place(2, "Early", 4.3),
    ]


@pytest.mark.parametrize(
    ("part", "whole", "told"), [(1, 3, 33), (2, 3, 67), (1, 8, 13), (0, 5, 0), (5, 5, 100), (0, 0, None)]
)
def test_a_share_is_rounded_as_people_do(part: int, whole: int, told: int | None) -> None:
    assert hitung.percentage(part, whole) == told


def test_what_reads_alike_stands_once_with_the_offices_that_said_it() -> None:
    told = recap(
        A=kiriman(1, 1, 1, masalah=(("Kurang kamera", "Satu."), ("Sinyal", ""))),
        B=kiriman(1, 1, 1, masalah=(("kurang  kamera.", "Dua."),)),
        C=kiriman(1, 1, 1, masalah=(("KURANG KAMERA", "Satu."),), saran=("…",)),
    )
    assert hitung.masalah(told) == [
        Told("Kurang kamera", ("A", "B", "C"), ("Satu.", "Dua.")),
        Told("Sinyal", ("A",)),
    ]
    assert hitung.saran(told) == [Told("…", ("C",))]


def test_the_day_is_that_of_the_province() -> None:
    told = recap(A=kiriman(1, 1, 1))
    assert told.made_on(told.dihitung[0][1]) == date(2022, 7, 2)


def test_a_workbook_that_has_lost_its_zone_tells_of_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Jayapura")
    tzset()
    told = recap(A=kiriman(1, 1, 1, dibuat="2022-07-01T18:00:00"))
    day = told.made_on(told.dihitung[0][1])
    monkeypatch.undo()
    tzset()
    assert day == date(2022, 7, 2)
