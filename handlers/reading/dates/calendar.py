"""The calendar as people here type it: names in every spelling, and the past by default."""

import re
from datetime import date, timedelta
from functools import cache

from holidays import country_holidays
from rapidfuzz.distance import OSA

from handlers.reading.daerah.tables import MEANINGS
from renderers import indonesian


def is_workday(day: date) -> bool:
    return day.weekday() < 5 and day not in _holidays(day.year)  # noqa: PLR2004 - Monday to Friday


def is_holiday(day: date) -> bool:
    return day in _holidays(day.year)


def is_red(day: date) -> bool:
    """Whether calendars print it in red."""
    return day.weekday() == SUNDAY or is_holiday(day)


def workday_until(day: date) -> date:
    """The latest working day not after a day."""
    while not is_workday(day):
        day -= timedelta(days=1)
    return day


def workdays_before(day: date, n: int) -> date:
    """The day from which on `n` working days are left until a day, itself included."""
    for _ in range(n):
        day = workday_until(day - timedelta(days=1))
    return day


def workdays_between(since: date, until: date) -> int:
    """The number of working days after `since` until `until`, the latter included."""
    return sum(is_workday(since + timedelta(days=n)) for n in range(1, (until - since).days + 1))


@cache
def _holidays(year: int) -> frozenset[date]:
    # The library keeps the days off that the government decrees (cuti bersama) in a category of their own.
    return frozenset(country_holidays("ID", years=year, categories=("public", "government")))


_MONTHS = (
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
_WEEKDAYS = (
    r"senn?[ie]n|sen",
    r"s[ea]lasa|sel",
    r"rabu|rebb?o|rab",
    r"k[ae]mm?is|kam",
    r"jum['’‘`´]?at|jumaat|jum",  # phones write Jum’at with any of these apostrophes
    r"sa[bp]tu|sab",
    r"minggu|ahad|mgg|min",
)
MONTH, WEEKDAY = "|".join(_MONTHS), "|".join(_WEEKDAYS)
SUNDAY = 6
_COUNTED = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
NUMBERS = {word: n for n, word in enumerate(_COUNTED, 1)}
NUMBER = "|".join(NUMBERS)
_LONG_NAME = 7  # letters
_LONGEST_MONTH, _YEARS = 31, range(2000, 2100)
SPELLED = {indonesian.spelled_out(n).replace(" ", ""): n for n in (*range(100), *_YEARS)}
"""Numbers below a hundred and years in words, without blanks."""


def in_digits(told: str) -> int:
    """A number in digits, or in words that SPELLED knows, also of the languages beside Indonesian."""
    word = MEANINGS.get(told.casefold(), told)
    return int(word) if word.isdecimal() else SPELLED["".join(word.split()).casefold()]


def count(told: str) -> int:
    """A small number in digits or words, or the "se" of "sehari"."""
    word = told.casefold().strip()
    return 1 if word == "se" else NUMBERS.get(word) or int(word)


def spelled(numbers: range) -> str:
    """A pattern of these numbers in words, the longest first: "dua puluh satu" is no "dua"."""
    words = sorted((indonesian.spelled_out(n) for n in numbers), key=len, reverse=True)
    return "|".join(word.replace(" ", r"\s?") for word in words)


MONTH_NUMBER = spelled(range(1, len(_MONTHS) + 1))
DAY_IN_WORDS, YEAR_IN_WORDS = spelled(range(1, _LONGEST_MONTH + 1)), spelled(_YEARS)


def month_number(word: str) -> int:
    return int(word) if word.isdecimal() else _place(_MONTHS, word) + 1


def month_like(word: str) -> int | None:
    """The month whose name is a slip away."""
    allowed = 2 if len(word) >= _LONG_NAME else 1
    names = [*enumerate(indonesian.BULAN, 1), (2, "Pebruari"), (11, "Nopember")]
    apart, month = min((OSA.distance(word, name.casefold()), n) for n, name in names)
    return int(month) if 0 < apart <= allowed else None


def weekday_number(word: str) -> int:
    return _place(_WEEKDAYS, word)


def _place(spellings: tuple[str, ...], word: str) -> int:
    return next(n for n, pattern in enumerate(spellings) if re.fullmatch(pattern, word, re.IGNORECASE))


def latest(day: int, month: int | None, until: date) -> date:
    """The latest date not after `until` with this day of the month, and this month unless it is None; ValueError if
    eight years lack it."""
    return _search(day, month, until, -1)


def earliest(day: int, month: int | None, since: date) -> date:
    """The first date not before `since` with this day of the month, and this month unless it is None; ValueError if
    eight years lack it."""
    return _search(day, month, since, 1)


def _search(day: int, month: int | None, since: date, step: int) -> date:
    for count in range(12 * 8 + 1):  # 29 Februari may stay away for eight years, as around 2100
        index = since.year * 12 + since.month - 1 + step * count
        found = _possible(index // 12, index % 12 + 1, day)
        if found and month in {None, found.month} and (found - since).days * step >= 0:
            return found
    raise ValueError


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_after(day: date, n: int) -> date:
    """The first day of the month that is `n` months behind that of a day."""
    months = day.year * 12 + day.month - 1 + n
    return date(months // 12, months % 12 + 1, 1)


def year_number(figures: str) -> int:
    """A year in four figures, or in the last two of this century."""
    return int(figures) if len(figures) == len("2022") else 2000 + int(figures)


def month_end(day: date) -> date:
    return month_after(day, 1) - timedelta(days=1)


def latest_weekday(weekday: int, until: date) -> date:
    """The latest date not after `until` on this weekday (0 is Monday)."""
    return until - timedelta(days=(until.weekday() - weekday) % 7)


def nearest_weekday(weekday: int, day: date) -> date:
    return latest_weekday(weekday, day + timedelta(days=3))


ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima")
ORDINAL_OF = {word: n for n, word in enumerate(ORDINALS, 1)}
