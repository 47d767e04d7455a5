"""Words of a name that only hint at a day ("H-1", "akhir bulan", "hari libur"): asked where no other day is told and
today does not fit them."""

import re
from datetime import date, timedelta

from handlers.reading.dates.calendar import NUMBER, SUNDAY, is_red, latest_weekday
from handlers.reading.dates.forms import Days, Meaning
from handlers.reading.dates.vague.feasts import AROUND, FEAST, LEADING
from handlers.reading.dates.vague.spells import Reader, asked, untold
from handlers.reading.dates.wordings import WEEK

_DAY = timedelta(days=1)
_FRIDAY, _SATURDAY = 4, 5
_FIRST, _LAST = range(1, 11), range(21, 32)
_EVENT = rf"(?:{FEAST}|pemilu|pilkada|pemilihan|pemungutan\s+suara|pencoblosan|coblosan|pelantikan|hari\s+h)"
_COUNT = rf"(?:se|\d{{1,2}}\s*|(?:{NUMBER})\s+)"
_FROM_A_DAY = rf"h\s?[-+–]\s?\d{{1,3}}(?:\s+{_EVENT})?"
_OF_FEAST = (
    rf"(?:{_COUNT}hari\s+(?:sebelum|setelah|sesudah)|hari\s+(?:ke-?\s?\d{{1,2}}|pertama|kedua|ketiga|terakhir))"
    rf"\s+{FEAST}"
)
_RED = r"(?:tanggal|tgl)\s+merah|hari\s+libur(?:\s+nasional)?"
_END_OF_WEEK = r"akhir\s+(?:pekan|minggu)|weekend"
_PART_OF_MONTH = r"(?P<third>awal|pertengahan|akhir)\s+(?:bulan|bln)"
_PART_OF_WEEK = rf"(?:awal|pertengahan)\s+{WEEK}"
_AROUND_FRIDAY = r"(?:sebelum|sblm|(?:men)?jelang|setelah|stlh|sesudah|selepas|sehabis|usai|h?abis)\s+jum['’‘`´]?at"


def _red(found: re.Match[str], today: date) -> Meaning:
    return Meaning(Days.on(today)) if is_red(today) or today.weekday() == _SATURDAY else asked(found[0])


def _end_of_week(found: re.Match[str], today: date) -> Meaning:
    if today.weekday() in {_SATURDAY, SUNDAY}:
        return Meaning(Days.on(today))
    sunday = latest_weekday(SUNDAY, today)
    return asked(found[0], Days.on(sunday - _DAY), Days.on(sunday))


def _part_of_month(found: re.Match[str], today: date) -> Meaning:
    fits = {"awal": _FIRST, "akhir": _LAST}.get(found["third"].casefold(), range(_FIRST[-1], _LAST[0] + 1))
    return Meaning(Days.on(today)) if today.day in fits else asked(found[0])


def _around_friday(found: re.Match[str], today: date) -> Meaning:
    """Also an hour: that of the prayer of a Friday."""
    friday = Days.on(latest_weekday(_FRIDAY, today))
    return Meaning(friday) if today.weekday() == _FRIDAY else asked(found[0], friday)


# Behind them it is told since when, or it is another number: "3 hari lalu", "tiga hari sejak Senin", "hari ke-3".
_NO_SPELL = (
    r"\s+(?:lalu|yang|yg|kerja|ke|lagi|kemudian|silam|sebelum|setelah|sesudah|h)\b|[\s-]*ke"
    r"|(?:\s+berturut[\s-]*turut)?,?\s+(?:dari|dr|sejak|sjk|mulai|terhitung)\b"
)
_LASTS = rf"(?:selama\s+)?(?:[2-9]|{NUMBER})\s+hari(?!{_NO_SPELL})"
# They say how long it lasted, and stay where they stand.
HOW_LONG = re.compile(_LASTS, re.IGNORECASE)
HINTS: tuple[tuple[str, Reader], ...] = (
    (_FROM_A_DAY, untold),
    (_OF_FEAST, untold),
    *AROUND,
    *LEADING,
    (_RED, _red),
    (_END_OF_WEEK, _end_of_week),
    (_PART_OF_MONTH, _part_of_month),
    (_PART_OF_WEEK, untold),
    (_LASTS, untold),
    (_AROUND_FRIDAY, _around_friday),
)
