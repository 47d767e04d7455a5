"""What the one-page summary says, as plain data."""

from dataclasses import dataclass
from datetime import date

from renderers.figures import Cell


@dataclass(frozen=True)
class Figure:
    """A figure by its name, that of the period before where it is known, and what it consists of."""

    nama: str
    kini: int
    dulu: int | None = None
    rinci: str = ""


@dataclass(frozen=True)
class Month:
    """A month of the chart; `lama`: it belongs to the period before; None where it has not begun."""

    nama: str
    nilai: int | None
    lama: bool = False


@dataclass(frozen=True)
class Ringkas:
    """`teratas` and `pengikut`: names with their numbers; `belum`: the jenis of which there is none; `berjalan`: the
    period is not over, so that a change against the whole one before would mislead."""

    lembaga: str
    tempat: str
    judul: str
    rentang: str
    batas: date
    dibanding: str
    besaran: tuple[Figure, ...]
    grafik: str
    bulan: tuple[Month, ...]
    teratas: tuple[tuple[str, int], ...]
    belum: tuple[str, ...]
    pengikut: tuple[tuple[str, int], ...]
    foto: tuple[Cell, ...]
    website: str = ""
    logo: str | None = None
    berjalan: bool = False
