"""Moving: a channel knows a person by another id from now on, and what was theirs there goes along."""

from sqlalchemy import delete, select, update

from storage.catatan.drafts import Pesan
from storage.chat import cards
from storage.chat.offered import Offered
from storage.chat.outbox import Card
from storage.chat.statuses import Status
from storage.database import Session
from storage.kantor import identities
from storage.kantor.people import Identity


def moved(session: Session, channel: str, old: str, new: str) -> Identity | None:
    """The identity that has moved, with its cards and what still waits to be sent; None where nobody moves."""
    row = identities.moved(session, channel, old, new)
    if row is not None:
        follow(session, channel, row.chat, new)
        row.chat = new
        session.flush()
    return row


def follow(session: Session, channel: str, old: str, new: str) -> None:
    """What stands in a chat, or waits for it, is that of another chat of the same person from now on; what stands
    there already, of a time before, stays."""
    for one, key in ((Card, Card.card), (Pesan, Pesan.message), (Offered, Offered.channel)):
        there = list(session.scalars(select(key).where(one.channel == channel, one.chat == new)))
        session.execute(delete(one).where(one.channel == channel, one.chat == old, key.in_(there)))
    cards.move_chat(session, channel, old, new)
    for kind in (Pesan, Offered, Status):
        session.execute(update(kind).where(kind.channel == channel, kind.chat == old).values(chat=new))
