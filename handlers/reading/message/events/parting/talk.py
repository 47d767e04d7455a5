"""Talk before a report, that no list knows word by word: clauses that tell of nothing, above one that begins with an
event."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found, items
from handlers.reading.message.events.look import Look
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.parting.start import start_of
from handlers.reading.message.events.parting.view import SKIPPED
from handlers.reading.message.events.parting.vouched import formed
from handlers.reading.message.events.vocabulary.heads import DONE
from handlers.reading.message.events.words import COMMA, STOP, Word
from handlers.reading.message.parts import Event, Kind
from handlers.reading.message.publishing import Publishing

# Words of a clause among which one tells of an event, where it tells of any.
_NEAR = 6
# Words of which more are no talk.
_MOST = 30
# Words of no list that may stand before the event in its own clause.
_UNKNOWN = 3
_PICTURES = "\u2600"
_EDGES = " ,:;."
_WITHIN = frozenset({COMMA, ":"})
_PARTS = frozenset({COMMA, ":", "!", "?", "…"})
_LEADS = (SKIPPED | cues.OPENERS | cues.ACTORS | cues.TITLES | cues.ATTENDED | cues.PRONOUNS) - cues.NEXT
_WITH = frozenset({"bersama", "dengan"})
_FACTS = frozenset({Kind.DAY, Kind.HOUR, Kind.MARK})


def untalked(
    text: str, facts: Sequence[Found], names: Names, found: Sequence[Event]
) -> tuple[list[str], Sequence[Event]]:
    """(the talk before the events, as it was written, the events without it)."""
    first, *others = found
    look = Look(list(items(facts, text, first.start, first.end)), names)
    at = first.end if others and _only_talks(look) else _behind_talk(look, first)
    said = " ".join(text[first.start : at].split()).strip(_EDGES)
    if not said or _posted(said, names):
        return [], found
    dated = any(fact.kind is Kind.DAY and first.start <= fact.start < at for fact in facts)
    above = (first.start, at) if dated and not any(first.above) else first.above
    kept = [replace(first, start=at, above=above)] if at < first.end else []
    return [said], [*kept, *others]


def _posted(said: str, names: Names) -> bool:
    """Whether it is told where something was published, or it begins with the name of such a place: "tiktok: …"."""
    words = Publishing.of(names.gazetteer.platforms)
    return words.parted(said)[1] != said or words.unlabelled(said) != said


def _behind_talk(look: Look, event: Event) -> int:
    """The letter with which the event begins behind clauses that only talk, where its name would begin before it."""
    spoken, start = False, start_of(look)
    for at, end in pairwise([0, *_ends(look), len(look.items)]):
        if (begun := _event(look, at, end)) >= 0:
            return look.items[begun].start if spoken and start < begun else event.start
        if not _idle(look, at, end) and not _headline(look, at, end):
            break
        spoken = spoken or any(look.word(n) for n in range(at, end))
    return event.start


def _headline(look: Look, at: int, end: int) -> bool:
    """Whether a line is only whose news stands below it: "HUMAS SETDA", "Divisi Hukum dan Pengawasan"."""
    line = look.items[at:end]
    told = [n for n in range(at, end) if look.word(n)]
    alone = len(line) > 1 and look.sign(end - 1) not in _WITHIN and all(isinstance(one, Word) for one in line)
    if any(map(look.word, range(at))) or not alone or not 0 < len(told) <= _NEAR:
        return False
    if look.low(told[0]) in cues.DIVISIONS:
        return all(look.low(n) in cues.MATTERS | look.names.gazetteer.own for n in told)
    if any(map(look.head, told)):
        return False
    of_unit = all(look.low(n) in cues.NEWS_OF | look.names.gazetteer.own for n in told)
    return of_unit or (not look.ours(at) and all(_loud(look, n) for n in told))


def _loud(look: Look, at: int) -> bool:
    """Whether a word is in capitals, and by its form no doing."""
    return (look.raw(at).isupper() or look.raw(at).isdigit()) and not formed(look.low(at))


def _only_talks(look: Look) -> bool:
    return all(_idle(look, at, end) for at, end in pairwise([0, *_ends(look), len(look.items)]))


def _ends(look: Look) -> Iterator[int]:
    """The places behind each sign that ends a clause."""
    return (at + 1 for at, item in enumerate(look.items[:-1]) if isinstance(item, Word) and _parts(look, at, item))


def _parts(look: Look, at: int, item: Word) -> bool:
    before = look.items[at - 1] if at else None
    dots = isinstance(before, Word) and before.raw == item.raw == STOP
    return item.is_sign and (dots or item.low == STOP or item.raw in _PARTS or item.raw > _PICTURES)


def _event(look: Look, at: int, end: int) -> int:
    """Where a clause tells of an event, at its beginning or behind a few words of no list; -1 where it does not."""
    begins, unknown = at, 0
    for n in range(at, end):
        if look.head(n):
            return begins
        if look.word(n) is None or look.low(n) in _LEADS or _along(look, n):
            continue
        begins, unknown = n + 1, unknown + 1
        if unknown > _UNKNOWN or not _stranger(look, n) or (n > at and look.raw(n)[0].isupper()):
            return -1
    return -1


def _along(look: Look, at: int) -> bool:
    """Whether a word says who came along: "saya sama tim", "bersama Pak Ketua"."""
    whom = cues.ACTORS | cues.TITLES
    return (look.low(at) in _WITH and look.low(at + 1) in whom) or look.low(at - 1) in cues.TITLES


def _stranger(look: Look, at: int) -> bool:
    """Whether a word is of no list, so that it may be one of any tongue."""
    low = look.low(at)
    known = look.cue(at) or low in cues.NEXT | cues.ENDS | cues.NOTHING | cues.REASONS | cues.LISTING
    return not known and not cues.deed(low) and not look.begun(at)


def _idle(look: Look, at: int, end: int) -> bool:
    """Whether a clause names no event, nobody and no place, and says of nothing that it was done."""
    found = [item.kind for item in look.items[at:end] if isinstance(item, Found)]
    told = [n for n in range(at, end) if look.word(n)]
    if not told or len(told) > _MOST:
        return not told and _FACTS.issuperset(found)
    first = next((n for n in told if look.low(n) not in SKIPPED | cues.OPENERS | cues.TITLES), end)
    acts = cues.deed(look.low(first)) or bool(DONE.fullmatch(look.low(first))) or look.low(first) in cues.ATTENDED
    titled = len(told) > 1 and all(look.raw(n)[0].isupper() for n in told)
    named = any(_names(look, n) for n in told) or any(look.head(n) for n in told[:_NEAR])
    return {Kind.DAY, Kind.MARK}.issuperset(found) and not (acts or titled or named)


def _names(look: Look, at: int) -> bool:
    """Whether a word begins to tell who, where or why."""
    low, capital = look.low(at), look.raw(at + 1)[:1].isupper()
    led = bool(look.cue(at)) or low in cues.ACTORS | cues.TITLES
    why = low in cues.REASONS or look.cue(at) is Kind.SUBJECT
    return why or look.begun(at) or low in cues.ROOMS or (led and capital)
