"""Cards found by their key or their message: which record does a message show, and does a receipt still stand."""

from sqlalchemy import select, update

from storage.chat.outbox import Card, Outbox
from storage.database import Session


def keys_in(session: Session, channel: str, chat: str) -> set[str]:
    """The keys of all cards that stand in a chat."""
    return set(session.scalars(select(Card.card).where(Card.channel == channel, Card.chat == chat)))


def key_at(session: Session, channel: str, chat: str, message: str) -> str:
    """The key of the card that a message shows; empty if it shows none."""
    wanted = select(Card.card).where(Card.channel == channel, Card.chat == chat, Card.message_id == message)
    return session.scalar(wanted.limit(1)) or ""


def rename(session: Session, channel: str, chat: str, old: str, new: str) -> None:
    """The card of a draft goes on as the receipt of its record."""
    if old == new:
        return
    same = Outbox.channel == channel, Outbox.chat == chat, Outbox.card == old
    session.execute(update(Outbox).where(*same).values(card=new))
    if card := session.get(Card, (channel, chat, old)):
        session.delete(card)
        session.merge(Card(channel=channel, chat=chat, card=new, message_id=card.message_id, pushed=card.pushed))


def push(session: Session, channel: str, chat: str, key: str) -> None:
    """Have the next state of a card come as a new message."""
    if card := session.get(Card, (channel, chat, key)):
        card.pushed = True
