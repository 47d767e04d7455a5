"""Rekan: those who reported a kegiatan beside its first reporter, since their records were merged into it."""

from collections.abc import Iterable

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.catatan.kegiatan import Kegiatan
from storage.database import Row, Session


class Rekan(Row):
    __tablename__ = "rekan"

    kegiatan_id: Mapped[int] = mapped_column(ForeignKey("kegiatan.id"), primary_key=True)
    anggota_id: Mapped[int] = mapped_column(ForeignKey("anggota.id"), primary_key=True)


def of(session: Session, kegiatan: Kegiatan) -> set[int]:
    return set(session.scalars(select(Rekan.anggota_id).where(Rekan.kegiatan_id == kegiatan.id)))


def pelapor(session: Session, held: Iterable[Kegiatan]) -> set[int]:
    """Everybody who reported any of these kegiatan."""
    rows = list(held)
    others = select(Rekan.anggota_id).where(Rekan.kegiatan_id.in_([row.id for row in rows]))
    return {row.pelapor_id for row in rows if row.pelapor_id} | set(session.scalars(others))


def add(session: Session, kegiatan: Kegiatan, who: Iterable[int]) -> list[int]:
    """Thank these too; returns those who are new."""
    known = of(session, kegiatan) | {kegiatan.pelapor_id}
    new = sorted({id_ for id_ in who if id_ not in known})
    session.add_all(Rekan(kegiatan_id=kegiatan.id, anggota_id=id_) for id_ in new)
    session.flush()
    return new


def remove(session: Session, kegiatan: Kegiatan, who: Iterable[int]) -> None:
    session.execute(delete(Rekan).where(Rekan.kegiatan_id == kegiatan.id, Rekan.anggota_id.in_(list(who))))
