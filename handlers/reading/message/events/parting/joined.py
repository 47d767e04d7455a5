"""Events that one sentence joins: "rapat di Bawaslu, sosialisasi di SMAN 1", "apel pagi, rapat staf, terima tamu"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import SENTENCE
from handlers.reading.message.events.parting.view import View
from handlers.reading.message.events.vocabulary.heads import PARTS, is_head
from handlers.reading.message.events.words import Word, words
from handlers.reading.message.parts import Kind

_JOINT = re.compile(r",\s*(?:(?:dan|lalu|serta)\s+)?|\s+dan\s+")
_WITH = frozenset({"di", "ke", "bersama", "dengan"})
# Words among which it is told who speaks.
_NEAR = 5
# Clauses of which each begins with an event and says what it was are that many events.
_SEVERAL = 3


def joined(view: View, first: int, stop: int, *, counted: bool = False) -> list[int]:
    """Where the events begin that the only sentence from `first` to `stop` joins; none where it tells one. `counted`:
    the heading says that there are several."""
    end = first + len(view.text[first:stop].rstrip(" .,;\n!"))
    if behind := SENTENCE.search(view.text, first, end):
        if view.begins(behind.end()) or view.by_somebody(behind.end()) or not view.by_somebody(first):
            return []
        end = behind.start()
    joints = [*_JOINT.finditer(view.text, first, end)]
    persons = list[int]()
    for found in joints:
        if view.by_somebody(found.end()) and _tells(view, persons[-1] if persons else first, found.start()):
            persons.append(found.start())
    ours = any(word.low in cues.WE | {"kami", "saya"} for word in words(view.text, first, end, most=_NEAR))
    if persons and (view.by_somebody(first) or (ours and view.begins(first))):
        return [first, *persons]  # "Ketua rapat di A, Sekretaris ke B"
    # Of the joints around a day the one behind it leads to the event.
    begun = {
        len(view.text[: view.past(found.end())].rstrip(" ,")): found.start()
        for found in joints
        if _begins(view, found.end())
    }
    cuts = [first, *begun.values()]
    if len(cuts) < 2 or not view.begins(first):  # noqa: PLR2004 - two events
        return []
    clauses = [words(view.text, a, b) for a, b in pairwise([*cuts, end])]
    told = [[word for word in clause if not word.is_sign] for clause in clauses]
    again = {clause[0].low for clause in told if clause} == {"rapat"}
    housed = all(_housed(view, clause) for clause in clauses)
    apart = counted or again or housed or all(view.has(a, b, Kind.HOUR) for a, b in pairwise([*cuts, end]))
    commas = [at for at in range(first, end) if view.text[at] == ","]
    # Each clause is one of the events, of two words or more.
    alone = len(cuts) >= _SEVERAL and [*cuts[1:]] == commas and all(len(clause) > 1 for clause in told)
    return cuts if apart or alone else []


def _tells(view: View, start: int, end: int) -> bool:
    """Whether somebody did something there: "Ketua" alone goes on behind "dan"."""
    return any(is_head(w.low) or w.low == "ke" or w.low in cues.INVITED for w in words(view.text, start, end))


def _begins(view: View, at: int) -> bool:
    head = next(iter(words(view.text, at, most=1)), None)
    return head is not None and head.low not in PARTS and view.begins(at) and head.low not in cues.OPENERS


def _housed(view: View, clause: Sequence[Word]) -> bool:
    """Whether a clause says where or with whom its event was."""
    return any(
        one.low in _WITH and (two.capital or two.low in cues.ROOMS or two.raw.casefold() in view.kinds)
        for one, two in pairwise(clause)
    )
