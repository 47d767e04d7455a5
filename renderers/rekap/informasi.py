"""The information of BAB III: its rows by month and day, the media in the order of the matrix."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from renderers.figures import Informasi, Rekap
from renderers.indonesian import bulan, daftar, tanggal
from renderers.prosa.period import month_span


def by_day(rekap: Rekap) -> list[Informasi]:
    """By month and day; a row of which only the month is known stands last in it."""
    return sorted(rekap.informasi, key=lambda i: (i.tanggal.year, i.tanggal.month, i.sebulan, i.tanggal))


def spread(rekap: Rekap, row: Informasi) -> str:
    """The media of a row, in the order of the columns of the matrix."""
    return _ordered(rekap.platform, row.platform)


@lru_cache(maxsize=1024)
def _ordered(columns: tuple[str, ...], media: tuple[str, ...]) -> str:
    place = {name: n for n, name in enumerate(columns)}
    return daftar(sorted(media, key=lambda name: place.get(name, len(place)))) or "-"


def months(rekap: Rekap) -> list[dict[str, Any]]:
    """The months of the tables with their rows; those in a row that have none are one entry."""
    rows = {month: list[dict[str, str]]() for month in rekap.periode.bulan_tabel}
    for one in by_day(rekap):
        if (month := one.tanggal.replace(day=1)) in rows:
            rows[month].append(_row(rekap, one))
    found = [{"bulan": m, "belum": m > rekap.batas, "baris": told} for m, told in rows.items()]
    return joined(found, "baris")


def joined(found: Sequence[dict[str, Any]], content: str) -> list[dict[str, Any]]:
    """Entries of one month each, named; those without content that follow one another are told as one."""
    grouped = groupby(enumerate(found), lambda pair: pair[0] if pair[1][content] else f"{pair[1]['belum']}")
    runs = [[entry for _, entry in run] for _, run in grouped]
    return [{**run[0], "bulan": month_span([entry["bulan"] for entry in run])} for run in runs]


def _row(rekap: Rekap, one: Informasi) -> dict[str, str]:
    planned = " (rencana)" if one.tanggal > rekap.batas and not one.sebulan else ""
    when = bulan(one.tanggal) if one.sebulan else tanggal(one.tanggal) + planned
    return {"tanggal": when, "judul": one.judul, "media": spread(rekap, one)}
