"""The time that a tally counts where that is no day and perhaps no month: a triwulan, a year, several months."""

import re
from datetime import date

from handlers.reading.dates.calendar import MONTH
from handlers.reading.dates.forms import Days
from handlers.reading.dates.periods import read_month, tried
from handlers.reading.message.parts import Doubt, day_doubt

_NTH = r"(?:[1-4]|i{1,3}|iv|satu|dua|tiga|empat|pertama|kedua|ketiga|keempat)"
_YEAR = r"(?:\s+(?:(?:tahun|thn|th)\s+)?20\d\d)?"
# "Tw 3" counts tweets too, so only a heading tells of the triwulan.
_LONGER = re.compile(
    rf"\bq\s?[1-4]\b{_YEAR}|\b(?:tri\s?wulan|kuartal|kwartal|catur\s?wulan|semester|smt)\W{{0,2}}(?:ke\W?\s*)?{_NTH}\b{_YEAR}"
    rf"|\b(?:tri\s?wulan|kuartal|semester|tahun)\s+(?:ini|lalu|kemar[ei]n)\b"
    rf"|\btw\W?(?:i{{1,3}}|iv|[1-4](?=[^,;\n\d]*(?:20\d\d)?\s*[:=\n]))(?!\w){_YEAR}"
    rf"|\b(?:{MONTH}){_YEAR}\s*(?:[-–—/&]|\b(?:s\W?d|sampai|hingga|dan)\b\W?)\s*(?:{MONTH})\b{_YEAR}"
    rf"|(?<![\w/.-])(?<!\d )\b(?:(?:tahun|thn|th)\s+)?20\d\d\b(?![/.-])",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b(?:{MONTH})\b(?:\s+20\d\d\b)?", re.IGNORECASE)
_DATED = re.compile(rf"(?:{MONTH})\W*$", re.IGNORECASE)


def longer(text: str, today: date) -> str:
    """The words for such a time, "" where there are none."""
    for found in _LONGER.finditer(text):
        year = found[0][-4:]
        alone = found[0] == year or found[0][:1] in "tT"
        if not (alone and (_DATED.search(text, 0, found.start()) or (year.isdecimal() and int(year) > today.year))):
            return found[0]
    return ""


def asked(words: str) -> Doubt:
    return Doubt("tanggal", f"“{words}” hitungan untuk tanggal atau bulan apa? Tulis tanggal atau bulannya.")


def perhaps(text: str, today: date) -> tuple[str, tuple[Doubt, ...]]:
    """A tally without the only month that it names, wherever that stands, and the doubt about it."""
    named = {found[0] for found in _MONTH.finditer(text)}
    words = named.pop() if len(named) == 1 else ""
    periode = tried(read_month, words.casefold(), today) if words else None
    if periode is None:
        return text, ()
    why = f"Apakah ini hitungan {periode.judul}?"
    return text.replace(words, " "), (day_doubt(why, [Days.in_month(periode.mulai)], today),)
