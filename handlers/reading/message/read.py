"""Reads a whole message: its envelope off, its days and facts found, its events parted, the words of each given a
role."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from handlers.reading.dates.roles import Role
from handlers.reading.flat import closed, quieted
from handlers.reading.links import places
from handlers.reading.message import postings, tables
from handlers.reading.message.envelope.plans import without_plan
from handlers.reading.message.events.fixed import items
from handlers.reading.message.events.forms import blocks, heading, title
from handlers.reading.message.events.forms import runs as labelled_runs
from handlers.reading.message.events.look import Look, Run
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.parting.along import (
    at_one_place,
    placed,
    shared_day,
    telling,
    together,
    told_apart,
)
from handlers.reading.message.events.parting.start import start_of
from handlers.reading.message.events.parting.talk import untalked
from handlers.reading.message.events.pieces.listed import shared, with_listed
from handlers.reading.message.events.pieces.matters import NAME, WHEN, matters, surely_named
from handlers.reading.message.events.pieces.sector import sector, with_sectors
from handlers.reading.message.events.roles import runs
from handlers.reading.message.events.segments import events
from handlers.reading.message.events.told.fields import reading
from handlers.reading.message.events.told.told import Told
from handlers.reading.message.events.vocabulary.heads import SHOWN, STREAMED
from handlers.reading.message.events.vocabulary.listed import standard
from handlers.reading.message.form import Piece
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.labelled.konten import of_form
from handlers.reading.message.parts import Doubt, Event, Kind, Reading
from handlers.reading.message.publishing import Publishing
from handlers.reading.message.undated.silent import asked
from handlers.reading.message.undated.strange import undated
from handlers.reading.message.whole.message import Message, begin_of, end_of, whole

# The letters of a message in which words stand that may tell its day.
_BEGINNING = 160

# What others published and is only looked at: "kami bertiga ikut nobar … via YouTube".
_WATCHED = re.compile(
    r"\W*(?:[^.,;:\n]{0,60}?\b(?:kami|kita|pegawai|staf|jajaran|komisioner|anggota|ketua|sekretaris|kasubbag|tim)\s+(?:[^\W\d_]+\s+){0,3}?)?"
    r"(?:(?:ikut|mengikuti)\s+)?(?:nobar|(?:me)?nonton|(?:me)?nyimak|(?:me)?nyaksikan)\b",
    re.IGNORECASE,
)


def read(text: str, today: date, gazetteer: Gazetteer) -> tuple[Reading, ...]:
    """The records that a message tells of, in its order, at least one."""
    text, plan = without_plan(closed(standard(quieted(text))))
    message = whole(text, today, gazetteer)
    first, *others = asked(_records(message, gazetteer, text), message.calendar, message.written(len(text)))
    return replace(first, rest=(*first.rest, *message.back, *([plan] if plan else []))), *others


def _records(message: Message, gazetteer: Gazetteer, text: str) -> Sequence[Reading]:
    names = Names(gazetteer)
    if rows := tables.rows(message.text):
        first, *others = (_of_row(message, names, row) for row in rows)
        return replace(first, rest=(*_beside(message, names, rows), *first.rest)), *others
    if konten := tuple(of_form(message.text, message.free, message.pieces, message.calendar, gazetteer)):
        return konten
    pieces = with_sectors(message.pieces, message.text)
    pieces = with_listed(matters(pieces, message.items, names), message.text, message.items, names)
    message = replace(message, pieces=pieces)
    if any(piece.field in NAME for piece in message.pieces):
        return shared_day([*_of_form(message, names)], message.text)
    free = message.free
    begun = [part.start for part in message.parts if not part.goes_on(text)]
    beside, off, found = events(free, message.facts, begun, gazetteer.kinds)
    spoken, told = untalked(free, message.facts, names, found)
    said = (message.talk[0].start, message.talk[-1].end) if message.talk else (0, 0)
    each = (replace(one, above=one.above if any(one.above) else said) for one in told)
    found_in = [*placed(found for one in each for found in _event(message, names, one))]
    first, *others = shared_day(told_apart([*together(telling([*at_one_place(found_in, free)], names))]), free)
    idle = (*((free, *place) for place in beside), *((message.text, part.start, part.end) for part in message.talk))
    spoken += (" ".join(free[start:end].split()).strip(" ,;.-–•*") for start, end in off)
    above = (Told(message.text, [*title(items(message.facts, *one))], names).aside() for one in idle)
    readings = replace(first, rest=(*filter(None, above), *spoken, *first.rest)), *others
    if any(day.role is Role.REPORT for day in message.calendar.days):
        return readings
    return tuple(
        undated(
            readings,
            message.items(0, min(len(text), _BEGINNING)),
            names,
            message.written(len(text)),
            message.calendar.today,
        )
    )


def _of_form(message: Message, names: Names) -> Iterator[Reading]:
    """A record for each block of labelled lines; lines without a label belong to the block above them."""
    found = shared(blocks(message.pieces))
    starts = [0, *(begin_of(block[0]) for block in found[1:]), len(message.text)]
    for block, start, end in zip(found, starts, starts[1:], strict=False):
        yield _reading(message, names, list(_block(message, names, block, (start, end))), (start, end), (0, 0))


def _block(message: Message, names: Names, block: Sequence[Piece], place: tuple[int, int]) -> Iterator[Run]:
    """The roles of labelled lines, of the heading above them and of what else stands between and behind them."""
    first = begin_of(block[0])
    yield from heading(list(items(message.facts, message.free, place[0], first)), names)
    yield from _labelled(message, block, names)
    yield from runs(
        list(items(message.facts, message.free, first, place[1])), names, -1, named=True, placed=_placed_by(block)
    )


def _placed_by(pieces: Sequence[Piece]) -> bool:
    return any(piece.field == "tempat" for piece in pieces)


def _beside(message: Message, names: Names, rows: Sequence[Sequence[Piece]]) -> Iterator[str]:
    """What the words above a table and below it say."""
    for start, end in tables.beside(message.text, rows):
        said = Told(message.text, [*title(message.items(start, end))], names).aside()
        yield from filter(None, [said])


def _of_row(message: Message, names: Names, row: Sequence[Piece]) -> Reading:
    found = list(_labelled(message, row, names))
    return _reading(message, names, found, (begin_of(row[0]), end_of(row[-1])), (0, 0))


def _event(message: Message, names: Names, event: Event) -> tuple[Reading, ...]:
    at = _published_at(message, names, event)
    posted = [*_konten(message, names, replace(event, start=at[1], prefix=None), sure=True)] if at else []
    if at and posted:
        held, *_ = _event(message, names, replace(event, end=at[0]))
        return held, *(postings.of_event(one, str(held.answers.get("nama", ""))) for one in posted)
    if konten := tuple(_konten(message, names, event)):
        return konten
    if event.off:
        return (_called_off(message, event),)
    prefix = list(items(message.facts, message.free, *event.prefix)) if event.prefix else []
    found = [*prefix, *items(message.facts, message.free, event.start, event.end)]
    own = [piece for piece in message.pieces if event.start <= begin_of(piece) < event.end]
    walked = runs(found, names, start_of(Look(found, names)), placed=_placed_by(own))
    told = [*walked, *_labelled(message, own, names)]
    return (_reading(message, names, told, (event.start, event.end), event.above),)


def _called_off(message: Message, event: Event) -> Reading:
    """A record of which nothing is known: what was held instead is asked."""
    words = " ".join(message.text[event.start : event.end].split())
    return Reading("kegiatan", {}, (Doubt("nama", "Kegiatan itu batal. Apa yang dilaksanakan?"),), (words,))


def _konten(message: Message, names: Names, event: Event, *, sure: bool = False) -> Iterator[Reading]:
    """What was published, where that and no event is told; it inherits a day as an event does. `sure`: no event is."""
    told = _unmarked(message, event)
    first = Look(message.items(event.start, event.end), names)
    start, published = start_of(first), Publishing.of(names.gazetteer.platforms)
    low, alone = first.low(start), not message.free[: event.start].strip()
    shown = (low in SHOWN and published.shows(told)) or (low in STREAMED and alone and published.live(told))
    held = first.head(start) or bool(_WATCHED.match(told))
    event_told = not sure and held and not shown and not any(place.tautan for place in places(told))
    written = message.written(event.end)
    for one in postings.read(told, written, names.gazetteer):
        # A jenis may have the name of an event ("podcast 2"), but only konten are counted.
        if event_told and one.form == "konten":
            continue
        known = "tanggal" in one.answers or any(doubt.question == "tanggal" for doubt in one.doubts)
        answers, doubts = ({}, ()) if known else message.calendar.of(event.end, event.end, event.above, (), written)
        yield replace(
            one,
            answers=answers | one.answers,
            doubts=(*one.doubts, *doubts),
            signs=frozenset({Kind.LINK, Kind.PLATFORM}),
        )


def _published_at(message: Message, names: Names, event: Event) -> tuple[int, int] | None:
    """The letters between the words of an event and those that something was published, None where no such follow."""
    found = Publishing.of(names.gazetteer.platforms).follows.search(message.text, event.start, event.end)
    if found is None:
        return None
    look = Look(message.items(event.start, event.end), names)
    start = start_of(look)
    return found.span() if look.head(start) and not _itself(message, event, found, look.low(start)) else None


def _itself(message: Message, event: Event, found: re.Match[str], first: str) -> bool:
    """Whether it was published itself: what is made to be shown, and what has its link before those words."""
    linked = any(place.tautan for place in places(message.text[event.start : found.start()]))
    return not found["made"] and (first in SHOWN or linked)


def _unmarked(message: Message, event: Event) -> str:
    first, last = (bisect_left(message.facts, at, key=lambda fact: fact.start) for at in (event.start, event.end))
    marks = [fact for fact in message.facts[first:last] if fact.kind is Kind.MARK]
    letters = list(message.text[event.start : event.end])
    for mark in marks:
        at = mark.start - event.start
        letters[at : mark.end - event.start] = "\n" + " " * (mark.end - mark.start - 1)
    return "".join(letters).replace("*", " ").strip()


def _labelled(message: Message, pieces: Sequence[Piece], names: Names) -> Iterator[Run]:
    return labelled_runs(pieces, message.items, names)


def _reading(
    message: Message, names: Names, found: Sequence[Run], place: tuple[int, int], common: tuple[int, int]
) -> Reading:
    told = Told(message.text, found, names)
    used = {run.items[0].start for run in told.of(Kind.DAY) if run.items}
    labels = [line for piece in message.pieces if piece.field in WHEN for line in piece.lines]
    sure = {at for at in used if any(line.start <= at + 1 < line.end for line in labels)}
    day = message.calendar.of(*place, common, sure or used, message.written(place[1]))
    beside = message.calendar.beside(used, day)
    one = reading(told, day, beside, labelled=surely_named(message.pieces, message.text))
    if said := sector(message.pieces, place, message.text):
        one = replace(one, answers=one.answers | {"sektor": said})
    return replace(one, signs=one.signs | {Kind.CUE}) if any(p.label and p.lines for p in message.pieces) else one
