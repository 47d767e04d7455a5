"""What an office rests on: its legal bases, and the decrees that made its team."""

from datetime import date

from sqlalchemy import ForeignKey, select, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row
from storage.kantor.satker import Here, InForce

ESTABLISHES, AMENDS, REPLACES = "menetapkan", "mengubah", "mengganti"


class DasarHukum(InForce, Row):
    """A legal basis, valid from and until a date. `nasional`: its key in the national list, which then has its text and
    its force; `teks` is what the office wrote, or the title at the time when it was chosen."""

    __tablename__ = "dasar_hukum"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    urut: Mapped[int]
    teks: Mapped[str]
    nasional: Mapped[str | None]


class Keputusan(Row):
    """A decree (SK) or minutes (BA) that made or changed the team. `tentang` is its title. `hubungan` is what it does
    to the decree with the number `terhadap`, or to the one in force before it if that is empty; an empty `hubungan` is
    read from the dates."""

    __tablename__ = "keputusan"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    jenis: Mapped[str]
    nomor: Mapped[str]
    tanggal: Mapped[date]
    tentang: Mapped[str] = mapped_column(default="", server_default=text("''"))
    hubungan: Mapped[str] = mapped_column(default="", server_default=text("''"))
    terhadap: Mapped[str] = mapped_column(default="", server_default=text("''"))


def dasar_hukum_of(here: Here, on: date) -> list[DasarHukum]:
    """The legal bases that the office cites on a day, by its own dates."""
    return [row for row in every_dasar_hukum(here) if row.in_force(on)]


def every_dasar_hukum(here: Here) -> list[DasarHukum]:
    wanted = select(DasarHukum).where(DasarHukum.satker_id == here.satker.id)
    return list(here.session.scalars(wanted.order_by(DasarHukum.urut, DasarHukum.id)))


def every_keputusan(here: Here) -> list[Keputusan]:
    wanted = select(Keputusan).where(Keputusan.satker_id == here.satker.id)
    return list(here.session.scalars(wanted.order_by(Keputusan.tanggal, Keputusan.id)))


def keputusan_of(here: Here, on: date) -> list[Keputusan]:
    """The decrees and minutes up to a day, the oldest first."""
    return [row for row in every_keputusan(here) if row.tanggal <= on]
