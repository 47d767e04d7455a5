"""The day of one event among all days that a message tells: its own, that of the heading, that of the event before."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast

from rapidfuzz.distance import OSA

from handlers.reading.dates.forms import Days, DaysJson, How, Meaning, Why
from handlers.reading.dates.forms import unread as unread_as
from handlers.reading.dates.roles import Role
from handlers.reading.dates.vague.spans import DaySpan
from handlers.reading.dates.within import days_within
from handlers.reading.forms import Answers
from handlers.reading.message.events.vocabulary.heads import is_head
from handlers.reading.message.events.words import words
from handlers.reading.message.parts import Doubt, Span, day_doubt
from renderers import indonesian
from renderers.indonesian import HARI

# Days of the year that are known by name, which a report may mean by naming them.
_NAMED = (
    (3, 1, r"hari\s+amal\s+bhakti|hab\s+kemenag"),
    (21, 4, r"(?:hari|hut|peringatan)\s+(?:ibu\s+)?kartini"),
    (1, 5, r"hari\s+buruh|may\s*day"),
    (2, 5, r"hardiknas|hari\s+pendidikan\s+nasional"),
    (20, 5, r"harkitnas|hari\s+kebangkitan\s+nasional"),
    (1, 6, r"(?:hari\s+)?lahir(?:nya)?\s+pancasila"),
    (1, 7, r"(?:hari|hut)\s+bhayangkara"),
    (17, 8, r"hut\s+(?:ke-?\d+\s+)?(?:ri|kemerdekaan)|hari\s+kemerdekaan"),
    (1, 10, r"kesaktian\s+pancasila"),
    (5, 10, r"(?:hari|hut)\s+tni"),
    (22, 10, r"hari\s+santri"),
    (28, 10, r"sumpah\s+pemuda"),
    (10, 11, r"hari\s+pahlawan"),
    (25, 11, r"hari\s+guru|hut\s+pgri"),
    (29, 11, r"hut\s+korpri"),
    (22, 12, r"hari\s+ibu\b"),
    (24, 12, r"malam\s+natal"),
    (31, 12, r"malam\s+(?:pergantian\s+)?tahun\s+baru"),
    (25, 12, r"(?:misa|hari(?:\s+raya)?|perayaan)\s+natal"),
)
_OCCASIONS = tuple((day, month, re.compile(rf"\b(?:{name})\b", re.IGNORECASE)) for day, month, name in _NAMED)
_LATELY = timedelta(days=21)
# Words that lead a story rather than date it.
_TALK = re.compile(r"\W*(?:t(?:a?di|d)|barusan)\W*", re.IGNORECASE)
# "Sisa 4 besok lagi".
_LEFT = re.compile(r"\b(?:sisa|kurang|tinggal|(?:di)?(?:lanjut|sambung)(?:kan)?)(?:nya)?\b[^.,;\n]*$", re.IGNORECASE)
_AGAIN = re.compile(r"\s+(?:lagi|(?:di)?(?:lanjut|sambung)(?:kan)?)\b", re.IGNORECASE)
_SHOWN = 40
# Letters between "sisa" and the day: a clause's.
_FEW = 60
_LAST = re.compile(r"\s(?:kemar[ei]n|kmrn|lalu|tadi|td)$", re.IGNORECASE)


Found = tuple[Answers, tuple[Doubt, ...]]
_NOTHING: Found = ({}, ())


@dataclass(frozen=True)
class Calendar:
    """The days that a message tells; `today`: the day on which it was sent."""

    text: str
    today: date
    days: Sequence[DaySpan]

    def of(self, start: int, end: int, common: tuple[int, int], used: Collection[int], written: date) -> Found:
        """The day of the event at [start, end), and the doubts about it. `common`: what holds for all events; `used`:
        where the days begin that date the event and not its subject; `written`: the day on which it was written."""
        own = [s for s in self._within(start, end) if s.start in used or s.kept]
        shared = self._within(*common)
        week = next((s for s in self._within(0, common[1]) if s.meaning.why is Why.WEEK), None)
        if own:
            return self._of([self._in_week(s, week) for s in own])
        heading = [self._in_week(s, week) for s in shared if s is not week]
        hints = self._hints(start, end)
        own = [s for s in hints if s.start in used or (s.how is How.HINT and not s.sure)]
        found = heading or own or self._within(0, start)[-1:] or self._alone(end) or self._hints(*common)
        if found:
            return self._of(found)
        return self._occasion(start, end, written) or self._written(written)

    def _within(self, start: int, end: int) -> list[DaySpan]:
        return [s for s in self.days if start <= s.start < end and self._counts(s)]

    def _counts(self, span: DaySpan) -> bool:
        return span.role is Role.REPORT and not _hints_only(span)

    def _hints(self, start: int, end: int) -> list[DaySpan]:
        """The days of earlier years, which tell more often of a rule than of a report, and the words of a name that
        only hint at a day: they are asked about, and only where no other day is told."""
        return [s for s in self.days if start <= s.start < end and s.role is Role.REPORT and _hints_only(s)]

    def _alone(self, end: int) -> list[DaySpan]:
        """A later day on a line for itself, which dates all that stands above it."""
        return [s for s in self._within(end, len(self.text)) if self._line(s) == self.text[s.start : s.end].strip(" .")]

    def _line(self, span: DaySpan) -> str:
        begin, end = self.text.rfind("\n", 0, span.start) + 1, self.text.find("\n", span.end)
        return self.text[begin : len(self.text) if end < 0 else end].strip(" \t.")

    def _in_week(self, span: DaySpan, week: DaySpan | None) -> DaySpan:
        """A weekday alone below "minggu ini:" is one of that week."""
        if week is None or span.how is not How.WEEKDAY:
            return span
        told = f"{self.text[span.start : span.end]} {self.text[week.start : week.end]}"
        found = days_within(told, self.today)
        return replace(span, meaning=found[0].meaning) if found else span

    def _of(self, told: Sequence[DaySpan]) -> Found:
        ordered = sorted(told, key=lambda s: s.how)
        best = next((s for s in ordered if s.meaning.why is not Why.AHEAD), ordered[0])
        rivals = {s.days for s in ordered if s.sure and s.days and (s.how is best.how or self._rivals(s, best))}
        if len(rivals) > 1:
            choices = sorted(rivals, key=lambda d: d.mulai)
            return {}, (day_doubt("Tanggalnya yang mana?", choices, self.today),)
        if best.sure and best.days:
            return {"tanggal": best.days.json}, ()
        return {}, (day_doubt(best.meaning.sentence, best.meaning.candidates, self.today),)

    def _rivals(self, span: DaySpan, best: DaySpan) -> bool:
        """Whether it is another day than the best, and no part of a name or of talk ("tadi")."""
        talk = _TALK.fullmatch(self.text, span.start, span.end)
        return bool(best.sure and span.days and not span.kept and not talk and not _has(best.days, span.days))

    def beside(self, used: Collection[int], found: Found) -> list[str]:
        """The words of the days that begin at `used` and are neither answered nor asked about in `found`."""
        answers, doubts = found
        offered = [cast("DaysJson", day) for doubt in doubts for day, _ in doubt.candidates]
        shown = [Days.of(day) for day in (*offered, cast("DaysJson | None", answers.get("tanggal"))) if day]
        asked = {doubt.why for doubt in doubts}
        left = (s for s in self.days if s.start in used and not s.kept and s.meaning.sentence not in asked)
        others = (s for s in left if not any(_has(days, s.days) for days in shown))
        return [self.text[s.start : s.end].strip() for s in others if not _TALK.fullmatch(self.text, s.start, s.end)]

    def _written(self, written: date) -> Found:
        return ({"tanggal": Days.on(written).json}, ()) if written != self.today else _NOTHING

    def _occasion(self, start: int, end: int, written: date) -> Found | None:
        """A day known by name may be the one, and the report of another day may only speak of it."""
        days = lately(self.text[start:end], written)
        if not days:
            return None
        why = f"{indonesian.hari_tanggal(days[0])}, atau hari lain?"
        return {}, (day_doubt(why, [*map(Days.on, days), Days.on(written)], self.today),)


def _hints_only(span: DaySpan) -> bool:
    return span.meaning.why is Why.LONG_AGO or span.how is How.HINT


def _has(days: Days | None, other: Days | None) -> bool:
    return bool(days and other and days.mulai <= other.mulai and other.selesai <= days.selesai)


def unread(text: str, lines: Sequence[Span], today: date) -> Iterator[DaySpan]:
    """A doubt for a line that is labelled as the day and tells none that can be read: "Hari: slasa"."""
    for line in lines:
        told = line.of(text).strip()
        meant = [found[0].days for day in HARI if _alike(told, day) and (found := days_within(day, today))]
        days = tuple(one for one in meant if one)
        if any(c.isalpha() for c in told):
            asked = f"“{told[:_SHOWN]}” belum terbaca sebagai tanggal."
            sentence = f"{asked} Maksudnya {days[0].label(today)}?" if days else unread_as(told)
            meaning = Meaning(None, Why.SLIP, sentence, days)
            yield DaySpan(line.start, line.end, How.DATE, meaning)


def _alike(told: str, day: str) -> bool:
    word = re.split(r"[^\w']+", told.casefold(), maxsplit=1)[0]
    return OSA.distance(word.replace("'", ""), day.casefold()) == 1


def moved(spans: Sequence[DaySpan], by: int) -> Iterator[DaySpan]:
    return (replace(span, start=span.start + by, end=span.end + by) for span in spans)


def labelled_day(span: DaySpan, when: Sequence[tuple[int, int]]) -> DaySpan:
    """The day of a line that is labelled so is that of the event, whatever stands above it."""
    told = any(start <= span.start < end for start, end in when)
    return replace(span, role=Role.REPORT, kept=False) if told else span


def come(spans: Iterable[DaySpan], text: str, today: date) -> Iterator[DaySpan]:
    """Days but for that of what was left over; the "besok" of a chat that was carried on when that day had come is a
    day like others."""
    for span in spans:
        ahead = span.meaning.why is Why.AHEAD
        come = ahead and span.days and span.days.selesai <= today
        if not (ahead and _is_left(text, span)):
            yield replace(span, meaning=Meaning(span.days)) if come else span


def apart(spans: Iterable[DaySpan], text: str, today: date) -> Iterator[DaySpan]:
    """The days, those that a comma joins each for itself where behind the second another event begins: "rapat senin
    kemarin, jumat donor darah"."""
    for span in spans:
        comma = text.find(",", span.start, span.end)
        if comma > 0 and text[: span.start].strip() and _leads(text, span.end):
            yield from moved(days_within(text[span.start : comma], today), span.start)
            yield from moved(days_within(text[comma + 1 : span.end], today), comma + 1)
        else:
            yield span


def _leads(text: str, end: int) -> bool:
    """Whether an event begins behind a day."""
    behind = [word.low for word in words(text, end, most=3) if word.low != "sebelumnya"][:2]
    return bool(behind) and is_head(behind[0], behind[-1])


def _is_left(text: str, span: DaySpan) -> bool:
    """Whether a line below another says that something goes on that day."""
    below = "\n" in text[: span.start].lstrip()
    return below and bool(_LEFT.search(text, max(0, span.start - _FEW), span.start) or _AGAIN.match(text, span.end))


def lately(text: str, today: date) -> list[date]:
    """The days of the last three weeks that a text names by their occasion, but for today's; none if today is one."""
    named = [(day, month) for day, month, name in _OCCASIONS if name.search(text)]
    days = sorted({d for year in (today.year, today.year - 1) for d in (date(year, m, n) for n, m in named)})
    return [] if today in days else [d for d in days if timedelta() < today - d <= _LATELY]


def cut_out(text: str, span: DaySpan) -> tuple[int, int] | None:
    """The letters of a day that are no part of a name: of "Upacara 17 Agustus kemarin" only the last word."""
    if span.role is not Role.REPORT or span.how is How.HINT:
        return None
    if not span.kept or span.how is How.RELATIVE:
        return span.start, span.end
    last = _LAST.search(text, span.start, span.end)
    return last.span() if last else None
