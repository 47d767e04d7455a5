"""Doors to texts that are ready to be forwarded in WhatsApp: of records, of some days, of a report."""

from datetime import date

from handlers.chat.door import PEMIMPIN, Door
from handlers.chat.messages import Button
from handlers.reading.dates.periods import Periode


class OfRecords(Door, code="wa"):
    """The records of these numbers, both included."""

    first: int
    last: int


class OfDays(Door, code="wh"):
    """All that was recorded of the days [mulai, selesai)."""

    mulai: date
    selesai: date


class OfReport(Door, code="wl", who=PEMIMPIN):
    """That a version of a report is made, with its figures."""

    periode: Periode
    versi: int


class Open(Door, code="buka"):
    """Somebody who has been silent for a day lets in what waits for them."""


def button(door: OfRecords | OfDays | OfReport) -> Button:
    return Button("Teks WA", door)
