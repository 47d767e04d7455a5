"""Tallies whose numbers are told in words, in every order and with everything that stands around them."""

from datetime import date
from itertools import product

import pytest

from handlers.reading.dates.forms import Days
from handlers.reading.links import PLATFORM_WORDS
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.read import read
from renderers import indonesian

TODAY = date(2024, 9, 26)
OFFICE = Gazetteer(platforms=PLATFORM_WORDS, bawaan=("IG", "FB", "Twitter"))
NUMBERS = range(1, 26)
ORDERS = ("{p} {n}", "{n} di {p}", "{p}: {n}", "{p} = {n} postingan", "di {p} {n}", "{p} sebanyak {n}")
JOINTS = (", ", " dan ", "\n")
PERIODS = {
    "": (),
    "bulan ini: ": (date(2024, 9, 1), date(2024, 9, 30)),
    "September: ": (date(2024, 9, 1), date(2024, 9, 30)),
    "bulan lalu ": (date(2024, 8, 1), date(2024, 8, 31)),
    "bulan ini yang tayang: ": (date(2024, 9, 1), date(2024, 9, 30)),
    "bulan ini sudah diposting ": (date(2024, 9, 1), date(2024, 9, 30)),
}
AROUND = (
    ("", ""),
    ("Syukur Alhamdulillah, ", "\nTerima kasih semua"),
    ("", ", makasih min"),
    ("izin lapor ", ". Suwun"),
)


def told(text: str) -> tuple[str, object, object, tuple[object, ...]]:
    (found,) = read(text, TODAY, OFFICE)
    days = Days.of(found.answers["tanggal"]) if "tanggal" in found.answers else None
    span = (days.mulai, days.selesai) if days else ()
    return found.form, found.answers.get("hitungan"), span, (*found.rest, *found.doubts)


@pytest.mark.parametrize(("order", "joint"), [*product(ORDERS, JOINTS)])
def test_a_number_in_words_counts_as_one_in_digits(order: str, joint: str) -> None:
    for n in NUMBERS:
        said = joint.join(order.format(p=p, n=indonesian.spelled_out(m)) for p, m in (("IG", n), ("tiktok", 26 - n)))
        assert told(said) == ("hitungan", {"IG": n, "TikTok": 26 - n}, (), ()), said


@pytest.mark.parametrize("period", PERIODS)
def test_a_tally_in_words_tells_its_month_whatever_stands_around_it(period: str) -> None:
    for (before, behind), order in product(AROUND, ORDERS[:3]):
        listed = ", ".join(order.format(p=p, n=n) for p, n in (("FB", "tujuh belas"), ("IG", "delapan"), ("YT", "dua")))
        said = f"{before}{period}{listed}{behind}"
        assert told(said) == ("hitungan", {"FB": 17, "IG": 8, "YouTube": 2}, PERIODS[period], ()), said


@pytest.mark.parametrize("end", ["bulan ini", "bulan ini ya min", "untuk bulan ini", "di bulan September"])
def test_the_month_of_a_tally_in_words_may_stand_behind_it(end: str) -> None:
    assert told(f"ig sebelas, fb sembilan, tiktok nol, {end}") == (
        "hitungan", {"IG": 11, "FB": 9}, PERIODS["September: "], ()
    )  # fmt: skip


@pytest.mark.parametrize("text", ["ig naik lagi, fb juga", "selusin di ig", "SMAN dua dan SMAN tujuh", "lima di aula"])
def test_words_that_are_no_numbers_of_platforms_are_no_tally(text: str) -> None:
    assert [one.form for one in read(text, TODAY, OFFICE) if one.form == "hitungan"] == []


MONTHS = {"bulan ini": 9, "bulan lalu": 8, "September": 9, "bulan Agustus": 8, "Agustus 2024": 8}
LISTED = {
    "foto berita 18, infografik 7": {"Foto Berita": 18, "Infografik": 7},
    "video 4, repost 2": {"Video lainnya": 4},
}


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize(
    "heading", ["jumlah konten {}", "total konten {}:", "rekap konten {},", "hitungan konten {} :"]
)
def test_the_month_in_the_heading_of_a_tally_is_its_month(heading: str, month: str) -> None:
    for listed, counted in LISTED.items():
        (one,) = read(f"{heading.format(month)} {listed}", TODAY, OFFICE)
        assert (one.form, Days.of(one.answers["tanggal"]).mulai, one.doubts) == (
            "hitungan", date(2024, MONTHS[month], 1), ()
        )  # fmt: skip
        assert counted.items() <= one.answers["hitungan"].items()


@pytest.mark.parametrize("heading", ["rekap postingan {} bulan Agustus:", "total konten {} Agustus:", "rekap {}:"])
@pytest.mark.parametrize(("named", "codes"), [("IG", ["IG"]), ("tiktok", ["TikTok"]), ("ig sareng fb", ["IG", "FB"])])
def test_the_platform_in_the_heading_of_a_tally_is_its_platform(heading: str, named: str, codes: list[str]) -> None:
    (one,) = read(f"{heading.format(named)} foto berita 3, meme 2", TODAY, OFFICE)
    assert one.answers["hitungan"] == {"Foto Berita": 3, "Meme Quote": 2}
    assert one.answers["platform"] == codes
