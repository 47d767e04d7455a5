"""What stands between the commas of a labelled line, and between its facts."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.look import Item, Run
from handlers.reading.message.events.names import Institution
from handlers.reading.message.events.several.rows import JOINTS
from handlers.reading.message.events.words import COMMA, STOP, Word

_LISTS = frozenset({",", ";", "+", "|", "(", ")", STOP})
_REGION = frozenset({"kabupaten", "kab", "kota", "provinsi", "prov"})


def listed(run: Run) -> Iterator[list[Word]]:
    """The words between the commas of a list; a part of signs alone is none."""
    for stretch in stretches(run.items):
        found = list[list[Word]]()
        for joint, part in groupby(stretch, lambda word: word.low in _LISTS):
            words = [*part]
            if not joint and found and words[0].low in _REGION:
                found[-1] += words  # "Keuchik Gampong X, Kabupaten Y"
            elif (
                not joint
                and words[0].low not in cues.BY - {"dari"}
                and any(w.raw[0].isalnum() and w.low not in cues.NOTHING | {"ada"} for w in words)
            ):
                found.append(words)
        yield from found


def stretches(items: Iterable[Item]) -> Iterator[list[Word]]:
    found: list[Word] = []
    for item in items:
        if isinstance(item, Found):
            yield found
            found = []
        else:
            found.append(item)
    yield found


def itself(words: Sequence[Word], one: Institution, ends: Collection[int]) -> bool:
    """Whether an institution with a name stands in a list of its own: behind a joint, or where another `ends`."""
    joined = one.at in ends or words[one.at - 1].low in JOINTS or words[one.at - 1].raw in {COMMA, ":"}
    return joined and " " in one.nama


def absent(words: Sequence[Word], one: Institution) -> bool:
    """Whether the words tell of an institution that it did not come."""
    return one.end < len(words) and words[one.end].low in cues.ABSENT
