"""The satker: an office."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, bindparam, func, select, text, update
from sqlalchemy.ext.hybrid import hybrid_method
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.orm.attributes import set_committed_value

from storage.database import Row, Session
from storage.nasional.wilayah import ACEH


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

# The columns of e-Kinerja, where an office has not given them other heads.
KOLOM_KINERJA = ("Tanggal", "Jam", "Uraian", "Output", "Bukti")


REMINDED = (10, 3, 1, 0)
# The minutes among which offices take turns.
TURNS = 20


class Satker(Row):
    """An office; what is true of it for a time is in storage.kantor.fakta. `kolase_hari` is 0 for Monday, `kolase_jam`
    local time, `kolase_pratinjau` hours before it or 0; `wa_jam` local time of the text of the day, None for never.
    `laporan_hari`: days before the last one of a triwulan on which its report is made, negative after it;
    `laporan_ingat`: on how many working days before, from the most on, and on that day itself (0) the ketua pelaksana
    hears of it; empty: never. `ketepatan`: whether BAB IV tells how promptly the office records.
    `grup_topik`: the topic of its forum group, empty for General and for a group without topics."""

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
    zona: Mapped[str] = mapped_column(default="Asia/Jakarta")
    website: Mapped[str] = mapped_column(default="")
    dasar_pembentukan: Mapped[list[str]] = mapped_column(default=list)
    logo: Mapped[str | None]
    platform_bawaan: Mapped[list[str]] = mapped_column(default=list)
    kumulatif: Mapped[bool] = mapped_column(default=True)
    salam: Mapped[str] = mapped_column(default="umum", server_default=text("'umum'"))
    ketepatan: Mapped[bool] = mapped_column(default=False)
    kolase_hari: Mapped[int] = mapped_column(default=4)
    kolase_jam: Mapped[time] = mapped_column(default=time(16))
    kolase_pratinjau: Mapped[int] = mapped_column(default=3)
    wa_jam: Mapped[time | None]
    kolom_kinerja: Mapped[list[str]] = mapped_column(default=list)
    laporan_hari: Mapped[int] = mapped_column(default=0)
    laporan_ingat: Mapped[list[int]] = mapped_column(default=lambda: list(REMINDED))
    tema: Mapped[str] = mapped_column(default="marun")
    pola: Mapped[str] = mapped_column(default="")
    nomor_terakhir: Mapped[int] = mapped_column(default=0)
    grup_channel: Mapped[str | None]
    grup: Mapped[str | None]
    grup_topik: Mapped[str] = mapped_column(default="", server_default=text("''"))
    terhubung_at: Mapped[datetime | None]
    persiapan: Mapped[list[str]] = mapped_column(default=list)
    # Rows of its own in the lists of the country: the name of each, and the national row as which it counts.
    platform_sendiri: Mapped[dict[str, str]] = mapped_column(default=dict)
    jenis_sendiri: Mapped[dict[str, str]] = mapped_column(default=dict)
    sektor_sendiri: Mapped[dict[str, str]] = mapped_column(default=dict)

    @property
    def kolom(self) -> list[str]:
        """The heads of the columns of e-Kinerja."""
        return self.kolom_kinerja or list(KOLOM_KINERJA)

    @property
    def ready(self) -> bool:
        """Whether the setting up of this office has come to its end."""
        return SET_UP in self.persiapan

    @property
    def named(self) -> bool:
        """Whether it is known which office this is: one that the first link made has no name before that."""
        return not self.kode.startswith("baru")

    @property
    def sebutan(self) -> str:
        """What an office of its kind is called: KIP in Aceh, KPU elsewhere."""
        named = self.nama.startswith("KIP ") or "INDEPENDEN" in self.lembaga.upper()
        return "KIP" if named or self.kode.startswith(ACEH) else "KPU"

    @property
    def turn(self) -> timedelta:
        """How long after the hour the office has its turn in heavy work that is due for all offices at one hour."""
        return timedelta(minutes=(self.id - 1) % TURNS)

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


_TABLE = Row.metadata.tables[Satker.__tablename__]
_NEXT = update(_TABLE).where(_TABLE.c.id == bindparam("of_satker"))
_NEXT = _NEXT.values(nomor_terakhir=_TABLE.c.nomor_terakhir + 1).returning(_TABLE.c.nomor_terakhir)


def next_nomor(here: Here) -> int:
    """The next number of the satker's one series; taken inside the transaction, so never twice and never reused."""
    here.session.flush()
    nomor: int = here.session.execute(_NEXT, {"of_satker": here.satker.id}).scalar_one()
    set_committed_value(here.satker, "nomor_terakhir", nomor)
    return nomor
