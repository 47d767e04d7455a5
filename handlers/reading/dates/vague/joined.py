"""Days by the words before and between them: one until another, one or another, since one, about one, before one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from handlers.reading.dates.forms import Days, How, Why
from handlers.reading.dates.resolve import bounded
from handlers.reading.dates.roles import Role
from handlers.reading.dates.vague.slips import denied, first_holds, second_holds
from handlers.reading.dates.vague.spans import DaySpan
from handlers.reading.dates.vague.spells import asked, either
from handlers.reading.dates.wordings import BETWEEN, CLOCK, FROM, OR, SINCE, UNTIL

_DAY, _WEEK, _LATELY = timedelta(days=1), timedelta(days=7), timedelta(days=31)
_LEAD = 24  # letters before a day that may lead to it
_HOUR_BEHIND = re.compile(rf"[\s,/]*(?:{CLOCK}|\d\d?[.:]\d\d)", re.IGNORECASE)
_OR = re.compile(rf"\s*(?:/|,?{OR}(?:(?:pada|hari)\s+)?)\s*", re.IGNORECASE)
_UNTIL_IT = re.compile(rf"{UNTIL}$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:sekitar|kira-?\s?kira|kira2|(?:kalau|kalo|klo|kl)\s+(?:tidak|tdk|ga|gak|nggak)\s+salah|seingat\s+(?:saya|kami)|mungkin"
    r"|kayaknya|sepertinya)\s+(?:(?:pada|hari)\s+)?$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[\s,]+(?:hari\s+)?", re.IGNORECASE)
_NOT_ON_IT = re.compile(r"\b(?:(?P<before>sebelum|sblm)|setelah|stlh|sesudah|seusai)\s+(?:hari\s+)?$", re.IGNORECASE)


def joined(text: str, spans: Iterable[DaySpan], today: date) -> Iterator[DaySpan]:
    """Two days that are told in words of their own, as one span where they are joined."""
    held: DaySpan | None = None
    for span in spans:
        if held and (
            whole := _slip(text, held, span)
            or _coming(text, held, span, today)
            or _both(text, held, span, today)
            or _one_of(text, held, span, today)
        ):
            held = whole
            continue
        if held:
            yield _led(text, held, today)
        held = span
    if held:
        yield _led(text, held, today)


def _slip(text: str, first: DaySpan, last: DaySpan) -> DaySpan | None:
    """Two days of which one was a slip or is called off, as the other one."""
    if first_holds(text, first.end, last.start):
        return replace(first, end=last.end)
    if not second_holds(text, first.start, first.end, last.start):
        return None
    start = denied(text, first.start)
    return replace(first, start=start, end=last.end, how=last.how, meaning=last.meaning, role=last.role, kept=False)


def _coming(text: str, first: DaySpan, last: DaySpan, today: date) -> DaySpan | None:
    """A weekday behind a word for a day to come is the next one: "besok Sabtu"."""
    ahead = first.how is How.RELATIVE and first.meaning.why is Why.AHEAD
    if not ahead or last.how is not How.WEEKDAY or not last.days or not _BESIDE.fullmatch(text, first.end, last.start):
        return None
    day = today + timedelta(days=(last.days.mulai - today).days % _WEEK.days or _WEEK.days)
    return replace(first, end=last.end, meaning=bounded(Days.on(day), today))


def _both(text: str, first: DaySpan, last: DaySpan, today: date) -> DaySpan | None:
    joint = BETWEEN.fullmatch(text, first.end, last.start)
    sure = first.sure and (last.sure or last.meaning.why is Why.AHEAD)
    if joint is None or not sure or not first.days or not last.days or first.role is not last.role or first.kept:
        return None
    mulai, selesai = first.days, last.days
    if joint["until"] and last.how is How.WEEKDAY and selesai.mulai <= mulai.mulai:
        selesai = Days.on(selesai.selesai + _WEEK * (1 + (mulai.mulai - selesai.selesai) // _WEEK))
    if mulai.sebulan or selesai.sebulan or selesai.selesai <= mulai.selesai:
        return None
    if joint["also"] and (selesai.mulai - mulai.selesai).days > 1:
        return None
    lead = FROM.search(text, max(0, first.start - _LEAD), first.start)
    days = bounded(Days(mulai.mulai, selesai.selesai), today)
    start = lead.start() if lead else first.start
    return replace(first, start=start, end=last.end, how=max(first.how, last.how), meaning=days)


def _one_of(text: str, first: DaySpan, last: DaySpan, today: date) -> DaySpan | None:
    """Such as "Senin atau Selasa"."""
    days = first.days, last.days
    if not _OR.fullmatch(text, first.end, last.start) or not (first.sure and last.sure and days[0] and days[1]):
        return None
    if first.role is not last.role or first.kept or last.kept or days[0] == days[1]:
        return None
    meaning = either(text[first.start : last.end], (days[0], days[1]), today)
    return replace(first, end=last.end, how=min(first.how, last.how), meaning=meaning)


def _led(text: str, span: DaySpan, today: date) -> DaySpan:
    """A day as the word before it means it."""
    days = span.days
    if days is None or not span.sure or span.role is not Role.REPORT or span.kept:
        return span
    begin = max(0, span.start - _LEAD)
    if lead := SINCE.search(text, begin, span.start):
        return _since(text, span, lead, days, today)
    if lead := _ABOUT.search(text, begin, span.start):
        return replace(span, start=lead.start(), meaning=asked(text[lead.start() : span.end], days))
    if (lead := _UNTIL_IT.search(text, begin, span.start)) and days.mulai == days.selesai:
        start = lead.start() + len(lead[0]) - len(lead[0].lstrip())
        return replace(span, start=start, meaning=asked(text[start : span.end], days))
    if lead := _NOT_ON_IT.search(text, begin, span.start):
        other = Days.on(days.mulai - _DAY if lead["before"] else days.selesai + _DAY)
        meant = [one for one in (other, days) if one.mulai <= today]
        meaning = asked(text[lead.start() : span.end], *meant)
        return replace(span, start=lead.start(), how=How.HINT, kept=True, meaning=meaning)
    return span


def _since(text: str, span: DaySpan, lead: re.Match[str], days: Days, today: date) -> DaySpan:
    """A day that may only have begun what was done: "sejak Senin"."""
    told = lead["since"].casefold()
    if days.mulai != days.selesai or (told == "dari" and span.how is How.DATE):
        return span
    begun = told not in {"sejak", "dari"} and _HOUR_BEHIND.match(text, span.end)
    if begun or days.mulai >= today:
        return replace(span, start=lead.start())
    if today > days.mulai + _LATELY:
        return span
    words = text[lead.start() : span.end]
    return replace(span, start=lead.start(), meaning=either(words, (Days(days.mulai, today), days), today))
