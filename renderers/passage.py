"""A passage of the report as it was chosen when its figures were gathered."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """`bab`, `kunci`: the names by which a template asks for it; `nama`: how people call it. `teks`: a paragraph or the
    item of a list a line, with its variables still open, so that it differs only where it was written otherwise; words
    between stars are italic. `sendiri`: the office wrote it."""

    bab: str
    kunci: str
    nama: str
    teks: str
    sendiri: bool = False
