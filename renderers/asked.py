"""What is drawn because somebody asked for it and is no picture of records, as it is frozen."""

from dataclasses import dataclass

from renderers.figures import Rekap


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
class Contoh:
    """A report as a trial of that template, and no version; `nama`: of its files, without a suffix."""

    rekap: Rekap
    templat: int
    nama: str
