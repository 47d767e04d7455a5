"""The calendar as people here type it: names in every spelling, and the past by default."""

import re
from datetime import date, timedelta
from functools import cache

from holidays import country_holidays


def hari_kerja(day: date) -> bool:
    return day.weekday() < 5 and day not in _libur(day.year)  # noqa: PLR2004 - Monday to Friday


@cache
def _libur(year: int) -> frozenset[date]:
    # Days off that the government decrees (cuti bersama) are a category of their own there.
    return frozenset(country_holidays("ID", years=year, categories=("public", "government")))


_BULAN = (
    r"jan(?:uari)?",
    r"[fp]eb(?:r?uari)?",
    r"mar(?:et)?|mrt",
    r"apr(?:il)?",
    r"mei|may",
    r"jun[ie]?",
    r"jul[iy]?",
    r"agu?st?(?:us)?|agt|agu|aug",
    r"sept?(?:ember)?",
    r"okt(?:ober)?|oct",
    r"no[pv](?:ember)?",
    r"des(?:ember)?|dec",
)
_HARI = (
    r"senin|sen",
    r"selasa|sel",
    r"rabu|rab",
    r"kamis|kam",
    r"jum['’‘`´]?at|jum",  # phones write Jum’at with whatever apostrophe they like
    r"sabtu|sab",
    r"minggu|ahad|mgg|min",
)
BULAN, HARI = "|".join(_BULAN), "|".join(_HARI)
MINGGU = 6
_ANGKA = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
BILANGAN = {word: n for n, word in enumerate(_ANGKA, 1)}


def nomor_bulan(word: str) -> int:
    return int(word) if word.isdecimal() else _letak(_BULAN, word) + 1


def nomor_hari(word: str) -> int:
    return _letak(_HARI, word)


def _letak(spellings: tuple[str, ...], word: str) -> int:
    return next(n for n, pattern in enumerate(spellings) if re.fullmatch(pattern, word, re.IGNORECASE))


def terakhir_kali(day: int, month: int | None, until: date) -> date:
    """The latest such day (of any month, if `month` is None) not after `until`; ValueError if there is none."""
    return _cari(day, month, until, -1)


def pertama_kali(day: int, month: int | None, since: date) -> date:
    """The first such day not before `since`; ValueError if there is none."""
    return _cari(day, month, since, 1)


def _cari(day: int, month: int | None, since: date, step: int) -> date:
    for count in range(12 * 8 + 1):  # 29 Februari may stay away for eight years, as around 2100
        index = since.year * 12 + since.month - 1 + step * count
        found = _mungkin(index // 12, index % 12 + 1, day)
        if found and month in {None, found.month} and (found - since).days * step >= 0:
            return found
    raise ValueError


def _mungkin(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def akhir_bulan(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def hari_terakhir(weekday: int, until: date) -> date:
    """The latest such weekday not after `until`."""
    return until - timedelta(days=(until.weekday() - weekday) % 7)


def hari_terdekat(weekday: int, day: date) -> date:
    return hari_terakhir(weekday, day + timedelta(days=3))
