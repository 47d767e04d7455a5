"""Isian: the one thing that a person was asked to type or send next, outside of any report."""

from datetime import datetime

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.people import Anggota


class Isian(Row):
    """`perihal` says what the answer is for, as a button's data does: "masalah:baru"."""

    __tablename__ = "isian"

    anggota_id: Mapped[int] = mapped_column(ForeignKey("anggota.id"), primary_key=True)
    perihal: Mapped[str]
    dibuat_at: Mapped[datetime]


def ask(session: Session, anggota: Anggota, perihal: str, now: datetime) -> Isian:
    """Await an answer; it takes the place of whatever was awaited before."""
    drop(session, anggota)
    row = Isian(anggota_id=anggota.id, perihal=perihal, dibuat_at=now)
    session.add(row)
    session.flush()
    return row


def awaited(session: Session, anggota: Anggota) -> Isian | None:
    return session.scalar(select(Isian).where(Isian.anggota_id == anggota.id).with_for_update())


def drop(session: Session, anggota: Anggota) -> None:
    session.execute(delete(Isian).where(Isian.anggota_id == anggota.id))
