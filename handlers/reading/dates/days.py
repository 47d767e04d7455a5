"""Dates as people type them -> Days, alone or out of a free line."""

import re
from datetime import date

from handlers.chat.messages import Rejected
from handlers.reading.dates import phrases, scan
from handlers.reading.dates.forms import Days, How, Meaning, Why, not_a_date
from handlers.reading.dates.hours import hours_within
from handlers.reading.dates.resolve import YEAR, ahead, meaning
from handlers.reading.dates.roles import Role
from handlers.reading.dates.vague.spans import DaySpan
from handlers.reading.dates.within import days_within

_AROUND = " .,;/"
EARLIEST = date(2000, 1, 1)
# A typed answer stands on the card with its year, so that it need not be asked about again.
_SEEN = {Why.SURE, Why.AHEAD, Why.YEAR, Why.LONG_AGO, Why.MONTH}


class Unsure(Rejected):
    """A day that is asked about. `candidates`: what it may be, the likeliest first; `rest`: the line without the words
    of the day; `named`: the words may be those of a name, so that a name keeps them."""

    def __init__(
        self, sentence: str, candidates: tuple[Days, ...] = (), rest: str = "", *, named: bool = False
    ) -> None:
        super().__init__(sentence)
        self.candidates, self.rest, self.named = candidates, rest, named


class StillToCome(Unsure):
    """A day that is still to come."""


def read_days(text: str, today: date) -> Days:
    """The whole text is a date: a day, a range, or only a month."""
    words = " ".join(text.split()).strip(_AROUND)
    found = _whole(words, today) or _whole(_without_hours(words), today)
    if found is None or (found.days is None and not found.sentence):
        raise not_a_date(text)
    if found.days is None or found.why not in _SEEN:
        raise Unsure(found.sentence, found.candidates)
    if not EARLIEST <= found.days.mulai <= found.days.selesai <= today + YEAR:
        raise not_a_date(text)
    return found.days


def _without_hours(words: str) -> str:
    for span in reversed(hours_within(words)):
        words = words[: span.start] + words[span.end :]
    return words.strip(_AROUND)


def _whole(words: str, today: date) -> Meaning | None:
    told = scan.told(words, 0, today, whole=True)
    if told and told.end == len(words):
        return meaning(told, today, words)
    found = ((pattern.fullmatch(words), read) for pattern, read, _ in phrases.TYPED)
    return next((read(match, today) for match, read in found if match), None)


def read_held_days(text: str, today: date) -> Days:
    """As `read_days`, for what has been held: StillToCome where it has not begun."""
    found = read_days(text, today)
    if found.mulai > today:
        raise StillToCome(ahead(found))
    return found


def find_days(text: str, today: date) -> tuple[Days | None, str]:
    """Take the day of a report out of a free line, and what remains of the line.

    Only days of the past year count: a free line also names laws and the coming election. Rejected where the
    line has a date that must be asked about, such as one of the coming year written in full.
    """
    told = sorted((s for s in days_within(text, today) if _counts(s)), key=lambda s: s.how)
    best = next((s for s in told if s.meaning.why is not Why.AHEAD), None) or next(iter(told), None)
    if best is None:
        return None, text.strip()
    if best.meaning.why is Why.AHEAD and best.days:
        raise StillToCome(ahead(best.days), best.meaning.candidates, _without(text, best))
    if best.days is None or not best.sure:
        raise _unsure(text, best)
    return best.days, _without(text, best)


def long_ago(text: str, today: date) -> Unsure | None:
    """What there is to ask about a day of earlier years, which `find_days` passes over: it tells more often of a law
    than of a report, but may tell of a report where no other day does."""
    past = (s for s in days_within(text, today) if s.role is Role.REPORT and s.meaning.why is Why.LONG_AGO)
    return next((_unsure(text, span) for span in past), None)


def _unsure(text: str, span: DaySpan) -> Unsure:
    named = span.kept or span.meaning.why in {Why.LONG_AGO, Why.FIGURES}
    return Unsure(span.meaning.sentence, span.meaning.candidates, _without(text, span), named=named)


def _counts(span: DaySpan) -> bool:
    """Whether it dates a report: neither its subject nor a day of words that is still to come does."""
    planned = span.meaning.why is Why.AHEAD and span.how is not How.DATE
    hinted = span.meaning.why is Why.LONG_AGO or span.how is How.HINT
    return span.role is Role.REPORT and not hinted and not planned


def _without(text: str, span: DaySpan) -> str:
    rest = f"{text[: span.start].rstrip()} {text[span.end :].lstrip(' ')}"
    rest = re.sub(r" (?=[\n,.;:])", "", re.sub(r"[ \t]+", " ", rest))
    return re.sub(r"([,;:])\s*[,;:]", r"\1", rest).strip(" \t\n,;:-–")
