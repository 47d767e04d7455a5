"""A record that tells no day beside figures that may be one, beside another month, or beside the only day that is told,
is asked for its day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from handlers.reading.dates.calendar import MONTH, month_number
from handlers.reading.dates.forms import Days, How
from handlers.reading.dates.roles import Role
from handlers.reading.dates.wordings import LETTERED, NUMBERED, ROMANS
from handlers.reading.links import places
from handlers.reading.message.events.when import Calendar
from handlers.reading.message.parts import Reading, day_doubt

_FIGURES = re.compile(r"(?<!\S)[^\s\d]{0,9}\d\S*")
_EIGHT, _YEAR, _DIGITS = re.compile(r"(?<!\d)\d{8}(?!\d)"), re.compile(r"20\d\d"), re.compile(r"\d+")
_IN_MONTH = re.compile(rf"\b(?:bulan|bln)\s+(?P<month>{MONTH})\b", re.IGNORECASE)
_CLAUSE = r"(?:^|[,;.]\s*)(?:(?:pas|waktu|selama|sekitar|pada|di|dari|sepanjang)\s+)?"
_LETTERS = re.compile(r"[^\W\d_]+")
_IN_DATES = re.compile(rf"(?:{MONTH}|{'|'.join(ROMANS)})", re.IGNORECASE)
# Letters before figures that may say what they are of.
_BEFORE = 24


def asked(readings: Sequence[Reading], calendar: Calendar, written: date) -> Iterator[Reading]:
    """The records, each that would be of today in silence with a doubt where it may be of another day."""
    if not any(map(_silent, readings)):
        yield from readings
        return
    unused = _unused(readings, calendar, written)
    words = unused[0] if unused else _figures(calendar) or _month(readings, calendar)
    meant = dict.fromkeys([*unused[1:], Days.on(written)])
    doubt = day_doubt(f"“{words}” itu hari apa?", meant, calendar.today)
    for one in readings:
        yield replace(one, doubts=(*one.doubts, doubt)) if words and _silent(one) else one


def _silent(one: Reading) -> bool:
    return one.form == "kegiatan" and "tanggal" not in one.answers and all(d.question != "tanggal" for d in one.doubts)


def _unused(readings: Sequence[Reading], calendar: Calendar, written: date) -> tuple[str, Days] | tuple[()]:
    """The words and the meaning of the only day that is told, where no record is of a day."""
    told = [s for s in calendar.days if s.role is Role.REPORT and s.how is not How.HINT and s.sure and s.days]
    if not all(map(_silent, readings)) or len({s.days for s in told}) != 1:
        return ()
    days = told[0].days
    begin, end = told[0].start, told[0].end
    return (calendar.text[begin:end].strip(), days) if days and not days.mulai <= written <= days.selesai else ()


def _month(readings: Sequence[Reading], calendar: Calendar) -> str:
    """The month that is told beside what the records are of: not that of "evaluasi DPB bulan Juni"."""
    told = [str(one.answers.get(name, "")) for one in readings for name in ("nama", "keterangan")]
    for found in _IN_MONTH.finditer(calendar.text):
        this = month_number(found["month"]) == calendar.today.month
        if not this and any(re.search(rf"{_CLAUSE}{re.escape(found[0])}", one, re.IGNORECASE) for one in told):
            return found[0]
    return ""


def _figures(calendar: Calendar) -> str:
    """The first word with figures that no day, no link and no number of a letter has, and that may be a day."""
    text = calendar.text
    taken = [*((s.start, s.end) for s in calendar.days), *((place.start, place.end) for place in places(text))]
    for found in _FIGURES.finditer(text):
        free = not any(start < found.end() and found.start() < end for start, end in taken)
        if free and _may_be_day(found[0], calendar.today.year) and not _of_thing(text, found.start()):
            return found[0].strip(".,;:!?()[]*_\"'")
    return ""


def _may_be_day(word: str, year: int) -> bool:
    """Whether it has the year of today or of last year together with other digits, or eight digits."""
    if not all(map(_IN_DATES.fullmatch, _LETTERS.findall(word))):
        return False
    digits = _DIGITS.findall(word)
    others = not all(map(_YEAR.fullmatch, digits))
    return bool(_EIGHT.search(word)) or (others and any(str(one) in word for one in (year, year - 1)))


def _of_thing(text: str, at: int) -> bool:
    before = text[max(0, at - _BEFORE) : at]
    return bool(NUMBERED.search(before) or LETTERED.search(before))
