"""A name of a kegiatan in which a slip of the keys may be all that parts it from one that the office gave often."""

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from handlers.reading.message.events.vocabulary.heads import HEADS
from handlers.reading.message.gazetteer import Gazetteer
from renderers.indonesian import BULAN, HARI

# An office has given a name for good that it gave so many times.
OFTEN = 3
# Letters of the shortest word that may be a slip ("II" and "III" are two), and of the shortest that may have two.
_SHORT, _LONG = 4, 8
_CALENDAR = frozenset(word.casefold() for word in (*BULAN, *HARI))


def meant(name: str, gazetteer: Gazetteer) -> str:
    """The name that was meant instead; empty where none is so like it. A word that is one of its own is no slip for
    another, and what is written in figures must agree."""
    often = {known: _words(known) for known, times in gazetteer.told.items() if times >= OFTEN}
    written, own = _words(name), _own(gazetteer, often.values())
    if written in often.values():
        return ""
    alike = {known: slips for known, words in often.items() if (slips := _slips(written, words, own))}
    return min(alike, key=lambda known: (alike[known], -gazetteer.told[known]), default="")


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", name.casefold()))


def _own(gazetteer: Gazetteer, often: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Words that people write on purpose."""
    return HEADS | _CALENDAR | gazetteer.kinds.keys() | {word for words in often for word in words}


def _slips(written: tuple[str, ...], known: tuple[str, ...], own: frozenset[str]) -> int:
    """How many letters differ, 0 where a word is another one."""
    if "".join(written) == "".join(known):
        return 1
    if len(written) != len(known):
        return 0
    each = [_slip(a, b, own) for a, b in zip(written, known, strict=True) if a != b]
    return sum(each) if all(each) else 0


def _slip(written: str, known: str, own: frozenset[str]) -> int:
    """How many letters differ in a word, 0 where they are too many."""
    if min(len(written), len(known)) < _SHORT or written in own or any(c.isdigit() for c in written + known):
        return 0
    most = 2 if len(known) >= _LONG else 1
    distance = OSA.distance(written, known)
    return distance if distance <= most else 0
