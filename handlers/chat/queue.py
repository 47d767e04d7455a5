"""The messages of a handler become rows of the outbox, in the transaction of the handler itself."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter

from handlers.chat import means
from handlers.chat.messages import Act, Edit, Incoming, Leave, Offer, Outgoing, Reaction, Toast
from storage import locks
from storage.chat import cards, outbox
from storage.chat.outbox import Kind, Outbox, State
from storage.database import Session
from storage.kantor.satker import Satker

# A card of an album waits until no more photos of it come: one message instead of one after the other.
SILENCE = timedelta(seconds=0.7)


def queue(session: Session, says: Iterable[Act], now: datetime, office: Satker | None = None) -> None:
    for act in (every := list(says)):
        outbox.put(session, _row(act, now, office), edits=means.of(act.chat.channel).edits)
    if every:
        locks.ring(session)


def settled(incoming: Incoming, now: datetime) -> datetime:
    """When the answer to a message may go: at once, but for a photo that others may follow after a short silence."""
    silence = means.of(incoming.chat.channel).gathers or (SILENCE if incoming.album else means.NONE)
    return now + silence if incoming.foto else now


def _row(act: Act, now: datetime, office: Satker | None) -> Outbox:
    act = means.fitting(act) if isinstance(act, Outgoing) else act
    chat = act.chat
    row = Outbox(channel=chat.channel, chat=chat.id, group=chat.group, kind=act.kind, next_try=now)
    row.payload, row.satker_id, row.topic = to_payload(act), office.id if office else None, chat.topic
    if isinstance(act, Outgoing):
        row.card, row.satker_id = act.card, row.satker_id or act.satker
        row.state = State.DRAW if act.drawing else State.NEW
    return row


def _replying(act: Act, incoming: Incoming) -> Act:
    mine = isinstance(act, Outgoing) and not isinstance(act, Edit) and act.chat == incoming.chat
    return replace(act, answers=incoming.message) if isinstance(act, Outgoing) and mine else act


MOVED = "Isiannya pindah ke bawah."


def answered(session: Session, incoming: Incoming, says: Iterable[Act]) -> list[Act]:
    """The messages of a handler, and an answer to the press if it gave none, for without one the phone shows a clock
    until it gives up. In a group, where many talk, an answer replies to its message."""
    chat = incoming.chat
    if not means.of(chat.channel).edits:
        return means.aloud(incoming, [*says])
    said = [_replying(one, incoming) if chat.group and not incoming.press else one for one in says]
    if incoming.press_id and not any(isinstance(one, Toast) for one in said):
        said.insert(0, Toast(chat, incoming.press_id))
    private = bool(incoming.press and incoming.message and not chat.group)
    if private and cards.may_be_copy(session, chat.channel, chat.id, incoming.message):
        # A kill may leave two messages of one card; the older one is closed, or it would keep its buttons for ever.
        said.append(Edit(chat, text=MOVED, replaces=(incoming.message,)))
    return said


_JSON: dict[Kind, TypeAdapter[Act]] = {
    one.kind: TypeAdapter(one) for one in (Outgoing, Edit, Toast, Reaction, Leave, Offer)
}


def to_payload(act: Act) -> dict[str, Any]:
    """The JSON of an act for the outbox, which keeps its kind in another column."""
    payload: dict[str, Any] = _JSON[act.kind].dump_python(act, mode="json", exclude_defaults=True)
    return payload


def from_payload(kind: Kind, payload: dict[str, Any]) -> Act:
    return _JSON[kind].validate_python(payload)
