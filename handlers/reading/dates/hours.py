"""Hours in a free text: "jam 9", "pukul 09.00-11.00 WIB", "setengah sembilan", "ba'da dzuhur"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handlers.reading.dates.calendar import in_digits, spelled
from handlers.reading.dates.wordings import CLOCK, COUNTED, DASH, GAP

_NOON, _DAY, _HALF, _QUARTER = 12, 24, 30, 15
_IN_WORDS = spelled(range(1, _NOON + 1))
_PART = r"(?:pagi|siang|sore|petang|mal[ae]m|mlm|subuh|dini\s+hari)"
_ZONE = r"(?:wib|wita|wit)\b"
_MINUTES = rf"\d{{1,2}}|seperempat|{_IN_WORDS}"
_CUE = rf"{CLOCK}{GAP}[:=]?{GAP}"
_ABOUT = r"(?:(?:mulai|dimulai|dari|sejak|sampai|hingga|sekitar|skitar|kira-kira|kira2|tepat)[^\S\n]+){0,2}"
_HALF_PAST = r"(?:s(?:e)?t(?:e)?ng(?:a)?h|stgh|1/2|½)"


def _time(s: str) -> str:
    """A time of the clock, also one of a single number."""
    return (
        rf"(?:(?P<clock_{s}>(?:[01]?\d|2[0-4])[.:][0-5]\d|(?:[01]\d|2[0-3])[0-5]\d|0\d [0-5]\d|[12]\d 00)(?![.:]?\d)"
        rf"|(?P<half_{s}>{_HALF_PAST}\s+)?(?:(?P<hour_{s}>[01]?\d|2[0-4])(?![\d./:]*\d)(?:-?an\b)?|(?P<word_{s}>{_IN_WORDS})\b)"
        rf"(?:\s+(?P<off_{s}>kurang|krg|lewat|lwt|lebih|lbh)\s+(?P<minutes_{s}>{_MINUTES})\b(?:\s+menit\b)?)?)"
        rf"(?:(?={GAP}(?P<day_{s}>{_PART})\s+(?:ini|tadi|td)\b)|{GAP}(?P<part_{s}>{_PART})\b)?(?:{GAP}{_ZONE})?"
    )


_UNTIL = rf"(?:{DASH}|{GAP}/{GAP}(?=\d\d?[.:]))"
_END = rf"(?:{_UNTIL}(?:selesai\b|tuntas\b|(?:{_CUE})?{_time('b')}))?"
_FULL = r"(?:[01]\d|2[0-3])[.:][0-5]\d(?![.:]?\d)"
_HOURS = re.compile(rf"(?<![^\W_]){_ABOUT}{_CUE}{_time('a')}{_END}(?!\s*menit\b)", re.IGNORECASE)
# Without a cue only "09.30" is an hour, and "9.30 pagi", "9.30 WIB", "setengah sembilan".
_ALONE = (
    rf"(?:(?=\d\d?[.:]\d\d{GAP}(?:{_PART}|{_ZONE}))|(?={_FULL})|(?=(?!\d){_HALF_PAST}\s)"
    rf"|(?=\d\d?[.:][0-5]\d{_UNTIL}\d\d?[.:][0-5]\d(?!\d))|(?=\d{{4}}{_UNTIL}\d{{4}}{GAP}{_ZONE})"
    rf"|(?<=tadi )(?=\d\d?{GAP}[-–]{GAP}\d\d?\b)(?!\d\d?{GAP}[-–]{GAP}\d\d?(?:[/.-]|{COUNTED.pattern})))"
)
_BARE = re.compile(
    rf"(?<![^\W_]){_ABOUT}(?<![\d][.,:/])(?<!rp )(?<!rp\. )(?<!no )(?<!nomor ){_ALONE}{_time('a')}{_END}", re.IGNORECASE
)
_PRAYER = re.compile(
    r"\b(?:ba['’‘`´]?da|bakda|sehabis|setelah|usai|h?abis)\s+(?:s[hy]?[ao]lat\s+)?"
    r"(?:subuh|shubuh|dz?uhu?r|d?zuhu?r|ash?[ae]r|magh?rib|isy?a['’‘`´]?|jum['’‘`´]?at(?:an)?|tarawih)(?![^\W_])",
    re.IGNORECASE,
)


_BEFORE = re.compile(rf"\b(?P<part>{_PART}),?\s+$", re.IGNORECASE)


@dataclass(frozen=True)
class HourSpan:
    """The letters [start, end) tell of an hour; `value`: "09.00", "09.00–11.00", or words such as "ba'da dzuhur"."""

    start: int
    end: int
    value: str


def hours_within(text: str) -> tuple[HourSpan, ...]:
    """In the order of the text; no two of them overlap. "2 jam" is no hour."""
    edge, kept = 0, list[HourSpan]()
    for span in sorted(_all(text), key=lambda span: (span.start, -span.end)):
        if span.start >= edge:
            kept.append(span)
            edge = span.end
    return tuple(kept)


def _all(text: str) -> Iterator[HourSpan]:
    for pattern in (_HOURS, _BARE):
        for found in pattern.finditer(text):
            if value := _value(found):
                yield HourSpan(found.start(), found.end(), value)
    for found in _PRAYER.finditer(text):
        yield HourSpan(found.start(), found.end(), " ".join(found[0].split()))


def _value(found: re.Match[str]) -> str:
    first, last = _minutes(found, "a"), _minutes(found, "b")
    if first is None:
        return ""
    part = found["part_a"] or found["day_a"] or _part_before(found)
    if last is None:
        # "Jam 2" of an office is in the afternoon; "02.00" is what it says.
        after_noon = not part and not found["clock_a"] and first // 60 in _AT_NIGHT
        return _shown(first + _NOON * 60 if after_noon else _in_day(first, part))
    later = found["part_b"] or found["day_b"]
    begin, end = _in_day(first, part), _in_day(last, later or part)
    # "Jam 7 sampai 9 malam" begins in the evening too; "jam 10 sampai 2 siang" in the morning.
    if not part and later and begin + _NOON * 60 < end:
        begin += _NOON * 60
    # "Jam 10 sampai 2" ends in the afternoon, and "jam 1 sampai 3" begins there too.
    if not found["clock_a"] and not part and not later and first // 60 in _AT_NIGHT:
        begin += _NOON * 60
    if not found["clock_b"] and not later and end < begin < end + _NOON * 60:
        end += _NOON * 60
    return f"{_shown(begin)}–{_shown(end)}"


def _part_before(found: re.Match[str]) -> str:
    """Such as of "tadi malam jam 7", which is 19.00."""
    before = _BEFORE.search(found.string, max(0, found.start() - len("dini hari,  ")), found.start())
    return before["part"] if before else ""


def _minutes(found: re.Match[str], s: str) -> int | None:
    """Minutes since midnight as they were told, before the part of the day counts."""
    if clock := found[f"clock_{s}"]:
        digits = re.sub(r"\D", "", clock)
        return int(digits[:-2]) * 60 + int(digits[-2:])
    told = found[f"hour_{s}"] or found[f"word_{s}"]
    if not told:
        return None
    hour = in_digits(told)
    return hour * 60 - (_HALF if found[f"half_{s}"] else 0) + _off(found[f"off_{s}"], found[f"minutes_{s}"])


def _off(direction: str | None, told: str | None) -> int:
    if not direction or not told:
        return 0
    count = _QUARTER if told.casefold() == "seperempat" else in_digits(told)
    return -count if direction.casefold() in {"kurang", "krg"} else count


_AFTERNOON = {"siang": range(1, 6), "sore": range(1, 8), "petang": range(1, 8)}
_EVENING = range(5, _NOON)
_AT_NIGHT = range(1, 5)


def _in_day(minutes: int, part: str | None) -> int:
    """Minutes of the day: "3 sore" is 15.00, "12 malam" is midnight."""
    word, hour = (part or "").casefold(), minutes // 60
    if word in {"malam", "malem", "mlm"} and hour == _NOON:
        return minutes - _NOON * 60
    late = hour in _AFTERNOON.get(word, _EVENING if word in {"malam", "malem", "mlm"} else ())
    return minutes + _NOON * 60 if late else minutes


def _shown(minutes: int) -> str:
    return f"{minutes // 60 % _DAY:02}.{minutes % 60:02}"
