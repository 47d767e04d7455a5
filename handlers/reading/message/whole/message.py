"""A whole message made ready: its envelope and slips blanked, its days and facts found, its labels read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from handlers.reading.dates.forms import How, Why
from handlers.reading.dates.vague.spans import DaySpan
from handlers.reading.dates.within import days_within
from handlers.reading.flat import unmarked
from handlers.reading.message.envelope.corrections import corrected
from handlers.reading.message.events.fixed import AHEAD, Found, fixed, items, labelled_hours, marks
from handlers.reading.message.events.look import Item
from handlers.reading.message.events.when import Calendar, apart, come, cut_out, labelled_day, moved, unread
from handlers.reading.message.form import MARK, Piece, labelled
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.parts import Kind
from handlers.reading.message.peel import Part, peel, talk


@dataclass(frozen=True)
class Message:
    """A message with blanks for its envelope, so that every letter keeps its place. `talk`: the parts of a chat that
    tell of nothing; `back`: words that were taken back."""

    text: str
    parts: Sequence[Part]
    talk: Sequence[Part]
    calendar: Calendar
    facts: Sequence[Found]
    pieces: Sequence[Piece]
    back: Sequence[str] = ()

    @cached_property
    def free(self) -> str:
        """The letters without a label, with blanks for those of the labelled lines."""
        letters = list(self.text)
        labelled = [(self._marked(begin_of(p)), end_of(p)) for p in self.pieces]
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


def begin_of(piece: Piece) -> int:
    return piece.label.start if piece.label else piece.lines[0].start


def end_of(piece: Piece) -> int:
    return piece.lines[-1].end if piece.lines else piece.label.end if piece.label else 0


def whole(text: str, today: date, gazetteer: Gazetteer) -> Message:
    parts = peel(text, today).parts
    said, back = corrected("".join(part.bare(text) for part in parts), gazetteer.kinds)
    bare, own = unmarked(said), [(part, said[part.start : part.end]) for part in parts]
    pieces = [piece for part, told in own for piece in labelled(told, part.start).pieces if piece.field]
    when = [(begin_of(piece), line.end) for piece in pieces if piece.field == "tanggal" for line in piece.lines]
    told_days = (span for part, told in own for span in moved(days_within(told, part.today), part.start))
    days = [labelled_day(span, when) for span in come(apart(told_days, said, today), said, today)]
    if not any(start < day.end and day.start < end for day in days for start, end in when):
        lines = [line for piece in pieces if piece.field == "tanggal" for line in piece.lines]
        days = sorted([*days, *unread(bare, lines, today)], key=lambda day: day.start)
    dated = [Found(Kind.DAY, *place, _ahead(span)) for span in days if (place := cut_out(bare, span))]
    listed = [one for one in marks(bare) if not any(s.start < one.end and one.start < s.end for s in days)]
    taken = [(day.start, day.end) for day in days if day.how is not How.HINT]
    facts = [*dated, *listed, *fixed(bare, [*taken, *((one.start, one.end) for one in listed)])]
    hours = [hour for piece in pieces if piece.field == "waktu" for hour in labelled_hours(bare, piece.lines, facts)]
    facts = sorted([*facts, *hours], key=lambda one: one.start)
    return Message(bare, parts, talk(text, parts), Calendar(bare, today, days), facts, pieces, back)


def _ahead(span: DaySpan) -> str:
    """What tells the roles that a day has not come, so that a clause may only speak of it."""
    return AHEAD if span.meaning.why in {Why.AHEAD, Why.WEEK} else ""
