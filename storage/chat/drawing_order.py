"""The order of drawings: offices take turns, so that none waits for all drawings of another one."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, case, func, select
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
_TO_DRAW = _TO_DRAW.where(Outbox.next_try <= bindparam("now"))
_TO_DRAW = _TO_DRAW.order_by(_NEVER, Served.turn, Outbox.group.desc(), Outbox.id)
_OF_KINDS = _TO_DRAW.where(_renderer.in_(bindparam("kinds", expanding=True)))


def to_draw(
    session: Session, channels: Iterable[str], now: datetime, worker: str = "", kinds: Iterable[str] | None = None
) -> Sequence[Outbox]:
    """The drawings that a worker may take, in order: first of the office that was served longest ago, and of that
    office first those for its group. `kinds`: the renderers of this worker, None for all."""
    told = {"channels": list(channels), "now": now, "of_worker": worker}
    if kinds is None:
        return session.scalars(_TO_DRAW, told).all()
    return session.scalars(_OF_KINDS, told | {"kinds": list(kinds)}).all()


def serve(session: Session, row: Outbox, worker: str) -> None:
    """The office of this row has its turn now."""
    last = session.scalar(select(func.max(Served.turn)).where(Served.worker == worker)) or 0
    session.merge(Served(satker=row.satker_id or NOBODY, worker=worker, turn=last + 1))


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
