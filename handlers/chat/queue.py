"""The messages of a handler become rows of the outbox, in the transaction of the handler itself."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from handlers.chat.messages import Act, Edit, Incoming, Outgoing, Toast, to_payload
from storage import locks
from storage.chat import cards, outbox
from storage.chat.outbox import Outbox, State
from storage.database import Session
from storage.kantor.satker import Satker

# A card of an album waits until no more photos of it come: one message instead of one after the other.
SILENCE = timedelta(seconds=0.7)


def queue(session: Session, says: Iterable[Act], now: datetime, office: Satker | None = None) -> None:
    rows = [outbox.put(session, _row(act, now, office)) for act in says]
    if rows:
        locks.ring(session)


def settled(incoming: Incoming, now: datetime) -> datetime:
    """When the answer to a message may go: at once, but for a photo of an album after a short silence."""
    return now + SILENCE if incoming.album and incoming.foto else now


def _row(act: Act, now: datetime, office: Satker | None) -> Outbox:
    chat = act.chat
    row = Outbox(channel=chat.channel, chat=chat.id, group=chat.group, kind=act.kind, next_try=now)
    row.payload, row.satker_id = to_payload(act), office.id if office else None
    if isinstance(act, Outgoing):
        row.card, row.satker_id = act.card, row.satker_id or act.satker
        row.state = State.DRAW if act.drawing else State.NEW
    return row


MOVED = "Isiannya pindah ke bawah."


def answered(session: Session, incoming: Incoming, says: Iterable[Act]) -> list[Act]:
    """The messages of a handler, and an answer to the press if it gave none, for without one the phone shows a clock
    until it gives up."""
    said, chat = list(says), incoming.chat
    if incoming.press_id and not any(isinstance(one, Toast) for one in said):
        said.insert(0, Toast(chat, incoming.press_id))
    private = bool(incoming.press and incoming.message and not chat.group)
    if private and cards.may_be_copy(session, chat.channel, chat.id, incoming.message):
        # A kill may leave two messages of one card; the older one is closed, or it would keep its buttons for ever.
        said.append(Edit(chat, text=MOVED, replaces=(incoming.message,)))
    return said
