"""Templat: the Word templates of a satker's reports; the built-in one is used where none is in force."""

from datetime import datetime

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.satker import Satker


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


def end(session: Session, satker: Satker) -> None:
    """Back to the built-in template."""
    session.execute(update(Templat).where(Templat.satker_id == satker.id).values(berlaku=False))
