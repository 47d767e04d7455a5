"""Naskah: the passages of the report that an office wrote in place of those that ship for the whole country."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row
from storage.kantor.satker import Here


class Naskah(Row):
    """An own text of the passage `kunci` ("penutup.sikap"), written for the report of `periode`, which begins on
    `mulai`: for that report alone (`hanya`), or from it on. `teks`: empty where the national text stands from there on
    or for that report; None where the row says nothing."""

    __tablename__ = "naskah"
    __table_args__ = (UniqueConstraint("satker_id", "kunci", "periode", "hanya"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    kunci: Mapped[str]
    periode: Mapped[str]
    mulai: Mapped[date]
    hanya: Mapped[bool] = mapped_column(default=False)
    teks: Mapped[str | None]


def standing(here: Here, periode: str, selesai: date) -> dict[str, Naskah]:
    """By passage the row that decides about it in the report of a period that ends before `selesai`: that of this
    report alone, else the last one that began before its end."""
    found: dict[str, Naskah] = {}
    for row in _rows(here):
        if row.periode == periode if row.hanya else row.mulai < selesai:
            found[row.kunci] = row
    return found


def _rows(here: Here) -> Sequence[Naskah]:
    """All that say something, those of one report last."""
    wanted = select(Naskah).where(Naskah.satker_id == here.satker.id, Naskah.teks.is_not(None))
    return here.session.scalars(wanted.order_by(Naskah.hanya, Naskah.mulai, Naskah.id)).all()


def row_for(here: Here, kunci: str, periode: str, mulai: date, *, hanya: bool) -> Naskah:
    """The row of a passage for a report alone, or from it on; a new one says nothing yet."""
    mine = (Naskah.satker_id == here.satker.id, Naskah.kunci == kunci, Naskah.periode == periode)
    if row := here.session.scalar(select(Naskah).where(*mine, Naskah.hanya == hanya)):
        return row
    row = Naskah(satker_id=here.satker.id, kunci=kunci, periode=periode, mulai=mulai, hanya=hanya, teks=None)
    here.session.add(row)
    here.session.flush()
    return row
