"""Followers and likes are read however they are written; what can be read in two ways is asked for."""

from datetime import date

import pytest

from handlers.atur.followers import read_lines
from handlers.chat.messages import Rejected
from storage.kantor.akun import Akun

HARI_INI, SATU_JUNI = date(2022, 6, 24), date(2022, 6, 1)
NAMA = "KPU Kota Probolinggo"
AKUN = [Akun(platform=p, nama=f"{NAMA} {p}") for p in ("IG", "Twitter", "FB", "TikTok")]
JDIH = Akun(platform="IG", nama="@jdih_kpu")
TYPED = (
    ("TikTok 586 pengikut, 1713 suka", "TikTok", HARI_INI, 586, 1713),
    ("tiktok: 586 followers 1.713 likes", "TikTok", HARI_INI, 586, 1713),
    ("tiktok pengikut 586, suka 1,713", "TikTok", HARI_INI, 586, 1713),
    ("TikTok suka 1713, pengikut 586", "TikTok", HARI_INI, 586, 1713),
    ("TikTok 1713 suka 586 pengikut", "TikTok", HARI_INI, 586, 1713),
    ("TikTok 586, 1713", "TikTok", HARI_INI, 586, 1713),
    ("TikTok 586 pengikut dan 1.713 tanda suka", "TikTok", HARI_INI, 586, 1713),
    ("586 pengikut TikTok", "TikTok", HARI_INI, 586, None),
    ("instagram 12,3rb pengikut", "IG", HARI_INI, 12300, None),
    ("IG 12.3k", "IG", HARI_INI, 12300, None),
    ("IG 12 ribu followers", "IG", HARI_INI, 12000, None),
    ("IG 12.345", "IG", HARI_INI, 12345, None),
    ("IG 2.345.", "IG", HARI_INI, 2345, None),
    ("IG 1.234.567", "IG", HARI_INI, 1_234_567, None),
    ("IG 1,2 jt", "IG", HARI_INI, 1_200_000, None),
    ("IG 999.999.999", "IG", HARI_INI, 999_999_999, None),
    ("IG 12k followers per 1 Juni", "IG", SATU_JUNI, 12000, None),
    ("per 1 Juni IG 2.345", "IG", SATU_JUNI, 2345, None),
    ("IG per 1 Juni 2022: 2.345 pengikut", "IG", SATU_JUNI, 2345, None),
    ("IG 100 per tanggal 30/6/2020", "IG", date(2020, 6, 30), 100, None),
    ("x 77", "Twitter", HARI_INI, 77, None),
    ("FB 900 suka per kemarin", "FB", date(2022, 6, 23), None, 900),
    ("FB 0", "FB", HARI_INI, 0, None),
    ("kpu kota probolinggo fb 900", "FB", HARI_INI, 900, None),
)
UNREAD = (
    "IG",
    "IG entah",
    "YouTube 5",
    "586 pengikut",
    "IG 5 per besok",
    "IG 5 per entah",
    "IG 5 per Mei",
    "IG 5 per 30 Juni",
    "IG 12 postingan",
    "IG 5 suka 6 suka",
    "IG 5 6 7",
    "IG 12,5",
    "IG 1.250rb",
    "IG 1.000.000.000",
    "IG 999999 juta",
    "IG suka",
    "IG kpu_lain 5",
    "per 1 Juni",
    "IG ٣",
)


@pytest.mark.parametrize(("typed", "platform", "day", "pengikut", "suka"), TYPED, ids=[row[0] for row in TYPED])
def test_what_is_typed(typed: str, platform: str, day: date, pengikut: int | None, suka: int | None) -> None:
    (told,) = read_lines(typed, AKUN, HARI_INI)
    assert (told.akun.platform, told.tanggal, told.pengikut, told.suka) == (platform, day, pengikut, suka)


@pytest.mark.parametrize("typed", UNREAD, ids=str)
def test_what_is_not_understood(typed: str) -> None:
    with pytest.raises(Rejected):
        read_lines(typed, AKUN, HARI_INI)


@pytest.mark.parametrize(
    ("typed", "akun"),
    [("jdih_kpu 5", JDIH), ("IG @jdih_kpu 5", JDIH), ("IG KPU Kota Probolinggo IG 5", AKUN[0]), ("FB 5", AKUN[2])],
)
def test_of_two_accounts_of_a_platform_the_name_says_which(typed: str, akun: Akun) -> None:
    assert [told.akun for told in read_lines(typed, [*AKUN, JDIH], HARI_INI)] == [akun]


def test_a_platform_with_two_accounts_is_asked_about() -> None:
    with pytest.raises(Rejected) as asked:
        read_lines("IG 5", [*AKUN, JDIH], HARI_INI)
    assert str(asked.value) == f"Ada 2 akun yang cocok: IG {NAMA} IG dan IG @jdih_kpu. Sebut juga namanya."


def test_one_name_on_many_platforms() -> None:
    same = [Akun(platform=p, nama=NAMA) for p in ("IG", "TikTok")]
    assert [told.akun for told in read_lines(f"TikTok {NAMA} 5", same, HARI_INI)] == [same[1]]
    with pytest.raises(Rejected):
        read_lines(f"{NAMA} 5", same, HARI_INI)


def test_numbers_in_a_name_are_no_numbers_of_followers() -> None:
    named = Akun(platform="IG", nama="kpu_3574")
    (told,) = read_lines("kpu_3574 2.345", [named], HARI_INI)
    assert (told.pengikut, told.suka) == (2345, None)
