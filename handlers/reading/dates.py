"""Dates as people type them -> Tanggal, alone or out of a free line."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from handlers.chat.messages import Rejected
from handlers.reading.date_forms import Tanggal, bukan
from handlers.reading.date_patterns import SEPOTONG, UTUH, Baca
from renderers import indonesian

_TERDAHULU, _SETAHUN = date(2000, 1, 1), timedelta(days=366)


def tanggal(text: str, today: date) -> Tanggal:
    """The whole text is a date: a day, a range, or only a month."""
    words = " ".join(text.split()).strip(" .,;")
    for pattern, read in UTUH:
        if found := pattern.fullmatch(words):
            days = read(found, today)
            if not _TERDAHULU <= days.mulai <= days.selesai <= today + _SETAHUN:
                break
            return days
    raise bukan(text)


class Mendatang(Rejected):
    """A day that is still to come: asked about, and no part of the name; `rest` is the line without it."""

    def __init__(self, days: Tanggal, rest: str, span: tuple[int, int]) -> None:
        super().__init__(f"{indonesian.rentang(days.mulai, days.selesai)} belum tiba; mohon pastikan tanggalnya.")
        self.rest, self.span = rest, span


def find_tanggal(text: str, today: date) -> tuple[Tanggal | None, str]:
    """Take the day of a report out of a free line, and what remains of the line.

    Only days of the past year count: a free line also names laws and the coming election. Rejected where the
    line has a date that must be asked about, such as one of the coming year written in full.
    """
    ahead: Mendatang | None = None
    for found, read in _semua(text):
        if ahead and _bertumpuk(found, ahead.span):
            continue
        try:
            days = read(found, today)
        except Rejected:
            if _hanya_angka(found):
                continue
            raise
        if today - _SETAHUN <= days.mulai <= today:
            return days, _tanpa(text, found)
        if _berangka_tahun(found) and today < days.mulai <= today + _SETAHUN:
            ahead = ahead or Mendatang(days, _tanpa(text, found), found.span())
    if ahead:
        raise ahead
    return None, text.strip()


def _semua(text: str) -> Iterator[tuple[re.Match[str], Baca]]:
    for pattern, read in SEPOTONG:
        for found in pattern.finditer(text):
            yield found, read


def _bertumpuk(found: re.Match[str], span: tuple[int, int]) -> bool:
    """The end of "30 Juni s/d 2 Juli 2022" is no day of its own."""
    return found.start() < span[1] and found.end() > span[0]


def _berangka_tahun(found: re.Match[str]) -> bool:
    groups = found.groupdict()
    return bool(groups.get("year_a") or groups.get("year_b"))


def _hanya_angka(found: re.Match[str]) -> bool:
    """Tell "5/20", a ratio, from "31 April", a slip that must be asked about."""
    groups = found.groupdict()
    return (groups.get("month_a") or "").isdecimal() and not groups.get("weekday_a")


def _tanpa(text: str, found: re.Match[str]) -> str:
    rest = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip(' ')}"
    rest = re.sub(r"\(\s*\)", "", rest)
    rest = re.sub(r" (?=[\n,.;:])", "", re.sub(r"[ \t]+", " ", rest))
    return re.sub(r"([,;:])\s*[,;:]", r"\1", rest).strip(" \t\n,;:-–")
