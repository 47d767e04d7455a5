"""Lists below a line that leaves open who is meant: "Hadir:", "Audiensi dengan"; one event, whatever they list."""

from collections.abc import Iterable, Sequence

from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.look import Look, Run
from handlers.reading.message.events.several.rows import acronym
from handlers.reading.message.events.words import Word
from handlers.reading.message.parts import Kind

# Words that name somebody, of which more are a sentence.
_FEW = 6
OPEN = frozenset({"dengan", "bersama"})


def asked(runs: Sequence[Run], sign: Word) -> bool:
    """Whether a colon stands behind an event of which only is said who was there: "Yang hadir dalam FGD:"."""
    if sign.raw != ":" or not runs or runs[-1].kind is not Kind.EVENT:
        return False
    event = next(run.words for run in runs if run.kind is Kind.EVENT)
    return bool(event) and event[0].low == "hadir"


def goes_on(look: Look, runs: Sequence[Run], within: Kind | None) -> bool:
    """Whether the clause lists some of many: "media yang meliput: Radar, Kompas dan TVRI"."""
    told = runs[-1].words if within is Kind.SUBJECT else []
    groups = look.names.gazetteer.groups
    return any(word.raw == ":" for word in told) and any(word.low in groups for word in told)


def role(runs: Sequence[Run], look: Look, at: int) -> Kind | None:
    """The role of a line of a list that begins at `at`; None where it is no list of people."""
    marks = [run for run in runs[_behind(runs) :] if any(isinstance(item, Found) for item in run.items)]
    above = runs[_behind(runs) - 1] if _behind(runs) else None
    if not marks or above is None or _one_of(runs) or look.head(at) or cues.deed(look.low(at)):
        return None
    if above.kind is Kind.EVENT:
        return Kind.PARTNER if above.words and above.words[-1].low in OPEN and _somebody(look, at) else None
    goes_on = above.kind in {Kind.PEOPLE, Kind.PARTNER} and not above.cue
    return above.kind if goes_on or (above.kind is Kind.PEOPLE and _somebody(look, at)) else None


def whole(runs: Iterable[Run]) -> list[Run]:
    """The runs that say anything; a cue that nothing follows is one more of what was spoken of ("jadwal, personel"), or
    stands aside."""
    found = [run for run in runs if run.items or run.cue]
    told = [run for run in found if run.kind is not Kind.MARK]
    for before, run, after in zip([None, *told], told, [*told[1:], None], strict=False):
        listed = after is not None and after.kind is run.kind and not after.cue
        if before is not None and not run.items and not listed and _were_there(before, run):
            before.kind = Kind.PEOPLE
            continue
        spoken = before is not None and before.kind is Kind.SUBJECT
        if not run.items and not listed and (spoken or not _came(run)):
            run.kind = Kind.SUBJECT if spoken else Kind.REST
            run.items, run.cue = [*run.cue], []
    return found


def _were_there(before: Run, run: Run) -> bool:
    """Whether those came who stand before "hadir" in a clause of their own: "kasubbag hadir"."""
    hadir = bool(run.cue) and all(word.low == "hadir" for word in run.cue)
    hadir = hadir and bool(before.items) and run.cue[0].start - before.items[-1].end == 1
    return before.kind is Kind.SUBJECT and not before.cue and hadir and len(before.items) <= _FEW


def _came(run: Run) -> bool:
    """Whether the words of a cue say no more than that those came who stand before it: "60 siswa hadir"."""
    return all(word.is_sign or word.low in cues.CAME | cues.ATTENDED for word in run.cue)


def _one_of(runs: Sequence[Run]) -> bool:
    """Whether what stands above is no heading but a word of the list itself: "1) jadwal, 2) personel, 3) tim"."""
    at = _behind(runs) - 1
    leads = any(isinstance(one, Word) and one.raw == ":" for run in runs[at + 1 :] for one in run.items)
    marked = at > 0 and any(isinstance(one, Found) for one in runs[at - 1].items)
    return marked and not runs[at].items and not leads


def _behind(runs: Sequence[Run]) -> int:
    """Where the signs begin that end the runs."""
    return next((n + 1 for n in range(len(runs) - 1, -1, -1) if runs[n].kind is not Kind.MARK), 0)


def _somebody(look: Look, at: int) -> bool:
    word = look.word(at)
    known = word and (look.names.kind(word) or word.low in look.names.gazetteer.own | cues.PEOPLE_OF | cues.TITLES)
    return word is not None and bool(known or acronym(word))
