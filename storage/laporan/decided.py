"""Decisions of the ketua pelaksana: closed months, and gaps of a period that are let be."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint, bindparam, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.people import Anggota
from storage.kantor.satker import Here


class Dibiarkan(Row):
    """A gap that was let be. `kunci`: the gap with the records it is about, so that the same gap of other records is
    told again."""

    __tablename__ = "dibiarkan"
    __table_args__ = (UniqueConstraint("satker_id", "periode", "kunci"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    periode: Mapped[str]
    kunci: Mapped[str]
    anggota_id: Mapped[int] = mapped_column(ForeignKey("anggota.id"))
    dibiarkan_at: Mapped[datetime]


def let_be(here: Here, periode: str) -> set[str]:
    """The keys of gaps that were let be."""
    wanted = select(Dibiarkan.kunci).where(Dibiarkan.satker_id == here.satker.id, Dibiarkan.periode == periode)
    return set(here.session.scalars(wanted))


def leave(here: Here, periode: str, kunci: str, anggota: Anggota) -> None:
    row = Dibiarkan(
        satker_id=here.satker.id, periode=periode, kunci=kunci, anggota_id=anggota.id, dibiarkan_at=here.now
    )
    here.session.add(row)
    here.session.flush()


def show_again(here: Here, periode: str, kunci: str) -> None:
    own = delete(Dibiarkan).where(Dibiarkan.satker_id == here.satker.id, Dibiarkan.periode == periode)
    here.session.execute(own.where(Dibiarkan.kunci == kunci))


class Tutup(Row):
    """A closed month; `bulan`: its first day."""

    __tablename__ = "tutup"
    __table_args__ = (UniqueConstraint("satker_id", "bulan"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    bulan: Mapped[date]
    anggota_id: Mapped[int] = mapped_column(ForeignKey("anggota.id"))
    ditutup_at: Mapped[datetime]


_CLOSED = select(Tutup).where(Tutup.satker_id == bindparam("of_satker")).order_by(Tutup.bulan)


def closed(here: Here) -> dict[date, Tutup]:
    return {row.bulan: row for row in here.session.scalars(_CLOSED, {"of_satker": here.satker.id})}


def close(here: Here, bulan: date, anggota: Anggota) -> Tutup:
    row = Tutup(satker_id=here.satker.id, bulan=bulan, anggota_id=anggota.id, ditutup_at=here.now)
    here.session.add(row)
    here.session.flush()
    return row


def reopen(session: Session, row: Tutup) -> None:
    session.delete(row)
    session.flush()
