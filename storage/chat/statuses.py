"""What a channel tells, later and by itself, of the messages that it has taken."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Index, case, delete, false, func, select, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.upsert import kept, upsert


class State(StrEnum):
    """What became of a message, in the order in which it happens; `failed` ends it."""

    ACCEPTED = "accepted"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"


RANK = {state: rank for rank, state in enumerate(State)}


class Status(Row):
    """The state of one message. `mark`: of the row of the outbox that it belongs to, `part`: its place among the
    messages of that row; `code`, `error`: why it failed; `category`, `billable`: what the channel counts it as."""

    __tablename__ = "status"
    __table_args__ = (Index(None, "channel", "mark"), Index(None, "channel", "chat"))

    channel: Mapped[str] = mapped_column(primary_key=True)
    message: Mapped[str] = mapped_column(primary_key=True)
    chat: Mapped[str]
    mark: Mapped[str]
    part: Mapped[int]
    state: Mapped[State]
    code: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    error: Mapped[str] = mapped_column(default="", server_default=text("''"))
    category: Mapped[str] = mapped_column(default="", server_default=text("''"))
    billable: Mapped[bool] = mapped_column(default=False, server_default=false())
    at: Mapped[datetime]


class Told(NamedTuple):
    """One status as a channel told it; `mark` is empty for a message that is none of the outbox."""

    message: str
    chat: str
    mark: str
    part: int
    state: State
    code: int = 0
    error: str = ""
    category: str = ""
    billable: bool = False


class Step(NamedTuple):
    """`first`: the message was not known before; `moved`: its state has gone forward."""

    first: bool
    moved: bool


_TABLE = Row.metadata.tables[Status.__tablename__]
# What is inserted is told by what comes back: of such a statement not every driver counts the rows.
_NEW = upsert(_TABLE, lambda new: kept(new).returning(_TABLE.c.message))


def note(session: Session, channel: str, told: Told, now: datetime) -> Step:
    """Write a status down; one that was overtaken by a later one changes nothing."""
    row = told._asdict() | {"channel": channel, "error": told.error[:500], "at": now}
    if session.connection().execute(_NEW(session), row).first():
        return Step(first=True, moved=True)
    known = session.get_one(Status, (channel, told.message), with_for_update=True, populate_existing=True)
    known.category, known.billable = told.category or known.category, told.billable or known.billable
    if RANK[told.state] <= RANK[known.state]:
        return Step(first=False, moved=False)
    known.state, known.code, known.error, known.at = told.state, told.code, told.error[:500], now
    known.mark, known.part = (told.mark, told.part) if told.mark else (known.mark, known.part)
    return Step(first=False, moved=True)


def of_mark(session: Session, channel: str, mark: str) -> Sequence[Status]:
    """The messages of a row of the outbox, the earliest first."""
    wanted = select(Status).where(Status.channel == channel, Status.mark == mark).order_by(Status.part, Status.at)
    return session.scalars(wanted).all() if mark else []


def out(session: Session, channel: str, mark: str) -> dict[int, str]:
    """The messages of a row, by their parts, that the channel has taken and that have not failed."""
    return {one.part: one.message for one in of_mark(session, channel, mark) if one.state != State.FAILED}


class Counted(NamedTuple):
    """Messages that have not failed; `billable`: those among them that the channel says it charges for."""

    messages: int
    billable: int


def by_category(session: Session, channel: str, since: datetime) -> dict[str, Counted]:
    """The messages that were last heard of since an instant, by what the channel counts them as."""
    told = func.count(), func.sum(case((Status.billable, 1), else_=0))
    wanted = select(Status.category, *told).where(Status.channel == channel, Status.at >= since)
    rows = session.execute(wanted.where(Status.state != State.FAILED, Status.category != "").group_by(Status.category))
    return {category: Counted(count, int(billable)) for category, count, billable in rows}


def forget(session: Session, before: datetime) -> None:
    session.execute(delete(Status).where(Status.at < before))


def erase(session: Session, channel: str, chat: str) -> None:
    session.execute(delete(Status).where(Status.channel == channel, Status.chat == chat))
