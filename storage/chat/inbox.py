"""The inbox: every update a channel handed over, recorded before it is confirmed and handled exactly once."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Index,
    Integer,
    Select,
    String,
    bindparam,
    case,
    cast,
    func,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session
from storage.kantor.people import Identity
from storage.locks import ring
from storage.upsert import kept, upsert


class State(StrEnum):
    """`quarantined`: the update failed as often as it may and is not tried again."""

    NEW = "new"
    DONE = "done"
    QUARANTINED = "quarantined"


# Messages of a lane that are handled before the lane is read again.
AT_ONCE = 500
# The error of an update while an attempt at it is made; it stays where the attempt ended the whole process.
UNDER_WAY = "under way"
OVER = (State.DONE, State.QUARANTINED)


class Inbox(Row):
    """An update as its channel sent it: `lane` is its chat, `urut` its place among those of one moment; `known`: it
    goes before those of strangers."""

    __tablename__ = "inbox"
    __table_args__ = (Index(None, "state", "channel"), Index(None, "lane", "received_at"))

    channel: Mapped[str] = mapped_column(primary_key=True)
    event: Mapped[str] = mapped_column(primary_key=True)
    urut: Mapped[int] = mapped_column(BigInteger)
    lane: Mapped[str]
    body: Mapped[dict[str, Any]]
    known: Mapped[bool] = mapped_column(default=True, server_default=true())
    state: Mapped[State] = mapped_column(default=State.NEW)
    tries: Mapped[int] = mapped_column(default=0)
    next_try: Mapped[datetime | None]
    error: Mapped[str] = mapped_column(default="")
    received_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


# Composing a query takes longer than running it, so the queries of every message are composed once, and told of the
# table and not of the class: the session would compose such changes anew each time.
_TABLE = Row.metadata.tables[Inbox.__tablename__]
_C = _TABLE.columns
_KEYS = _TABLE.columns.keys()
_NEW = upsert(_TABLE, kept)


def put(session: Session, rows: Iterable[Inbox]) -> None:
    """Record updates; an update that was recorded before is left as it is."""
    told = [{key: value for key in _KEYS if (value := getattr(row, key)) is not None} for row in rows]
    for _, alike in groupby(told, key=dict.keys):
        session.connection().execute(_NEW(session), list(alike))
    ring(session)


class Head(NamedTuple):
    """A lane in which something is still to be handled, when that may be tried, and whether it is no stranger's."""

    lane: str
    next_try: datetime | None
    known: bool


def _heads() -> Select[str, datetime | None, int]:
    order = _C.received_at, _C.urut
    place = func.row_number().over(partition_by=_C.lane, order_by=order).label("place")
    known = func.max(cast(_C.known, Integer)).over(partition_by=_C.lane).label("known")
    rows = select(_C.lane, _C.next_try, *order, place, known)
    new = rows.where(_C.channel == bindparam("of_channel"), _C.state == State.NEW).subquery()
    # A person who has joined meanwhile is no stranger any more.
    there = new.c.lane.in_(select(Identity.chat).where(Identity.channel == bindparam("of_channel")))
    goes_first = case((or_(new.c.known == 1, there), 1), else_=0)
    first = select(new.c.lane, new.c.next_try, goes_first).where(new.c.place == 1)
    return first.order_by(goes_first.desc(), new.c.received_at, new.c.urut)


_HEADS = _heads()


def heads(session: Session, channel: str) -> Sequence[Head]:
    """All such lanes, those of strangers behind the others, in the order that their first came; of however many
    messages only these few words are read."""
    found = session.execute(_HEADS, {"of_channel": channel})
    return [Head(lane, at, bool(known)) for lane, at, known in found]


def interrupted(session: Session, channel: str) -> Sequence[str]:
    """The lanes whose first message was under way at least twice when a process ended, or is so now; those with fewer
    attempts come first."""
    wanted = select(Inbox.lane).where(Inbox.channel == channel, Inbox.state == State.NEW, Inbox.error == UNDER_WAY)
    wanted = wanted.where(Inbox.tries > 1)
    return session.scalars(wanted.order_by(Inbox.tries, Inbox.received_at, Inbox.urut)).all()


_OF_LANE = select(Inbox).where(Inbox.channel == bindparam("of_channel"), Inbox.lane == bindparam("of_lane"))
_OF_LANE = _OF_LANE.where(Inbox.state == State.NEW).order_by(Inbox.received_at, Inbox.urut).limit(bindparam("most"))


def of_lane(session: Session, channel: str, lane: str, now: datetime, limit: int = AT_ONCE) -> Sequence[Inbox]:
    """The messages of a lane that can be handled now, in their order; none while the first must wait."""
    rows = session.scalars(_OF_LANE, {"of_channel": channel, "of_lane": lane, "most": limit}).all()
    return [] if rows and rows[0].next_try and rows[0].next_try > now else rows


def oldest(session: Session, now: datetime) -> datetime | None:
    """When the oldest update was received that could be handled by now and is not."""
    wanted = select(func.min(Inbox.received_at)).where(Inbox.state == State.NEW)
    return session.scalar(wanted.where((Inbox.next_try.is_(None)) | (Inbox.next_try <= now)))


_NEW_ONE = update(_TABLE).where(_C.channel == bindparam("of_channel"), _C.event == bindparam("of_event"))
_NEW_ONE = _NEW_ONE.where(_C.state == State.NEW)
_BEGUN = _NEW_ONE.values(tries=_C.tries + 1, error=UNDER_WAY)


# So often a message is attempted.
TRIES = 5


def begun(session: Session, row: Inbox, limit: int = TRIES) -> bool:
    """Count an attempt before it is made, for it may end the process; False if as many as may be were made."""
    if row.tries >= limit:
        return False
    session.execute(_BEGUN, {"of_channel": row.channel, "of_event": row.event})
    return True


def unmade(session: Session, channel: str, event: str) -> None:
    """Take back the count of an attempt that came to nothing by no fault of the update."""
    row = session.get_one(Inbox, (channel, event))
    if row.error == UNDER_WAY:
        row.tries, row.error = row.tries - 1, ""


def given_up(session: Session, channel: str, event: str, now: datetime) -> None:
    """Put an update aside that was attempted as often as it may be, and ended the process each time."""
    row = session.get_one(Inbox, (channel, event))
    row.state, row.done_at = State.QUARANTINED, now


_MINE = _NEW_ONE.values(state=State.DONE, done_at=bindparam("at"))
# An attempt that came to its end is no failure.
_MINE = _MINE.values(tries=case((_C.error == UNDER_WAY, _C.tries - 1), else_=_C.tries))
_MINE = _MINE.values(error=case((_C.error == UNDER_WAY, ""), else_=_C.error))


def take(session: Session, channel: str, event: str, now: datetime) -> bool:
    """Mark an update as handled by this very transaction, as its first word; False if it already was."""
    told = {"of_channel": channel, "of_event": event, "at": now}
    return bool(session.execute(_MINE, told).rowcount)  # type: ignore[attr-defined]


_THIS = select(_C.lane, _C.received_at, _C.urut)
_THIS = _THIS.where(_C.channel == bindparam("of_channel"), _C.event == bindparam("of_event"))
_AT: BindParameter[datetime] = bindparam("at", type_=_C.received_at.type)
_SINCE: BindParameter[datetime] = bindparam("since", type_=_C.received_at.type)
_WITHIN = select(func.count()).where(_C.channel == bindparam("of_channel"), _C.lane == bindparam("of_lane"))
_WITHIN = _WITHIN.where(_C.received_at > _SINCE, _C.received_at <= _AT)
# Messages of one batch have the same time, so their order decides.
_WITHIN = _WITHIN.where(~((_C.received_at == _AT) & (_C.urut > bindparam("urut"))))


def within(session: Session, channel: str, event: str, span: timedelta) -> int:
    """The number of updates of this lane in the span that ends with this one, itself included; 0 for an update that is
    not recorded."""
    this = session.execute(_THIS, {"of_channel": channel, "of_event": event}).first()
    if this is None:
        return 0
    told = {"of_channel": channel, "of_lane": this.lane, "at": this.received_at, "urut": this.urut}
    return session.scalar(_WITHIN, told | {"since": this.received_at - span}) or 0


def of_kind(session: Session, channel: str, event: str, kind: str, span: timedelta) -> int:
    """The number of stripped updates of this kind that the lane had in the span before this one."""
    this = session.get_one(Inbox, (channel, event))
    wanted = select(func.count()).where(Inbox.channel == channel, Inbox.lane == this.lane, Inbox.event != event)
    wanted = wanted.where(Inbox.received_at > this.received_at - span, Inbox.body["kind"].as_string() == kind)
    return session.scalar(wanted) or 0


def first_of_lane(session: Session, channel: str, event: str) -> bool:
    """Whether nothing of this lane was handled before."""
    lane = session.get_one(Inbox, (channel, event)).lane
    others = select(Inbox.event).where(Inbox.channel == channel, Inbox.lane == lane, Inbox.event != event)
    return session.scalar(others.where(Inbox.state == State.DONE).limit(1)) is None


def strip(session: Session, channel: str, event: str, kind: str) -> None:
    """Delete the contents of a message that is not to be kept: from a stranger, or talk in a group; id and `kind`
    stay."""
    row = update(Inbox).where(Inbox.channel == channel, Inbox.event == event)
    session.execute(row.values(body={"kind": kind}))


def failed(session: Session, channel: str, event: str, error: str, now: datetime, limit: int = TRIES) -> bool:
    """Count a failure that was not counted when it began; True if the update is now quarantined, else it is tried again
    after a growing pause."""
    row = session.get_one(Inbox, (channel, event))
    row.tries += row.error != UNDER_WAY
    row.error = error[:500]
    row.next_try = now + timedelta(seconds=2**row.tries)
    if row.tries >= limit:
        row.state, row.done_at = State.QUARANTINED, now
    return row.state == State.QUARANTINED


def forget(session: Session, before: datetime) -> None:
    """Delete payloads and errors (which may quote them) of messages handled or given up long ago; ids stay, for
    Telegram may repeat one."""
    old = update(Inbox).where(Inbox.state.in_(OVER), Inbox.done_at < before)
    # This runs every minute, so rows that are already empty are not written again.
    old = old.where((cast(Inbox.body, String) != "{}") | (Inbox.error != ""))
    session.execute(old.values(body={}, error=""))


def erase_lane(session: Session, channel: str, lane: str, now: datetime) -> None:
    """Keep of a private chat that something came and nothing else; what waits there is over."""
    same = update(Inbox).where(Inbox.channel == channel, Inbox.lane == lane)
    session.execute(same.where(Inbox.state == State.NEW).values(state=State.DONE, done_at=now))
    session.execute(same.values(body={}, error="", lane=""))


def erase_naming(session: Session, words: Iterable[str]) -> None:
    """Empty everything done that says one of these words, as the press on a card does that shows a name."""
    said = [one for word in words if word for one in {word, json.dumps(word)[1:-1]}]
    told = [column.contains(one, autoescape=True) for column in (cast(Inbox.body, String), Inbox.error) for one in said]
    naming = update(Inbox).where(Inbox.state.in_(OVER), or_(*told)).values(body={}, error="")
    session.execute(naming, execution_options={"synchronize_session": False})
