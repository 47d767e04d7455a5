"""The order of drawings: offices take turns, so that none waits for all drawings of another one."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, select
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


def to_draw(
    session: Session, channel: str, now: datetime, worker: str = "", kinds: Iterable[str] | None = None
) -> Sequence[Outbox]:
    """The drawings that a worker may take, in order: first of the office that was served longest ago, and of that
    office first those for its group. `kinds`: the renderers of this worker, None for all."""
    served = (Served.satker == func.coalesce(Outbox.satker_id, NOBODY)) & (Served.worker == worker)
    rows = select(Outbox).outerjoin(Served, served)
    rows = rows.where(Outbox.channel == channel, Outbox.state == State.DRAW, Outbox.next_try <= now)
    if kinds is not None:
        rows = rows.where(_renderer().in_(list(kinds)))
    # The databases disagree on where NULL stands.
    never = case((Served.turn.is_(None), 0), else_=1)
    return session.scalars(rows.order_by(never, Served.turn, Outbox.group.desc(), Outbox.id)).all()


def serve(session: Session, row: Outbox, worker: str) -> None:
    """The office of this row has its turn now."""
    last = session.scalar(select(func.max(Served.turn)).where(Served.worker == worker)) or 0
    session.merge(Served(satker=row.satker_id or NOBODY, worker=worker, turn=last + 1))


def waiting_in(session: Session, channel: str, chat: str, renderer: str) -> Sequence[int]:
    """The rows of figures of which a drawing is on its way into a chat."""
    return _waiting(session, renderer, Outbox.channel == channel, Outbox.chat == chat)


def waiting_for(session: Session, satker_id: int, renderer: str) -> Sequence[int]:
    """The rows of figures of which a drawing is on its way for an office."""
    return _waiting(session, renderer, Outbox.satker_id == satker_id)


def _waiting(session: Session, renderer: str, *where: ColumnElement[bool]) -> Sequence[int]:
    drawing = Outbox.payload["drawing"]["id"].as_integer()
    wanted = select(drawing).where(*where, Outbox.state.in_(WAITING), _renderer() == renderer)
    return session.scalars(wanted.order_by(Outbox.id)).all()


def _renderer() -> ColumnElement[str]:
    renderer: ColumnElement[str] = Outbox.payload["drawing"]["renderer"].as_string()
    return renderer
