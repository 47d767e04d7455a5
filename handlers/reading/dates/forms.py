"""Days as they are written with their numbers, what a text about days means, and how sure that is."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import TypedDict

from handlers.chat.messages import Rejected
from handlers.reading.dates.calendar import month_end
from renderers import indonesian

EXAMPLE = "Misalnya: hari ini, kemarin, 17 Juni, atau 12 Mei s/d 3 Juni 2022."


class DaysJson(TypedDict):
    """Days as an answer of a form keeps them, in ISO dates."""

    mulai: str
    selesai: str
    sebulan: bool


@dataclass(frozen=True)
class Days:
    """A day, or a range with its last day; `sebulan`: only the month is known, `mulai` is its first day."""

    mulai: date
    selesai: date
    sebulan: bool = False

    @classmethod
    def on(cls, day: date) -> "Days":
        return cls(day, day)

    @classmethod
    def in_month(cls, first: date) -> "Days":
        """Some day of the month that begins with `first`."""
        return cls(first, month_end(first), sebulan=True)

    @classmethod
    def of(cls, told: DaysJson) -> "Days":
        return cls(date.fromisoformat(told["mulai"]), date.fromisoformat(told["selesai"]), told["sebulan"])

    @property
    def json(self) -> DaysJson:
        return {"mulai": self.mulai.isoformat(), "selesai": self.selesai.isoformat(), "sebulan": self.sebulan}

    def label(self, today: date) -> str:
        """The words of a button: "Rabu, 22 Juni", "5–7 Juni", with the year where it is not this one."""
        if self.sebulan:
            return indonesian.bulan(self.mulai)
        one = self.mulai == self.selesai
        told = indonesian.hari_tanggal(self.mulai) if one else indonesian.short_span(self.mulai, self.selesai)
        return told.removesuffix(f" {today.year}")


@dataclass(frozen=True)
class Point:
    """A day as written: what is missing is None. `sign`: of a month in figures; `slip`: the word that is nearly the
    name of `month`; `labelled`: "tgl" stands before it."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    sign: str = ""
    slip: str = ""
    labelled: bool = False


@dataclass(frozen=True)
class Told:
    """Days [start, end) of a text. `ranged`: for every point but the first, whether all days between it and the one
    before are meant. `near`: how far from today the words before them are, "hari ini" 0; `past`: "kemarin" or "lalu"
    stands beside them; `months`: "bulan lalu" stands beside them, -1; `ahead`: "besok" or "nanti" does; `clue`:
    something beside the figures tells that they are a date; `either`: one of the points is meant."""

    start: int
    end: int
    points: tuple[Point, ...]
    ranged: tuple[bool, ...] = ()
    near: int | None = None
    past: bool = False
    months: int | None = None
    ahead: bool = False
    clue: bool = False
    either: bool = False

    @property
    def dotted(self) -> bool:
        """Whether it is written as a version or the seconds of a clock may be: "2.1.24"."""
        return not self.clue and self.points[0].sign == "."

    @property
    def bare(self) -> bool:
        """Whether all that tells that this is a date are two figures with a sign between them."""
        last = self.points[-1]
        return not self.clue and len(self.points) == 1 and bool(last.sign) and last.year is None


class Why(StrEnum):
    """Why a reading is doubtful; `SURE`: it is not."""

    SURE = ""
    AHEAD = "it is still to come"
    LONG_AGO = "it is more than a year ago"
    YEAR = "told without its year, and the next time is nearer than the last"
    WEEKDAY = "its weekday is another"
    RELATIVE = "hari ini is another day"
    FIGURES = "two numbers that may be no date"
    SLIP = "a month of that name does not exist"
    GAPS = "several days with gaps between them"
    ORDER = "the end comes before the begin"
    IMPOSSIBLE = "the month has no such day"
    MONTH = "only the month is known"
    WEEK = "only the week is known"
    VAGUE = "words that tell no day"


class How(IntEnum):
    """By what a day is told, the surest first; HINT: words of a name, which count where nothing else tells a day."""

    DATE = 0
    WEEKDAY = 1
    RELATIVE = 2
    WEEK = 3
    MONTH = 4
    HINT = 5


@dataclass(frozen=True)
class Meaning:
    """`days`: the reading, and where it is doubtful the nearest one, if any; `sentence`: the question to the person
    where it is doubtful; `candidates`: what it may mean instead, the likeliest first."""

    days: Days | None
    why: Why = Why.SURE
    sentence: str = ""
    candidates: tuple[Days, ...] = ()


def not_a_date(text: str) -> Rejected:
    return Rejected(unread(text))


def unread(text: str) -> str:
    return f"“{text.strip()[:40]}” belum terbaca sebagai tanggal. {EXAMPLE}"
