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
BILANGAN = {kata: n for n, kata in enumerate(_ANGKA, 1)}


def nomor_bulan(kata: str) -> int:
    return int(kata) if kata.isdecimal() else _letak(_BULAN, kata) + 1


def nomor_hari(kata: str) -> int:
    return _letak(_HARI, kata)


def _letak(ejaan: tuple[str, ...], kata: str) -> int:
    return next(n for n, pola in enumerate(ejaan) if re.fullmatch(pola, kata, re.IGNORECASE))


def terakhir_kali(tgl: int, bulan: int | None, sampai: date) -> date:
    """The latest such day (of any month, if `bulan` is None) not after `sampai`; ValueError if there is none."""
    return _cari(tgl, bulan, sampai, -1)


def pertama_kali(tgl: int, bulan: int | None, dari: date) -> date:
    """The first such day not before `dari`; ValueError if there is none."""
    return _cari(tgl, bulan, dari, 1)


def _cari(tgl: int, bulan: int | None, dari: date, arah: int) -> date:
    for langkah in range(12 * 8 + 1):  # 29 Februari may stay away for eight years, as around 2100
        ke = dari.year * 12 + dari.month - 1 + arah * langkah
        calon = _mungkin(ke // 12, ke % 12 + 1, tgl)
        if calon and bulan in {None, calon.month} and (calon - dari).days * arah >= 0:
            return calon
    raise ValueError


def _mungkin(tahun: int, bulan: int, tgl: int) -> date | None:
    try:
        return date(tahun, bulan, tgl)
    except ValueError:
        return None


def akhir_bulan(d: date) -> date:
    return (d.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def hari_terakhir(nomor: int, sampai: date) -> date:
    """The latest such weekday not after `sampai`."""
    return sampai - timedelta(days=(sampai.weekday() - nomor) % 7)


def hari_terdekat(nomor: int, d: date) -> date:
    return hari_terakhir(nomor, d + timedelta(days=3))
