"""Dibiarkan: what the ketua pelaksana has looked at in a period's list of gaps and judged fine."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.people import Anggota
from storage.kantor.satker import Satker


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


def of(session: Session, satker: Satker, periode: str) -> set[str]:
    """The keys that are let be."""
    wanted = select(Dibiarkan.kunci).where(Dibiarkan.satker_id == satker.id, Dibiarkan.periode == periode)
    return set(session.scalars(wanted))


def add(session: Session, satker: Satker, periode: str, kunci: str, anggota: Anggota, now: datetime) -> None:
    row = Dibiarkan(satker_id=satker.id, periode=periode, kunci=kunci, anggota_id=anggota.id, dibiarkan_at=now)
    session.add(row)
    session.flush()


def remove(session: Session, satker: Satker, periode: str, kunci: str) -> None:
    own = delete(Dibiarkan).where(Dibiarkan.satker_id == satker.id, Dibiarkan.periode == periode)
    session.execute(own.where(Dibiarkan.kunci == kunci))
