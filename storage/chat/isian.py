"""Isian: the one thing that a person was asked to type or send next, outside of any report."""

from datetime import datetime

from sqlalchemy import ForeignKey, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.people import Anggota


class Isian(Row):
    """An open question to a person. `perihal`: the subject of the answer, in the form of a button's data:
    "masalah:baru"."""

    __tablename__ = "isian"

    anggota_id: Mapped[int] = mapped_column(ForeignKey("anggota.id"), primary_key=True)
    perihal: Mapped[str]
    dibuat_at: Mapped[datetime]


def ask(session: Session, anggota: Anggota, perihal: str, now: datetime) -> Isian:
    """Note the open question of a person; an earlier one is forgotten."""
    drop(session, anggota)
    row = Isian(anggota_id=anggota.id, perihal=perihal, dibuat_at=now)
    session.add(row)
    session.flush()
    return row


# Every message asks this, and composing a query takes longer than running it.
_AWAITED = select(Isian).where(Isian.anggota_id == bindparam("of_anggota")).with_for_update()


def awaited(session: Session, anggota: Anggota) -> Isian | None:
    return session.scalar(_AWAITED, {"of_anggota": anggota.id})


def drop(session: Session, anggota: Anggota) -> None:
    """Forget the open question of a person; mostly there is none, and then nothing is written."""
    if (row := awaited(session, anggota)) is not None:
        session.delete(row)
        session.flush()
