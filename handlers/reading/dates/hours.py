"""Hours as people write them: "jam 9", "pukul 09.00-11.00 WIB", "setengah sembilan", "ba'da dzuhur", "9"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handlers.reading.daerah.tables import words_for
from handlers.reading.dates.calendar import in_digits, spelled
from handlers.reading.dates.clock.day import AT_NIGHT, EVENING, NOON, in_day, shown
from handlers.reading.dates.wordings import (
    CLOCK,
    COUNTED,
    DASH,
    FULL_WEEKDAY,
    GAP,
    MEASURE,
    NAME_BEFORE,
    NAMED_BY_NUMBER,
    NEAR,
    NUMBER_OF,
    UNTIL,
    YESTERDAY,
)
from renderers import indonesian

_HALF, _QUARTER = 30, 15
# The numbers of a clock in words, also in languages beside Indonesian.
_SPOKEN = [word for n in range(1, NOON + 1) for word in words_for(indonesian.spelled_out(n))]
_IN_WORDS = "|".join([spelled(range(1, NOON + 1)), *_SPOKEN])
_LATER = "|".join(word for part in ("siang", "sore", "malam") for word in words_for(part))
_PART = rf"(?:pagi|pgi|siang|sore|petang|mal[ae]m|mlm|subuh|dini\s+hari|{'|'.join(words_for('pagi'))}|{_LATER})"
_HALVES = r"[ap]\.?m\b\.?"
_ZONE = r"(?:wib|wita|wit)\b"
_MINUTES = rf"\d{{1,2}}|seperempat|{_IN_WORDS}"
_CUE = rf"(?:{CLOCK}|@){GAP}[:=]?{GAP}"
_UP_TO = rf"(?:s[./]?d\.?|sampai|hingga|smpe|sa?mpe|{'|'.join(words_for('sampai'))})"
_ABOUT = rf"(?:(?:mulai|dimulai|dari|dr|sejak|{_UP_TO}|sekitar|skitar|kira-kira|kira2|tepat)[^\S\n]+){{0,2}}"
_HALF_PAST = r"(?:s(?:e)?t(?:e)?ng(?:a)?h|stgh|1/2|½)"
_VAGUELY = (
    r"(?:\s?-?an\b)?(?:[^\S\n]+(?:(?:tepat|teng)\b(?![^\S\n]+waktu)|(?:lebih|lewat|kurang)[^\S\n]+(?:sedikit|dikit)\b"
    r"|(?:lebih|kurang)\b(?=[^\S\n]+di\b|\s*$|[,.;\n])))?"
)
# Behind a part of the day that belongs to the day then: "jam 3 sore ini", "sampai malam Jumat".
_OF_DAY = rf"(?:\s+(?:ini|tadi|td)\b|(?<=m)\s+(?:{FULL_WEEKDAY}|minggu)\b)"


# Behind minutes that stand apart: "jam 7 30 di aula", but "jam 7 30 orang".
_NO_MORE = rf"(?=\s*(?:$|[,.;)\n-]|{_ZONE}|(?:di|s/d|sampai|tadi|kemarin)\b))"


def _time(s: str, signs: str = ".:") -> str:
    """A time of the clock, also one of a single number; `signs`: what may stand before its minutes."""
    cued = "," in signs
    commas = rf"|[01]?\d,(?:00|15|30|45)(?!\s*\w*\d)|[01]?\d (?:00|15|30|45){_NO_MORE}" if cued else ""
    return (
        rf"(?:(?P<clock_{s}>(?:(?:[01]?\d|2[0-3])[.:][0-5]\d(?::[0-5]\d)?|24[.:]00|(?:[01]\d|2[0-3])[0-5]\d"
        rf"|0\d [0-5]\d|[12]\d 00{commas}))(?![.:]?\d)"
        rf"|(?P<half_{s}>{_HALF_PAST}\s+)?(?:(?P<hour_{s}>[01]?\d|2[0-4])(?![\d./:]*\d)|(?P<word_{s}>{_IN_WORDS})\b)"
        rf"(?:\s+(?P<off_{s}>kurang|krg|lewat|lwt|lebih|lbh)\s+(?P<minutes_{s}>{_MINUTES})\b(?:\s+menit\b)?)?)"
        rf"{_VAGUELY}(?:(?={GAP}(?P<day_{s}>{_PART}){_OF_DAY})|{GAP}(?P<part_{s}>{_PART}\b|{_HALVES}))?(?:{GAP}{_ZONE})?"
    )


_PRAYERS = (
    r"(?:s[hy]?[ao]lat\s+)?(?:s[hy]?ubuh|dz?uhu?r|d?zuhu?r|ash?[ae]r|magh?rib|isy?a['’‘`´]?|jum['’‘`´]?atan|tarawih)"
    r"(?![^\W_])"
)
_DONE = r"(?:selesai|tuntas|kelar|rampung|beres)\b"
_IN_PART = (
    rf"(?:(?:(?:sebelum|(?:men)?jelang)\s+)?{_PRAYERS}|(?:tengah\s+(?:mal[ae]m|hari)|{_PART})\b(?:\s+hari\b)?)"
    rf"(?!{_OF_DAY})"
)
_UNTIL = rf"(?:{DASH}|{GAP}/{GAP}(?=\d\d?[.:]))"
_THEN = rf"\s+(?:pada\s+)?(?={_CUE}|\d\d?[.:][0-5]\d(?!\d))"
_OVER = r"(?:selesai|berakhir|bubar|ditutup|kelar|rampung|tuntas)"
_CLOSING = rf",?\s+(?:(?:dan|lalu)\s+)?{_OVER}{_THEN}"
_END = rf"(?:(?:{_UNTIL}(?:{_DONE}{_THEN})?|{_CLOSING})(?:{_DONE}|(?P<words_b>{_IN_PART})|(?:{_CUE})?{_time('b')}))?"
_FULL = r"(?:[01]\d|2[0-3])[.:][0-5]\d(?![.:]?\d)"
_HOURS = re.compile(rf"(?<![^\W_]){_ABOUT}{_CUE}{_time('a', '.:,')}{_END}(?!\s*menit\b)", re.IGNORECASE)
# Without a cue only "09.30" is an hour, and "9.30 pagi", "9.30 WIB", "setengah sembilan", "13 lewat 15".
_ALONE = (
    rf"(?:(?=\d\d?[.:]\d\d{GAP}(?:{_PART}|{_ZONE}|{_HALVES}))|(?={_FULL})|(?=(?!\d){_HALF_PAST}\s)"
    rf"|(?=\d\d?[.:][0-5]\d{_UNTIL}\d\d?[.:][0-5]\d(?!\d))|(?=\d{{4}}{_UNTIL}\d{{4}}{GAP}{_ZONE})"
    rf"|(?=1/2\s+\d\d?\s+{_PART}\b)|(?=\d\d?\s+(?:lewat|lwt)\s+(?:{_MINUTES})\b(?!{COUNTED.pattern}))|(?=\d\d?\s+kurang\s+(?:seperempat|\d\d?\s+menit)\b)"
    rf"|(?<=tadi )(?=\d\d?{GAP}[-–]{GAP}\d\d?\b)(?!\d\d?{GAP}[-–]{GAP}\d\d?(?:[/.-]|{COUNTED.pattern})))"
)
_ANY = r"(?<![\d][.,:/])(?<!rp )(?<!rp\. )(?<!no )(?<!nomor )"
_BARE = re.compile(rf"(?<![^\W_]){_ABOUT}{_ANY}{_ALONE}{_time('a')}{_END}", re.IGNORECASE)
# They may also be a share or the number of a thing: "9.30", "7:05", "8 pagi"; "3 malam" are nights.
_UNITS = r"\s*(?:%|persen|juta|jt|mili?ar|milyar|tri?liun|ribu|rb|kg|km|cm|m2?|ha|gb|mb|poin|suara|x|kali|meter|liter)"
_WEAK = re.compile(
    rf"(?<![^\W_])(?<![#@+/-]){_ABOUT}{_ANY}(?:(?=[6-9]\.(?:00|15|30|45)(?![.:]?\d))|(?=[5-9]:[0-5]\d(?![.:]?\d))"
    rf"|(?=(?:[5-9]|1[01])\s+(?:pagi|pgi)\b)|(?=[1-3]\s+siang\b)|(?=[3-6]\s+sore\b)|(?=(?:[7-9]|1[01])\s+(?:mal[ae]m|mlm)\b))"
    rf"{_time('a')}{_END}(?!{_UNITS}(?![^\W_]))(?!{COUNTED.pattern})",
    re.IGNORECASE,
)
# Each with what stands before a number that is none, as in "SMAN 8 pagi tadi".
_IN_FIGURES: tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...]], ...] = (
    (_HOURS, ()),
    (_BARE, (MEASURE,)),
    (_WEAK, (MEASURE, NUMBER_OF, NAMED_BY_NUMBER, NAME_BEFORE)),
)
_PRAYER = re.compile(
    rf"\b(?:(?:ba['’‘`´]?d[ao]|bakd[ao]|sehabis|setelah|stlh|sesudah|selepas|usai|h?abis)\s+(?:(?:s[hy]?[ao]lat\s+)?jum['’‘`´]?at(?![^\W_])"
    rf"|{_PRAYERS})|(?:sebelum|sblm|(?:men)?jelang)\s+(?:s[hy]?[ao]lat\s+jum['’‘`´]?at(?![^\W_])|{_PRAYERS}))"
    rf"(?:{_UNTIL}(?:{_DONE}|(?P<words>{_IN_PART})|(?:{_CUE})?{_time('c')}))?",
    re.IGNORECASE,
)
_NOON_OR_NIGHT = re.compile(r"\b(?:(?:tepat|pada)\s+)?(?P<words>tengah\s+(?:hari|mal[ae]m))\b", re.IGNORECASE)
# "Dari pagi sampai sore"; in "kemarin pagi sampai sore" the day has the first word.
_PARTS = re.compile(
    rf"(?P<lead>\b(?:dari|sejak|mulai)\s+)?(?P<from>\b{_PART}(?:\s+hari)?)(?P<until>{UNTIL})(?P<to>{_IN_PART})",
    re.IGNORECASE,
)
_OF_A_DAY = re.compile(rf"\b(?:{NEAR})\s+$", re.IGNORECASE)
_BEFORE = re.compile(rf"\b(?P<part>{_PART})2?(?:\s+(?:ini|tadi|td|{YESTERDAY}))?,?\s+$", re.IGNORECASE)
# A day with its part, in the clause before an hour: "Senin malam rapat di aula jam 8".
_IN_CLAUSE = re.compile(
    rf"\b(?:(?:{_PART}\s+(?:ini|tadi|td|{YESTERDAY})|(?:tadi|td|{YESTERDAY}|{FULL_WEEKDAY})\s+{_PART}|semal[ae]m|smlm|smalam"
    rf"|(?:siang|sore|petang|mal[ae]m)ny[aoe])|{NEAR}|{FULL_WEEKDAY}|tgl|tanggal)\b",
    re.IGNORECASE,
)
_LATE = re.compile(rf"siang|sore|petang|mal[ae]m|mlm|smlm|{_LATER}", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;,\n]")
_JOINED = re.compile(rf"{GAP}(?:,?{GAP}(?:dan|serta|lalu)\b|[,&]){GAP}")
_NEIGHBOURS, _SAID = 24, 80
_LAST = re.compile(rf"\b(?:{_UP_TO}|{_OVER})\s+(?:pada\s+)?{_ABOUT}(?:{_CUE})?$", re.IGNORECASE)


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
        if kept and _JOINED.fullmatch(text, edge, span.start):
            kept[-1] = HourSpan(kept[-1].start, span.end, f"{kept[-1].value}, {span.value}")
        elif span.start >= edge:
            kept.append(span)
        edge = max(edge, kept[-1].end)
    return tuple(kept)


_WHOLE = re.compile(rf"{CLOCK}|@", re.IGNORECASE)
_MORE = re.compile(rf"wita?\b|{_DONE}\W*$", re.IGNORECASE)


def hours(text: str) -> str:
    """The hour that is all a text says, which needs no cue, else nothing; another zone than WIB and an open end are
    something else that it says."""
    typed = text.strip(" .")
    told = typed if _WHOLE.match(typed) else f"jam {typed}"
    found = hours_within(told) if re.search(r"\d", typed[:_NEIGHBOURS]) and not _MORE.search(typed) else ()
    return found[0].value if found and (found[0].start, found[0].end) == (0, len(told)) else ""


def _all(text: str) -> Iterator[HourSpan]:
    for pattern, others in _IN_FIGURES:
        for found in pattern.finditer(text):
            before = text[max(0, found.start() - _NEIGHBOURS) : found.start()]
            if (value := _value(found)) and not any(other.search(before) for other in others):
                yield HourSpan(found.start(), found.end(), value)
    yield from _in_words(text)


def _in_words(text: str) -> Iterator[HourSpan]:
    for found in _PRAYER.finditer(text):
        yield HourSpan(found.start(), found.end(), _of_prayer(found))
    for found in _NOON_OR_NIGHT.finditer(text):
        yield HourSpan(found.start(), found.end(), _plain(found["words"]))
    yield from map(_of_parts, _PARTS.finditer(text))


def _plain(words: str) -> str:
    return " ".join(words.split())


def _of_prayer(found: re.Match[str]) -> str:
    """The words, and an end in figures or words: "ba'da isya–22.00"."""
    end = found.start("words") if found["words"] else _first_of(found, "c")
    head = _plain(re.split(DASH, found[0][: (end if end >= 0 else found.end()) - found.start()])[0])
    last = _minutes(found, "c")
    evening = (
        "" if re.search("subuh", head, re.IGNORECASE) else "malam" if last and last // 60 >= EVENING[0] else "sore"
    )
    told = found["words"] or (shown(in_day(last, found["part_c"] or evening)) if last is not None else "")
    return f"{head}–{_plain(told)}" if told else head


def _first_of(found: re.Match[str], s: str) -> int:
    return max(found.start(f"{name}_{s}") for name in ("clock", "half", "hour", "word"))


def _of_parts(found: re.Match[str]) -> HourSpan:
    """Without the first word where it is that of a day: "kemarin pagi sampai sore"."""
    before = found.string[max(0, found.start("from") - _NEIGHBOURS) : found.start("from")]
    start = found.start("until") if _OF_A_DAY.search(before) else found.start()
    return HourSpan(start, found.end(), f"{_plain(found['from'])}–{_plain(found['to'])}")


def _value(found: re.Match[str]) -> str:
    first, last = _minutes(found, "a"), _minutes(found, "b")
    if first is None:
        return ""
    part = found["part_a"] or found["day_a"] or _part_before(found)
    if last is None:
        after_noon = not part and _spoken(found, "a") and first // 60 in AT_NIGHT
        told = shown(first + NOON * 60 if after_noon else in_day(first, part))
        return f"{told}–{_plain(found['words_b'])}" if found["words_b"] else f"{_lead(found)}{told}"
    later = found["part_b"] or found["day_b"]
    begin, end = in_day(first, part), in_day(last, later or part)
    # "Jam 7 sampai 9 malam" begins in the evening too; "jam 10 sampai 2 siang" in the morning.
    if not part and later and begin + NOON * 60 < end:
        begin += NOON * 60
    # "Jam 10 sampai 2" ends in the afternoon, and "jam 1 sampai 3" begins there too.
    if _spoken(found, "a") and not part and not later and first // 60 in AT_NIGHT:
        begin += NOON * 60
    if _spoken(found, "b") and not later and end < begin < end + NOON * 60:
        end += NOON * 60
    return f"{shown(begin)}–{shown(end)}"


def _spoken(found: re.Match[str], s: str) -> bool:
    """Whether an hour is told as people speak: "jam 2" and "jam 1.30" of an office are in the afternoon; "02.00" is
    what it says."""
    return not found[f"clock_{s}"] or not found[f"clock_{s}"][1:2].isdigit()


def _lead(found: re.Match[str]) -> str:
    """Before the hour at which something was over: "sampai jam 11", "selesai 11.30"."""
    before = found.string[max(0, found.start() - _NEIGHBOURS) : max(found.start("clock_a"), found.start("hour_a"))]
    return "s.d. " if _LAST.search(before) else ""


def _part_before(found: re.Match[str]) -> str:
    """Such as of "tadi malam jam 7", which is 19.00, and of "Senin malam rapat jam 8"."""
    before = found.string[max(0, found.start() - _SAID) : found.start()]
    if beside := _BEFORE.search(before):
        return beside["part"]
    days = _IN_CLAUSE.findall(_CLAUSE.split(before)[-1])
    late = _LATE.search(days[-1]) if days else None
    return "malam" if late and late[0].casefold() in {"smlm", "mlm"} else late[0] if late else ""


def _minutes(found: re.Match[str], s: str) -> int | None:
    """Minutes since midnight as they were told, before the part of the day counts."""
    if clock := found[f"clock_{s}"]:
        digits = re.sub(r"\D", "", clock[: len("09.00")])
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
