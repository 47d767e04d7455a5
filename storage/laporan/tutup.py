"""Tutup: the months that the ketua pelaksana has closed; what comes later is susulan."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.people import Anggota
from storage.kantor.satker import Here


class Tutup(Row):
    """`bulan` is its first day."""

    __tablename__ = "tutup"
    __table_args__ = (UniqueConstraint("satker_id", "bulan"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    bulan: Mapped[date]
    anggota_id: Mapped[int] = mapped_column(ForeignKey("anggota.id"))
    ditutup_at: Mapped[datetime]


def closed(here: Here) -> dict[date, Tutup]:
    rows = here.session.scalars(select(Tutup).where(Tutup.satker_id == here.satker.id).order_by(Tutup.bulan))
    return {row.bulan: row for row in rows}


def close(here: Here, bulan: date, anggota: Anggota) -> Tutup:
    row = Tutup(satker_id=here.satker.id, bulan=bulan, anggota_id=anggota.id, ditutup_at=here.now)
    here.session.add(row)
    here.session.flush()
    return row


def reopen(session: Session, row: Tutup) -> None:
    session.delete(row)
    session.flush()
