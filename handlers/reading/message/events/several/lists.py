"""Lists below a line that leaves open who is meant: "Hadir:", "Audiensi dengan"; one event, whatever they list."""

from collections.abc import Sequence

from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.look import Look, Run
from handlers.reading.message.events.several.rows import acronym
from handlers.reading.message.events.words import Word
from handlers.reading.message.parts import Kind

OPEN = frozenset({"dengan", "bersama"})


def asked(runs: Sequence[Run], sign: Word) -> bool:
    """Whether a colon stands behind an event of which only is said who was there: "Yang hadir dalam FGD:"."""
    if sign.raw != ":" or not runs or runs[-1].kind is not Kind.EVENT:
        return False
    event = next(run.words for run in runs if run.kind is Kind.EVENT)
    return bool(event) and event[0].low == "hadir"


def role(runs: Sequence[Run], look: Look, at: int) -> Kind | None:
    """The role of a line of a list that begins at `at`; None where it is no list of people."""
    marks = [run for run in runs[_behind(runs) :] if any(isinstance(item, Found) for item in run.items)]
    above = runs[_behind(runs) - 1] if _behind(runs) else None
    if not marks or above is None or look.head(at) or cues.deed(look.low(at)):
        return None
    if above.kind is Kind.EVENT:
        return Kind.PARTNER if above.words and above.words[-1].low in OPEN and _somebody(look, at) else None
    goes_on = above.kind in {Kind.PEOPLE, Kind.PARTNER} and not above.cue
    return above.kind if goes_on or (above.kind is Kind.PEOPLE and _somebody(look, at)) else None


def _behind(runs: Sequence[Run]) -> int:
    """Where the signs begin that end the runs."""
    return next((n + 1 for n in range(len(runs) - 1, -1, -1) if runs[n].kind is not Kind.MARK), 0)


def _somebody(look: Look, at: int) -> bool:
    word = look.word(at)
    known = word and (look.names.kind(word) or word.low in look.names.gazetteer.own | cues.PEOPLE_OF | cues.TITLES)
    return word is not None and bool(known or acronym(word))
