"""Mitra by the other names that people use for them: an office's own list, from its history file."""

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.catatan import kegiatan
from storage.database import Row, Session
from storage.kantor.satker import Satker


class Mitra(Row):
    __tablename__ = "mitra"

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    nama: Mapped[str]
    sektor: Mapped[str]
    alias: Mapped[list[str]] = mapped_column(default=list)


def known(session: Session, satker: Satker) -> dict[str, tuple[str, str]]:
    """What a partner may be called -> its name and sektor: the satker's list before its history."""
    listed = session.scalars(select(Mitra).where(Mitra.satker_id == satker.id).order_by(Mitra.id))
    names = {name: (row.nama, row.sektor) for row in listed for name in (row.nama, *row.alias)}
    history = {nama: (nama, sektor) for nama, sektor in kegiatan.instansi_of(session, satker)}
    return history | names
