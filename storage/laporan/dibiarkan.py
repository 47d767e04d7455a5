"""Dibiarkan: what the ketua pelaksana has looked at in a period's list of gaps and judged fine."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row
from storage.kantor.people import Anggota
from storage.kantor.satker import Here


class Dibiarkan(Row):
    """`kunci` names one gap together with what it is about, so that the same gap elsewhere is told again."""

    __tablename__ = "dibiarkan"
    __table_args__ = (UniqueConstraint("satker_id", "periode", "kunci"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    periode: Mapped[str]
    kunci: Mapped[str]
    anggota_id: Mapped[int] = mapped_column(ForeignKey("anggota.id"))
    dibiarkan_at: Mapped[datetime]


def of(here: Here, periode: str) -> set[str]:
    """The keys that are let be."""
    wanted = select(Dibiarkan.kunci).where(Dibiarkan.satker_id == here.satker.id, Dibiarkan.periode == periode)
    return set(here.session.scalars(wanted))


def add(here: Here, periode: str, kunci: str, anggota: Anggota) -> None:
    row = Dibiarkan(
        satker_id=here.satker.id, periode=periode, kunci=kunci, anggota_id=anggota.id, dibiarkan_at=here.now
    )
    here.session.add(row)
    here.session.flush()


def remove(here: Here, periode: str, kunci: str) -> None:
    own = delete(Dibiarkan).where(Dibiarkan.satker_id == here.satker.id, Dibiarkan.periode == periode)
    here.session.execute(own.where(Dibiarkan.kunci == kunci))
