"""The satker: an office, its accounts, its legal bases and the facts that its letters cite."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, ForeignKey, func, select, tuple_, update
from sqlalchemy.ext.hybrid import hybrid_method
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session


def _of_row(row: "InForce", on: date) -> bool:
    return (row.berlaku_dari or on) <= on <= (row.berlaku_sampai or on)


def _of_table(table: type["InForce"], on: date) -> ColumnElement[bool]:
    return (func.coalesce(table.berlaku_dari, on) <= on) & (func.coalesce(table.berlaku_sampai, on) >= on)


class InForce:
    """The days on which a row holds, both ends included; `in_force` works on a row and inside a query."""

    berlaku_dari: Mapped[date | None]
    berlaku_sampai: Mapped[date | None]

    in_force = hybrid_method(_of_row, _of_table)


# `Satker.persiapan` lists the steps of the set-up that were skipped, and this word once the set-up has ended.
SET_UP = "selesai"


class Satker(Row):
    """An office. `kolase_hari` is 0 for Monday, `kolase_jam` local time, `kolase_pratinjau` hours before it or 0."""

    __tablename__ = "satker"

    id: Mapped[int] = mapped_column(primary_key=True)
    kode: Mapped[str] = mapped_column(unique=True)
    nama: Mapped[str]
    tingkat: Mapped[str] = mapped_column(default="kota")
    lembaga: Mapped[str] = mapped_column(default="KOMISI PEMILIHAN UMUM")
    tempat: Mapped[str] = mapped_column(default="")
    wilayah: Mapped[str] = mapped_column(default="")
    kota: Mapped[str] = mapped_column(default="")
    provinsi: Mapped[str] = mapped_column(default="")
    alamat: Mapped[str] = mapped_column(default="")
    zona: Mapped[str] = mapped_column(default="Asia/Jakarta")
    tagline: Mapped[list[str]] = mapped_column(default=list)
    website: Mapped[str] = mapped_column(default="")
    atasan: Mapped[str] = mapped_column(default="")
    kota_atasan: Mapped[str] = mapped_column(default="")
    ketua: Mapped[str] = mapped_column(default="")
    anggaran: Mapped[str] = mapped_column(default="")
    dasar_laporan: Mapped[str] = mapped_column(default="")
    dasar_pembentukan: Mapped[list[str]] = mapped_column(default=list)
    logo: Mapped[str | None]
    platform_bawaan: Mapped[list[str]] = mapped_column(default=list)
    kumulatif: Mapped[bool] = mapped_column(default=True)
    kolase_hari: Mapped[int] = mapped_column(default=4)
    kolase_jam: Mapped[time] = mapped_column(default=time(16))
    kolase_pratinjau: Mapped[int] = mapped_column(default=3)
    tema: Mapped[str] = mapped_column(default="marun")
    pola: Mapped[str] = mapped_column(default="")
    nomor_terakhir: Mapped[int] = mapped_column(default=0)
    grup_channel: Mapped[str | None]
    grup: Mapped[str | None]
    terhubung_at: Mapped[datetime | None]
    persiapan: Mapped[list[str]] = mapped_column(default=list)

    @property
    def ready(self) -> bool:
        """Whether the setting up of this office has come to its end."""
        return SET_UP in self.persiapan

    @property
    def named(self) -> bool:
        """Whether it is known which office this is: one that the first link made has no name before that."""
        return not self.kode.startswith("baru")

    def local(self, at: datetime) -> datetime:
        """An instant as the clock on the office's wall shows it."""
        return at.astimezone(ZoneInfo(self.zona))


@dataclass(frozen=True)
class Here:
    """An office at one instant, seen inside one transaction."""

    session: Session
    satker: Satker
    now: datetime

    @property
    def clock(self) -> datetime:
        """`now` as the clock on the office's wall shows it."""
        return self.satker.local(self.now)

    @property
    def today(self) -> date:
        return self.clock.date()


class Akun(Row):
    """An account of the office on a platform; `dihitung`: its postingan are publikasi."""

    __tablename__ = "akun"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    urut: Mapped[int]
    platform: Mapped[str]
    nama: Mapped[str]
    dihitung: Mapped[bool] = mapped_column(default=False)
    aktif_sejak: Mapped[date | None]
    aktif_sampai: Mapped[date | None]


class AkunSnapshot(Row):
    """Followers and likes of an account on a day; None where they are unknown."""

    __tablename__ = "akun_snapshot"

    id: Mapped[int] = mapped_column(primary_key=True)
    akun_id: Mapped[int] = mapped_column(ForeignKey("akun.id"), index=True)
    tanggal: Mapped[date]
    pengikut: Mapped[int | None]
    suka: Mapped[int | None]


class DasarHukum(InForce, Row):
    """A legal basis, valid from and until a date."""

    __tablename__ = "dasar_hukum"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    urut: Mapped[int]
    teks: Mapped[str]


class Keputusan(Row):
    """A decree (SK) or minutes (BA) that made or changed the team."""

    __tablename__ = "keputusan"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    jenis: Mapped[str]
    nomor: Mapped[str]
    tanggal: Mapped[date]


def by_kode(session: Session, kode: str) -> Satker | None:
    return session.scalar(select(Satker).where(Satker.kode == kode))


def by_grup(session: Session, channel: str, grup: str) -> Satker | None:
    return session.scalar(select(Satker).where(Satker.grup_channel == channel, Satker.grup == grup))


def move_group(session: Session, channel: str, old: str, new: str) -> None:
    """A satker's group goes by another id now."""
    bound = update(Satker).where(Satker.grup_channel == channel, Satker.grup == old)
    session.execute(bound.values(grup=new))


def every(session: Session) -> list[Satker]:
    return list(session.scalars(select(Satker).order_by(Satker.kode)))


def hold(here: Here) -> None:
    """Have one transaction at a time decide about this office, from here to its end."""
    # Rows that point to the office may be added meanwhile: two that have done so would else wait for each other.
    here.session.refresh(here.satker, with_for_update={"key_share": True})


def next_nomor(here: Here) -> int:
    """The next number of the satker's one series; taken inside the transaction, so never twice and never reused."""
    here.session.refresh(here.satker, with_for_update=True)
    here.satker.nomor_terakhir += 1
    here.session.flush()
    return here.satker.nomor_terakhir


def akun_of(here: Here) -> list[Akun]:
    """All accounts of an office in their order; an ended one too, because its postingan still count."""
    return list(here.session.scalars(select(Akun).where(Akun.satker_id == here.satker.id).order_by(Akun.urut, Akun.id)))


def akun_since(here: Here, day: date) -> list[Akun]:
    """The accounts that had not ended before a day."""
    return [a for a in akun_of(here) if (a.aktif_sampai or day) >= day]


def counted_platforms(here: Here) -> set[str]:
    """The platforms whose postingan are publikasi."""
    return {a.platform for a in akun_of(here) if a.dihitung}


def snapshot(session: Session, akun: Akun, until: date) -> AkunSnapshot | None:
    """The latest known followers and likes of an account on a day."""
    wanted = select(AkunSnapshot).where(AkunSnapshot.akun_id == akun.id, AkunSnapshot.tanggal <= until)
    return session.scalar(wanted.order_by(AkunSnapshot.tanggal.desc()).limit(1))


def snapshots(here: Here, until: date) -> dict[int, AkunSnapshot]:
    """The latest known followers and likes of every account on a day, by the id of the account."""
    last = select(AkunSnapshot.akun_id, func.max(AkunSnapshot.tanggal)).join(Akun, Akun.id == AkunSnapshot.akun_id)
    last = last.where(Akun.satker_id == here.satker.id, AkunSnapshot.tanggal <= until).group_by(AkunSnapshot.akun_id)
    wanted = select(AkunSnapshot).where(tuple_(AkunSnapshot.akun_id, AkunSnapshot.tanggal).in_(last))
    return {row.akun_id: row for row in here.session.scalars(wanted)}


def snapshots_around(session: Session, akun: Akun, day: date) -> list[AkunSnapshot]:
    """The snapshots of an account around a day: the last one before it, that of the day, and the first one after it, as
    far as they exist."""
    wanted, at = select(AkunSnapshot).where(AkunSnapshot.akun_id == akun.id), AkunSnapshot.tanggal
    near = (
        wanted.where(at < day).order_by(at.desc()),
        wanted.where(at == day).order_by(at),
        wanted.where(at > day).order_by(at),
    )
    return [row for one in near if (row := session.scalar(one.limit(1)))]


def dasar_hukum_of(here: Here, on: date) -> list[DasarHukum]:
    rows = here.session.scalars(
        select(DasarHukum).where(DasarHukum.satker_id == here.satker.id).order_by(DasarHukum.urut)
    )
    return [row for row in rows if row.in_force(on)]


def every_dasar_hukum(here: Here) -> list[DasarHukum]:
    wanted = select(DasarHukum).where(DasarHukum.satker_id == here.satker.id)
    return list(here.session.scalars(wanted.order_by(DasarHukum.urut, DasarHukum.id)))


def every_keputusan(here: Here) -> list[Keputusan]:
    wanted = select(Keputusan).where(Keputusan.satker_id == here.satker.id)
    return list(here.session.scalars(wanted.order_by(Keputusan.tanggal, Keputusan.id)))


def keputusan_of(here: Here, on: date) -> list[Keputusan]:
    wanted = select(Keputusan).where(Keputusan.satker_id == here.satker.id, Keputusan.tanggal <= on)
    return list(here.session.scalars(wanted.order_by(Keputusan.tanggal)))
