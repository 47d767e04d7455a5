"""Newspapers and stations by the words that their names begin or end with: "Kabar Y", "Y Post"."""

from collections.abc import Sequence

from handlers.reading.editor.tables import table
from handlers.reading.message.events.cues import ACTORS, CUES, ENDS, ROOMS
from handlers.reading.message.events.vocabulary.heads import HEADS
from handlers.reading.message.events.words import Word

_FIRST = table("kabar harian koran tabloid majalah warta")
_LAST = table("post pos ekspres express ekspress news times fm tv")
_NO_NAME = table("duka baik gembira bahagia terkini terbaru pemilu pilkada desa kita ini")

_SURE = table("post ekspres express ekspress news")


def press(run: Sequence[Word], at: int, end: int) -> int:
    """Where the name of a newspaper or a station ends that begins at this word; `at` where none does."""
    sure = at + 1 < end and run[at + 1].low in _SURE and run[at].raw.isalpha()
    if at + 1 >= end or not (sure or (run[at].capital and run[at + 1].capital)):
        return at
    first, last = run[at].low, run[at + 1].low
    named = first in _FIRST and last not in _NO_NAME | HEADS
    if named:
        return at + 2 + (at + 2 < end and run[at].capital and _goes_on(run[at + 2]))
    return at + 2 if last in _LAST and first not in ROOMS | ACTORS | HEADS else at


def _goes_on(word: Word) -> bool:
    """Whether the name has a third word: "Harian Suara Y"."""
    return word.raw.istitle() and not word.is_sign and word.low not in ENDS | CUES.keys() | HEADS
