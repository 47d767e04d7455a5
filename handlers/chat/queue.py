"""What a handler says becomes rows of the outbox, in the transaction that it was decided in."""

from collections.abc import Iterable
from datetime import datetime

from handlers.chat.messages import Incoming, Outgoing, to_payload
from storage import locks
from storage.chat import outbox
from storage.chat.outbox import Kind, Outbox, State
from storage.database import Session
from storage.kantor.satker import Satker


def queue(session: Session, says: Iterable[Outgoing], now: datetime, office: Satker | None = None) -> None:
    rows = [outbox.put(session, _row(outgoing, now, office)) for outgoing in says]
    if rows:
        locks.ring(session)


def _row(outgoing: Outgoing, now: datetime, office: Satker | None) -> Outbox:
    chat = outgoing.chat
    row = Outbox(channel=chat.channel, chat=chat.id, group=chat.group, card=outgoing.card, next_try=now)
    row.kind, row.payload = _kind(outgoing), to_payload(outgoing)
    row.state = State.DRAW if outgoing.drawing else State.NEW
    row.satker_id = office.id if office else outgoing.satker
    return row


def _kind(outgoing: Outgoing) -> Kind:
    if outgoing.answer:
        return Kind.ANSWER
    if outgoing.reaction:
        return Kind.REACTION
    if outgoing.leave:
        return Kind.LEAVE
    if outgoing.offer is not None:
        return Kind.OFFER
    return Kind.EDIT if outgoing.quiet or outgoing.replaces else Kind.SAY


def answered(incoming: Incoming, says: Iterable[Outgoing]) -> list[Outgoing]:
    """Every press gets its answer, or the phone shows a clock until it gives up."""
    said = list(says)
    if incoming.press_id and not any(o.answer for o in said):
        said.insert(0, Outgoing(incoming.chat, answer=incoming.press_id))
    return said
