"""The order of drawings: offices take turns, so that none waits for all drawings of another one."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, case, func, select, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.chat.outbox import WAITING, Outbox, State
from storage.database import Row, Session

# Drawings without an office take turns like an office.
NOBODY = 0


class Served(Row):
    """The turn in which a worker last drew for an office. Turns are counted, for a clock may stand still or go back."""

    __tablename__ = "served"

    satker: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    worker: Mapped[str] = mapped_column(primary_key=True)
    turn: Mapped[int]


_renderer: ColumnElement[str] = Outbox.payload["drawing"]["renderer"].as_string()
_SERVED = (Served.satker == func.coalesce(Outbox.satker_id, NOBODY)) & (Served.worker == bindparam("of_worker"))
# The databases disagree on where NULL stands.
_NEVER = case((Served.turn.is_(None), 0), else_=1)
# Composing a query takes longer than running it, and a worker asks at every word that something came.
_TO_DRAW = select(Outbox).outerjoin(Served, _SERVED)
_TO_DRAW = _TO_DRAW.where(Outbox.channel.in_(bindparam("channels", expanding=True)), Outbox.state == State.DRAW)
_TO_DRAW = _TO_DRAW.where(Outbox.next_try <= bindparam("now"), Outbox.drawer.in_(("", bindparam("of_drawer"))))
_TO_DRAW = _TO_DRAW.order_by(_NEVER, Served.turn, Outbox.group.desc(), Outbox.id)
_ANY = select(Outbox.id).where(Outbox.channel.in_(bindparam("channels", expanding=True)), Outbox.state == State.DRAW)
_ANY = _ANY.where(Outbox.next_try <= bindparam("now")).limit(1)
_ANY_OF_KINDS = _ANY.where(_renderer.in_(bindparam("kinds", expanding=True)))
LEASE = "drawer "
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtextextended('drawing ' || :worker, 0))")
# What a drawer had of which the server hears nothing any more.
_FREED = text(
    f"""UPDATE outbox SET drawer = '' WHERE state = 'draw' AND drawer NOT IN ('', :of_drawer) AND NOT EXISTS (
    SELECT FROM pg_locks WHERE locktype = 'advisory'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND (classid::bigint << 32 | objid::bigint) = hashtextextended('{LEASE}' || drawer, 0))"""  # noqa: S608 - our own word
)
_OF_KINDS = _TO_DRAW.where(_renderer.in_(bindparam("kinds", expanding=True)))


def to_draw(
    session: Session,
    channels: Iterable[str],
    now: datetime,
    worker: str = "",
    kinds: Iterable[str] | None = None,
    drawer: str = "",
) -> Sequence[Outbox]:
    """The drawings that a worker may take, in order: first of the office that was served longest ago, and of that
    office first those for its group. `kinds`: the renderers of this worker, None for all; `drawer`: which one of
    several it is, so that it gets none that another has."""
    told = {"channels": list(channels), "now": now, "of_worker": worker, "of_drawer": drawer}
    if kinds is None:
        return session.scalars(_TO_DRAW, told).all()
    return session.scalars(_OF_KINDS, told | {"kinds": list(kinds)}).all()


def waits(session: Session, channels: Iterable[str], now: datetime, kinds: Iterable[str] | None) -> bool:
    """Whether anything is to be drawn, whoever has it: at most words the answer is no, and it should cost little."""
    told = {"channels": list(channels), "now": now}
    if kinds is None:
        return session.scalar(_ANY, told) is not None
    return session.scalar(_ANY_OF_KINDS, told | {"kinds": list(kinds)}) is not None


def take_next(
    session: Session, channels: Iterable[str], now: datetime, worker: str, kinds: Iterable[str] | None, drawer: str
) -> Outbox | None:
    """The one of them whose turn it is, which is its drawer's from now on; None if there is none."""
    if drawer:
        # One takes at a time, which lasts milliseconds, so that the offices' turns are those of a single drawer.
        session.execute(_ONE_AT_A_TIME, {"worker": worker})
        session.execute(_FREED, {"of_drawer": drawer})
    found = to_draw(session, channels, now, worker, kinds, drawer)
    row = next((one for one in found if _taken(session, one)), None)
    if row:
        serve(session, row, worker)
        row.tries, row.drawer = row.tries + 1, drawer
    return row


def _taken(session: Session, row: Outbox) -> bool:
    """Whether it is still to be drawn and nobody is changing it just now; from here on it stands as it is."""
    wanted = select(Outbox).where(Outbox.id == row.id, Outbox.state == State.DRAW).with_for_update(skip_locked=True)
    return session.scalar(wanted.execution_options(populate_existing=True)) is not None


def serve(session: Session, row: Outbox, worker: str) -> None:
    """The office of this row has its turn now."""
    last = session.scalar(select(func.max(Served.turn)).where(Served.worker == worker)) or 0
    session.merge(Served(satker=row.satker_id or NOBODY, worker=worker, turn=last + 1))


def still_drawn(session: Session, row: Outbox) -> Outbox | None:
    """The row that is being drawn, as it is now; None if it was withdrawn or erased meanwhile."""
    now = session.scalar(select(Outbox).where(Outbox.id == row.id).with_for_update())
    # Another drawer may have taken it over; and SQLite gives the id of the last row that was deleted to the next one.
    same = now is not None and (now.channel, now.chat, now.drawer) == (row.channel, row.chat, row.drawer)
    return now if now and same and now.state == State.DRAW else None


def waiting_in(session: Session, channel: str, chat: str, renderer: str, topic: str = "") -> Sequence[int]:
    """The rows of figures of which a drawing is on its way into a chat, and there into a topic."""
    return _waiting(session, renderer, Outbox.channel == channel, Outbox.chat == chat, Outbox.topic == topic)


def waiting_for(session: Session, satker_id: int, renderer: str) -> Sequence[int]:
    """The rows of figures of which a drawing is on its way for an office."""
    return _waiting(session, renderer, Outbox.satker_id == satker_id)


def _waiting(session: Session, renderer: str, *where: ColumnElement[bool]) -> Sequence[int]:
    drawing = Outbox.payload["drawing"]["id"].as_integer()
    wanted = select(drawing).where(*where, Outbox.state.in_(WAITING), _renderer == renderer)
    return session.scalars(wanted.order_by(Outbox.id)).all()


# So many drawings are looked through for one that a message shows.
_SHOWN = 50


def drawn_at(session: Session, channel: str, chat: str, message: str, renderer: str) -> int | None:
    """The row of figures of the drawing that a message of a chat shows."""
    drawing = Outbox.payload["drawing"]["id"].as_integer()
    wanted = select(Outbox.message_ids, drawing).where(Outbox.channel == channel, Outbox.chat == chat)
    wanted = wanted.where(Outbox.state == State.SENT, _renderer == renderer).order_by(Outbox.id.desc()).limit(_SHOWN)
    return next((found for ids, found in session.execute(wanted) if message in ids), None)
