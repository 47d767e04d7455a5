"""What a roll-up counts: sums, shares, ranks, and the same problem told by several offices."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from renderers.indonesian import quotient
from renderers.kantor import MEASURES, Bulan
from renderers.provinsi.kiriman import Kiriman
from renderers.provinsi.recap import RekapSatker

TOP = 5
Value = Callable[[Kiriman], int | float]


class Place(NamedTuple):
    """A line of a rank; offices with the same value share a place."""

    tempat: int
    nama: str
    nilai: int | float


@dataclass(frozen=True)
class Told:
    """What several offices wrote alike; `uraian`: their texts, each once."""

    judul: str
    satker: tuple[str, ...]
    uraian: tuple[str, ...] = ()


def total(one: Kiriman, measure: str) -> int:
    return sum(getattr(month, measure) for month in one.nasional.bulan)


def in_month(one: Kiriman, bulan: date, measure: str) -> int | None:
    """None where the report has no such month."""
    return next((getattr(month, measure) for month in one.nasional.bulan if month.bulan == bulan), None)


def reported(one: Kiriman) -> int:
    """The months of which an office has reported anything."""
    return sum(_anything(month) for month in one.nasional.bulan)


def _anything(month: Bulan) -> bool:
    return any(getattr(month, name) for name in MEASURES)


def each_month(one: Kiriman, measure: str) -> float:
    """On average of the months that were reported, to a tenth."""
    months = reported(one)
    return quotient(10 * total(one, measure), months) / 10 if months else 0.0


def same_day(one: Kiriman) -> int | None:
    """The percentage of kegiatan that were recorded on their day; None where nothing is known of it."""
    return percentage(one.nasional.sehari, one.nasional.tercatat)


def percentage(part: int, whole: int) -> int | None:
    return quotient(100 * part, whole) if whole else None


def ranked(recap: RekapSatker, value: Value) -> list[Place]:
    """All offices that have any, the most first."""
    found = [(value(one), row.nama) for row, one in recap.dihitung]
    found = sorted((told for told in found if told[0]), key=lambda told: -told[0])
    values = [told[0] for told in found]
    return [Place(values.index(n) + 1, nama, n) for n, nama in found]


def top(recap: RekapSatker, value: Value) -> list[Place]:
    """The first five, with all that share the last place."""
    return list(takewhile(lambda one: one.tempat <= TOP, ranked(recap, value)))


def sums(recap: RekapSatker, bulan: date | None = None) -> tuple[int, ...]:
    """Each measure over all offices, of a month or of the whole period."""
    months = [m for _, one in recap.dihitung for m in one.nasional.bulan if bulan in (None, m.bulan)]
    return tuple(sum(getattr(month, name) for month in months) for name in MEASURES)


def prompt(recap: RekapSatker) -> int | None:
    """The percentage of all kegiatan of the province that were recorded on their day."""
    told = [one.nasional for _, one in recap.dihitung]
    return percentage(sum(one.sehari for one in told), sum(one.tercatat for one in told))


Cells = dict[tuple[str, str], int]


def cells(ones: Iterable[Kiriman], bulan: date | None = None) -> Cells:
    """Postingan by (jenis, platform), by the lists of the country; what stands on none of its rows keeps its own."""
    found = defaultdict[tuple[str, str], int](int)
    for one in ones:
        for month, jenis, platform, n in one.nasional.postingan:
            if bulan in (None, month):
                found[jenis, platform] += n
    return dict(found)


def rows(recap: RekapSatker) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The jenis and the platforms (key and name) of the country, and behind them what offices have beside these."""
    told = cells((one for _, one in recap.dihitung))
    known = {key for key, _ in recap.platform}
    jenis = (*recap.jenis, *sorted({one for one, _ in told} - {*recap.jenis}))
    return jenis, (*recap.platform, *((one, one) for one in sorted({where for _, where in told} - known)))


def masalah(recap: RekapSatker) -> list[Told]:
    return _grouped((row.nama, judul, isi) for row, one in recap.dihitung for judul, isi in one.masalah)


def saran(recap: RekapSatker) -> list[Told]:
    return _grouped((row.nama, isi, "") for row, one in recap.dihitung for isi in one.saran)


def _grouped(told: Iterable[tuple[str, str, str]]) -> list[Told]:
    """What reads alike but for capitals, signs and spaces; that of most offices first."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for one in told:
        found["".join(c for c in one[1].casefold() if c.isalnum()) or one[1]].append(one)
    groups = (_told(rows) for rows in found.values())
    return sorted(groups, key=lambda one: (-len(one.satker), one.judul.casefold()))


def _told(rows: list[tuple[str, str, str]]) -> Told:
    names, texts = dict.fromkeys(nama for nama, *_ in rows), dict.fromkeys(isi for *_, isi in rows if isi)
    return Told(rows[0][1], tuple(names), tuple(texts))


def followers(recap: RekapSatker) -> Iterator[tuple[str, str, str, int]]:
    """Office, platform, account, followers."""
    for row, one in recap.dihitung:
        for platform, nama, n in one.nasional.pengikut:
            yield row.nama, platform, nama, n
