"""Who is said to have come, right before the word that says so."""

from collections.abc import Iterable, Iterator

from handlers.reading.message.events import cues
from handlers.reading.message.events.look import Run
from handlers.reading.message.events.names import Institution, Names

_ARRIVED = frozenset({"datang", "hadir", "ikut", "merapat", "mampir"})


def arrived(runs: Iterable[Run], names: Names) -> Iterator[Institution]:
    """Of whom a clause says that they came: "Bawaslu datang", "sekwan datang mengantar berkas dari parpol"."""
    for words in (run.words for run in runs if run.items):
        people = 1 if len(words) > 1 and words[0].low in cues.PEOPLE_OF else 0
        one = names.begun(words, people, len(words)) if words else None
        if one and one.end < len(words) and words[one.end].low in _ARRIVED:
            yield one
