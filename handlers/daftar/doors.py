"""Doors to pages of what is recorded: of a month, of a pekan, of what was searched for."""

from datetime import date

from handlers.chat.door import ANGGOTA, Door
from handlers.reading.dates.pekan import Pekan


class OfMonth(Door, code="db"):
    bulan: date
    page: int = 0


class OfPekan(Door, code="dp"):
    pekan: Pekan
    page: int = 0


class Found(Door, code="q"):
    page: int
    words: str


class FoundByKept(Door, code="qk", who=ANGGOTA):
    """Searches for the kept words of a draft."""

    draft: int
