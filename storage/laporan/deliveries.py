"""Deliveries: posts of a kind for a period; the unique row is the claim to make one, and hears where it went."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Dialect, ForeignKey, Select, UniqueConstraint, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, defer, mapped_column
from sqlalchemy.types import TypeDecorator

from storage.database import Row, Session
from storage.kantor.audit import Audit
from storage.kantor.satker import Here, Satker
from storage.laporan.laporan import Laporan


class State(StrEnum):
    """`empty`: there was nothing to show at its hour; `gone`: the post was removed, or can be edited no more;
    `uncertain`: nobody knows whether the post arrived, nor by which message."""

    CLAIMED = "claimed"
    SENT = "sent"
    EMPTY = "empty"
    FAILED = "failed"
    GONE = "gone"
    UNCERTAIN = "uncertain"


class Part(StrEnum):
    """The part of a preview that stands under its picture: the whole week, the list of cells, or the ways to put it
    off."""

    ALL = "buka"
    CELLS = "susun"
    PUT_OFF = "tunda"


@dataclass(frozen=True)
class View:
    """The view of figures. `sheet`: this sheet alone, counted from 1 (0: all); `format`: empty for that of the post;
    `scale`: pixels to a unit; of a preview `part` of its card, and `nomor` of the kegiatan whose cell it shows (0:
    none)."""

    sheet: int = 0
    format: str = ""
    scale: int = 1
    part: Part = Part.ALL
    nomor: int = 0


WHOLE = View()


class Viewed(TypeDecorator[View]):
    """A View as JSON."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: View | None, dialect: Dialect) -> dict[str, Any]:  # noqa: ARG002 - as SQLAlchemy calls it
        return asdict(value or WHOLE)

    def process_result_value(self, value: dict[str, Any] | None, dialect: Dialect) -> View:  # noqa: ARG002 - as SQLAlchemy calls it
        told = value or {}
        return View(**told | {"part": Part(told.get("part", Part.ALL))})


WEEKLY = "kolase"
"""The kind of the deliveries that a week's kolase is posted by."""


class Delivery(Row):
    """`figures` are frozen in the transaction of the claim, so that a restart draws the same again. Of a living post:
    `lembar` is its number of sheets, `grup` where it stands, `dilihat` the newest audit entry that it has seen,
    `semula` the figures that were posted first."""

    __tablename__ = "delivery"
    __table_args__ = (UniqueConstraint("kind", "satker_id", "period"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int] = mapped_column(ForeignKey("satker.id"), index=True)
    kind: Mapped[str]
    period: Mapped[str]
    figures: Mapped[dict[str, Any]]
    view: Mapped[View] = mapped_column(Viewed, default=WHOLE)
    state: Mapped[State] = mapped_column(default=State.CLAIMED)
    message_ids: Mapped[list[str]] = mapped_column(default=list)
    lembar: Mapped[int] = mapped_column(default=0)
    grup: Mapped[str | None]
    dilihat: Mapped[int] = mapped_column(default=0)
    semula: Mapped[dict[str, Any] | None]
    dibuat_at: Mapped[datetime]


def claim(
    here: Here, kind: str, period: str, figures: dict[str, Any], state: State = State.CLAIMED, view: View = WHOLE
) -> Delivery | None:
    """Take a period; None if it has been taken before."""
    row = Delivery(satker_id=here.satker.id, kind=kind, period=period, figures=figures, state=state, view=view)
    row.dibuat_at = here.now
    try:
        with here.session.begin_nested():
            here.session.add(row)
    except IntegrityError:
        return None
    return row


def _of(here: Here, kind: str) -> Select[Delivery]:
    return select(Delivery).where(Delivery.satker_id == here.satker.id, Delivery.kind == kind)


def filled(here: Here, kind: str, period: str, figures: dict[str, Any]) -> Delivery | None:
    """Take a period that had nothing to show at its hour; None if it had, or somebody else has taken it."""
    wanted = _of(here, kind).where(Delivery.period == period, Delivery.state == State.EMPTY)
    row = here.session.scalar(wanted.with_for_update())
    if row:
        row.figures, row.state = figures, State.CLAIMED
    return row


def taken(here: Here, kind: str, period: str) -> bool:
    wanted = _of(here, kind).with_only_columns(Delivery.id)
    return here.session.scalar(wanted.where(Delivery.period == period)) is not None


def periods(here: Here, kind: str) -> Sequence[str]:
    wanted = _of(here, kind).with_only_columns(Delivery.period)
    return here.session.scalars(wanted.order_by(Delivery.period)).all()


def last(here: Here, kind: str) -> Delivery | None:
    return here.session.scalar(_of(here, kind).order_by(Delivery.id.desc()).limit(1))


def get(session: Session, id: int) -> Delivery:  # noqa: A002 - the column's name
    return session.get_one(Delivery, id)


def find(here: Here, id: int) -> Delivery | None:  # noqa: A002 - the column's name
    """A delivery of this satker, held until the end of the transaction."""
    wanted = select(Delivery).where(Delivery.id == id, Delivery.satker_id == here.satker.id)
    return here.session.scalar(wanted.with_for_update().execution_options(populate_existing=True))


def newest_change(here: Here, until: datetime | None = None) -> int:
    """The id of the newest audit entry of a satker (made before `until`), 0 where nothing was ever changed."""
    wanted = _newest(here.satker)
    return here.session.scalar(wanted.where(Audit.at < until) if until else wanted) or 0


def _newest(satker: Satker) -> Select[int]:
    return select(Audit.id).where(Audit.satker_id == satker.id).order_by(Audit.id.desc()).limit(1)


def seen(here: Here) -> int:
    """The id of the newest entry that a picture drawn now surely contains: on PostgreSQL an entry may become visible
    after one with a higher id, while its transaction lasts."""
    return newest_change(here, here.now - timedelta(minutes=1))


def behind(here: Here, kind: str, since: str, *states: State) -> Sequence[Delivery]:
    """Posts in these states of periods from `since` on, after which something was changed; one small query where
    nothing was."""
    wanted = _of(here, kind).where(Delivery.period >= since, Delivery.state.in_(states))
    wanted = wanted.where(Delivery.dilihat < _newest(here.satker).scalar_subquery())
    return here.session.scalars(wanted.order_by(Delivery.period)).all()


def changed_between(here: Here, seen: int) -> tuple[datetime, datetime]:
    """The times of the first and the last change after an entry."""
    wanted = select(func.min(Audit.at), func.max(Audit.at)).where(Audit.satker_id == here.satker.id, Audit.id > seen)
    first, last_ = here.session.execute(wanted).one()
    return first, last_


def of(here: Here, kind: str, period: str) -> Delivery | None:
    return here.session.scalar(_of(here, kind).where(Delivery.period == period))


def starting(here: Here, kind: str, prefix: str) -> Sequence[Delivery]:
    """The deliveries of a kind whose period begins with a prefix, oldest first."""
    wanted = _of(here, kind).where(Delivery.period.startswith(prefix, autoescape=True))
    return here.session.scalars(wanted.order_by(Delivery.id)).all()


REKAP = "rekap"
SRIKANDI = "srikandi"
"""The renderers whose figures are those of a version of a report; all others draw a delivery."""


def drawn(session: Session, renderer: str, id: int) -> Delivery | Laporan | None:  # noqa: A002 - the column's name
    """The delivery with the figures of a drawing; None for drawings made from the message itself."""
    return session.get(Laporan, id) if renderer in {REKAP, SRIKANDI} else session.get(Delivery, id)


def noted(session: Session, renderer: str, id: int) -> Delivery | Laporan | None:  # noqa: A002 - the column's name
    """The same delivery, whose figures are not read: they may have megabytes, and are needed to draw it alone. It is
    held, for a post that goes to several chats ends in each of them. None where only the figures are those of a
    version, which has gone elsewhere."""
    if renderer == SRIKANDI:
        return None
    if renderer == REKAP:
        return session.get(Laporan, id, options=[defer(Laporan.figures)])
    return session.get(Delivery, id, options=[defer(Delivery.figures)], with_for_update=True)


def sent(row: Delivery | Laporan, message_ids: Sequence[str]) -> None:
    row.message_ids = list(message_ids)
    ended(row, State.SENT)


def ended(row: Delivery | Laporan, state: State) -> None:
    """End a delivery; a version of a report never ends, for it can be sent again at any time."""
    if isinstance(row, Delivery):
        row.state = state
