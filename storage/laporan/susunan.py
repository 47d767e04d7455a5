"""Susunan: what people decided about a week's kolase, by the numbers of its kegiatan, and until when it waits."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row
from storage.kantor.satker import Here


class Susunan(Row):
    """`sel`: number of a kegiatan -> "foto", "judul", "geser", "sembunyi"; `urut`: the numbers in their order."""

    __tablename__ = "susunan"
    __table_args__ = (UniqueConstraint("satker_id", "period"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"))
    period: Mapped[str]
    sel: Mapped[dict[str, Any]] = mapped_column(default=dict)
    urut: Mapped[list[Any]] = mapped_column(default=list)
    tunda: Mapped[datetime | None]


def every(here: Here) -> dict[str, Susunan]:
    """The layouts by period."""
    rows = here.session.scalars(select(Susunan).where(Susunan.satker_id == here.satker.id))
    return {row.period: row for row in rows}


def of(here: Here, period: str) -> Susunan | None:
    wanted = select(Susunan).where(Susunan.satker_id == here.satker.id, Susunan.period == period)
    return here.session.scalar(wanted)


def waiting(here: Here) -> Sequence[str]:
    """The periods that were put off and still wait."""
    wanted = select(Susunan.period).where(Susunan.satker_id == here.satker.id, Susunan.tunda > here.now)
    return here.session.scalars(wanted.order_by(Susunan.period)).all()


def held(here: Here, period: str) -> Susunan:
    """The row of a period, made where there was none; kept from others until the end of the transaction."""
    wanted = select(Susunan).where(Susunan.satker_id == here.satker.id, Susunan.period == period)
    wanted = wanted.with_for_update().execution_options(populate_existing=True)
    if row := here.session.scalar(wanted):
        return row
    try:
        with here.session.begin_nested():
            here.session.add(Susunan(satker_id=here.satker.id, period=period, sel={}, urut=[]))
    except IntegrityError:
        # Another ketua pelaksana has made the row at the same moment; it is read below.
        pass
    return here.session.scalars(wanted).one()
