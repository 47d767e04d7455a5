"""Finds days that are told with the number of the day: points in time, the words before them and the joints between."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers.reading.dates import wordings
from handlers.reading.dates.calendar import (
    DAY_IN_WORDS,
    count,
    in_digits,
    month_like,
    month_number,
    weekday_number,
    year_number,
)
from handlers.reading.dates.forms import Point, Told

_MONTHS, _DAYS, _LONGEST, _FIRST_YEAR = 12, 31, 7, 1000
_LATELY = timedelta(days=100)
_TWO_YEARS = timedelta(days=731)
_SHORT_MONTH = 5  # letters
_OR = re.compile(wordings.OR, re.IGNORECASE)
_JUST = re.compile(rf"tadi|{wordings.YESTERDAY}", re.IGNORECASE)
# "tgl 2 3 4 September"
_NEXT = re.compile(r"(?P<gap>[^\S\n]+)(?P<day>\d\d?)(?![\d.:])")


# What all days with a number have before and at their first one, in one pattern that most words soon fail.
BEGUN = re.compile(rf"{wordings.unnamed(wordings.BEFORE_DAY.pattern)}(?:\d|{DAY_IN_WORDS})", re.IGNORECASE)


def told(text: str, start: int, today: date, whole: bool = False) -> Told | None:
    """The days that are told from here on; `whole`: the text is known to be a date, so that bare numbers are days."""
    before = wordings.BEFORE_DAY.match(text, start)
    if before is None:
        return None
    labelled = whole or bool(before["label"] or before["label_b"])
    weekday, month = _weekday(before["weekday"]), month_number(before["month"]) if before["month"] else None
    first = _point(text, before.end(), today, whole, Point(0, month, weekday=weekday, labelled=labelled))
    if first is None:
        return None
    pair = _weekday(before["weekday_b"])
    found = _series(text, start, first, today, whole)
    if found is None:
        return None
    if pair is not None and len(found.points) > 1:
        found = replace(found, points=(*found.points[:-1], replace(found.points[-1], weekday=pair)))
    clue = labelled or weekday is not None or bool(before["bracket"] or before["near"])
    near = wordings.distance(before["near"]) if before["near"] else None
    months = wordings.month_distance(before["which"])
    either = len(found.points) > 1 and bool(_OR.search(text, found.start, found.end))
    found = replace(
        found,
        either=either,
        near=near,
        past=near is not None and near < 0,
        clue=clue or months is not None,
        months=months,
    )
    return _further(text, _qualified(text, found, bool(before["bracket"]), today))


def _series(text: str, start: int, first: tuple[Point, int], today: date, whole: bool) -> Told | None:
    """As many points as are joined; a joined number without a month counts only where a later one lends it."""
    points, ranged, end = [first[0]], list[bool](), first[1]
    kept = Told(start, end, (first[0],)) if _dated(first[0]) else None
    while len(points) < _LONGEST and (joint := _joint(text, end, points)):
        before = wordings.BEFORE_NEXT.match(text, joint[0])
        labelled = bool(before and (before["label"] or before["label_b"]))
        apart = labelled and text[end : joint[0]].lstrip().startswith(",")  # "fb 2, tgl 9 September"
        anew = before and before["weekday"] and not joint[1] and points[0].weekday is None  # "SMAN 11, Senin 18 Juli"
        if (apart or anew) and not _dated(points[0]):
            break
        given = Point(0, weekday=_weekday(before["weekday"]) if before else None, labelled=labelled)
        after = _point(text, before.end() if before else joint[0], today, whole, given)
        if after is None:
            break
        points.append(after[0])
        ranged.append(joint[1])
        end = after[1]
        this_month = wordings.THIS_MONTH.match(text, end)
        if _dated(after[0]) or this_month or (points[0].labelled and not _counting(text, end)):
            kept = Told(start, end, tuple(points), tuple(ranged))
    return kept


def _joint(text: str, end: int, points: Sequence[Point]) -> tuple[int, bool] | None:
    """(where the next point may begin, whether the days between are meant too)."""
    last = points[-1]
    if points[0].labelled and last.month is None and (next_one := _NEXT.match(text, end)):
        return (next_one.end("gap"), False) if int(next_one["day"]) == last.day + 1 else None
    if last.month is None and (slashed := wordings.SLASHED.match(text, end)):
        return slashed.start("day"), False
    close = end + 1 if text[end : end + 1] == ")" else end
    joint = wordings.JOINT.match(text, close)
    return (joint.end(), bool(joint["until"])) if joint else None


def _dated(point: Point) -> bool:
    return point.month is not None or point.labelled


def _counting(text: str, end: int) -> bool:
    return bool(wordings.COUNTED.match(text, end))


def _weekday(word: str | None) -> int | None:
    return weekday_number(word) if word else None


def _point(text: str, at: int, today: date, whole: bool, given: Point) -> tuple[Point, int] | None:
    iso = wordings.ISO.match(text, at)
    if iso and (iso["sign"] or whole or _lately(text, iso, today)):
        return _of_figures(iso, given), iso.end()
    compact = wordings.COMPACT.match(text, at)
    if compact and (whole or given.labelled or _lately(text, compact, today)):
        return _of_figures(compact, given), compact.end()
    if iso:
        return None
    if written := wordings.YEAR_FIRST.match(text, at):
        return _of_figures(written, given), written.end()
    day = wordings.DAY.match(text, at)
    if day is None:
        return None
    return _with_month(text, day.end(), today, whole, replace(given, day=in_digits(day[0])))


def _lately(text: str, figures: re.Match[str], today: date) -> bool:
    """Whether eight figures are a day of the past months, or at the beginning of a line one of two years."""
    try:
        day = date(int(figures["year"]), int(figures["month"]), int(figures["day"]))
    except ValueError:
        return False
    begun = not any(c.isalnum() for c in text[text.rfind("\n", 0, figures.start()) + 1 : figures.start()])
    return timedelta() <= today - day <= _LATELY or (begun and abs(today - day) <= _TWO_YEARS)


def _of_figures(found: re.Match[str], given: Point) -> Point:
    told = found.groupdict()
    day, sign = int(told["day"]) if "day" in told else given.day, told.get("sign") or "-"
    return replace(given, day=day, month=int(told["month"]), year=year_number(told["year"]), sign=sign)


def _with_month(text: str, at: int, today: date, whole: bool, given: Point) -> tuple[Point, int] | None:
    """The point with the month and year that follow its day, and where it ends."""
    full = wordings.IN_FIGURES.match(text, at)
    # "9/10/11 September" are days, "9/9/24 Mei" a date and a person.
    days = wordings.SLASHED.match(text, at) and full and int(full["year"]) - 1 == int(full["month"]) == given.day + 1
    if full and not days and _possible(full["month"]) and _ends(text, full.end()):
        return _of_figures(full, given), full.end()
    if (roman := wordings.IN_ROMAN.match(text, at)) and _ends(text, roman.end()):
        month = wordings.ROMANS.index(roman["month"].casefold()) + 1
        return replace(given, month=month, year=year_number(roman["year"]), sign="-"), roman.end()
    if word := wordings.MONTH_IN_WORDS.match(text, at):
        return _with_year(text, word.end(), today, whole, replace(given, month=_month(word)))
    short = wordings.MONTH_IN_FIGURES.match(text, at)
    if short and _possible(short["month"]) and _is_month(text, short, given, whole):
        return replace(given, month=int(short["month"]), sign=short["sign"]), short.end()
    if given.month and (year := _with_year(text, at, today, whole, given))[0].year:
        return year
    on_clock = wordings.CLOCK_GOES_ON.match(text, at)
    return _slipped(text, at, today, whole, given) or (None if on_clock else (given, at))


def _month(word: re.Match[str]) -> int:
    return month_number(word["month"]) if word["month"] else in_digits(word["number"])


def _possible(month: str) -> bool:
    return 1 <= int(month) <= _MONTHS


def _is_month(text: str, short: re.Match[str], given: Point, whole: bool) -> bool:
    """Whether the second of two figures is a month: "10.9" and "10-12" are dates only where a date is expected."""
    signs = {"/"} | ({"."} if given.labelled else set()) | ({"-", "."} if whole else set())
    slashed = wordings.MONTH_IN_WORDS.match(text, short.end())
    return short["sign"] in signs and not slashed and _ends(text, short.end())


def _ends(text: str, at: int) -> bool:
    """Whether figures end here: "17/03.1" and "1/2/3/4" go on."""
    return not re.compile(r"[^\W_]|/|[.:]\d").match(text, at)


def _with_year(text: str, at: int, today: date, whole: bool, given: Point) -> tuple[Point, int]:
    found = wordings.YEAR.match(text, at)
    year = _year(text, found, today, whole) if found else None
    return (replace(given, year=year), found.end()) if found and year else (given, at)


def _year(text: str, found: re.Match[str], today: date, whole: bool) -> int | None:
    if found["ago"]:
        return today.year - (0 if found["ago"].casefold() == "ini" else count(found["count"] or "se"))
    if found["words"]:
        return in_digits(found["words"])
    if found["year"]:
        return int(found["year"]) if _FIRST_YEAR <= int(found["year"]) <= date.max.year else None
    year = 2000 + int(found["short"].strip("'"))
    sure = whole or "'" in found["short"] or (0 <= today.year - year <= 1 and not _counting(text, found.end()))
    return year if sure else None


def _slipped(text: str, at: int, today: date, whole: bool, given: Point) -> tuple[Point, int] | None:
    """The point whose month is misspelt; a short name needs a weekday, a label or a year beside it, for "3 juri" count
    something."""
    word = wordings.WORD.match(text, at)
    month = month_like(word["word"].casefold()) if word else None
    if word is None or month is None:
        return None
    point, end = _with_year(text, word.end(), today, whole, replace(given, month=month, slip=word["word"]))
    clear = point.year or given.labelled or given.weekday is not None or len(word["word"]) > _SHORT_MONTH
    return (point, end) if clear else None


def _qualified(text: str, found: Told, bracket: bool, today: date) -> Told:
    """With what stands behind the days and belongs to them: "kemarin", "bulan lalu", a bracket, the weekday."""
    end = found.end + 1 if bracket and text[found.end : found.end + 1] == ")" else found.end
    found = _weekday_after(text, replace(found, end=end))
    after = wordings.QUALIFIED.match(text, found.end)
    if after is None or (after["month"] and found.points[-1].month) or _earlier(found.points[-1], today):
        return found
    # "Tgl 12 tadi" may be today, and nobody says "kemarin" of a year ago.
    gone = bool(after["past"]) and not _JUST.fullmatch(after["past"])
    past = found.past or gone
    months = wordings.month_distance(after["which"])
    months = found.months if months is None else months
    ahead = bool(after["ahead"]) and len(found.points) == 1
    return replace(found, end=after.end(), past=past, months=months, ahead=ahead, clue=True)


def _earlier(point: Point, today: date) -> bool:
    """Whether it is a day of more than a year ago, which is no "kemarin"."""
    return bool(
        point.year and point.month and (today.year - point.year) * _MONTHS + today.month - point.month > _MONTHS
    )


def _further(text: str, found: Told) -> Told:
    """With the last day of "tgl 12 bulan ini sampai 16"."""
    joint = wordings.JOINT.match(text, found.end) if found.months is not None and len(found.points) == 1 else None
    last = wordings.DAY.match(text, joint.end()) if joint and joint["until"] else None
    if last is None or _counting(text, last.end()) or not found.points[0].day < in_digits(last[0]) <= _DAYS:
        return found
    return replace(found, end=last.end(), points=(*found.points, Point(in_digits(last[0]))), ranged=(True,))


def _weekday_after(text: str, found: Told) -> Told:
    after = wordings.WEEKDAY_AFTER.match(text, found.end)
    if after is None or len(found.points) > 1 or found.points[0].weekday is not None:
        return found
    if after["close"] is None and "(" in after[0]:
        return found
    point = replace(found.points[0], weekday=weekday_number(after["weekday"]))
    return replace(found, end=after.end(), points=(point,), clue=True)
