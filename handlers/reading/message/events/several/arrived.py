"""Who is said to have come, or to have asked us to come."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from handlers.reading.message.events import cues
from handlers.reading.message.events.look import Run
from handlers.reading.message.events.names import Institution, Names
from handlers.reading.message.events.vocabulary.heads import HEADS

VISITS = frozenset({"audiensi", "kunjungan", "silaturahmi"})
_NOBODY = cues.ENDS | cues.CUES.keys() | cues.ROOMS | cues.DID | HEADS | {"kerja", "balasan", "lapangan"}
# They begin a line that says upon what somebody came.
_FOLLOWING, _NEAR = frozenset({"dasar", "undangan", "memenuhi", "berdasarkan", "sesuai", "atas"}), 4


def arrived(runs: Iterable[Run], names: Names) -> Iterator[Institution]:
    """Of whom a clause says that they came: "Bawaslu datang", "sekwan datang mengantar berkas dari parpol"."""
    for words in (run.words for run in runs if run.items):
        people = 1 if len(words) > 1 and words[0].low in cues.PEOPLE_OF else 0
        one = names.begun(words, people, len(words)) if words else None
        if one and one.end < len(words) and words[one.end].low in cues.ARRIVED:
            yield one


def inviting(runs: Iterable[Run], names: Names) -> Iterator[Institution]:
    """Who asked us to come: "Dasar: Undangan Kejari"."""
    for words in (run.words for run in runs):
        asked = bool(words) and words[0].low in _FOLLOWING
        at = next((n + 1 for n, word in enumerate(words[:_NEAR]) if asked and word.low == "undangan"), len(words))
        if at < len(words) and (found := names.begun(words, at, len(words))):
            yield found


def visiting(runs: Iterable[Run], names: Names) -> Iterator[Institution]:
    """Who came whom no list has: "Kunjungan Dubes Z ke kantor"."""
    for run in (run.words for run in runs):
        behind = run[1:] if run and run[0].low in VISITS else []
        told = [*takewhile(lambda word: word.raw.istitle() and word.low not in _NOBODY, behind)]
        if told:
            yield names.named(told, 0, len(told))
