"""Reads a whole message: its envelope off, its days and facts found, its events parted, the words of each given a
role."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from handlers.reading.dates.forms import How, Why
from handlers.reading.dates.roles import Role
from handlers.reading.dates.within import DaySpan, days_within
from handlers.reading.links import places
from handlers.reading.message import postings, tables
from handlers.reading.message.events.fields import SAME_PLACE, Told, reading
from handlers.reading.message.events.fixed import AHEAD, Found, fixed
from handlers.reading.message.events.forms import NAME, WHEN, blocks, heading
from handlers.reading.message.events.forms import runs as labelled_runs
from handlers.reading.message.events.look import Item, Look, start_of
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.roles import Run, runs
from handlers.reading.message.events.segments import Event, events, marks
from handlers.reading.message.events.when import Calendar, moved
from handlers.reading.message.events.words import words
from handlers.reading.message.form import Piece, labelled
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.parts import Kind, Reading
from handlers.reading.message.peel import Part, peel

_LAST = re.compile(r"\s(?:kemar[ei]n|kmrn|lalu|tadi|td)$", re.IGNORECASE)


@dataclass(frozen=True)
class _Message:
    """A message with blanks for its envelope, so that every letter keeps its place."""

    text: str
    parts: Sequence[Part]
    calendar: Calendar
    facts: Sequence[Found]
    pieces: Sequence[Piece]

    @property
    def free(self) -> str:
        """The letters without a label, with blanks for those of the labelled lines."""
        letters = list(self.text)
        for piece in self.pieces:
            begin, end = _begin(piece), piece.lines[-1].end if piece.lines else _begin(piece)
            letters[begin:end] = [c if c == "\n" else " " for c in letters[begin:end]]
        return "".join(letters)

    def written(self, at: int) -> date:
        """The day on which the part of the chat was written that has this letter."""
        return next((part.today for part in self.parts if part.start <= at < part.end), self.calendar.today)


def read(text: str, today: date, gazetteer: Gazetteer) -> tuple[Reading, ...]:
    """The records that a message tells of, in its order, at least one."""
    message, names = _message(text, today), Names(gazetteer)
    if rows := tables.rows(message.text):
        return tuple(_of_row(message, names, row) for row in rows)
    if any(piece.field in NAME for piece in message.pieces):
        return tuple(_of_form(message, names))
    free = message.free
    common, found = events(free, message.facts, [part.start for part in message.parts])
    first, *others = _placed(reading for one in found for reading in _event(message, free, names, one, common))
    above = Told(free, list(heading(list(_items(message, free, *common)))), names).joined(Kind.REST)
    return replace(first, rest=(above, *first.rest)) if above else first, *others


def _placed(found: Iterator[Reading]) -> Iterator[Reading]:
    """With the place of the event before, where it was "di tempat yang sama"."""
    place = ""
    for one in found:
        told = one.answers.get("tempat", "")
        if place and SAME_PLACE.fullmatch(told):
            yield replace(one, answers=one.answers | {"tempat": place})
        else:
            place = told or place
            yield one


def _message(text: str, today: date) -> _Message:
    parts = peel(text, today).parts
    bare = "".join(part.bare(text) for part in parts)
    days = [span for part in parts for span in moved(days_within(part.bare(text), part.today), part.start)]
    told = [Found(Kind.DAY, *place, _ahead(span)) for span in days if (place := _cut_out(bare, span))]
    listed = [one for one in marks(bare) if not any(s.start < one.end and one.start < s.end for s in days)]
    taken = [*((one.start, one.end) for one in days), *((one.start, one.end) for one in listed)]
    facts = sorted([*told, *listed, *fixed(bare, taken)], key=lambda one: one.start)
    pieces = [piece for part in parts for piece in labelled(part.bare(text), part.start).pieces if piece.field]
    return _Message(bare, parts, Calendar(bare, today, days), facts, pieces)


def _ahead(span: DaySpan) -> str:
    """What tells the roles that a day has not come, so that a clause may only speak of it."""
    return AHEAD if span.meaning.why in {Why.AHEAD, Why.WEEK} else ""


def _cut_out(text: str, span: DaySpan) -> tuple[int, int] | None:
    """The letters of a day that are no part of a name: of "Upacara 17 Agustus kemarin" only the last word."""
    if span.role is not Role.REPORT:
        return None
    if not span.kept or span.how is How.RELATIVE:
        return span.start, span.end
    last = _LAST.search(text, span.start, span.end)
    return last.span() if last else None


def _of_form(message: _Message, names: Names) -> Iterator[Reading]:
    """A record for each block of labelled lines; lines without a label belong to the block above them."""
    found, free = blocks(message.pieces), message.free
    starts = [0, *(_begin(block[0]) for block in found[1:]), len(free)]
    for block, start, end in zip(found, starts, starts[1:], strict=False):
        yield _reading(message, names, list(_block(message, free, names, block, (start, end))), (start, end), (0, 0))


def _block(message: _Message, free: str, names: Names, block: Sequence[Piece], place: tuple[int, int]) -> Iterator[Run]:
    """The roles of labelled lines, of the heading above them and of what else stands between and behind them."""
    first = _begin(block[0])
    yield from heading(list(_items(message, free, place[0], first)))
    yield from _labelled(message, block, names)
    yield from runs(list(_items(message, free, first, place[1])), names, -1, named=True)


def _of_row(message: _Message, names: Names, row: Sequence[Piece]) -> Reading:
    found = list(_labelled(message, row, names))
    return _reading(message, names, found, (_begin(row[0]), row[-1].lines[-1].end), (0, 0))


def _begin(piece: Piece) -> int:
    return piece.label.start if piece.label else piece.lines[0].start


def _event(message: _Message, free: str, names: Names, event: Event, common: tuple[int, int]) -> tuple[Reading, ...]:
    if konten := tuple(_konten(message, names, event, common)):
        return konten
    prefix = list(_items(message, free, *event.prefix)) if event.prefix else []
    found = [*prefix, *_items(message, free, event.start, event.end)]
    own = [piece for piece in message.pieces if event.start <= _begin(piece) < event.end]
    walked = runs(found, names, start_of(Look(found, names)))
    told = [*walked, *_labelled(message, own, names)]
    return (_reading(message, names, told, (event.start, event.end), common),)


def _konten(message: _Message, names: Names, event: Event, common: tuple[int, int]) -> Iterator[Reading]:
    """What was published, where that and no event is told; it inherits a day as an event does."""
    told = _unmarked(message, event)
    first = Look(list(_items(message, message.text, event.start, event.end)), names)
    event_told = first.head(start_of(first)) and not any(place.tautan for place in places(told))
    if not names.gazetteer.platforms:
        return
    written = message.written(event.end - 1)
    for one in postings.read(told, written, names.gazetteer):
        # A jenis may have the name of an event ("podcast 2"), but only konten are counted.
        if event_told and one.form == "konten":
            continue
        known = "tanggal" in one.answers or any(doubt.question == "tanggal" for doubt in one.doubts)
        answers, doubts = ({}, ()) if known else message.calendar.of(event.end, event.end, common, (), written)
        yield replace(
            one,
            answers=answers | one.answers,
            doubts=(*one.doubts, *doubts),
            signs=frozenset({Kind.LINK, Kind.PLATFORM}),
        )


def _unmarked(message: _Message, event: Event) -> str:
    marks = [f for f in message.facts if f.kind is Kind.MARK and event.start <= f.start < event.end]
    letters = list(message.text[event.start : event.end])
    for mark in marks:
        at = mark.start - event.start
        letters[at : mark.end - event.start] = " " * (mark.end - mark.start)
    return "".join(letters).strip()


def _labelled(message: _Message, pieces: Sequence[Piece], names: Names) -> Iterator[Run]:
    return labelled_runs(pieces, lambda start, end: list(_items(message, message.text, start, end)), names)


def _reading(
    message: _Message, names: Names, found: Sequence[Run], place: tuple[int, int], common: tuple[int, int]
) -> Reading:
    told = Told(message.text, found, names)
    used = {run.items[0].start for run in told.of(Kind.DAY) if run.items}
    labels = [line for piece in message.pieces if piece.field in WHEN for line in piece.lines]
    sure = {at for at in used if any(line.start <= at + 1 < line.end for line in labels)}
    one = reading(told, message.calendar.of(*place, common, sure or used, message.written(place[1] - 1)))
    return replace(one, signs=one.signs | {Kind.CUE}) if any(p.label for p in message.pieces) else one


def _items(message: _Message, text: str, start: int, end: int) -> Iterator[Item]:
    """The words and facts of [start, end), of those letters that `text` shows."""
    first = bisect_right(message.facts, start, key=lambda fact: fact.end)
    held = deque(takewhile(lambda fact: fact.start < end, message.facts[first:]))
    shown = deque(fact for fact in held if text[fact.start : fact.end].strip())
    for word in words(text, start, end):
        while held and held[0].end <= word.start:
            held.popleft()
        while shown and shown[0].start <= word.start:
            yield shown.popleft()
        if not held or held[0].start >= word.end:
            yield word
    yield from shown
