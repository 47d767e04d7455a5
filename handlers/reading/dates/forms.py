"""The meaning of one matched date: from the groups of a match to Days, or to the question that the person is asked."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypedDict

from handlers.chat.messages import Rejected
from handlers.reading.dates.calendar import (
    NUMBERS,
    SUNDAY,
    earliest,
    latest,
    latest_weekday,
    month_end,
    month_number,
    nearest_weekday,
    weekday_number,
)
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
    def of(cls, told: DaysJson) -> "Days":
        return cls(date.fromisoformat(told["mulai"]), date.fromisoformat(told["selesai"]), told["sebulan"])

    @property
    def json(self) -> DaysJson:
        return {"mulai": self.mulai.isoformat(), "selesai": self.selesai.isoformat(), "sebulan": self.sebulan}


def not_a_date(text: str) -> Rejected:
    return Rejected(f"“{text.strip()[:40]}” belum terbaca sebagai tanggal. {EXAMPLE}")


def one_day(found: re.Match[str], today: date) -> Days:
    """A day: `day_a`, perhaps with `weekday_a`, `month_a`, `year_a`."""
    groups = found.groupdict()
    try:
        day = _date(int(groups["day_a"]), groups.get("month_a"), groups.get("year_a"), today)
    except ValueError:
        raise not_a_date(found[0]) from None
    return Days.on(_agreeing(groups.get("weekday_a"), day))


def _date(day: int, month: str | None, year: str | None, today: date) -> date:
    number = month_number(month) if month else None
    return date(_year(year), number, day) if number and year else latest(day, number, today)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == len("2022") else 2000 + int(digits)


def day_range(found: re.Match[str], today: date) -> Days:
    """Two days; the end lends the start its month and year, and without a year the start lies in the past."""
    groups = found.groupdict()
    groups["month_a"] = groups.get("month_a") or groups.get("month_b")
    try:
        start, end = _ends(groups, today)
    except ValueError:
        raise not_a_date(found[0]) from None
    if start > end:
        raise Rejected(f"{indonesian.tanggal(end)} mendahului {indonesian.tanggal(start)}; mohon tulis ulang.")
    return Days(_agreeing(groups.get("weekday_a"), start), _agreeing(groups.get("weekday_b"), end))


def _ends(groups: dict[str, str | None], today: date) -> tuple[date, date]:
    day_a, day_b = int(groups["day_a"] or 0), int(groups["day_b"] or 0)
    month_b, year_a, year_b = groups.get("month_b"), groups.get("year_a"), groups.get("year_b")
    if year_b:
        end = _date(day_b, month_b, year_b, today)
        lent = year_a or (year_b if groups["month_a"] == month_b else None)
        return _date(day_a, groups["month_a"], lent, end), end
    start = _date(day_a, groups["month_a"], year_a, today)
    return start, earliest(day_b, month_number(month_b) if month_b else None, start)


def _agreeing(weekday: str | None, day: date) -> date:
    """A typed weekday that contradicts its date is asked about, never guessed."""
    if not weekday or weekday_number(weekday) == day.weekday():
        return day
    choices = sorted([nearest_weekday(weekday_number(weekday), day), day])
    either = " atau ".join(indonesian.hari_tanggal(p) for p in choices)
    raise Rejected(f"{indonesian.tanggal(day)} itu hari {indonesian.hari(day)}. Yang benar {either}?")


def weekday_alone(found: re.Match[str], today: date) -> Days:
    """A weekday alone: today's own name is today, "lalu" is before today."""
    number, direction = weekday_number(found["weekday"]), (found["direction"] or "").casefold()
    if number == SUNDAY and direction and not found["marked"]:
        raise which_day(found, today)
    if direction == "depan":
        return Days.on(today + timedelta(days=(number - today.weekday() - 1) % 7 + 1))
    return Days.on(latest_weekday(number, today - timedelta(days=direction not in {"", "ini"})))


def which_day(found: re.Match[str], today: date) -> Rejected:
    """Ask: "Minggu lalu" is last Sunday, or some day of last week."""
    direction = found[0].casefold().split()[-1]
    example = latest_weekday(0, today) + timedelta(days={"ini": 0, "depan": 7}.get(direction, -7))
    return Rejected(f"“{found[0].strip()}” hari apa tepatnya? Misalnya {indonesian.hari_tanggal(example)}.")


def ask_which_day(found: re.Match[str], today: date) -> Days:
    raise which_day(found, today)


def days_ago(found: re.Match[str], today: date) -> Days:
    word = found["n"].casefold()
    return Days.on(today - timedelta(days=1 if word == "se" else NUMBERS.get(word) or int(word)))


def whole_month(found: re.Match[str], today: date) -> Days:
    day = _date(1, found["month_a"], found["year_a"], today)
    return Days(day, month_end(day), sebulan=True)


def this_or_last_month(found: re.Match[str], today: date) -> Days:
    first = today.replace(day=1)
    first = first if found["direction"].casefold() == "ini" else (first - timedelta(days=1)).replace(day=1)
    return Days(first, month_end(first), sebulan=True)
