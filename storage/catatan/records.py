"""Records of both kinds: found by words or by number, told of a day, and in which kolase and reports they were used."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, bindparam, extract, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from storage.catatan import kegiatan, konten
from storage.catatan.kegiatan import TEXTS, Kegiatan
from storage.catatan.konten import Konten
from storage.database import Row
from storage.kantor.satker import Here


def logged(here: Here, day: date) -> bool:
    """Whether the satker reported anything on that day, or about that day."""
    begin = datetime.combine(day, datetime.min.time(), ZoneInfo(here.satker.zona))
    end = begin.replace(hour=23, minute=59, second=59, microsecond=999999)
    about = (Kegiatan.mulai <= day) & (Kegiatan.selesai >= day)
    shown = (Konten.tanggal == day) & Konten.sebulan.is_(False)
    found = (
        here.session.scalar(
            kegiatan.living(here)
            .with_only_columns(Kegiatan.id)
            .where(or_(about, Kegiatan.dibuat_at.between(begin, end)))
            .limit(1)
        ),
        here.session.scalar(
            konten.living(here)
            .with_only_columns(Konten.id)
            .where(or_(shown, Konten.dibuat_at.between(begin, end)))
            .limit(1)
        ),
    )
    return any(found)


LONGEST = 9
KEGIATAN = tuple(getattr(Kegiatan, name) for name in ("nama", *TEXTS))
KONTEN = (Konten.judul, Konten.jenis)


def cari(here: Here, words: Sequence[str], months: Mapping[str, int]) -> list[Kegiatan | Konten]:
    """Living records that hold every word, the newest first; "#12" is number 12 alone, "12" also a word of a text, and
    a year or a word of `months`, by its number, also what has a day then."""
    held, shown = kegiatan.living(here), konten.living(here)
    for word in words:
        month = months.get(word, 0)
        held = held.where(_has(word, Kegiatan.nomor, KEGIATAN, _then(word, month, Kegiatan.mulai, Kegiatan.selesai)))
        shown = shown.where(_has(word, Konten.nomor, KONTEN, _then(word, month, Konten.tanggal)))
    found: list[Kegiatan | Konten] = [*here.session.scalars(held), *here.session.scalars(shown)]
    return sorted(found, key=lambda row: (row.day, row.nomor), reverse=True)


def _has(
    word: str,
    nomor: InstrumentedAttribute[int],
    columns: Sequence[InstrumentedAttribute[Any]],
    then: Iterable[ColumnElement[bool]],
) -> ColumnElement[bool]:
    # The wildcards of LIKE mean themselves in what people type.
    texts = [] if word.startswith("#") else [column.icontains(word, autoescape=True) for column in columns]
    digits = word.removeprefix("#")
    number = digits.isascii() and digits.isdigit() and len(digits) <= LONGEST
    return or_(*texts, *then, *([nomor == int(digits)] if number else []), false())


_YEAR = re.compile(r"20\d\d", re.ASCII)


def _then(word: str, month: int, *days: InstrumentedAttribute[date]) -> Iterator[ColumnElement[bool]]:
    """Whether one of the days is of the year or the month that a word names; nothing for other words."""
    if month:
        yield from (extract("month", day) == month for day in days)
    elif _YEAR.fullmatch(word):
        yield from (extract("year", day) == int(word) for day in days)


class Dipakai(Row):
    """A use of a record. `nomor`: the number of the record; `sebagai`: the kolase or report that it stands in, in words
    for its reporter."""

    __tablename__ = "dipakai"
    __table_args__ = (UniqueConstraint("satker_id", "nomor", "sebagai"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    nomor: Mapped[int]
    sebagai: Mapped[str]
    at: Mapped[datetime]


def use(here: Here, nomors: Iterable[int], sebagai: str) -> list[int]:
    """Remember a use; returns the numbers for which it is new."""
    known = select(Dipakai.nomor).where(Dipakai.satker_id == here.satker.id, Dipakai.sebagai == sebagai)
    new = sorted({*nomors} - set(here.session.scalars(known)))
    here.session.add_all(Dipakai(satker_id=here.satker.id, nomor=nomor, sebagai=sebagai, at=here.now) for nomor in new)
    here.session.flush()
    return new


_USES = select(Dipakai.nomor, Dipakai.sebagai).where(Dipakai.satker_id == bindparam("of_satker"))
_USES = _USES.where(Dipakai.nomor.in_(bindparam("numbers", expanding=True))).order_by(Dipakai.id)


def uses(here: Here, numbers: Iterable[int]) -> dict[int, list[str]]:
    """The uses of these records by their numbers, the oldest first."""
    found: dict[int, list[str]] = {}
    for nomor, sebagai in here.session.execute(_USES, {"of_satker": here.satker.id, "numbers": list(numbers)}):
        found.setdefault(nomor, []).append(sebagai)
    return found
