"""The figures of the one-page summary as plain data."""

from dataclasses import dataclass
from datetime import date

from renderers.figures import Cell


@dataclass(frozen=True)
class Figure:
    """A figure: `kini` in this period, `dulu` in the one before; `rinci`: what it consists of, a part a line."""

    nama: str
    kini: int
    dulu: int | None = None
    rinci: str = ""


@dataclass(frozen=True)
class Month:
    """A month of the chart; `nilai`: None where it has not begun; `lama`: it belongs to the period before."""

    nama: str
    nilai: int | None
    lama: bool = False


@dataclass(frozen=True)
class Ringkas:
    """What the page says of a period.

    `teratas`, `pengikut`: names with their numbers; `belum`: the jenis without postingan; `foto`: four at most are
    shown; `berjalan`: the period is not over, so that a change against the whole one before would mislead.
    """

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
