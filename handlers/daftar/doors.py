"""Doors to pages of what is recorded: of a month, of a pekan, of a day, of what was searched for."""

from datetime import date

from handlers.chat.door import ANGGOTA, Door
from handlers.reading.dates.pekan import Pekan


class OfMonth(Door, code="db"):
    bulan: date
    page: int = 0


class OfDay(Door, code="dh"):
    hari: date
    page: int = 0


class OfPekan(Door, code="dp"):
    pekan: Pekan
    page: int = 0


class Mine(Door, code="dm", who=ANGGOTA):
    """One's own entries of [mulai, selesai]; `sebulan`: with those of which only the month is known."""

    mulai: date
    selesai: date
    sebulan: bool
    page: int = 0


class MyMonth(Door, code="dx", who=ANGGOTA):
    """One's own entries of a month as a workbook."""

    bulan: date


class Found(Door, code="q"):
    page: int
    words: str


class FoundByKept(Door, code="qk", who=ANGGOTA):
    """Searches for the kept words of a draft."""

    draft: int
