"""Where something stands in a template, as its reader finds it: under which heading, in which table, row and column."""

from dataclasses import dataclass, replace

from renderers.templat_kantor.tanda import pendek

JUDUL = frozenset({"Heading1", "Heading2", "Heading3", "JudulDepan", "JudulLampiran"})


@dataclass(frozen=True)
class Tempat:
    """`tabel` counts below the heading; `baris` and `kolom` are those of the innermost table."""

    bagian: str = ""
    judul: str = ""
    tabel: int = 0
    baris: int = 0
    kolom: int = 0
    paragraf: str = ""

    def __str__(self) -> str:
        if self.bagian:
            return f"di {self.bagian}"
        above = f"di bawah judul “{self.judul}”" if self.judul else "sebelum judul pertama"
        if self.baris:
            cell = f" kolom {self.kolom}" if self.kolom else ""
            return f"{above}, tabel ke-{self.tabel} baris {self.baris}{cell}"
        if self.paragraf:
            return f"{above}, paragraf “{self.paragraf}”"
        return f"{above}, tabel ke-{self.tabel}" if self.tabel else above

    def at(self, paragraph: str) -> "Tempat":
        return replace(self, paragraf=pendek(paragraph))


@dataclass(frozen=True)
class Cacat:
    """A fault: one sentence, and where it is. `akibat`: it may only follow from another one."""

    kalimat: str
    tempat: Tempat | None = None
    akibat: bool = False

    def __str__(self) -> str:
        return f"{self.kalimat}, {self.tempat}." if self.tempat else f"{self.kalimat}."
