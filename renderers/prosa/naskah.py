"""The passages of a report in words: their variables are filled in, and each is taken apart into its lines."""

import re
from collections.abc import Mapping

from renderers.figures import Rekap
from renderers.indonesian import tanggal
from renderers.passage import Passage
from renderers.prosa.period import period_words

ITALIC = re.compile(r"\*(\S(?:[^*\n]*\S)?)\*")
"""Words between stars, which are printed in italics."""
BASIS = "Ketentuan yang ditetapkan KPU"
"""What asks for the report, where an office cites no decision."""
_VARIABLE = re.compile(r"\{(\w+)\}")


def of_period(rekap: Rekap) -> Mapping[str, str]:
    """The variables of a passage that depend on the period and its cut-off, with their values."""
    told = period_words(rekap.periode, rekap.batas)
    until = "" if told.sampai == told.rentang_tabel else f", dengan data sampai dengan tanggal {tanggal(rekap.batas)}"
    return {"periode": told.lengkap, "rentang_batas": told.rentang + until, "sampai": told.sampai}


def printed(rekap: Rekap, passage: Passage) -> str:
    """A passage as the report prints it, a paragraph or item a line."""
    known = {**rekap.isian, **of_period(rekap)}
    return _VARIABLE.sub(lambda found: known.get(found[1], found[0]), passage.teks)


def lines(rekap: Rekap) -> dict[tuple[str, str], tuple[str, ...]]:
    """The lines of every passage by chapter and key."""
    return {(p.bab, p.kunci): tuple(filter(str.strip, printed(rekap, p).splitlines())) for p in rekap.naskah}
