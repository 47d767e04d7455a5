"""What a province takes in: the offices below it in this database, the workbooks sent to it, and what it has read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, func, select, tuple_
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.people import Anggota, Identity, Role
from storage.kantor.satker import Here, Satker
from storage.laporan.laporan import Laporan

PROVINSI = "provinsi"
_CODE = 4


class Kiriman(Row):
    """A workbook that an office sent to its province. `satker_id` is the province, `kode` the office, `pemeriksaan`
    the sum over all that stands in it, `dibuat_at` when that version was made."""

    __tablename__ = "kiriman"
    __table_args__ = (UniqueConstraint("satker_id", "kode", "periode", "versi", "dibuat_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    kode: Mapped[str]
    periode: Mapped[str]
    versi: Mapped[int]
    dibuat_at: Mapped[datetime]
    pemeriksaan: Mapped[str]
    figures: Mapped[dict[str, Any]]
    pengirim_id: Mapped[int | None] = mapped_column(ForeignKey("anggota.id"))
    diterima_at: Mapped[datetime]


class Dibaca(Row):
    """That a province has read the report of an office; `satker_id` is the province, for nothing of the office is
    written."""

    __tablename__ = "dibaca"
    __table_args__ = (UniqueConstraint("satker_id", "kode", "periode"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    kode: Mapped[str]
    periode: Mapped[str]
    dibaca_at: Mapped[datetime]


@dataclass(frozen=True)
class Made:
    """The newest version that an office below has made in this database."""

    satker: Satker
    versi: int
    dibuat_at: datetime
    figures: dict[str, Any]


def leads(office: Satker) -> bool:
    """Whether an office is that of a province, which may read the offices below it."""
    return office.tingkat == PROVINSI


def below(here: Here) -> Sequence[Satker]:
    """The offices of the kabupaten and kota of this province that are in the same database."""
    if not leads(here.satker):
        return ()
    wanted = select(Satker).where(Satker.kode.startswith(here.satker.kode, autoescape=True))
    wanted = wanted.where(func.length(Satker.kode) == _CODE, Satker.id != here.satker.id)
    return here.session.scalars(wanted.order_by(Satker.kode)).all()


def above(here: Here) -> Satker | None:
    """The province of an office, where it is in the same database."""
    kode = here.satker.kode
    if leads(here.satker) or len(kode) != _CODE:
        return None
    return here.session.scalar(select(Satker).where(Satker.kode == kode[:2], Satker.tingkat == PROVINSI))


def made(here: Here, periode: str) -> dict[str, Made]:
    """The newest reports of a period of the offices below, by their codes."""
    offices = {one.id: one for one in below(here)}
    newest = select(Laporan.satker_id, func.max(Laporan.versi)).where(Laporan.periode == periode)
    newest = newest.where(Laporan.satker_id.in_(offices)).group_by(Laporan.satker_id)
    columns = Laporan.satker_id, Laporan.versi, Laporan.dibuat_at, Laporan.figures
    wanted = select(*columns).where(Laporan.periode == periode, tuple_(Laporan.satker_id, Laporan.versi).in_(newest))
    rows = (Made(offices[id_], *told) for id_, *told in here.session.execute(wanted))
    return {one.satker.kode: one for one in rows}


def received(here: Here, periode: str) -> dict[str, Kiriman]:
    """The workbook of each office that was made last, by the codes of the offices."""
    wanted = select(Kiriman).where(Kiriman.satker_id == here.satker.id, Kiriman.periode == periode)
    return {row.kode: row for row in here.session.scalars(wanted.order_by(Kiriman.dibuat_at, Kiriman.versi))}


def of(here: Here, kode: str, periode: str) -> Sequence[Kiriman]:
    """The workbooks of an office for a period, that first which was made first."""
    wanted = select(Kiriman).where(
        Kiriman.satker_id == here.satker.id, Kiriman.kode == kode, Kiriman.periode == periode
    )
    return here.session.scalars(wanted.order_by(Kiriman.dibuat_at, Kiriman.versi)).all()


def sent_by(here: Here, anggota: Anggota, most: int | None = None) -> Sequence[Kiriman]:
    """What a person sent, the newest first."""
    wanted = select(Kiriman).where(Kiriman.satker_id == here.satker.id, Kiriman.pengirim_id == anggota.id)
    return here.session.scalars(wanted.order_by(Kiriman.id.desc()).limit(most)).all()


def add(here: Here, row: Kiriman, pengirim: Anggota) -> Kiriman:
    row.satker_id, row.pengirim_id, row.diterima_at = here.satker.id, pengirim.id, here.now
    here.session.add(row)
    here.session.flush()
    return row


def pengirim(here: Here) -> Sequence[Anggota]:
    """Who may send the workbooks of offices to this province, or is invited to."""
    wanted = select(Anggota).where(Anggota.satker_id == here.satker.id, Anggota.role == Role.PENGIRIM)
    return here.session.scalars(wanted.order_by(Anggota.untuk, Anggota.id)).all()


def active(here: Here) -> dict[str, Anggota]:
    """Those of them whom a channel knows today, by the code of their office."""
    wanted = select(Identity.anggota_id).join(Anggota, Anggota.id == Identity.anggota_id)
    known = set(here.session.scalars(wanted.where(Anggota.satker_id == here.satker.id)))
    return {one.untuk: one for one in pengirim(here) if one.id in known and one.in_force(here.today)}


def note_read(here: Here, kodes: Iterable[str], periode: str) -> None:
    """Note that this province reads the reports of these offices now."""
    wanted = select(Dibaca).where(Dibaca.satker_id == here.satker.id, Dibaca.periode == periode)
    known = {row.kode: row for row in here.session.scalars(wanted)}
    for kode in kodes:
        row = known.get(kode) or Dibaca(satker_id=here.satker.id, kode=kode, periode=periode)
        row.dibaca_at = here.now
        here.session.add(row)
    here.session.flush()


def read_at(session: Session, provinsi: Satker, kode: str, periode: str) -> datetime | None:
    """When a province read the report of an office last."""
    wanted = select(Dibaca.dibaca_at).where(Dibaca.satker_id == provinsi.id, Dibaca.kode == kode)
    return session.scalar(wanted.where(Dibaca.periode == periode))
