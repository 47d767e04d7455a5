"""Templat: the Word templates of a satker's reports; the built-in one is used where none is in force."""

from datetime import datetime

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.satker import Satker


class Templat(Row):
    """Kept for good: a report of last year is drawn again with the template of last year."""

    __tablename__ = "templat"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    nama: Mapped[str]
    isi: Mapped[bytes]
    berlaku: Mapped[bool] = mapped_column(default=True)
    anggota_id: Mapped[int | None] = mapped_column(ForeignKey("anggota.id"))
    dibuat_at: Mapped[datetime]


def of(session: Session, satker: Satker) -> Templat | None:
    """The template in force."""
    wanted = select(Templat).where(Templat.satker_id == satker.id, Templat.berlaku)
    return session.scalar(wanted.order_by(Templat.id.desc()).limit(1))


def get(session: Session, satker: Satker, id: int) -> Templat | None:  # noqa: A002 - the column's name
    return session.scalar(select(Templat).where(Templat.satker_id == satker.id, Templat.id == id))


def bytes_of(session: Session, id: int | None) -> bytes | None:  # noqa: A002 - as above
    """The file of a template that a frozen report names; None for the built-in one."""
    return session.scalar(select(Templat.isi).where(Templat.id == id)) if id else None


def add(session: Session, satker: Satker, nama: str, isi: bytes, anggota_id: int | None, now: datetime) -> Templat:
    """A new template, in force at once."""
    end(session, satker)
    row = Templat(satker_id=satker.id, nama=nama, isi=isi, anggota_id=anggota_id, dibuat_at=now)
    session.add(row)
    session.flush()
    return row


def use(session: Session, satker: Satker, row: Templat | None) -> None:
    """An earlier template, or the built-in one, is in force again."""
    end(session, satker)
    if row is not None:
        row.berlaku = True
        session.flush()


def end(session: Session, satker: Satker) -> None:
    """Back to the built-in template."""
    session.execute(update(Templat).where(Templat.satker_id == satker.id).values(berlaku=False))
