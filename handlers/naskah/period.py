"""The period that /masalah, /saran, /surat and /narasi write about, and the periods beside it."""

import re
from collections.abc import Callable

from handlers.chat.door import Door
from handlers.chat.messages import Button, Rejected, Turn
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode, due

MONTHS = 12
_PERIODE = re.compile(r"(?:20\d\d[- ])?(?:q|tw|s)[ -]?(?:[1-4]|iv|i{1,3})\b(?: (?:tahun )?20\d\d)?", re.IGNORECASE)
_UTUH = re.compile(r"(?:triwulan |semester )?[\w-]+(?: (?:tahun )?20\d\d)?", re.IGNORECASE)


def ditulis(turn: Turn) -> tuple[Periode, str]:
    """The period that the words after a command begin with, else the one being written; and the other words."""
    said = turn.text
    if found := _PERIODE.match(said) or _UTUH.fullmatch(said):
        try:
            periode = periods.parse(found[0], turn.today)
        except Rejected:
            return due(turn.today), said
        return periods.begun(periode, turn.today), said[found.end() :].strip(" ,:;\n")
    return due(turn.today), said


def untuk(turn: Turn, periode: Periode, text: str) -> str:
    """Which period was taken out of the words: "S1" may be a degree as well as a semester."""
    read = turn.text.removesuffix(text).strip(" ,:;\n")
    return f" untuk {periode.judul} (“{read}” dibaca sebagai periode)" if read else ""


def lainnya(turn: Turn, to: Callable[[Periode], Door], periode: Periode) -> tuple[Button, ...]:
    """The same for the period before and the one after it."""
    after = sesudahnya(periode)
    beside = (periode.previous(), *([after] if after.mulai <= turn.today else []))
    return tuple(Button(p.judul, to(p)) for p in beside)


def sesudahnya(p: Periode) -> Periode:
    last = p.nomor * len(p.bulan) == MONTHS
    return Periode(p.jenis, 1 if last else p.nomor + 1, p.tahun + last)
