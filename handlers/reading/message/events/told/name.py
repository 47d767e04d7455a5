"""Whether the words that stand where a name would are the name of an event, and what else in the message may be."""

from collections.abc import Iterator, Sequence

from handlers.reading.editor.case import begun
from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.look import Run
from handlers.reading.message.events.parting.vouched import EVENT, LEADS, NOTHING, POSTED, rank, vouched
from handlers.reading.message.events.told.told import LONGEST, Told
from handlers.reading.message.events.words import Word, cut
from handlers.reading.message.parts import Doubt, Kind
from handlers.reading.text import shortened

# How it was, which is no name: "rame betul".
_PRAISES = cues.DID | table(
    "betul sekali banget bgt kali nian pisan lancar sukses aman tertib kondusif antusias heboh keren mantap"
)
# Words of a clause of which fewer only say how it was: "warga antusias".
_CLAUSE = 3
_MOST, _LABEL = 3, 40
_ENDS = frozenset({Kind.MARK, Kind.DAY, Kind.HOUR, Kind.LINK})
_TELLING = frozenset({Kind.SUBJECT, Kind.REST})


def doubt(told: Told, name: str) -> Doubt | None:
    """The doubt about a name, where other words of the message may be it: for which nothing vouches, or, where
    it says neither where nor with whom, less than for another clause that begins with an event."""
    event = [word for run in told.of(Kind.EVENT) for word in run.words]
    vouches = rank(event, told.names)
    placed = vouches > NOTHING and any(run.inline for run in told.of(Kind.PLACE, Kind.PARTNER))
    slip = any(word.low in cues.SLIPS for word in event)
    if event and (all(word.low in _PRAISES for word in event) or _somebody(event)):
        return _asked(name, [told.words(run.items) for run in told.of(Kind.REST)])
    if not name or ((vouches == EVENT or placed) and not slip) or name.casefold() in told.names.gazetteer.sectors:
        return None
    ranked = [(rank(clause, told.names), text) for clause, text in _others(told)]
    others = sorted((one for one in ranked if vouches == NOTHING or one[0] == EVENT), key=lambda one: -one[0])
    if not others and not slip and (vouches or not _spoken(event)):
        return None
    return _asked(name, [text for _, text in others])


def _asked(name: str, others: Sequence[str]) -> Doubt:
    named = dict.fromkeys([begun(cut(text, LONGEST["nama"])[0]) for text in others[:_MOST]] + [name])
    return Doubt("nama", f"Apa nama kegiatannya? Terbaca “{name}”.", tuple((n, shortened(n, _LABEL)) for n in named))


def _others(told: Told) -> Iterator[tuple[list[Word], str]]:
    """The words and the text of each clause that may tell the event instead."""
    for runs in _clauses(told.runs):
        words = [word for run in runs for word in (*run.cue, *run.items) if isinstance(word, Word)]
        bare = [word for word in words if not word.is_sign and word.low not in LEADS]
        about = bool(words) and words[0].low in (cues.CUES.keys() | cues.ENDS) - LEADS
        aside = all(run.kind is not Kind.SUBJECT for run in runs) and rank(words, told.names) < EVENT
        if bare and not (about or aside) and (len(bare) >= _CLAUSE or (vouched(bare, told.names))):
            yield words, told.words([item for run in runs for item in (*run.cue, *run.items)])


def _clauses(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The runs between signs and facts that tell more than who and where, but for those of the name itself."""
    clause = list[Run]()
    for run in (*runs, Run(Kind.MARK)):
        ends = run.kind in _ENDS or (run.kind is Kind.SUBJECT and any(one.kind is Kind.EVENT for one in clause))
        if ends and any(one.kind in _TELLING for one in clause):
            yield clause
        clause = [] if run.kind in _ENDS else [run] if ends else [*clause, run]


def _somebody(event: Sequence[Word]) -> bool:
    """Whether the words only say who it was: "Pak Ketua", "Ketua dan anggota"."""
    who = cues.ACTORS | cues.TITLES
    return event[0].low in who and all(word.low in who | {"dan"} for word in event)


def _spoken(words: Sequence[Word]) -> bool:
    """Whether the words are talk, or tell of konten: who did it, and what is only said along the way."""
    return words[0].low in POSTED or any(word.low in cues.PRONOUNS | cues.PARTICLES | cues.SLIPS for word in words)
