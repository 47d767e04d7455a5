"""Facts that are known by their own shape, wherever they stand: hours, head counts, addresses, numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handlers.reading.dates.calendar import NUMBERS
from handlers.reading.dates.hours import hours_within
from handlers.reading.links import places
from handlers.reading.message.events.cues import UNITS
from handlers.reading.message.parts import Kind

_ABOUT = (
    r"(?:(?:sebanyak|sejumlah|berjumlah|total|kurang\s+lebih|lebih\s+kurang|sekitar|kira-kira|kisaran|±|\+/-)\s*){0,3}"
)
_SAID = "|".join(NUMBERS)
_NUMBER = (
    r"(?:(?:\d{1,3}(?:[.]\d{3})+|\d{1,4})(?:-?an)?"
    rf"|(?:se)?(?:{_SAID})(?:\s+(?:belas|puluh|ratus)(?:\s+(?:{_SAID}))?)?)"
)
_OF_WHOM = r"(?:(?:mhs|mahasiswa|siswa|pelajar|santri|pegawai|guru|warga|kader)\s+)?"
_COUNT = re.compile(
    rf"(?<![\w./#-])(?<!jam )(?<!pukul ){_OF_WHOM}{_ABOUT}{_NUMBER}\s*(?:\((?:[^()\n]{{1,20}})\)\s*)?{UNITS}"
    rf"(?!\w|[ \t]+\d|[ \t]*/)(?:\s+dari\s+{_NUMBER}\s+yang\s+diundang)?",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w+])(?:\+?62|0)8\d(?:[\s-]?\d){6,11}(?!\d)")


AHEAD = "ahead"


@dataclass(frozen=True)
class Found:
    """A fact at [start, end); `value`: an hour as "09.00" or "09.00–11.00", AHEAD of a day that has not come."""

    kind: Kind
    start: int
    end: int
    value: str = ""


def fixed(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Found]:
    """All such facts of a text outside what is `taken`, in order, none over another; the surest kind goes first."""
    held, found = bytearray(len(text)), list[Found]()
    for start, end in taken:
        held[start:end] = b"1" * (end - start)
    for one in (*_links(text), *_counts(text), *_hours(text)):
        if not any(held[one.start : one.end]):
            held[one.start : one.end] = b"1" * (one.end - one.start)
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _links(text: str) -> Iterator[Found]:
    for place in places(text):
        yield Found(Kind.LINK, place.start, place.end)
    for match in _PHONE.finditer(text):
        yield Found(Kind.LINK, match.start(), match.end())


def _counts(text: str) -> Iterator[Found]:
    for match in _COUNT.finditer(text):
        yield Found(Kind.PEOPLE, match.start(), match.end())


def _hours(text: str) -> Iterator[Found]:
    return (Found(Kind.HOUR, one.start, one.end, one.value) for one in hours_within(text))
