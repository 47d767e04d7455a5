"""Templat: the Word templates of a satker's reports and letters; the built-in one is used while no row is in force."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.satker import Here


class Jenis(StrEnum):
    """The document that a template is for: the report, or the covering letter as a file of its own."""

    LAPORAN = "laporan"
    SURAT = "surat"


class Templat(Row):
    """A Word template of a satker, kept for good: a report of last year is drawn again with the template of then."""

    __tablename__ = "templat"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    jenis: Mapped[Jenis] = mapped_column(default=Jenis.LAPORAN)
    nama: Mapped[str]
    isi: Mapped[bytes]
    berlaku: Mapped[bool] = mapped_column(default=True)
    anggota_id: Mapped[int | None] = mapped_column(ForeignKey("anggota.id"))
    dibuat_at: Mapped[datetime]


def of(here: Here, jenis: Jenis = Jenis.LAPORAN) -> Templat | None:
    """The template in force."""
    wanted = select(Templat).where(Templat.satker_id == here.satker.id, Templat.jenis == jenis, Templat.berlaku)
    return here.session.scalar(wanted.order_by(Templat.id.desc()).limit(1))


def get(here: Here, id: int) -> Templat | None:  # noqa: A002 - the column's name
    return here.session.scalar(select(Templat).where(Templat.satker_id == here.satker.id, Templat.id == id))


def bytes_of(session: Session, id: int | None) -> bytes | None:  # noqa: A002 - as above
    """The file of a template that a frozen report names; None for the built-in one."""
    return session.scalar(select(Templat.isi).where(Templat.id == id)) if id else None


def add(
    here: Here, nama: str, isi: bytes, anggota_id: int | None, jenis: Jenis = Jenis.LAPORAN
) -> Templat:  # fmt: skip
    """A new template, in force at once."""
    end(here, jenis)
    row = Templat(satker_id=here.satker.id, jenis=jenis, nama=nama, isi=isi, anggota_id=anggota_id)
    row.dibuat_at = here.now
    here.session.add(row)
    here.session.flush()
    return row


def use(here: Here, row: Templat | None, jenis: Jenis = Jenis.LAPORAN) -> None:
    """Put an earlier template, or the built-in one, in force again."""
    end(here, jenis)
    if row is not None:
        row.berlaku = True
        here.session.flush()


def end(here: Here, jenis: Jenis = Jenis.LAPORAN) -> None:
    """End the template in force, so that the built-in one is used."""
    mine = update(Templat).where(Templat.satker_id == here.satker.id, Templat.jenis == jenis)
    here.session.execute(mine.values(berlaku=False))
