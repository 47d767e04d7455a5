"""Days that are the name of a school, a street or a house: "SMK 2 Mei", "Jl. 10 November", "lapangan 17 Agustus"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from handlers.reading.dates.forms import Days, How, Meaning, Why
from handlers.reading.dates.vague.spans import DaySpan
from handlers.reading.dates.wordings import YESTERDAY
from renderers import indonesian

_REACH = 24  # letters before a day that may be a house
_ITS_NAME = re.compile(
    r"\b(?:(?-i:SD|MA|MI)|smks?|smas?|smps?|mts|universitas|univ|institut|stikes|stie|stkip|politeknik|sekolah\s+tinggi|akademi"
    r"|jl|jln|jalan|gang|gg|rs|rsu|rsud|rumah\s+sakit|klinik|museum|monumen|tugu|yayasan|perumahan|perum|komplek|kompleks"
    r"|stasiun|jembatan)\b\.?\s*$",
    re.IGNORECASE,
)
# These have a day for a name only where it is a memorial day.
_MAY_BE_NAMED = re.compile(
    r"\b(?:lapangan|lap|stadion|gelora|gor|taman|alun-alun|gedung|graha|wisma|balai|bundaran|simpang|pasar|terminal|kampus"
    r"|masjid|plaza|posko)\b\.?\s*$",
    re.IGNORECASE,
)
_MEMORIAL = {(17, 8), (10, 11), (2, 5), (20, 5), (28, 10), (1, 6), (1, 5), (21, 4), (5, 10), (1, 10), (1, 3), (22, 12)}
# The number behind them is their own: "SMAN 2 Mei lalu".
_NUMBERED = re.compile(r"\b(?:sdn|smpn|sman|smkn|man|mtsn|min)\s*$", re.IGNORECASE)
_HOUSES = 10
_WORD = re.compile(rf"(?P<day>\d{{1,2}})\s+[^\W\d]+\.?(?P<beside>\s+(?:{YESTERDAY}))?", re.IGNORECASE)
# Two weeks ago it may have been.
_LATELY = timedelta(days=14)


def named(text: str, span: DaySpan, today: date) -> DaySpan | None:
    """A day right behind the word of a house: None where it is its name, also before "kemarin", a doubt where it may
    be, else as it is."""
    day, told = span.days, _WORD.fullmatch(text, span.start, span.end)
    if day is None or told is None or day.mulai != day.selesai:
        return span
    before = text[max(0, span.start - _REACH) : span.start]
    memorial = (day.mulai.day, day.mulai.month) in _MEMORIAL and _MAY_BE_NAMED.search(before)
    numbered, name = int(told["day"]) <= _HOUSES and _NUMBERED.search(before), _ITS_NAME.search(before)
    if name and (told["beside"] or not timedelta() < today - day.mulai <= _LATELY):
        return None
    if not (memorial or numbered or name) or day.mulai == today:
        return span
    why = f"“{told[0]}” itu {indonesian.hari_tanggal(day.mulai)}, atau nama tempatnya?"
    meant = tuple(one for one in (day, Days.on(today)) if one.mulai <= today)
    return replace(span, how=How.HINT, meaning=Meaning(None, Why.VAGUE, why, meant))
