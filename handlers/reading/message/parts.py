"""What a message is read into: spans, which together are the whole text, and the records that they tell of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from handlers.reading.dates.forms import Days
from handlers.reading.forms import Answer, Answers
from storage.catatan.drafts import DoubtJson, ReadingJson


class Kind(StrEnum):
    """Kinds of span. `ENVELOPE`: chat heads, greeting, opening, addressee, thanks; `CUE`: the word that says what the
    next span is ("di", "bersama", "Tempat :"); `MARK`: signs, numbers of lists; `BODY`: not read yet; `REST`: read,
    and of no use to any field."""

    ENVELOPE = "envelope"
    CUE = "cue"
    MARK = "mark"
    EVENT = "event"
    SUBJECT = "subject"
    DAY = "day"
    HOUR = "hour"
    PARTNER = "partner"
    PLACE = "place"
    PEOPLE = "people"
    LINK = "link"
    PLATFORM = "platform"
    TALLY = "tally"
    BODY = "body"
    REST = "rest"


@dataclass(frozen=True)
class Span:
    """The letters [start, end) of the message."""

    kind: Kind
    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def whole(text: str, spans: Sequence[Span]) -> bool:
    """Whether the spans are a partition of the text: in order, none empty, every letter in exactly one."""
    edges = [0, *(span.end for span in spans)]
    joined = all(span.start == edge and span.end > edge for span, edge in zip(spans, edges, strict=False))
    return joined and edges[-1] == len(text)


@dataclass(frozen=True)
class Event:
    """The letters [start, end) of one event; `above`: those before it that hold for it and others; `prefix`: the head
    that all of a list share ("Sosialisasi PPS:"), which is the first part of each one's name."""

    start: int
    end: int
    above: tuple[int, int] = (0, 0)
    prefix: tuple[int, int] | None = None
    off: bool = False


@dataclass(frozen=True)
class Doubt:
    """Why the answer to the question of this name is doubtful, one sentence; `candidates`: (answer, label of its
    button), the likeliest first, none where only the person knows; `instead_of`: what was written, where that stands
    until a candidate is chosen; `own`: a name that no list has, then what is chosen beside it, whose candidates are the
    national rows as which it may count."""

    question: str
    why: str
    candidates: tuple[tuple[Answer, str], ...] = ()
    instead_of: str = ""
    own: tuple[str, ...] = ()

    @classmethod
    def of(cls, told: DoubtJson) -> "Doubt":
        candidates = tuple((answer, label) for answer, label in told["candidates"])
        return cls(told["question"], told["why"], candidates, told.get("instead_of", ""), tuple(told.get("own", ())))

    @property
    def json(self) -> DoubtJson:
        candidates = [[*one] for one in self.candidates]
        told: DoubtJson = {"question": self.question, "why": self.why, "candidates": candidates}
        told |= {"instead_of": self.instead_of} if self.instead_of else {}
        return told | {"own": [*self.own]} if self.own else told


def day_doubt(why: str, days: Iterable[Days], today: date) -> Doubt:
    """The doubt about the day, with a button for each that it may be."""
    return Doubt("tanggal", why, tuple((one.json, one.label(today)) for one in days))


@dataclass(frozen=True)
class Reading:
    """One record of a message: the name of its form, the answers, the doubtful ones (which have no answer), and the
    words that no field took, as they stand in the message. `signs`: the kinds of span that speak for a record, with CUE
    for a label."""

    form: str
    answers: Answers
    doubts: tuple[Doubt, ...] = ()
    rest: tuple[str, ...] = ()
    signs: frozenset[Kind] = field(default=frozenset(), compare=False)

    @classmethod
    def of(cls, told: ReadingJson) -> "Reading":
        return cls(told["form"], told["answers"], tuple(map(Doubt.of, told["doubts"])), tuple(told["rest"]))

    @property
    def json(self) -> ReadingJson:
        return {
            "form": self.form,
            "answers": self.answers,
            "doubts": [one.json for one in self.doubts],
            "rest": [*self.rest],
        }


_STRONG = frozenset({Kind.EVENT, Kind.CUE})


def weight(reading: Reading) -> int:
    """How much speaks for a record rather than talk: two for the word of an event and for a label, one for each of day,
    hour, partner, place, people. Talk has 0, perhaps 1 ("besok ya pak"); 2 and more is a report."""
    return sum(2 if kind in _STRONG else 1 for kind in reading.signs)
