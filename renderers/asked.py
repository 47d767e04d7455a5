"""Figures of drawings that people ask for, as they are frozen; the one-page summary is among them."""

from dataclasses import dataclass
from datetime import date

from renderers.figures import Cell, Rekap


@dataclass(frozen=True)
class Panduan:
    """The manuals, by their names: "anggota" or "ketua-pelaksana"."""

    panduan: tuple[str, ...]


@dataclass(frozen=True)
class Logo:
    """A photo that is to become the emblem; `oleh`: the anggota who sent it, `persiapan`: the set-up has asked."""

    foto: str
    oleh: int
    persiapan: bool = False


@dataclass(frozen=True)
class Templat:
    """The Word template in force, to be edited; `templat`: its number, 0 for ours; `nama`: of the file."""

    templat: int
    nama: str


@dataclass(frozen=True)
class Trial:
    """A report as a trial of that template, and no version; `nama`: of its files, without a suffix."""

    rekap: Rekap
    templat: int
    nama: str


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
    """The contents of the one-page summary. `teratas`, `pengikut`: names with their numbers; `belum`: the jenis without
    postingan; `foto`: at most four are shown; `berjalan`: the period is not over, so that a change against the whole
    one before would mislead."""

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
