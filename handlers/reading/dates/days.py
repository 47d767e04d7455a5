"""Dates as people type them -> Days, alone or out of a free line."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from handlers.chat.messages import Rejected
from handlers.reading.dates.forms import Days, not_a_date
from handlers.reading.dates.wordings import WHOLE, WITHIN, Reader
from renderers import indonesian

EARLIEST, _YEAR = date(2000, 1, 1), timedelta(days=366)


def read_days(text: str, today: date) -> Days:
    """The whole text is a date: a day, a range, or only a month."""
    words = " ".join(text.split()).strip(" .,;")
    for pattern, read in WHOLE:
        if found := pattern.fullmatch(words):
            days = read(found, today)
            if not EARLIEST <= days.mulai <= days.selesai <= today + _YEAR:
                break
            return days
    raise not_a_date(text)


class StillToCome(Rejected):
    """A day that is still to come: asked about, and no part of the name; `rest` is the line without it."""

    def __init__(self, days: Days, rest: str, span: tuple[int, int]) -> None:
        super().__init__(f"{indonesian.span(days.mulai, days.selesai)} belum tiba; mohon pastikan tanggalnya.")
        self.rest, self.span = rest, span


def find_days(text: str, today: date) -> tuple[Days | None, str]:
    """Take the day of a report out of a free line, and what remains of the line.

    Only days of the past year count: a free line also names laws and the coming election. Rejected where the
    line has a date that must be asked about, such as one of the coming year written in full.
    """
    ahead: StillToCome | None = None
    for found, read in _all(text):
        if ahead and _overlaps(found, ahead.span):
            continue
        try:
            days = read(found, today)
        except Rejected:
            if _only_digits(found):
                continue
            raise
        if today - _YEAR <= days.mulai <= today:
            return days, _without(text, found)
        if _has_year(found) and today < days.mulai <= today + _YEAR:
            ahead = ahead or StillToCome(days, _without(text, found), found.span())
    if ahead:
        raise ahead
    return None, text.strip()


def _all(text: str) -> Iterator[tuple[re.Match[str], Reader]]:
    for pattern, read in WITHIN:
        for found in pattern.finditer(text):
            yield found, read


def _overlaps(found: re.Match[str], span: tuple[int, int]) -> bool:
    """Whether a match only repeats a part of the range, as the end of "30 Juni s/d 2 Juli 2022" does."""
    return found.start() < span[1] and found.end() > span[0]


def _has_year(found: re.Match[str]) -> bool:
    groups = found.groupdict()
    return bool(groups.get("year_a") or groups.get("year_b"))


def _only_digits(found: re.Match[str]) -> bool:
    """Tell "5/20", a ratio, from "31 April", a slip that must be asked about."""
    groups = found.groupdict()
    return (groups.get("month_a") or "").isdecimal() and not groups.get("weekday_a")


def _without(text: str, found: re.Match[str]) -> str:
    rest = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip(' ')}"
    rest = re.sub(r"\(\s*\)", "", rest)
    rest = re.sub(r" (?=[\n,.;:])", "", re.sub(r"[ \t]+", " ", rest))
    return re.sub(r"([,;:])\s*[,;:]", r"\1", rest).strip(" \t\n,;:-–")
