"""Lines of a form that only say of which sector the partner is: "Jenis mitra: Nonpemerintah"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.reading.message.form import Piece
from handlers.reading.message.lines.line import OTHER
from storage.catatan.kegiatan import INTERNAL, NONPEMERINTAH, PEMERINTAH

SECTOR = "sektor"
_MAY = frozenset({"instansi", "jenis", OTHER})
_SAID = re.compile(
    r"(?:[^:=]{1,30}[:=]\s*)?(?:mitra\s+|instansi\s+|lembaga\s+)?"
    r"(?:(?P<internal>internal)|(?P<non>non)?[\s-]*pemerintah(?:an)?)[\s.]*",
    re.IGNORECASE,
)


def with_sectors(pieces: Sequence[Piece], text: str) -> Sequence[Piece]:
    """The pieces, those of a sector alone under its name."""
    return [replace(one, field=SECTOR) if one.field in _MAY and _of(one, text) else one for one in pieces]


def sector(pieces: Sequence[Piece], place: tuple[int, int], text: str) -> str:
    """The sector that lines within a place say, "" where none does, or two differ."""
    said = {_of(one, text) for one in pieces if one.field == SECTOR and place[0] <= one.lines[0].start < place[1]}
    return said.pop() if len(said) == 1 else ""


def _of(piece: Piece, text: str) -> str:
    found = _SAID.fullmatch(piece.lines[0].of(text)) if len(piece.lines) == 1 else None
    if found is None:
        return ""
    return INTERNAL if found["internal"] else NONPEMERINTAH if found["non"] else PEMERINTAH
