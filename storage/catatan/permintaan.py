"""Requests of one person to the reporters of a record, to complete it."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.people import Anggota
from storage.kantor.satker import Here


class State(StrEnum):
    OPEN = "open"
    DONE = "done"


class Permintaan(Row):
    """A request to the reporters of a record to complete it; open until another person has changed the record."""

    __tablename__ = "permintaan"
    __table_args__ = (Index(None, "satker_id", "nomor"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    nomor: Mapped[int]
    peminta_id: Mapped[int] = mapped_column(ForeignKey("anggota.id"), index=True)
    isi: Mapped[str]
    state: Mapped[State] = mapped_column(default=State.OPEN)
    dibuat_at: Mapped[datetime]


def request(session: Session, anggota: Anggota, nomor: int, isi: str, now: datetime) -> None:
    session.add(Permintaan(satker_id=anggota.satker_id, nomor=nomor, peminta_id=anggota.id, isi=isi, dibuat_at=now))


def open_of(here: Here, nomor: int) -> Sequence[Permintaan]:
    wanted = select(Permintaan).where(Permintaan.satker_id == here.satker.id, Permintaan.nomor == nomor)
    return here.session.scalars(
        wanted.where(Permintaan.state == State.OPEN).order_by(Permintaan.id).with_for_update()
    ).all()
