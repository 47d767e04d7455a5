"""Search: kegiatan and konten by words anywhere in what was written about them, or by number."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from storage.catatan.kegiatan import TEKS, Kegiatan
from storage.catatan.konten import Konten
from storage.kantor.satker import Here


def logged(here: Here, day: date) -> bool:
    """Something was reported on that day in the satker's zone, or is about that day."""
    begin = datetime.combine(day, datetime.min.time(), ZoneInfo(here.satker.zona))
    end = begin.replace(hour=23, minute=59, second=59, microsecond=999999)
    kegiatan = select(Kegiatan.id).where(Kegiatan.satker_id == here.satker.id, Kegiatan.dihapus_at.is_(None))
    about = (Kegiatan.mulai <= day) & (Kegiatan.selesai >= day)
    konten = select(Konten.id).where(Konten.satker_id == here.satker.id, Konten.dihapus_at.is_(None))
    shown = (Konten.tanggal == day) & Konten.sebulan.is_(False)
    found = (
        here.session.scalar(kegiatan.where(or_(about, Kegiatan.dibuat_at.between(begin, end))).limit(1)),
        here.session.scalar(konten.where(or_(shown, Konten.dibuat_at.between(begin, end))).limit(1)),
    )
    return any(found)


LONGEST = 9
KEGIATAN = tuple(getattr(Kegiatan, name) for name in ("nama", *TEKS))
KONTEN = (Konten.judul, Konten.jenis)


def cari(here: Here, words: Sequence[str]) -> list[Kegiatan | Konten]:
    """Living records that hold every word, the newest first; "#12" is number 12 alone, "12" also a word of a text."""
    held = select(Kegiatan).where(Kegiatan.satker_id == here.satker.id, Kegiatan.dihapus_at.is_(None))
    shown = select(Konten).where(Konten.satker_id == here.satker.id, Konten.dihapus_at.is_(None))
    for word in words:
        held = held.where(_has(word, Kegiatan.nomor, KEGIATAN))
        shown = shown.where(_has(word, Konten.nomor, KONTEN))
    found: list[Kegiatan | Konten] = [*here.session.scalars(held), *here.session.scalars(shown)]
    return sorted(found, key=lambda row: (_day(row), row.nomor), reverse=True)


def _has(
    word: str, nomor: InstrumentedAttribute[int], columns: Sequence[InstrumentedAttribute[Any]]
) -> ColumnElement[bool]:
    # The wildcards of LIKE mean themselves in what people type.
    texts = [] if word.startswith("#") else [column.icontains(word, autoescape=True) for column in columns]
    digits = word.removeprefix("#")
    number = digits.isascii() and digits.isdigit() and len(digits) <= LONGEST
    return or_(*texts, *([nomor == int(digits)] if number else []), false())


def _day(row: Kegiatan | Konten) -> date:
    return row.mulai if isinstance(row, Kegiatan) else row.tanggal
