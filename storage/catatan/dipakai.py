"""Dipakai: in which kolase and reports a record was used, for its reporter to see."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row
from storage.kantor.satker import Here


class Dipakai(Row):
    """`nomor` is the number of a record, `sebagai` what it stands in, in words for its reporter."""

    __tablename__ = "dipakai"
    __table_args__ = (UniqueConstraint("satker_id", "nomor", "sebagai"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    nomor: Mapped[int]
    sebagai: Mapped[str]
    at: Mapped[datetime]


def note(here: Here, nomors: Iterable[int], sebagai: str) -> list[int]:
    """Remember a use; returns the numbers for which it is new."""
    known = select(Dipakai.nomor).where(Dipakai.satker_id == here.satker.id, Dipakai.sebagai == sebagai)
    new = sorted({*nomors} - set(here.session.scalars(known)))
    here.session.add_all(Dipakai(satker_id=here.satker.id, nomor=nomor, sebagai=sebagai, at=here.now) for nomor in new)
    here.session.flush()
    return new


def of(here: Here, numbers: Iterable[int]) -> dict[int, list[str]]:
    """What these records were sent in, by their numbers, oldest first."""
    found: dict[int, list[str]] = {}
    wanted = select(Dipakai.nomor, Dipakai.sebagai).where(Dipakai.satker_id == here.satker.id)
    for nomor, sebagai in here.session.execute(wanted.where(Dipakai.nomor.in_(list(numbers))).order_by(Dipakai.id)):
        found.setdefault(nomor, []).append(sebagai)
    return found
