"""The facts of an office that change with time, such as who signs, each with the days on which it holds."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row
from storage.kantor.satker import Here, InForce

KETUA = "Ketua"
"""The position of who signs, where nothing else is said."""
_YEAR = re.compile(r"(?<![\w/.-])20\d\d(?![\w/-])")
# The year of a regulation says nothing about the year of a budget.
_REGULATION = re.compile(r"\b(?:nomor|no\.?)\s+\S+\s+tahun\s+20\d\d", re.IGNORECASE)


class About(StrEnum):
    """What a fact tells of; KETUA is who signs, whatever the position."""

    KETUA = "ketua"
    ALAMAT = "alamat"
    TAGLINE = "tagline"
    ATASAN = "atasan"
    KOTA_ATASAN = "kota_atasan"
    ANGGARAN = "anggaran"
    DASAR_LAPORAN = "dasar_laporan"


class Fakta(InForce, Row):
    """One fact. `jabatan` is the position of who signs, "" for every other fact; a motto has a line for each part."""

    __tablename__ = "fakta"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    tentang: Mapped[About]
    isi: Mapped[str]
    jabatan: Mapped[str] = mapped_column(default="")


def every(here: Here) -> Sequence[Fakta]:
    """All facts of an office, those that began first first."""
    rows = here.session.scalars(select(Fakta).where(Fakta.satker_id == here.satker.id))
    return sorted(rows, key=lambda row: (row.berlaku_dari or date.min, row.id))


def of(here: Here, about: About) -> list[Fakta]:
    return [row for row in every(here) if row.tentang == about]


def valid(rows: Iterable[Fakta], about: About, on: date) -> list[Fakta]:
    """The facts about one thing that hold on a day; the last one has begun last, and is the one that counts."""
    return [row for row in rows if row.tentang == about and row.in_force(on)]


def holding(rows: Iterable[Fakta], on: date) -> Mapping[About, Fakta]:
    """Of all facts, in the order of `every`, the one that counts on a day."""
    return {row.tentang: row for row in rows if row.in_force(on)}


def today(here: Here) -> Mapping[About, Fakta]:
    return holding(every(here), here.today)


def contested(rows: Iterable[Fakta], about: About, on: date) -> tuple[Fakta, Fakta] | None:
    """The fact that counts on a day and another one that claims the same day: it began with it, or was to end later.
    One without an end is simply followed by the next."""
    found = valid(rows, about, on)
    claims = [row for row in found[:-1] if row.berlaku_sampai or row.berlaku_dari == found[-1].berlaku_dari]
    return (found[-1], claims[-1]) if claims else None


def years_named(text: str) -> tuple[date | None, date | None]:
    """The first and the last day of the years that a budget sentence names; without any, it says nothing of them."""
    years = sorted(map(int, _YEAR.findall(_REGULATION.sub("", text))))
    return (date(years[0], 1, 1), date(years[-1], 12, 31)) if years else (None, None)


def dated(about: About, isi: str) -> Fakta:
    """A fact told without dates: always true, but that of a budget in the years that it names."""
    first, last = years_named(isi) if about is About.ANGGARAN else (None, None)
    jabatan = KETUA if about is About.KETUA else ""
    return Fakta(tentang=about, isi=isi, jabatan=jabatan, berlaku_dari=first, berlaku_sampai=last)
