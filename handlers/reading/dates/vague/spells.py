"""Words that mean one day or several, or a day by another ("tiga hari kemarin", "tanggal merah kemarin", "Senin kedua
September"): sure where there is one reading, else asked with each of them."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from handlers.reading.dates.calendar import (
    MONTH,
    NUMBER,
    ORDINAL_OF,
    ORDINALS,
    SUNDAY,
    count,
    is_holiday,
    latest,
    latest_weekday,
    month_end,
    month_number,
    weekday_number,
)
from handlers.reading.dates.forms import Days, Meaning, Why
from handlers.reading.dates.resolve import bounded, contradicted
from handlers.reading.dates.wordings import FULL_WEEKDAY, NO_DATE, PAST, WEEK, YESTERDAY
from renderers import indonesian

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_SATURDAY, _THURSDAY, _SINCE_HOLIDAY = 5, 3, 60
Reader = Callable[[re.Match[str], date], Meaning]


def either(words: str, days: Sequence[Days], today: date) -> Meaning:
    """Sure where all readings are the same days."""
    meant = tuple(dict.fromkeys(days))
    if len(meant) == 1:
        return bounded(meant[0], today)
    told = " atau ".join(one.label(date.max) for one in meant)
    return Meaning(None, Why.VAGUE, f"“{' '.join(words.split())}” itu {told}?", meant)


def asked(words: str, *days: Days) -> Meaning:
    return Meaning(None, Why.VAGUE, f"“{' '.join(words.split())}” hari apa tepatnya? Tulis tanggalnya.", days)


def untold(found: re.Match[str], _today: date) -> Meaning:
    """Words that tell no day at all."""
    return asked(found[0])


def _several(found: re.Match[str], today: date) -> Meaning:
    n, which = count(found["n"]), found["which"].casefold()
    until_today, before = Days(today - _DAY * (n - 1), today), Days(today - _DAY * n, today - _DAY)
    if which == "ini":
        return either(found[0], (until_today, Days.on(today)), today)
    if which.startswith(("terakhir", "belakangan")):
        return either(found[0], (until_today, before), today)
    return either(found[0], (before, Days.on(today - _DAY * n)), today)


def _before(found: re.Match[str], today: date) -> Meaning:
    """Such as "dua hari sebelum kemarin"."""
    base = today if found["base"].casefold().endswith("ini") else today - _DAY
    return bounded(Days.on(base - _DAY * count(found["n"] or "se")), today)


def _red(found: re.Match[str], today: date) -> Meaning:
    """The last holiday, the last Sunday, and of a day off the last Saturday."""
    past = [today - _DAY * n for n in range(1, _SINCE_HOLIDAY)]
    weekdays = (_SATURDAY, SUNDAY) if "libur" in found[0].casefold() else (SUNDAY,)
    days = [next((day for day in past if is_holiday(day)), None)]
    days += [latest_weekday(weekday, today - _DAY) for weekday in reversed(weekdays)]
    return either(found[0], [Days.on(day) for day in sorted((d for d in days if d), reverse=True)], today)


def _end_of_week(found: re.Match[str], today: date) -> Meaning:
    this = found["which"].casefold() == "ini" and today.weekday() >= _SATURDAY
    sunday = latest_weekday(SUNDAY, today + _DAY * (6 if this else -1))
    saturday = Days.on(sunday - _DAY)
    return either(found[0], (saturday, Days.on(sunday), Days(sunday - _DAY, sunday)), today)


def _evening(found: re.Match[str], today: date) -> Meaning:
    """On a Thursday "kemarin malam Kamis" is the evening before; "kemarin malam Selasa" tells two days."""
    weekday, yesterday = weekday_number(found["weekday"]), today - _DAY
    if weekday in {yesterday.weekday(), today.weekday()}:
        return bounded(Days.on(yesterday), today)
    return contradicted(Days.on(latest_weekday((weekday - 1) % 7, yesterday)), yesterday)


def _of_month(found: re.Match[str], today: date) -> Meaning:
    """A weekday by its number in a month; that of a week by its number may be counted in two ways."""
    weekday, first = weekday_number(found["weekday"]), _first_of_month(found, today)
    days = [_nth(first, weekday, found["nth"])]
    if found["week"]:
        thursday = _nth(first, _THURSDAY, found["nth"])
        days.append(thursday and thursday + _DAY * (weekday - _THURSDAY))
    if not all(days):
        return Meaning(None, Why.IMPOSSIBLE, f"{indonesian.bulan(first)} tidak mempunyai hari itu. Tulis tanggalnya.")
    return either(found[0], [Days.on(day) for day in days if day], today)


def _first_of_month(found: re.Match[str], today: date) -> date:
    if found["month"]:
        month = month_number(found["month"])
        return date(int(found["year"]), month, 1) if found["year"] else latest(1, month, today)
    this = today.replace(day=1)
    return this if found["which"].casefold() == "ini" else (this - _DAY).replace(day=1)


def _nth(first: date, weekday: int, told: str) -> date | None:
    if told.casefold() == "terakhir":
        return latest_weekday(weekday, month_end(first))
    n = ORDINAL_OF.get(told.casefold()) or int(re.sub(r"\D", "", told))
    day = latest_weekday(weekday, first + _DAY * 6) + _WEEK * (n - 1)
    return day if day.month == first.month and n else None


_MANY = rf"[2-9]\s?|1\d\s?|(?:{NUMBER})\s+"
_N = rf"se|{_MANY}"
_OFF = r"(?:tanggal|tgl|hari)\s+(?:merah|libur(?:\s+nasional)?)|libur(?:an)?"
_NTH = rf"{'|'.join(ORDINALS)}|terakhir|ke-?\s?[1-5]"
_IN_MONTH = (
    rf"(?:(?:di|pada)\s+)?(?:(?:bulan\s+)?(?P<month>{MONTH})\b\.?(?:\s+(?P<year>20\d\d))?"
    rf"|bulan\s+(?:(?:yang|yg)\s+)?(?P<which>{PAST}|ini))"
)
_SEVERAL = (
    rf"(?:selama\s+)?(?P<n>{_MANY})(?:hari|hr)\s+"
    rf"(?P<which>{YESTERDAY}|terakhir|belakangan(?:\s+ini)?|(?<!\d hari )(?<!\d hr )ini)"
)
SPELLS: tuple[tuple[str, Reader], ...] = (
    (_SEVERAL, _several),
    (rf"(?P<n>{_N})?(?:hari|hr)\s+sebelum(?:nya)?\s+(?P<base>{YESTERDAY}|hari\s+ini)", _before),
    (rf"(?:{_OFF})\s+(?:{PAST})", _red),
    (rf"(?:akhir\s+(?:pekan|minggu)|weekend)\s+(?P<which>{PAST}|ini)", _end_of_week),
    (rf"(?:{YESTERDAY})\s+(?:mal[ae]m|mlm)\s+(?P<weekday>{FULL_WEEKDAY}){NO_DATE}", _evening),
    (
        rf"(?:hari\s+)?(?P<weekday>{FULL_WEEKDAY})\s+(?P<week>(?:di\s+)?{WEEK}\s+)?(?P<nth>{_NTH})\s+{_IN_MONTH}",
        _of_month,
    ),
)


def following(found: re.Match[str], before: Days | None, today: date) -> Meaning:
    """A day by the one that is told before it: "Senin rapat, besoknya bimtek"."""
    if found["weekday"] or found["sunday"]:
        since = before.selesai + _DAY if before else today - _DAY * 6
        return bounded(
            Days.on(latest_weekday(weekday_number(found["weekday"] or found["sunday"]), since + _DAY * 6)), today
        )
    n = count(found["n"] or "se") * (2 if found["lusa"] else 1)
    if before is None:
        return asked(found[0])
    day = before.mulai - _DAY * n if found["back"] or found["back_b"] else before.selesai + _DAY * n
    return bounded(Days.on(day), today)


FOLLOWING = re.compile(
    rf"(?:(?:(?:ke)?esok(?:an)?\s+hari(?:nya)?|(?:besok|bsk|esok)nya|(?P<lusa>lusa)nya|hari\s+(?:berikut|selanjut)nya)"
    rf"|(?P<n>{_N})hari\s+(?:(?:setelah|sesudah|kemudian)(?:nya|\s+itu)|kemudian|(?P<back>sebelumnya))"
    rf"|(?:hari\s+)?(?P<weekday>{FULL_WEEKDAY})-?ny[aeo]"
    rf"|(?:(?<=[.,;\n] )|(?<=[,;]  )|(?<=\n))(?P<sunday>minggu)-?ny[aeo](?!\s+(?:lagi|depan))"
    rf"|(?P<back_b>(?:hari\s+sebelum|(?:{YESTERDAY}))nya))(?![^\W_])",
    re.IGNORECASE,
)
