"""Laporan: the reports that were made, and the texts that only people can write for them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, defer, mapped_column

from storage.database import Row, Session
from storage.kantor.satker import Here
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
    """The covering letter of a period: number, date and other facts that the secretariat gave it."""

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
    """A suggestion, printed in the report of its period."""

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


Text = TypeVar("Text", bound=Surat | Masalah | Saran | Narasi)


def add(here: Here, periode: str, figures: dict[str, Any], batas: date, pembuat_id: int | None = None) -> Laporan:
    """The next version of a period's report."""
    last = select(func.max(Laporan.versi)).where(Laporan.satker_id == here.satker.id, Laporan.periode == periode)
    row = Laporan(satker_id=here.satker.id, periode=periode, figures=figures, batas=batas, pembuat_id=pembuat_id)
    row.versi, row.dibuat_at = (here.session.scalar(last) or 0) + 1, here.now
    here.session.add(row)
    here.session.flush()
    return row


def get(session: Session, id: int) -> Laporan:  # noqa: A002 - the column's name
    return session.get_one(Laporan, id)


def noted(session: Session, id: int) -> Laporan:  # noqa: A002 - the column's name
    """A report whose figures are not read: they may have megabytes, and are needed to draw it alone."""
    return session.get_one(Laporan, id, options=[defer(Laporan.figures)])


def kept(session: Session) -> set[str]:
    """The sha256 of every report that is kept as it was sent, of all offices."""
    return set(session.scalars(select(Laporan.sha256).where(Laporan.sha256 != "").distinct()))


def last(here: Here, periode: str) -> Laporan | None:
    """The latest version of a period's report."""
    wanted = select(Laporan).where(Laporan.satker_id == here.satker.id, Laporan.periode == periode)
    return here.session.scalar(wanted.order_by(Laporan.versi.desc()).limit(1))


def of(here: Here, id: int) -> Laporan | None:  # noqa: A002 - the column's name
    """A report of this office, whose figures are not read."""
    wanted = select(Laporan).where(Laporan.id == id, Laporan.satker_id == here.satker.id)
    return here.session.scalar(wanted.options(defer(Laporan.figures)))


def version(here: Here, periode: str, versi: int) -> Laporan | None:
    wanted = select(Laporan).where(Laporan.satker_id == here.satker.id, Laporan.periode == periode)
    return here.session.scalar(wanted.where(Laporan.versi == versi))


def surat_of(here: Here, periode: str) -> Surat | None:
    return here.session.scalar(select(Surat).where(Surat.satker_id == here.satker.id, Surat.periode == periode))


def masalah_of(here: Here, mulai: date, selesai: date) -> Sequence[Masalah]:
    """The problems that were open on a day of [mulai, selesai), oldest first."""
    wanted = select(Masalah).where(Masalah.satker_id == here.satker.id, Masalah.dihapus_at.is_(None))
    wanted = wanted.where(Masalah.dibuka < selesai).where((Masalah.ditutup.is_(None)) | (Masalah.ditutup >= mulai))
    return here.session.scalars(wanted.order_by(Masalah.dibuka, Masalah.id)).all()


def saran_of(here: Here, periode: str) -> Sequence[str]:
    return [row.isi for row in saran_rows(here, periode)]


def saran_rows(here: Here, periode: str) -> Sequence[Saran]:
    wanted = select(Saran).where(
        Saran.satker_id == here.satker.id, Saran.periode == periode, Saran.dihapus_at.is_(None)
    )
    return here.session.scalars(wanted.order_by(Saran.id)).all()


def narasi_of(here: Here, periode: str) -> dict[str, str]:
    return {bagian: row.teks for bagian, row in narasi_rows(here, periode).items() if row.teks}


def narasi_rows(here: Here, periode: str) -> dict[str, Narasi]:
    wanted = select(Narasi).where(Narasi.satker_id == here.satker.id, Narasi.periode == periode)
    return {row.bagian: row for row in here.session.scalars(wanted)}


def text(here: Here, kind: type[Text], id: int) -> Text | None:  # noqa: A002 - the column's name
    return here.session.scalar(select(kind).where(kind.satker_id == here.satker.id, kind.id == id))


def surat_for(here: Here, periode: str) -> Surat:
    return surat_of(here, periode) or added(here.session, Surat(satker_id=here.satker.id, periode=periode))


def narasi_for(here: Here, periode: str, bagian: str) -> Narasi:
    """A passage; without a text of its own it is the generated one."""
    known = narasi_rows(here, periode).get(bagian)
    return known or added(here.session, Narasi(satker_id=here.satker.id, periode=periode, bagian=bagian, teks=""))


def added(session: Session, row: Text) -> Text:
    session.add(row)
    session.flush()
    return row
