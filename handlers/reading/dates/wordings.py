"""The forms in which people write dates, each with the function that reads it; order decides."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from handlers.reading.dates.calendar import MONTH, NUMBERS, WEEKDAY
from handlers.reading.dates.forms import (
    Days,
    ask_which_day,
    day_range,
    days_ago,
    one_day,
    this_or_last_month,
    weekday_alone,
    whole_month,
)

Reader = Callable[[re.Match[str], date], Days]

_LABEL = r"(?:(?:hari\s*/\s*)?(?:tgl|tanggal)\b\s*[:.]?\s*)"
_UNTIL = r"\s*(?:s\s?/\s?d|s\.\s?d\.?|sd|sampai(?:\s+dengan)?|hingga)\s*"
_DASH = rf"(?:{_UNTIL}|\s*[-–—]\s*)"
_TIME_OF_DAY = r"(?:\s+(?:pagi|siang|sore|malam))?"
_DIRECTION = r"(?:\s+(?:(?:yang|yg)\s+)?(?P<direction>lalu|kemar[ei]n|kmrn|ini|depan))?"
_FULL_WEEKDAY = r"senin|selasa|rabu|kamis|jum['’‘`´]?at|sabtu|ahad|(?<=hari )minggu"
# "Jumat Bersih" and "Jumat Agung" are names, not days of a report.
_NO_OCCASION = r"(?!\s+(?:bersih|berkah|sehat|agung|curhat|religi|ceria|legi|pahing|pon|wage|kliwon)\b)"
_RELATIVE: tuple[tuple[str, int], ...] = (
    (r"(?:kemarin|kmrn)\s+lusa|lusa\s+kemarin", -2),
    (rf"(?:kemar[ie]n|kmrn|kmren){_TIME_OF_DAY}", -1),
    (r"semalam|tadi\s+mal[ae]m|mal[ae]m\s+tadi", -1),
    (rf"(?:hari|hr|pagi|siang|sore|malam)\s+ini|tadi{_TIME_OF_DAY}|barusan", 0),
    (r"baru\s+saja|sekarang", 0),
    (rf"(?:besok|bsk){_TIME_OF_DAY}", 1),
    (r"(?:besok\s+)?lusa", 2),
)
# "RT 02/05" is an address and "10/12 foto" a share; neither is a day.
_NO_NUMBER = r"(?<!rt )(?<!rw )(?<!no )(?<!no\. )(?<!nomor )"
_NO_COUNT = r"(?!\s*(?:foto|orang|peserta|siswa|link|lembar|jam|hari|bagian)\b)"
_FREE = slice(0, 4)  # the entries of _RELATIVE that a free line uses of its own day
_DAYS_AGO = rf"(?P<n>se|\d{{1,3}}|{'|'.join(NUMBERS)})\s*(?:hari|hr)\s+(?:(?:yang|yg)\s+)?lalu"
_OTHER_WEEK = r"(?:minggu|pekan)\s+(?:lalu|kemar[ei]n|kmrn|depan)"


def _day(s: str) -> str:
    return rf"{_LABEL}?(?:(?:hari\s+)?(?P<weekday_{s}>{WEEKDAY})\b[\s,./]*)?\(?{_LABEL}?(?P<day_{s}>\d{{1,2}})(?!\d)"


def _named_month(s: str, year: str) -> str:
    return rf"\s*[-/.]?\s*(?P<month_{s}>{MONTH})\b\.?(?:{year.format(s)})\)?"


def _numeric_month(s: str, separator: str, year: str) -> str:
    return rf"\s?(?P<p{s}>{separator})\s?(?P<month_{s}>\d{{1,2}})(?!\d){year.format(s)}\)?"


def _day_and_range(year: str) -> tuple[tuple[str, Reader], ...]:
    a, b = _named_month("a", year), _named_month("b", year)
    return (rf"{_day('a')}(?:{a})?{_DASH}{_day('b')}{b}", day_range), (_day("a") + a, one_day)


_NUMERIC_YEAR = r"(?P=p{0})\s?(?P<year_{0}>\d{{4}}|\d{{2}})(?!\d)"
_LABELLED_RANGE = rf"{_LABEL}(?P<day_a>\d{{1,2}}){_DASH}(?P<day_b>\d{{1,2}})"


def _numeric_range(separator: str) -> str:
    return _UNTIL.join(_day(s) + _numeric_month(s, separator, f"(?:{_NUMERIC_YEAR})?") for s in "ab")


def _compiled(forms: Iterable[tuple[str, Reader]]) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in forms)


def _relative(days: int) -> Reader:
    return lambda _, today: Days(today + timedelta(days=days), today + timedelta(days=days))


WHOLE = _compiled(
    (
        *_day_and_range(r"[\s,/-]*'?(?P<year_{0}>\d{{4}}|\d{{2}})|"),
        (_numeric_range("[-/.]"), day_range),
        (_LABELLED_RANGE, day_range),
        (_day("a") + _numeric_month("a", "[-/.]", f"(?:{_NUMERIC_YEAR})?"), one_day),
        (r"(?P<year_a>20\d\d)(?P<p>-?)(?P<month_a>\d\d)(?P=p)(?P<day_a>\d\d)", one_day),
        (rf"{_LABEL}?(?P<day_a>\d{{1,2}}){_UNTIL}(?P<day_b>\d{{1,2}})", day_range),
        (_day("a"), one_day),
        (rf"(?P<marked>hari\s+)?(?P<weekday>{WEEKDAY})\.?{_DIRECTION}{_TIME_OF_DAY}", weekday_alone),
        *((pattern, _relative(days)) for pattern, days in _RELATIVE),
        (_DAYS_AGO, days_ago),
        (r"(?:minggu|pekan)\s+ini|" + _OTHER_WEEK, ask_which_day),
        (rf"(?:bulan\s+)?(?P<month_a>{MONTH})\.?(?:\s*'?(?P<year_a>\d{{4}}|\d{{2}}))?", whole_month),
        (r"(?P<month_a>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<year_a>20\d\d)", whole_month),
        (r"bulan\s+(?P<direction>ini|lalu|kemarin)", this_or_last_month),
    )
)
# Bare months and numbers are left out, because "Infografis Mei 2022", "17 peserta" and "Pukul 09.30" date no report.
WITHIN = _compiled(
    (rf"(?<![\w#/.-])(?:pada\s+)?(?:(?:hari\s+ini|kemarin)[\s,]+)?(?:{pattern})(?![\w/-])", read)
    for pattern, read in (
        *_day_and_range(r"[\s,/-]*(?P<year_{0}>20\d\d)\b|(?!\s*,?\s*\d{{4}})"),
        (_numeric_range("/"), day_range),
        (_day("a") + _numeric_month("a", "[-/]", _NUMERIC_YEAR), one_day),
        (_day("a") + _numeric_month("a", r"\.", r"(?P=p{0})(?P<year_{0}>20\d\d)"), one_day),
        (r"(?P<year_a>20\d\d)-(?P<month_a>\d\d)-(?P<day_a>\d\d)", one_day),
        (_NO_NUMBER + _day("a") + _numeric_month("a", "/", "") + _NO_COUNT, one_day),
        (rf"(?P<marked>hari\s+)?(?P<weekday>{_FULL_WEEKDAY}){_DIRECTION}{_NO_OCCASION}", weekday_alone),
        *((pattern, _relative(days)) for pattern, days in _RELATIVE[_FREE]),
        (_DAYS_AGO, days_ago),
        (_LABELLED_RANGE, day_range),
        (rf"{_LABEL}(?P<day_a>\d{{1,2}})", one_day),
        (_OTHER_WEEK, ask_which_day),
    )
)
