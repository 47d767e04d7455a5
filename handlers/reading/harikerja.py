"""Working days of an Indonesian office: Monday to Friday, without national holidays and cuti bersama."""

from datetime import date
from functools import cache

from holidays import country_holidays


def hari_kerja(day: date) -> bool:
    return day.weekday() < 5 and day not in _libur(day.year)  # noqa: PLR2004 - Monday to Friday


@cache
def _libur(year: int) -> frozenset[date]:
    # Days off that the government decrees (cuti bersama) are a category of their own there.
    return frozenset(country_holidays("ID", years=year, categories=("public", "government")))
