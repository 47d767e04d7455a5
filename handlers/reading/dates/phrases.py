"""Days that are told in words alone, as data: each wording with the function that reads it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate, pairwise

from handlers.reading.dates.calendar import (
    MONTH,
    NUMBER,
    SUNDAY,
    WEEKDAY,
    count,
    latest,
    latest_weekday,
    month_after,
    month_number,
    weekday_number,
    year_number,
)
from handlers.reading.dates.forms import Days, How, Meaning, Why
from handlers.reading.dates.resolve import bounded, contradicted
from handlers.reading.dates.vague.feasts import FEASTS
from handlers.reading.dates.vague.hints import HINTS
from handlers.reading.dates.vague.spells import SPELLS, Reader, untold
from handlers.reading.dates.wordings import (
    AGO,
    AND,
    COMING,
    DASH,
    FULL_WEEKDAY,
    NEAR,
    NO_DATE,
    PASARAN,
    PAST,
    RELATIVE,
    TIME_OF_DAY,
    VAGUE,
    WEEK,
    YESTERDAY,
    distance,
    unnamed,
)
from renderers import indonesian
from renderers.indonesian import BULAN

Form = tuple[str, Reader, How]
Wordings = tuple[tuple[re.Pattern[str], Reader, How], ...]
_WEEK, _DAY = timedelta(days=7), timedelta(days=1)
_ENDS, _OFFERED = 2, 4
_AND, _EACH = re.compile(AND, re.IGNORECASE), re.compile(rf"\b(?P<weekday>{WEEKDAY})\b", re.IGNORECASE)
_WHICH = rf"(?:(?:yang|yg)\s+)?(?P<which>{PAST}|ini|{COMING})\b"
_OF_WEEK = rf"(?P<of_week>(?:(?P<n>\d\d?|{NUMBER})\s*)?{WEEK})\s+{_WHICH}"
_DIRECTION = _WHICH.replace("which", "direction")
_OR_WEEK = rf"(?:(?:\s+{TIME_OF_DAY})?(?:\s+{_DIRECTION}|(?:\s|,\s|\s\()\s*{_OF_WEEK}\)?))?"


def _weekday(found: re.Match[str], today: date) -> Meaning:
    """A weekday with its direction or week: today's own name is today, "lalu" is before today."""
    groups = found.groupdict()
    number, told = weekday_number(found["weekday"]), (groups.get("direction") or "").casefold()
    if groups.get("of_week"):
        return bounded(Days.on(_monday(found, today) + _DAY * number), today)
    if number == SUNDAY and told and not groups["marked"] and found["weekday"].casefold() != "ahad":
        return _which_day(found, today)
    # "Jumat pagi tadi", said on a Friday, is today.
    day = _on(number, 0 if told == "tadi" else _direction(told), today)
    if told == "ini" and number > today.weekday():
        coming = bounded(Days.on(_on(number, 1, today)), today)
        return replace(coming, candidates=(*coming.candidates, Days.on(day)))
    near = distance(groups["near"]) if groups.get("near") else None
    if near is None or _near(near, day, today):
        return bounded(Days.on(day), today)
    return contradicted(Days.on(day), today) if near == 0 else bounded(Days.on(_on(number, near, today)), today)


def _near(near: int, day: date, today: date) -> bool:
    return day == today + _DAY * near


def _on(number: int, direction: int, today: date) -> date:
    if direction > 0:
        return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return latest_weekday(number, today + _DAY * direction)


def _direction(words: str | None) -> int:
    told = (words or "").casefold()
    return 0 if told in {"", "ini"} else 1 if told in COMING.split("|") else -1


def _monday(found: re.Match[str], today: date) -> date:
    """The Monday of the week that the words name."""
    groups, direction = found.groupdict(), _direction(found["which"])
    n = count(groups["n"]) if groups.get("n") else 1
    return today - _DAY * today.weekday() + _WEEK * direction * n


def _evening_before(found: re.Match[str], today: date) -> Meaning:
    """The evening before: "malam Jumat" is that of Thursday."""
    number = (weekday_number(found["weekday"]) - 1) % 7
    return bounded(Days.on(_on(number, _direction(found["direction"]), today)), today)


def _weekdays(found: re.Match[str], today: date) -> Meaning:
    """From one weekday to another, or several that follow one another."""
    numbers = [weekday_number(told["weekday"]) for told in _EACH.finditer(found["weekdays"])]
    apart = [(b - a) % 7 for a, b in pairwise(numbers)]
    if found["of_week"]:
        begin = _monday(found, today) + _DAY * numbers[0]
    else:
        begin = _on(numbers[-1], _direction(found["direction"]), today) - _DAY * sum(apart)
    days = [begin + _DAY * n for n in accumulate(apart, initial=0)]
    if len(days) > _ENDS or (_AND.search(found["weekdays"]) and apart[0] > 1):
        return _several(days, apart, today)
    if not (found["of_week"] or found["direction"]) and begin + _WEEK <= today:
        whole = Days(days[0] + _WEEK, days[-1] + _WEEK)  # they have begun, and others ended a week ago
        meant = (whole, Days(days[0], days[-1]))
        return Meaning(
            None, Why.VAGUE, f"{' atau '.join(indonesian.span(one.mulai, one.selesai) for one in meant)}?", meant
        )
    return bounded(Days(days[0], days[-1]), today)


def _several(days: Sequence[date], apart: Sequence[int], today: date) -> Meaning:
    whole = Days(days[0], days[-1])
    if max(apart) == 1:
        return bounded(whole, today)
    sentence = f"{' atau '.join(map(indonesian.hari_tanggal, days))}?"
    return Meaning(None, Why.GAPS, sentence, (*map(Days.on, days[: _OFFERED - 1]), whole))


def _relative(days: int) -> Reader:
    return lambda _, today: bounded(Days.on(today + timedelta(days=days)), today)


def _ago(found: re.Match[str], today: date) -> Meaning:
    n, unit = count(found["n"]), found["unit"].casefold()
    if unit in {"bulan", "bln"}:
        return _which_date(found, month_after(today, -n))
    return bounded(Days.on(today - (_DAY if unit in {"hari", "hr"} else _WEEK) * n), today)


def _which_day(found: re.Match[str], today: date) -> Meaning:
    """Ask: "minggu lalu" is last Sunday, or some day of last week."""
    direction = _direction(found[0].split()[-1])
    example = latest_weekday(0, today) + _WEEK * direction
    sentence = f"“{found[0].strip()}” hari apa tepatnya? Misalnya {indonesian.hari_tanggal(example)}."
    likely = (today - _WEEK, latest_weekday(SUNDAY, today - _DAY)) if direction < 0 else ()
    return Meaning(None, Why.WEEK, sentence, tuple(Days.on(day) for day in dict.fromkeys(likely)))


def _which_date(found: re.Match[str], first: date) -> Meaning:
    month = Days.in_month(first)
    example = indonesian.tanggal(first.replace(day=17))
    return Meaning(month, Why.MONTH, f"“{found[0].strip()}” tanggal berapa tepatnya? Misalnya {example}.")


def _month(found: re.Match[str], today: date) -> Meaning:
    groups = found.groupdict()
    number, year = month_number(groups["month"] or groups["name"]), groups["year"]
    return _which_date(found, date(year_number(year), number, 1) if year else latest(1, number, today))


def _past_month(found: re.Match[str], today: date) -> Meaning:
    """The month that is named, or yesterday: of "infografis Juli kemarin" the month may be the subject."""
    month = _month(found, today)
    lone = not found["marked"] and re.fullmatch(YESTERDAY, found["past"], re.IGNORECASE)
    return replace(month, candidates=(Days.on(today - _DAY),)) if lone else month


def _near_month(found: re.Match[str], today: date) -> Meaning:
    return _which_date(found, month_after(today, _direction(found["which"])))


def _month_of_subject(found: re.Match[str], today: date) -> Meaning:
    """The month of a subject, as in "infografis Juni", is nothing to ask about."""
    return Meaning(_month(found, today).days)


def _compiled(forms: Iterable[Form]) -> Wordings:
    return tuple(
        (re.compile(rf"(?:{pattern})(?![^\W_]|-[^\W_])", re.IGNORECASE), read, how) for pattern, read, how in forms
    )


def _weekday_forms(weekday: str) -> tuple[Form, ...]:
    one = rf"(?P<marked>hari\s+)?(?P<weekday>{weekday})"
    joined = rf"(?:{DASH}|{AND})(?:hari\s+)?(?:{weekday}|(?<!, )minggu)(?:{AND}(?:hari\s+)?(?:{weekday})){{0,5}}"
    several = rf"(?:hari\s+)?(?:{weekday})(?:\s+{TIME_OF_DAY})?(?:\s+(?:{PAST}|ini))?{joined}"
    return (
        (rf"(?P<weekdays>{several}){_OR_WEEK}", _weekdays, How.WEEKDAY),
        (rf"(?:(?P<near>{NEAR})[\s,]+)?{one}(?:\s+(?:{PASARAN}))?{_OR_WEEK}", _weekday, How.WEEKDAY),
        (rf"{_OF_WEEK},?\s+(?:hari\s+)?(?P<weekday>{weekday})", _weekday, How.WEEKDAY),
    )


# "Rekap Juni tadi siang": the word belongs to the hour.
_NO_HOUR = rf"(?!\s+{TIME_OF_DAY}\b)(?<!tadi(?=\s+(?:jam|jm|pukul|pkl)))"
_GONE = rf"(?P<year>)\s+(?:(?:yang|yg)\s+)?(?P<past>{PAST}){_NO_HOUR}"
_ALWAYS: tuple[Form, ...] = (
    (
        rf"(?:(?P<marked>bulan|bln)\s+|(?<![^\n])|(?<!\d )(?=(?:{'|'.join(BULAN)})\b))(?P<month>{MONTH})\b\.?{_GONE}",
        _past_month,
        How.MONTH,
    ),
    *((pattern, _relative(days), How.RELATIVE) for pattern, days in RELATIVE),
    (AGO, _ago, How.RELATIVE),
    (rf"{WEEK}\s+{_WHICH}", _which_day, How.WEEK),
    (rf"(?:bulan|bln)\s+{_WHICH}", _near_month, How.MONTH),
)
_EVENING = rf"(?:mal[ae]m|mlm)\s+(?P<weekday>{FULL_WEEKDAY}|minggu)(?:\s+(?:{PASARAN}))?(?:\s+{_DIRECTION})?{NO_DATE}"
# "Mei" and "Juli" are names of persons too: a free line tells a month by its full name.
_MONTH = rf"(?:(?:bulan|bln)\s+(?P<month>{MONTH})\b\.?|(?P<name>{'|'.join(BULAN)}))(?:\s+(?P<year>20\d\d))?"
_TYPED_MONTH = rf"(?:(?:bulan|bln)\s+)?(?P<month>{MONTH})\.?(?:\s*'?(?P<year>\d{{4}}|\d{{2}}))?"
_SPELLS: tuple[Form, ...] = tuple((pattern, read, How.RELATIVE) for pattern, read in SPELLS)
WITHIN = _compiled(
    (
        *_SPELLS,
        *_weekday_forms(FULL_WEEKDAY),
        (_EVENING, _evening_before, How.WEEKDAY),
        *_ALWAYS,
        *((pattern, read, How.HINT) for pattern, read in HINTS),
        *((pattern, read, How.WEEK) for pattern, read in FEASTS),
        (VAGUE, untold, How.WEEK),
        (rf"(?:sepanjang|selama)\s+{_MONTH}", _month, How.MONTH),
        (_MONTH, _month_of_subject, How.MONTH),
    )
)
BEGUN = re.compile("|".join(f"(?:{unnamed(pattern.pattern)})" for pattern, _, _ in WITHIN), re.IGNORECASE)
"""All of them in one pattern, which most words soon fail."""
TYPED = _compiled(
    (
        *_SPELLS,
        *_weekday_forms(rf"(?:{FULL_WEEKDAY}|{WEEKDAY})\.?"),
        *_ALWAYS,
        (r"baru\s+saja|sekarang", _relative(0), How.RELATIVE),
        (_TYPED_MONTH, _month, How.MONTH),
        (r"(?P<month>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<year>20\d\d)", _month, How.MONTH),
    )
)
