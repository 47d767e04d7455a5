"""What is asked for of the template in force, as it is frozen: its own file, or a report as a trial of it."""

from dataclasses import dataclass

from renderers.figures import Rekap


@dataclass(frozen=True)
class Templat:
    """The Word file itself, to be edited; `templat`: its number, 0 for ours; `nama`: of the file."""

    templat: int
    nama: str


@dataclass(frozen=True)
class Contoh:
    """A report that is no version; `nama`: of its files, without a suffix."""

    rekap: Rekap
    templat: int
    nama: str
