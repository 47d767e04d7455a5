"""Rows of the outbox that stay: until their turn comes, their arrival is certain, or the bot may write in the chat."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import BindParameter, ColumnElement, bindparam, case, func, select, update

from storage.chat import outbox
from storage.chat.outbox import OVER, WAITING, Kind, Outbox, State
from storage.database import Row, Session
from storage.locks import ring

# A chat may open without any word of it, so held rows are tried now and then; after two weeks they are given up.
PAUSE, KEPT = timedelta(hours=6), timedelta(days=14)


# Why a row is held whose person has been silent for so long that nothing may be written to them.
SILENT = "the person is silent"


class Outlook(NamedTuple):
    """How many rows may be sent now, how many be drawn, and when the next may be sent that may not yet."""

    due: int
    drawn: int
    soonest: datetime | None


_C = Row.metadata.tables[Outbox.__tablename__].columns
_NOW: BindParameter[datetime] = bindparam("now")
_OUTLOOK = select(
    func.count(case(((_C.state == State.NEW) & (_C.next_try <= _NOW), 1))),
    func.count(case(((_C.state == State.DRAW) & (_C.next_try <= _NOW), 1))),
    func.min(case(((_C.state != State.DRAW) & (_C.next_try > _NOW), _C.next_try))),
)
_OUTLOOK = _OUTLOOK.where(_C.channel == bindparam("of_channel"), _C.state.in_((State.NEW, State.DRAW, State.UNSETTLED)))


def outlook(session: Session, channel: str, now: datetime) -> Outlook:
    """A look at all that waits, which mostly is nothing or one row."""
    return Outlook(*session.execute(_OUTLOOK, {"of_channel": channel, "now": now}).one())


def unknown(session: Session) -> int:
    """The number of posts to groups whose arrival is uncertain and that nobody has decided about."""
    return session.scalar(select(func.count()).where(Outbox.state == State.UNCERTAIN)) or 0


def uncertain(session: Session, satker_id: int, id: int) -> Outbox | None:  # noqa: A002 - the column's name
    wanted = select(Outbox).where(Outbox.id == id, Outbox.satker_id == satker_id, Outbox.state == State.UNCERTAIN)
    return session.scalar(wanted.with_for_update())


def settle(session: Session, satker_id: int, renderer: str, figures: int) -> None:
    """Nobody need decide any more about uncertain posts of these figures."""
    for row in _of_figures(session, satker_id, State.UNCERTAIN, renderer, figures):
        outbox.give_up(row, State.SENT, "")
        outbox.over(session, row)


def waits(session: Session, satker_id: int, renderer: str, figures: int) -> bool:
    """Whether a post of these figures is held."""
    return bool(_of_figures(session, satker_id, State.HELD, renderer, figures))


def _of_figures(session: Session, satker_id: int, state: State, renderer: str, figures: int) -> list[Outbox]:
    rows = session.scalars(select(Outbox).where(Outbox.satker_id == satker_id, Outbox.state == state).with_for_update())
    return [row for row in rows if row.payload.get("drawing") == {"renderer": renderer, "id": figures}]


def hold(row: Outbox, why: str, now: datetime) -> None:
    """Let a row wait until the bot may write in its chat again."""
    row.state, row.error, row.next_try, row.held_at = State.HELD, why, now + PAUSE, row.held_at or now


def is_first(session: Session, row: Outbox, now: datetime) -> bool:
    """Whether a row is the first that waits for its place, since just now."""
    others = select(Outbox.id).where(*_held(row.channel, row.chat), Outbox.topic == row.topic, Outbox.id != row.id)
    return row.held_at == now and session.scalar(others.limit(1)) is None


def given_up(row: Outbox, now: datetime) -> bool:
    """Whether a row was held as long as it may be."""
    return row.held_at is not None and now - row.held_at >= KEPT


def waited_out(session: Session, now: datetime) -> Sequence[Outbox]:
    """Rows that were held as long as they may be for a person who is silent."""
    held = Outbox.state == State.HELD, Outbox.error == SILENT, Outbox.held_at <= now - KEPT
    return session.scalars(select(Outbox).where(*held).with_for_update()).all()


def retry(session: Session, channel: str, chat: str, now: datetime) -> None:
    """Try the held rows of a chat whose pause is over; they count as held all the while."""
    due = update(Outbox).where(*_held(channel, chat), Outbox.next_try <= now).values(state=State.NEW)
    if session.execute(due).rowcount:  # type: ignore[attr-defined]
        ring(session)


def release(session: Session, channel: str, chat: str, now: datetime, topic: str | None = None) -> int:
    """Send what is held for a chat, or for one topic of it; the number of rows."""
    there = _held(channel, chat) if topic is None else (*_held(channel, chat), Outbox.topic == topic)
    return _sent(session, session.scalars(select(Outbox).where(*there).with_for_update()).all(), now)


def follow(session: Session, old: tuple[str, str, str], new: tuple[str, str, str], now: datetime) -> int:
    """Send what is held for a place (channel, chat and topic) to another one; the number of rows. Changes of messages
    that stand in another chat are given up."""
    rows = session.scalars(select(Outbox).where(*_held(*old[:2]), Outbox.topic == old[2]).with_for_update()).all()
    for row in [row for row in rows if row.kind == Kind.EDIT and old[:2] != new[:2]]:
        outbox.give_up(row, State.DEAD, "the group is another")
    left = [row for row in rows if row.state == State.HELD]
    for row in left:
        row.channel, row.chat, row.topic = new
    return _sent(session, left, now)


def _held(channel: str, chat: str) -> tuple[ColumnElement[bool], ...]:
    return Outbox.channel == channel, Outbox.chat == chat, Outbox.state == State.HELD


def _sent(session: Session, rows: Sequence[Outbox], now: datetime) -> int:
    for row in rows:
        outbox.again(row, now, "")
        row.held_at = None
    if rows:
        ring(session)
    return len(rows)


def oldest(session: Session, now: datetime) -> datetime | None:
    """Since when the oldest row could have been sent or drawn."""
    wanted = select(func.min(Outbox.next_try)).where(Outbox.state.in_((State.NEW, State.DRAW)), Outbox.next_try <= now)
    return session.scalar(wanted)


def waiting(session: Session, satker_id: int) -> Sequence[Outbox]:
    """The rows of an office that are still to be sent."""
    return session.scalars(select(Outbox).where(Outbox.satker_id == satker_id, Outbox.state.in_(WAITING))).all()


def unsent(session: Session, ids: Iterable[int]) -> set[int]:
    """The ids among these of rows that are, or may be, still to be sent."""
    return set(session.scalars(select(Outbox.id).where(Outbox.id.in_(list(ids)), Outbox.state.not_in(OVER))))


def withdraw(session: Session, channel: str, chat: str) -> None:
    """End what still waits to go to a chat, also where it is just being drawn, and delete its words."""
    there = Outbox.channel == channel, Outbox.chat == chat, Outbox.state.in_((State.DRAW, State.NEW))
    for row in session.scalars(select(Outbox).where(*there).with_for_update()):
        outbox.give_up(row, State.DEAD, "withdrawn")
        row.payload, row.files = outbox.left(row), []
