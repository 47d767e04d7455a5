"""The period that /masalah, /saran, /surat and /narasi write about, and the periods beside it."""

import re
from collections.abc import Callable

from handlers.chat.door import Door
from handlers.chat.messages import Button, Rejected, Turn
from handlers.reading.dates import periods
from handlers.reading.dates.pekan import is_span
from handlers.reading.dates.periods import Periode, due

MONTHS = 12
# Before words "S3" is a degree, while no text begins with "Q5" or "TW V".
_PERIODE = re.compile(
    r"(?:20\d\d[- ])?(?:(?:q|tw)[ -]?(?:\d\d?|[ivx]+)|s[ -]?(?:[12]|ii?))\b(?: (?:tahun )?20\d\d)?", re.IGNORECASE
)


def written_about(turn: Turn) -> tuple[Periode, str]:
    """The period that the words after a command begin with, else the one being written; and the other words. Rejected
    where they look like a period and there is no such, or name a week or a month."""
    said = turn.text
    if whole := periods.read(said, turn.today):
        return periods.begun(whole, turn.today), ""
    if found := _PERIODE.match(said):
        periode = periods.parse(found[0], turn.today)
        return periods.begun(periode, turn.today), said[found.end() :].strip(" ,:;\n")
    if is_span(said, turn.today):
        raise Rejected(f"“{said}” bukan periode laporan; tulis misalnya {periods.EXAMPLES}.")
    return due(turn.today), said


def taken_for(turn: Turn, periode: Periode, text: str) -> str:
    """Tells which words were read as a period, because "S1" may be a degree as well as a semester."""
    read = turn.text.removesuffix(text).strip(" ,:;\n")
    return f" untuk {periode.judul} (“{read}” dibaca sebagai periode)" if read else ""


def beside(turn: Turn, to: Callable[[Periode], Door], periode: Periode) -> tuple[Button, ...]:
    """Buttons to the same card of the period before and of the one after."""
    after = following(periode)
    others = (periode.previous(), *([after] if after.mulai <= turn.today else []))
    return tuple(Button(p.judul, to(p)) for p in others)


def following(p: Periode) -> Periode:
    last = p.nomor * len(p.bulan) == MONTHS
    return Periode(p.jenis, 1 if last else p.nomor + 1, p.tahun + last)
