"""The meaning of days that are told with their numbers: the past by default, and a doubt rather than a guess."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers.reading.dates.calendar import earliest, latest, month_after, nearest_weekday
from handlers.reading.dates.forms import Days, Meaning, Point, Told, Why, unread
from renderers import indonesian

YEAR, DAY = timedelta(days=366), timedelta(days=1)
_LONG_PAST, _SOON = timedelta(days=60), timedelta(days=90)
# Where no month is told.
_THIS_WEEK, _LONG_BEFORE = timedelta(days=7), timedelta(days=21)
_OFFERED = 4
# A month that ends between two days has the first of them in its last days, and not the other.
_TURN_FROM, _TURN_TO = 25, 7


def meaning(told: Told, today: date, text: str) -> Meaning:
    """What `told`, written as `text`, means on this day."""
    try:
        days = _dates(told, today)
    except ValueError:
        return Meaning(None, Why.IMPOSSIBLE, unread(text))
    if slip := next((p.slip for p in told.points if p.slip), ""):
        meant = _weekday(told, days, today)
        sentence = f"“{slip}” bukan nama bulan. Maksudnya {_told(days[0], days[-1])}?"
        return Meaning(_whole(days), Why.SLIP, sentence, meant.candidates or (_whole(days),))
    return (
        _other_month(told, days, today)
        or _disordered(days)
        or _one_of(told, days)
        or _gaps(told, days)
        or _year(told, days, today)
        or _weekday(told, days, today)
    )


def _whole(days: Sequence[date]) -> Days:
    return Days(days[0], days[-1])


def _told(first: date, last: date) -> str:
    return indonesian.hari_tanggal(first) if first == last else indonesian.span(first, last)


def _dates(told: Told, today: date) -> list[date]:
    """A date for each point; a later point lends its month and year to those before; ValueError where there is none."""
    points = _lent(told.points)
    known = next((n for n, p in reversed([*enumerate(points)]) if p.year and p.month), None)
    if known is None:
        return _in_order(told.points, _forward(points, _first(points[0], told, today)))
    anchor = points[known]
    days = [date(anchor.year or 0, anchor.month or 0, anchor.day)]
    for point in reversed(points[:known]):
        days.insert(0, _before(point, days[0], anchor))
    return days[:-1] + _forward(points[known:], days[-1])


def _in_order(points: Sequence[Point], days: Sequence[date]) -> list[date]:
    """Days of "20-2 September" are those of one month, in a wrong order that is asked about."""
    pairs = zip(points, days, days[1:], strict=False)
    wrong = [p.month is None and a.month == b.month and a.day > b.day for p, a, b in pairs]
    return [
        day.replace(year=days[-1].year) if turned else day for day, turned in zip(days, [*wrong, False], strict=True)
    ]


def _lent(points: Sequence[Point]) -> list[Point]:
    lent = list(points)
    for n in range(len(lent) - 2, -1, -1):
        lent[n] = replace(lent[n], month=lent[n].month or _month_of(lent[n], lent[n + 1]))
    return lent


def _month_of(point: Point, later: Point) -> int | None:
    """The month that a later point lends: of "30-2 September" the one before it."""
    turned = later.month and point.day >= _TURN_FROM and later.day <= _TURN_TO
    return (later.month - 2) % 12 + 1 if later.month and turned else later.month


def _before(point: Point, after: date, anchor: Point) -> date:
    """A day of the same month is one of the same year also where it comes later, which is then asked about."""
    if point.year and point.month:
        return date(point.year, point.month, point.day)
    if point.month == anchor.month and anchor.year:
        return date(anchor.year, anchor.month or 0, point.day)
    return latest(point.day, point.month, after)


def _first(point: Point, told: Told, today: date) -> date:
    if told.months is not None:
        return month_after(today, told.months).replace(day=point.day)
    if told.ahead:
        return earliest(point.day, point.month, today + DAY)
    return latest(point.day, point.month, today - DAY if told.past else today)


def _forward(points: Sequence[Point], first: date) -> list[date]:
    days = [first]
    for point in points[1:]:
        days.append(
            date(point.year, point.month, point.day)
            if point.year and point.month
            else earliest(point.day, point.month, days[-1])
        )
    return days


def _other_month(told: Told, days: Sequence[date], today: date) -> Meaning | None:
    """In September "bulan lalu tgl 9 September" tells two days."""
    if told.months is None or told.points[0].month in {None, days[0].month}:
        return None
    others = _dates(replace(told, months=None), today)
    either = f"{_told(days[0], days[-1])} atau {_told(others[0], others[-1])}?"
    return Meaning(None, Why.RELATIVE, f"Pesannya menyebut dua hari: {either}", (_whole(others), _whole(days)))


def _disordered(days: Sequence[date]) -> Meaning | None:
    late = next((n for n in range(1, len(days)) if days[n] < days[n - 1]), None)
    if late is None:
        return None
    end, begin = indonesian.tanggal(days[late]), indonesian.tanggal(days[late - 1])
    ends = tuple(Days.on(day) for day in sorted(days))
    return Meaning(None, Why.ORDER, f"{end} mendahului {begin}; mohon tulis ulang.", ends[:_OFFERED])


def _one_of(told: Told, days: Sequence[date]) -> Meaning | None:
    if not told.either:
        return None
    sentence = f"{' atau '.join(map(indonesian.hari_tanggal, days))}?"
    return Meaning(None, Why.GAPS, sentence, tuple(map(Days.on, days))[:_OFFERED])


def _gaps(told: Told, days: Sequence[date]) -> Meaning | None:
    joined = zip(days, days[1:], told.ranged, strict=False)
    if all(ranged or b - a <= DAY for a, b, ranged in joined):
        return None
    single = (Days.on(day) for day in days)
    whole = (_whole(days),) if days[-1] - days[0] <= _SOON else ()
    candidates = (*whole, *single)[:_OFFERED]
    named = indonesian.daftar(
        [str(day.day) if day.month == days[-1].month else indonesian.tanggal(day) for day in days]
    )
    return Meaning(
        None, Why.GAPS, f"{named} {indonesian.bulan(days[-1])} bukan hari yang berurutan. Yang mana?", candidates
    )


def _year(told: Told, days: Sequence[date], today: date) -> Meaning | None:
    """A day without its year that has come long ago, and comes again soon."""
    if told.past or told.ahead or told.months is not None or any(p.year for p in told.points):
        return None
    soon, long_past = (_SOON, _LONG_PAST) if told.points[-1].month is not None else (_THIS_WEEK, _LONG_BEFORE)
    try:
        coming = _forward(_lent(told.points), earliest(told.points[0].day, _lent(told.points)[0].month, today + DAY))
    except ValueError:
        return None
    if _agrees(told, days) and told.points[0].weekday is not None:
        return None
    certain = _agrees(told, coming) and told.points[0].weekday is not None
    if coming[0] - today > soon or (not certain and today - days[-1] <= long_past):
        return None
    sentence = f"{_told(days[0], days[-1])} atau {_told(coming[0], coming[-1])}?"
    both = (_whole(coming), _whole(days)) if certain else (_whole(days), _whole(coming))
    return Meaning(_whole(days), Why.YEAR, f"Tahun berapa: {sentence}", both)


def _agrees(told: Told, days: Sequence[date]) -> bool:
    return all(p.weekday in {None, day.weekday()} for p, day in zip(told.points, days, strict=True))


def _weekday(told: Told, days: Sequence[date], today: date) -> Meaning:
    """A typed weekday that contradicts its date is asked about, never guessed."""
    pairs = enumerate(zip(told.points, days, strict=True))
    wrong = next(((n, p.weekday) for n, (p, day) in pairs if p.weekday not in {None, day.weekday()}), None)
    if wrong is None or wrong[1] is None:
        return _near(told, days, today)
    place, day = wrong[0], days[wrong[0]]
    choices = sorted([nearest_weekday(wrong[1], day), day])
    either = " atau ".join(indonesian.hari_tanggal(one) for one in choices)
    sentence = f"{indonesian.tanggal(day)} itu hari {indonesian.hari(day)}. Yang benar {either}?"
    return Meaning(None, Why.WEEKDAY, sentence, tuple(_instead(days, place, one) for one in choices))


def _instead(days: Sequence[date], place: int, day: date) -> Days:
    """The days with another one at this place."""
    ends = sorted([*days[:place], day, *days[place + 1 :]])
    return Days(ends[0], ends[-1])


def _near(told: Told, days: Sequence[date], today: date) -> Meaning:
    """Where "hari ini" stands before a date it is this day; "kemarin" only says that it has been."""
    # Minutes of a meeting begin "pada hari ini Kamis tanggal 5 Mei 2022", whenever they are sent.
    in_full = told.points[0].weekday is not None and any(p.year for p in told.points)
    if told.near == 0 and not in_full and not days[0] <= today <= days[-1]:
        return contradicted(_whole(days), today)
    return bounded(_whole(days), today)


def contradicted(days: Days, today: date) -> Meaning:
    either = f"{indonesian.hari_tanggal(today)} atau {_told(days.mulai, days.selesai)}?"
    return Meaning(None, Why.RELATIVE, f"Pesannya menyebut dua hari: {either}", (days, Days.on(today)))


def bounded(days: Days, today: date) -> Meaning:
    """A day of the past year is sure; another is asked about."""
    if days.mulai > today:
        return Meaning(days, Why.AHEAD, ahead(days), (days,) if days.mulai <= today + YEAR else ())
    if days.mulai < today - YEAR:
        told = indonesian.span(days.mulai, days.selesai)
        return Meaning(days, Why.LONG_AGO, f"{told} sudah lebih dari setahun; mohon pastikan tanggalnya.", (days,))
    return Meaning(days)


def ahead(days: Days) -> str:
    return f"{indonesian.span(days.mulai, days.selesai)} belum tiba; mohon pastikan tanggalnya."
