"""Reads a whole message: its envelope off, its days and facts found, its events parted, the words of each given a
role."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from handlers.reading import guesses
from handlers.reading.dates.forms import How, Why
from handlers.reading.dates.roles import Role
from handlers.reading.dates.vague.spans import DaySpan
from handlers.reading.dates.within import days_within
from handlers.reading.flat import unmarked
from handlers.reading.links import places
from handlers.reading.message import postings, tables
from handlers.reading.message.envelope.corrections import corrected
from handlers.reading.message.events.fixed import AHEAD, Found, fixed, labelled_hours, marks
from handlers.reading.message.events.forms import NAME, WHEN, blocks, heading, matters, title
from handlers.reading.message.events.forms import runs as labelled_runs
from handlers.reading.message.events.look import Item, Look, Run, items
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.parting.along import placed, shared_day, together, told_apart
from handlers.reading.message.events.parting.start import start_of
from handlers.reading.message.events.parting.talk import untalked
from handlers.reading.message.events.roles import runs
from handlers.reading.message.events.segments import events
from handlers.reading.message.events.told.fields import reading
from handlers.reading.message.events.told.told import Told
from handlers.reading.message.events.vocabulary.heads import SHOWN
from handlers.reading.message.events.when import Calendar, come, cut_out, labelled_day, moved, unread
from handlers.reading.message.form import MARK, Piece, labelled
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.konten.labelled import where_shown
from handlers.reading.message.parts import Event, Kind, Reading
from handlers.reading.message.peel import Part, peel, talk
from handlers.reading.message.publishing import Publishing
from handlers.reading.message.undated.silent import asked
from handlers.reading.message.undated.strange import undated

# The fields of what was held, and those of what was published.
_HELD = frozenset({"tempat", "waktu", "peserta", "instansi"})
_PUBLISHED = frozenset({"platform", "tautan", "jenis", "tanggal"})
# The letters of a message in which words stand that may tell its day.
_BEGINNING = 160


@dataclass(frozen=True)
class _Message:
    """A message with blanks for its envelope, so that every letter keeps its place. `talk`: the parts of a chat that
    tell of nothing; `back`: words that were taken back."""

    text: str
    parts: Sequence[Part]
    talk: Sequence[Part]
    calendar: Calendar
    facts: Sequence[Found]
    pieces: Sequence[Piece]
    back: Sequence[str] = ()

    @property
    def free(self) -> str:
        """The letters without a label, with blanks for those of the labelled lines."""
        letters = list(self.text)
        labelled = [(self._marked(_begin(p)), p.lines[-1].end if p.lines else _begin(p)) for p in self.pieces]
        for begin, end in (*labelled, *((part.start, part.end) for part in self.talk)):
            letters[begin:end] = [c if c == "\n" else " " for c in letters[begin:end]]
        return "".join(letters)

    def items(self, start: int, end: int) -> list[Item]:
        return list(items(self.facts, self.text, start, end))

    def _marked(self, at: int) -> int:
        """Where the signs and the number before a label begin."""
        line = self.text.rfind("\n", 0, at) + 1
        return line if MARK.fullmatch(self.text, line, at) else at

    def written(self, end: int) -> date:
        """The day on which the part of the chat was written that has the last words before this letter."""
        at = len(self.text[:end].rstrip()) - 1
        return next((part.today for part in self.parts if part.start <= at < part.end), self.calendar.today)


def read(text: str, today: date, gazetteer: Gazetteer) -> tuple[Reading, ...]:
    """The records that a message tells of, in its order, at least one."""
    message = _message(text, today, gazetteer)
    first, *others = asked(_records(message, gazetteer, text), message.calendar, message.written(len(text)))
    return replace(first, rest=(*first.rest, *message.back)), *others


def _records(message: _Message, gazetteer: Gazetteer, text: str) -> Sequence[Reading]:
    names = Names(gazetteer)
    if rows := tables.rows(message.text):
        return tuple(_of_row(message, names, row) for row in rows)
    if konten := tuple(_of_konten(message, gazetteer)):
        return konten
    message = replace(message, pieces=matters(message.pieces, message.items, names))
    if any(piece.field in NAME for piece in message.pieces):
        return shared_day([*_of_form(message, names)], message.text)
    free = message.free
    begun = [part.start for part in message.parts if not part.goes_on(text)]
    beside, found = events(free, message.facts, begun, gazetteer.kinds)
    spoken, told = untalked(free, message.facts, names, found)
    said = (message.talk[0].start, message.talk[-1].end) if message.talk else (0, 0)
    each = (replace(one, above=one.above if any(one.above) else said) for one in told)
    first, *others = told_apart(
        [*together([*placed(found for one in each for found in _event(message, free, names, one))])]
    )
    idle = (*((free, *place) for place in beside), *((message.text, part.start, part.end) for part in message.talk))
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


def _message(text: str, today: date, gazetteer: Gazetteer) -> _Message:
    parts = peel(text, today).parts
    said, back = corrected("".join(part.bare(text) for part in parts), gazetteer.kinds)
    bare, own = unmarked(said), [(part, said[part.start : part.end]) for part in parts]
    pieces = [piece for part, told in own for piece in labelled(told, part.start).pieces if piece.field]
    when = [(_begin(piece), line.end) for piece in pieces if piece.field == "tanggal" for line in piece.lines]
    days = [
        labelled_day(come(span, today), when)
        for part, told in own
        for span in moved(days_within(told, part.today), part.start)
    ]
    if not any(start < day.end and day.start < end for day in days for start, end in when):
        lines = [line for piece in pieces if piece.field == "tanggal" for line in piece.lines]
        days = sorted([*days, *unread(bare, lines, today)], key=lambda day: day.start)
    dated = [Found(Kind.DAY, *place, _ahead(span)) for span in days if (place := cut_out(bare, span))]
    listed = [one for one in marks(bare) if not any(s.start < one.end and one.start < s.end for s in days)]
    taken = [(day.start, day.end) for day in days if day.how is not How.HINT]
    facts = [*dated, *listed, *fixed(bare, [*taken, *((one.start, one.end) for one in listed)])]
    hours = [hour for piece in pieces if piece.field == "waktu" for hour in labelled_hours(bare, piece.lines, facts)]
    facts = sorted([*facts, *hours], key=lambda one: one.start)
    return _Message(bare, parts, talk(text, parts), Calendar(bare, today, days), facts, pieces, back)


def _ahead(span: DaySpan) -> str:
    """What tells the roles that a day has not come, so that a clause may only speak of it."""
    return AHEAD if span.meaning.why in {Why.AHEAD, Why.WEEK} else ""


def _of_form(message: _Message, names: Names) -> Iterator[Reading]:
    """A record for each block of labelled lines; lines without a label belong to the block above them."""
    found, free = blocks(message.pieces), message.free
    starts = [0, *(_begin(block[0]) for block in found[1:]), len(free)]
    for block, start, end in zip(found, starts, starts[1:], strict=False):
        yield _reading(message, names, list(_block(message, free, names, block, (start, end))), (start, end), (0, 0))


def _of_konten(message: _Message, gazetteer: Gazetteer) -> Iterator[Reading]:
    """The konten of labelled lines, where they say that something was published rather than held."""
    pieces = [where_shown(piece, message.text, gazetteer) for piece in message.pieces]
    told = {piece.field: " ".join(line.of(message.text) for line in piece.lines) for piece in pieces}
    links = [place for place in places(message.text) if place.tautan]
    told |= {"tautan": message.text[links[0].start : links[-1].end]} if links and {*told} & {"judul"} else {}
    text = postings.as_posted(told)
    if not text or ("judul" not in told and not _HELD.isdisjoint(told)):
        return
    days = [span.start for span in message.calendar.days]
    day, doubts = message.calendar.of(0, len(message.text), (0, 0), days, message.calendar.today)
    jenis = guesses.jenis(told.get("jenis", ""), ())
    free = [line.strip() for line in message.free.splitlines() if any(c.isalnum() for c in line) and line not in text]
    rest = [*(words for field, words in told.items() if field not in _PUBLISHED and words not in text), *free]
    for one in postings.read(text, message.calendar.today, gazetteer):
        answers = one.answers | day | ({"jenis": jenis} if jenis else {})
        signs = frozenset({Kind.PLATFORM, Kind.CUE})
        yield Reading("konten", answers, (*one.doubts, *doubts), (*one.rest, *rest), signs)


def _block(message: _Message, free: str, names: Names, block: Sequence[Piece], place: tuple[int, int]) -> Iterator[Run]:
    """The roles of labelled lines, of the heading above them and of what else stands between and behind them."""
    first = _begin(block[0])
    yield from heading(list(items(message.facts, free, place[0], first)), names)
    yield from _labelled(message, block, names)
    yield from runs(list(items(message.facts, free, first, place[1])), names, -1, named=True, placed=_placed_by(block))


def _placed_by(pieces: Sequence[Piece]) -> bool:
    return any(piece.field == "tempat" for piece in pieces)


def _of_row(message: _Message, names: Names, row: Sequence[Piece]) -> Reading:
    found = list(_labelled(message, row, names))
    return _reading(message, names, found, (_begin(row[0]), row[-1].lines[-1].end), (0, 0))


def _begin(piece: Piece) -> int:
    return piece.label.start if piece.label else piece.lines[0].start


def _event(message: _Message, free: str, names: Names, event: Event) -> tuple[Reading, ...]:
    if at := _published_at(message, names, event):
        held, *_ = _event(message, free, names, replace(event, end=at[0]))
        posted = _konten(message, names, replace(event, start=at[1], prefix=None))
        return held, *(postings.of_event(one, str(held.answers.get("nama", ""))) for one in posted)
    if konten := tuple(_konten(message, names, event)):
        return konten
    prefix = list(items(message.facts, free, *event.prefix)) if event.prefix else []
    found = [*prefix, *items(message.facts, free, event.start, event.end)]
    own = [piece for piece in message.pieces if event.start <= _begin(piece) < event.end]
    walked = runs(found, names, start_of(Look(found, names)), placed=_placed_by(own))
    told = [*walked, *_labelled(message, own, names)]
    return (_reading(message, names, told, (event.start, event.end), event.above),)


def _konten(message: _Message, names: Names, event: Event) -> Iterator[Reading]:
    """What was published, where that and no event is told; it inherits a day as an event does."""
    told = _unmarked(message, event)
    first = Look(list(items(message.facts, message.text, event.start, event.end)), names)
    start, published = start_of(first), Publishing.of(names.gazetteer.platforms)
    shown = first.low(start) in SHOWN and published.shows(told)
    event_told = first.head(start) and not shown and not any(place.tautan for place in places(told))
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


def _published_at(message: _Message, names: Names, event: Event) -> tuple[int, int] | None:
    """The letters between the words of an event and those that something was published, None where no such follow."""
    look = Look(list(items(message.facts, message.text, event.start, event.end)), names)
    found = Publishing.of(names.gazetteer.platforms).follows.search(message.text, event.start, event.end)
    return found.span() if found and look.head(start_of(look)) else None


def _unmarked(message: _Message, event: Event) -> str:
    first, last = (bisect_left(message.facts, at, key=lambda fact: fact.start) for at in (event.start, event.end))
    marks = [fact for fact in message.facts[first:last] if fact.kind is Kind.MARK]
    letters = list(message.text[event.start : event.end])
    for mark in marks:
        at = mark.start - event.start
        letters[at : mark.end - event.start] = " " * (mark.end - mark.start)
    return "".join(letters).replace("*", " ").strip()


def _labelled(message: _Message, pieces: Sequence[Piece], names: Names) -> Iterator[Run]:
    return labelled_runs(pieces, message.items, names)


def _reading(
    message: _Message, names: Names, found: Sequence[Run], place: tuple[int, int], common: tuple[int, int]
) -> Reading:
    told = Told(message.text, found, names)
    used = {run.items[0].start for run in told.of(Kind.DAY) if run.items}
    labels = [line for piece in message.pieces if piece.field in WHEN for line in piece.lines]
    sure = {at for at in used if any(line.start <= at + 1 < line.end for line in labels)}
    day = message.calendar.of(*place, common, sure or used, message.written(place[1]))
    beside = message.calendar.beside(used, day)
    one = reading(told, day, beside, labelled=any(piece.field in NAME for piece in message.pieces))
    return replace(one, signs=one.signs | {Kind.CUE}) if any(p.label for p in message.pieces) else one
