"""Every reading of a day in a free text, with its certainty and the place of its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from handlers.reading.dates import phrases, scan
from handlers.reading.dates.calendar import NUMBER, WEEKDAY, count
from handlers.reading.dates.forms import Days, How, Meaning, Told, Why
from handlers.reading.dates.resolve import bounded, meaning
from handlers.reading.dates.roles import Role, is_named, role_of
from handlers.reading.dates.vague.feasts import ONLY_LEADING, TOWARDS, leads
from handlers.reading.dates.vague.hints import HOW_LONG
from handlers.reading.dates.vague.houses import named
from handlers.reading.dates.vague.joined import joined
from handlers.reading.dates.vague.spans import DaySpan
from handlers.reading.dates.vague.spells import FOLLOWING, either, following
from handlers.reading.dates.wordings import (
    CLOCK,
    COUNTED,
    FROM,
    IDLE,
    LASTING,
    LASTS,
    LETTERED,
    NAMED_BY_NUMBER,
    NO_DAY_BEHIND,
    NUMBERED,
    NUMBERED_HOUSE,
    OCCASION,
    TALLIED,
    TIME_OF_DAY,
)
from handlers.reading.links import places
from renderers import indonesian

_START = re.compile(r"(?<![^\W_])(?<![#@])(?:(?=[^\W\d_])|(?<![/.-])(?<!\d,)(?=\d))")
_MAIL = re.compile(r"[\w.+-]{1,64}@\S+")
_LEADING = re.compile(r"\bpada\s+$", re.IGNORECASE)
_HALF = re.compile(rf"1/2\s+\d\d?\s+{TIME_OF_DAY}\b", re.IGNORECASE)
# The number of the next line of a list: "1. Selasa, 2. …".
_LISTED = re.compile(r"\n[ \t]*\d{1,2}[.)](?=\s)")
_BEFORE_HOUR = re.compile(rf"[,;]?\s+{CLOCK}", re.IGNORECASE)
_CLOCK = re.compile(rf"\b{CLOCK}\s*$", re.IGNORECASE)
_COUNT = re.compile(rf"(?:\d|\b(?:{NUMBER}))\s+$", re.IGNORECASE)
_OF_COUNT = re.compile(r"hari\s*\(", re.IGNORECASE)
_ROMAN = re.compile(r"[-/.][^\S\n]*[ivx]+[^\S\n]*[-/.]", re.IGNORECASE)
_NEIGHBOURS = 100  # letters before a day that may say whose it is
_NUMBERING = 24
_WEEK = 7
# "SMA Bakti 2 hari ini".
_TODAY_BEHIND = re.compile(r"\d{1,2}\s+(?:hari|hr)\s+ini\b", re.IGNORECASE)
# Of schools of one name hardly more are counted.
_HOUSES = 40
_BEFORE_DAY = re.compile(
    rf"(?P<number>\d{{1,2}}),\s*(?:(?:hari\s+)?(?:{WEEKDAY})\b[\s,]*)?(?P<other>\d{{1,2}})(?=[^\S\n]*\D)", re.IGNORECASE
)


# The lines of a posting are looked at by each of its readings.
@lru_cache(maxsize=256)
def days_within(text: str, today: date) -> tuple[DaySpan, ...]:
    """In the order of the text; no two of them overlap. Numbers of letters, phones, shares and the like are none."""
    return _beside(tuple(joined(text, _all(text, today), today)), text, today)


def _all(text: str, today: date) -> Iterator[DaySpan]:
    edge, told = 0, None
    addresses = [range(mail.start(), mail.end()) for mail in _MAIL.finditer(text)]
    addresses += [range(place.start, place.end) for place in places(text)]
    for begin in _START.finditer(text):
        at = begin.start()
        half = text.startswith("1/2 ", at) and (
            _CLOCK.search(text, max(0, at - _NUMBERING), at) or _HALF.match(text, at)
        )
        if at < edge or half or any(at in address for address in addresses):
            continue
        if span := _following(text, at, told, today) or _at(text, at, today):
            placed = _placed(text, _lasting(text, _widened(text, span, edge), edge, today), today)
            told = placed.days if placed.sure and placed.role is Role.REPORT else told
            yield placed
            edge = span.end


def _following(text: str, at: int, before: Days | None, today: date) -> DaySpan | None:
    found = FOLLOWING.match(text, at)
    # "Minggunya" is a week where no day stands before it.
    told = found and (before or not found["sunday"])
    return DaySpan(at, found.end(), How.RELATIVE, following(found, before, today)) if found and told else None


def _lasting(text: str, span: DaySpan, edge: int, today: date) -> DaySpan:
    """With the number of days that began on it: "tiga hari sejak Senin"."""
    found = LASTING.search(text, max(edge, span.start - _NUMBERING * 2), span.start)
    if found is None or not (span.sure and span.days and span.days.mulai == span.days.selesai):
        return span
    n = count(found["n"])
    days = Days(span.days.mulai, span.days.mulai + timedelta(days=max(n - 1, 0)))
    return replace(span, start=found.start(), meaning=bounded(days, today))


def _at(text: str, at: int, today: date) -> DaySpan | None:
    """The longest reading that begins here."""
    dated, worded = _date(text, at, today), _words(text, at, today)
    if dated and worded:
        return dated if dated.end >= worded.end else worded
    return dated or worded


def _date(text: str, at: int, today: date) -> DaySpan | None:
    found = scan.told(text, at, today) if scan.BEGUN.match(text, at) else None
    if found and (listed := _LISTED.search(text, at, found.end + 2)):
        found = scan.told(text[: listed.start()], at, today)
    if found is None or _goes_on(text, found.end):
        return None
    before = text[max(0, at - _NUMBERING) : at]
    # In "3 hari (9-11 Sept)" the word belongs to the number.
    if _OF_COUNT.match(text, at) and _COUNT.search(before):
        return None
    numbered = NUMBERED.search(before)
    row = len(found.points) > 1 and found.points[0].month is None and not found.points[0].labelled
    if (numbered and (found.bare or found.dotted or row)) or _of_house(text, at) or _of_letter(text, found):
        return None
    means = meaning(found, today, text[at : found.end])
    if found.bare:
        return _figures(text, found, means, today)
    return named(text, DaySpan(at, found.end, How.DATE, means), today)


def _of_letter(text: str, found: Told) -> bool:
    """Whether a month in Roman figures is a part of the number of a letter, or figures are all of it."""
    told = text[found.start : found.end]
    return bool(
        (told.isdecimal() or _ROMAN.search(told))
        and LETTERED.search(text, max(0, found.start - _NUMBERING), found.start)
    )


def _of_house(text: str, at: int) -> bool:
    """Whether a number before a day is that of a house: "SMK Y 1, 13 Agustus"; of two days that follow one another it
    may be either."""
    found = _BEFORE_DAY.match(text, at)
    if found is None or int(found["number"]) > _HOUSES or int(found["other"]) == int(found["number"]) + 1:
        return False
    return bool(NUMBERED_HOUSE.search(text, max(0, at - _NEIGHBOURS), at))


def _goes_on(text: str, end: int) -> bool:
    return bool(re.compile(r"[^\W_]|-[^\W_]").match(text, end))


def _figures(text: str, found: Told, means: Meaning, today: date) -> DaySpan | None:
    """Two figures alone: "4/1" is a day at the edge of a line, before an hour, or in this month; "TPS 10/11" and "5/20"
    are none; the others may be."""
    if means.days is None or COUNTED.match(text, found.end):
        return None
    near = means.why is Why.SURE and (means.days.mulai.year, means.days.mulai.month) == (today.year, today.month)
    if near or _at_edge(text, found) or _BEFORE_HOUR.match(text, found.end) or means.why is not Why.SURE:
        return DaySpan(found.start, found.end, How.DATE, means)
    figures = text[found.start : found.end]
    sentence = f"“{figures}” itu {indonesian.hari_tanggal(means.days.mulai)}, atau bukan tanggal?"
    doubt = Meaning(means.days, Why.FIGURES, sentence, (means.days, Days.on(today)))
    return DaySpan(found.start, found.end, How.DATE, doubt)


def _at_edge(text: str, found: Told) -> bool:
    before, after = text[: found.start].rpartition("\n")[2], text[found.end :].partition("\n")[0]
    return not re.search(r"[^\W_]", before) or not re.search(r"[^\W_]", after)


def _words(text: str, at: int, today: date) -> DaySpan | None:
    if not phrases.BEGUN.match(text, at):
        return None
    if NO_DAY_BEHIND.search(text[max(0, at - _NUMBERING) : at]):
        return None
    found = [(m, read, how) for pattern, read, how in phrases.WITHIN if (m := pattern.match(text, at))]
    if not found:
        return None
    match, read, how = max(found, key=lambda one: one[0].end())
    before = text[max(0, at - _NUMBERING) : at]
    house = _TODAY_BEHIND.match(text, at) and NUMBERED_HOUSE.search(text, max(0, at - _NEIGHBOURS), at)
    if house or (text[at].isdigit() and (NAMED_BY_NUMBER.search(before) or TALLIED.search(before))):
        return None
    if how is How.HINT and ONLY_LEADING.fullmatch(match[0]) and not leads(text[max(0, at - _NEIGHBOURS) : at]):
        return None
    occasion = IDLE.match(text, at) or (how is How.WEEKDAY and OCCASION.match(text, match.end()))
    return DaySpan(at, match.end(), how, read(match, today), Role.SUBJECT if occasion else Role.REPORT)


def _widened(text: str, span: DaySpan, edge: int) -> DaySpan:
    """With the words before it that only lead to it, and with its brackets."""
    before = text[edge : span.start]
    begins = _is_range(span) or LASTS.match(text, span.end)
    lead = _LEADING.search(before) or (begins and FROM.search(before)) or None
    span = replace(span, start=edge + lead.start()) if lead else span
    enclosed = span.start > edge and text[span.start - 1] + text[span.end : span.end + 1] == "()"
    return replace(span, start=span.start - 1, end=span.end + 1) if enclosed else span


def _is_range(span: DaySpan) -> bool:
    return span.days is not None and span.days.mulai != span.days.selesai and span.how in {How.DATE, How.WEEKDAY}


def _placed(text: str, span: DaySpan, today: date) -> DaySpan:
    """With whose day it is."""
    before, told = text[max(0, span.start - _NEIGHBOURS) : span.start], text[span.start : span.end]
    if span.role is Role.SUBJECT or (span.how is How.MONTH and span.sure):
        return replace(span, role=Role.SUBJECT, kept=True)
    hinted = span.how is How.HINT
    if hinted and not span.sure and leads(before) and not HOW_LONG.fullmatch(told):
        return replace(span, how=How.WEEK)
    towards = hinted and TOWARDS.match(told)
    role = Role.SUBJECT if towards else role_of(before, told, span.meaning, today, hinted=hinted)
    named = is_named(before, told) and not _is_range(span)
    return replace(span, role=role, kept=hinted or role is Role.SUBJECT or named)


def _beside(found: Sequence[DaySpan], text: str, today: date) -> tuple[DaySpan, ...]:
    """A weekday alone is that of the only date that the same text tells, as in a form with a line for each, and lies in
    the only days that it tells: "tgl 11-12 Desember; Senin: …"."""
    dates = {s.days for s in found if s.how is How.DATE and s.sure and s.role is Role.REPORT}
    days = dates.pop() if len(dates) == 1 else None
    return tuple(_within(s, days, text, today) for s in found) if days else tuple(found)


def _within(span: DaySpan, days: Days, text: str, today: date) -> DaySpan:
    told = span.days if span.how is How.WEEKDAY else None
    if told is None or told.mulai != told.selesai or (days.selesai - days.mulai).days >= _WEEK:
        return span
    day = days.mulai + timedelta(days=(told.mulai.weekday() - days.mulai.weekday()) % _WEEK)
    if day <= days.selesai:
        return replace(span, meaning=Meaning(Days.on(day)))
    # Behind "Senin 12/12 …" a Selasa may be the next one, or the last.
    later = [told, Days.on(day)] if day <= min(told.mulai, today) else [told]
    return replace(span, meaning=either(text[span.start : span.end], later, today))
