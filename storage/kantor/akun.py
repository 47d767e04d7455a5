"""The accounts of an office on platforms, the days on which they exist, and their followers."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from sqlalchemy import ForeignKey, func, select, tuple_
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.satker import Here


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


class Dated(Protocol):
    """What begins and ends as an account does: a row, or an entry of a file."""

    @property
    def aktif_sejak(self) -> date | None: ...
    @property
    def aktif_sampai(self) -> date | None: ...


def exists(akun: Dated, first: date, last: date) -> bool:
    """Whether an account exists on a day of the span, both ends included; the only place that decides it."""
    begun, ended = akun.aktif_sejak or date.min, akun.aktif_sampai or date.max
    return begun <= min(last, ended) and ended >= first


def every(here: Here) -> list[Akun]:
    """All accounts of an office in their order; an ended one too, because its postingan still count."""
    return list(here.session.scalars(select(Akun).where(Akun.satker_id == here.satker.id).order_by(Akun.urut, Akun.id)))


def within(here: Here, first: date, last: date) -> list[Akun]:
    """The accounts that exist on a day of the span."""
    return [one for one in every(here) if exists(one, first, last)]


def counted(known: Iterable[Akun]) -> set[str]:
    """The platforms whose postingan are publikasi."""
    return {one.platform for one in known if one.dihitung}


def columns(known: Sequence[Akun], first: date, last: date, filled: Iterable[str]) -> list[str]:
    """The platforms that a table of these days shows: those of the accounts that exist in them, in the order of the
    accounts, and behind them those that are `filled` although no account says so."""
    accounts = [one.platform for one in known if exists(one, first, last)]
    return list(dict.fromkeys((*accounts, *filled)))


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
