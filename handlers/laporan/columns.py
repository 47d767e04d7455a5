"""The columns and rows of a matrix: the platforms of the accounts of its days, and the jenis of the office."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from handlers.reading.dates.periods import next_month
from handlers.reading.links import WEBSITE
from storage.kantor import akun, daftar
from storage.kantor.akun import Akun
from storage.kantor.satker import Satker
from storage.nasional import platform

Cells = Mapping[tuple[str, str], int]
"""Postingan by (jenis, platform)."""


def last_day(bulan: date) -> date:
    """The last day of a month."""
    return next_month(bulan) - timedelta(days=1)


def of(known: Sequence[Akun], months: Sequence[date], filled: Iterable[str]) -> tuple[str, ...]:
    """The keys of the platforms that a table of these months shows, in the order of the accounts; `filled`: those that
    have something in it. An office that has told nothing at all has the usual ones."""
    told = platform.in_order(one for one in filled if one != WEBSITE)
    return tuple(akun.columns(known, months[0], last_day(months[-1]), told)) or platform.usual()


def of_month(known: Sequence[Akun], bulan: date, cells: Cells) -> tuple[str, ...]:
    """Those of a single month, in which also a cell that says zero is shown."""
    return of(known, [bulan], (where for _, where in cells))


def rows(office: Satker, cells: Iterable[Cells]) -> tuple[str, ...]:
    """The jenis that a table shows: all of the office, and one that it has dropped while something stood on it."""
    known = daftar.jenis(office)
    return (*known, *sorted({jenis for one in cells for jenis, _ in one} - {*known}))


def names(columns: Iterable[str], bulan: date) -> tuple[str, ...]:
    """What they are called at the end of a month."""
    return daftar.called(columns, last_day(bulan))


def filled(cells: Iterable[Cells]) -> set[str]:
    """The platforms that have postingan in one of the tables."""
    return {where for one in cells for (_, where), n in one.items() if n}


def counted(known: Sequence[Akun], months: Sequence[date], cells: Iterable[Cells]) -> list[str]:
    """The names of the platforms whose postingan are publikasi, of those that a table of these months shows."""
    marked = akun.counted(known)
    return list(names((one for one in of(known, months, filled(cells)) if one in marked), months[-1]))
