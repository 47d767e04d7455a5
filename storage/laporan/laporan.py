"""Laporan: the reports that were made, and the texts that only people can write for them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.satker import Satker
from storage.kantor.templat import Templat


class Laporan(Row):
    """One made report: its period, version, frozen figures, where it went and the hash of its .docx."""

    __tablename__ = "laporan"
    __table_args__ = (UniqueConstraint("satker_id", "periode", "versi"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    periode: Mapped[str]
    versi: Mapped[int]
    figures: Mapped[dict[str, Any]]
    batas: Mapped[date]
    pembuat_id: Mapped[int | None] = mapped_column(ForeignKey("anggota.id"))
    dibuat_at: Mapped[datetime]
    catatan: Mapped[str] = mapped_column(default="")
    message_ids: Mapped[list[str]] = mapped_column(default=list)
    templat_id: Mapped[int | None] = mapped_column(ForeignKey(Templat.id))
    sha256: Mapped[str] = mapped_column(default="")


class Surat(Row):
    """What the secretariat gave the covering letter of a period."""

    __tablename__ = "surat"
    __table_args__ = (UniqueConstraint("satker_id", "periode"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    periode: Mapped[str]
    nomor: Mapped[str | None]
    tanggal: Mapped[date | None]
    sifat: Mapped[str | None]
    lampiran: Mapped[str | None]
    tembusan: Mapped[list[str]] = mapped_column(default=list)


class Masalah(Row):
    """A problem, reported in every period until it is closed."""

    __tablename__ = "masalah"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    judul: Mapped[str]
    isi: Mapped[str] = mapped_column(default="")
    dibuka: Mapped[date]
    ditutup: Mapped[date | None]
    dihapus_at: Mapped[datetime | None]


class Saran(Row):
    __tablename__ = "saran"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    periode: Mapped[str]
    isi: Mapped[str]
    dihapus_at: Mapped[datetime | None]


class Narasi(Row):
    """A passage of the report that somebody wrote instead of, or beside, the generated one; `dasar` is what the figures
    said at that time, empty where unknown."""

    __tablename__ = "narasi"
    __table_args__ = (UniqueConstraint("satker_id", "periode", "bagian"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    periode: Mapped[str]
    bagian: Mapped[str]
    teks: Mapped[str]
    dasar: Mapped[str] = mapped_column(default="")


Text = TypeVar("Text", Surat, Masalah, Saran, Narasi)


def add(
    session: Session, satker: Satker, periode: str, figures: dict[str, Any], batas: date, now: datetime,
    pembuat_id: int | None = None,
) -> Laporan:  # fmt: skip
    """The next version of a period's report."""
    last = select(func.max(Laporan.versi)).where(Laporan.satker_id == satker.id, Laporan.periode == periode)
    row = Laporan(satker_id=satker.id, periode=periode, figures=figures, batas=batas, pembuat_id=pembuat_id)
    row.versi, row.dibuat_at = (session.scalar(last) or 0) + 1, now
    session.add(row)
    session.flush()
    return row


def get(session: Session, id: int) -> Laporan:  # noqa: A002 - the column's name
    return session.get_one(Laporan, id)


def last(session: Session, satker: Satker, periode: str) -> Laporan | None:
    """The latest version of a period's report."""
    wanted = select(Laporan).where(Laporan.satker_id == satker.id, Laporan.periode == periode)
    return session.scalar(wanted.order_by(Laporan.versi.desc()).limit(1))


def version(session: Session, satker: Satker, periode: str, versi: int) -> Laporan | None:
    wanted = select(Laporan).where(Laporan.satker_id == satker.id, Laporan.periode == periode)
    return session.scalar(wanted.where(Laporan.versi == versi))


def surat_of(session: Session, satker: Satker, periode: str) -> Surat | None:
    return session.scalar(select(Surat).where(Surat.satker_id == satker.id, Surat.periode == periode))


def masalah_of(session: Session, satker: Satker, mulai: date, selesai: date) -> Sequence[Masalah]:
    """Those that were open in the half-open range."""
    wanted = select(Masalah).where(Masalah.satker_id == satker.id, Masalah.dihapus_at.is_(None))
    wanted = wanted.where(Masalah.dibuka < selesai).where((Masalah.ditutup.is_(None)) | (Masalah.ditutup >= mulai))
    return session.scalars(wanted.order_by(Masalah.dibuka, Masalah.id)).all()


def saran_of(session: Session, satker: Satker, periode: str) -> Sequence[str]:
    return [row.isi for row in saran_rows(session, satker, periode)]


def saran_rows(session: Session, satker: Satker, periode: str) -> Sequence[Saran]:
    wanted = select(Saran).where(Saran.satker_id == satker.id, Saran.periode == periode, Saran.dihapus_at.is_(None))
    return session.scalars(wanted.order_by(Saran.id)).all()


def narasi_of(session: Session, satker: Satker, periode: str) -> dict[str, str]:
    return {bagian: row.teks for bagian, row in narasi_rows(session, satker, periode).items() if row.teks}


def narasi_rows(session: Session, satker: Satker, periode: str) -> dict[str, Narasi]:
    wanted = select(Narasi).where(Narasi.satker_id == satker.id, Narasi.periode == periode)
    return {row.bagian: row for row in session.scalars(wanted)}


def text(session: Session, satker: Satker, kind: type[Text], id: int) -> Text | None:  # noqa: A002 - the column's name
    return session.scalar(select(kind).where(kind.satker_id == satker.id, kind.id == id))


def surat_for(session: Session, satker: Satker, periode: str) -> Surat:
    return surat_of(session, satker, periode) or added(session, Surat(satker_id=satker.id, periode=periode))


def narasi_for(session: Session, satker: Satker, periode: str, bagian: str) -> Narasi:
    """A passage; without a text of its own it is the generated one."""
    known = narasi_rows(session, satker, periode).get(bagian)
    return known or added(session, Narasi(satker_id=satker.id, periode=periode, bagian=bagian, teks=""))


def added(session: Session, row: Text) -> Text:
    session.add(row)
    session.flush()
    return row
