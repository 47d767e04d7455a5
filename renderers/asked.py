"""Figures of drawings that people ask for, as they are frozen; the one-page summary is among them."""

from dataclasses import dataclass
from datetime import date

from renderers.figures import Cell, Ketepatan, Rekap


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
    """The Word template in force, to be edited; `templat`: its number, 0 for ours; `nama`: of the file; `surat`: it is
    that of the covering letter."""

    templat: int
    nama: str
    surat: bool = False


@dataclass(frozen=True)
class Trial:
    """A report as a trial of that template, and no version; `nama`: of its files, without a suffix; `surat`: its letter
    alone."""

    rekap: Rekap
    templat: int
    nama: str
    surat: bool = False


@dataclass(frozen=True)
class Figure:
    """A figure: `now` in this period, `before` in the one before; `parts`: what it consists of, a part a line."""

    nama: str
    now: int
    before: int | None = None
    parts: str = ""


@dataclass(frozen=True)
class Month:
    """A month of the chart; `value`: None where it has not begun; `earlier`: it belongs to the period before."""

    nama: str
    value: int | None
    earlier: bool = False


@dataclass(frozen=True)
class Ringkas:
    """The contents of the one-page summary. `top`, `followers`: names with their numbers; `missing`: the jenis without
    postingan; `foto`: at most four are shown; `running`: the period is not over, so that a change against the whole
    one before would mislead."""

    lembaga: str
    tempat: str
    judul: str
    span: str
    cut_off: date
    compared_with: str
    figures: tuple[Figure, ...]
    chart: str
    months: tuple[Month, ...]
    top: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]
    followers: tuple[tuple[str, int], ...]
    foto: tuple[Cell, ...]
    website: str = ""
    logo: str | None = None
    running: bool = False
    ketepatan: Ketepatan | None = None
