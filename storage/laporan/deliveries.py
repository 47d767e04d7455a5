"""Deliveries: what was, or is being, posted for which period; the unique row is the claim."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Select, UniqueConstraint, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker


class State(StrEnum):
    CLAIMED = "claimed"
    SENT = "sent"
    EMPTY = "empty"
    FAILED = "failed"
    GONE = "gone"


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
    state: Mapped[State] = mapped_column(default=State.CLAIMED)
    message_ids: Mapped[list[str]] = mapped_column(default=list)
    lembar: Mapped[int] = mapped_column(default=0)
    grup: Mapped[str | None]
    dilihat: Mapped[int] = mapped_column(default=0)
    semula: Mapped[dict[str, Any] | None]
    dibuat_at: Mapped[datetime]


def claim(
    session: Session, satker: Satker, kind: str, period: str, figures: dict[str, Any], now: datetime,
    state: State = State.CLAIMED,
) -> Delivery | None:  # fmt: skip
    """Take a period; None if it has been taken before."""
    row = Delivery(satker_id=satker.id, kind=kind, period=period, figures=figures, state=state, dibuat_at=now)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return None
    return row


def filled(session: Session, satker: Satker, kind: str, period: str, figures: dict[str, Any]) -> Delivery | None:
    """Take a period that had nothing to show at its hour; None if it had, or somebody else has taken it."""
    wanted = select(Delivery).where(Delivery.satker_id == satker.id, Delivery.kind == kind, Delivery.period == period)
    row = session.scalar(wanted.where(Delivery.state == State.EMPTY).with_for_update())
    if row:
        row.figures, row.state = figures, State.CLAIMED
    return row


def taken(session: Session, satker: Satker, kind: str, period: str) -> bool:
    wanted = select(Delivery.id).where(Delivery.satker_id == satker.id, Delivery.kind == kind)
    return session.scalar(wanted.where(Delivery.period == period)) is not None


def periods(session: Session, satker: Satker, kind: str) -> Sequence[str]:
    wanted = select(Delivery.period).where(Delivery.satker_id == satker.id, Delivery.kind == kind)
    return session.scalars(wanted.order_by(Delivery.period)).all()


def last(session: Session, satker: Satker, kind: str) -> Delivery | None:
    wanted = select(Delivery).where(Delivery.satker_id == satker.id, Delivery.kind == kind)
    return session.scalar(wanted.order_by(Delivery.id.desc()).limit(1))


def get(session: Session, id: int) -> Delivery:  # noqa: A002 - the column's name
    return session.get_one(Delivery, id)


def find(session: Session, satker: Satker, id: int) -> Delivery | None:  # noqa: A002 - the column's name
    """A delivery of this satker, held until the end of the transaction."""
    wanted = select(Delivery).where(Delivery.id == id, Delivery.satker_id == satker.id)
    return session.scalar(wanted.with_for_update().execution_options(populate_existing=True))


def newest_change(session: Session, satker: Satker, until: datetime | None = None) -> int:
    """The id of the newest audit entry of a satker (made before `until`), 0 where nothing was ever changed."""
    wanted = _newest(satker)
    return session.scalar(wanted.where(Audit.at < until) if until else wanted) or 0


def _newest(satker: Satker) -> Select[int]:
    return select(Audit.id).where(Audit.satker_id == satker.id).order_by(Audit.id.desc()).limit(1)


def seen(session: Session, satker: Satker, now: datetime) -> int:
    """What a picture drawn now has surely seen: on PostgreSQL an entry may become visible after one with a higher id,
    as long as its transaction lasts."""
    return newest_change(session, satker, now - timedelta(minutes=1))


def behind(session: Session, satker: Satker, kind: str, since: str, state: State = State.SENT) -> Sequence[Delivery]:
    """Posts that stand, or are in another state, of periods from `since` on, after which something was changed; one
    small query where nothing was."""
    wanted = select(Delivery).where(Delivery.satker_id == satker.id, Delivery.kind == kind, Delivery.period >= since)
    wanted = wanted.where(Delivery.state == state, Delivery.dilihat < _newest(satker).scalar_subquery())
    return session.scalars(wanted.order_by(Delivery.period)).all()


def changed_between(session: Session, satker: Satker, seen: int) -> tuple[datetime, datetime]:
    """When the first and the last change after an entry were made."""
    wanted = select(func.min(Audit.at), func.max(Audit.at)).where(Audit.satker_id == satker.id, Audit.id > seen)
    first, last_ = session.execute(wanted).one()
    return first, last_


def of(session: Session, satker: Satker, kind: str, period: str) -> Delivery | None:
    wanted = select(Delivery).where(Delivery.satker_id == satker.id, Delivery.kind == kind, Delivery.period == period)
    return session.scalar(wanted)


def starting(session: Session, satker: Satker, kind: str, prefix: str) -> Sequence[Delivery]:
    """Those whose period begins so."""
    wanted = select(Delivery).where(Delivery.satker_id == satker.id, Delivery.kind == kind)
    return session.scalars(
        wanted.where(Delivery.period.startswith(prefix, autoescape=True)).order_by(Delivery.id)
    ).all()
