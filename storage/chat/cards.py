"""Cards: the live messages that show a draft, record or question, found by key or by message."""

from sqlalchemy import BindParameter, and_, bindparam, func, or_, select, update

from storage.chat.outbox import Card, Kind, Outbox, State
from storage.database import Session


def keys_in(session: Session, channel: str, chat: str) -> set[str]:
    """The keys of all cards that stand in a chat."""
    return set(session.scalars(select(Card.card).where(Card.channel == channel, Card.chat == chat)))


def key_at(session: Session, channel: str, chat: str, message: str) -> str:
    """The key of the card that a message shows; empty if it shows none."""
    wanted = select(Card.card).where(Card.channel == channel, Card.chat == chat, Card.message_id == message)
    return session.scalar(wanted.limit(1)) or ""


def rename(session: Session, channel: str, chat: str, old: str, new: str) -> None:
    """Let the card of a draft go on as the receipt of its record, under another key."""
    if old == new:
        return
    same = Outbox.channel == channel, Outbox.chat == chat, Outbox.card == old
    session.execute(update(Outbox).where(*same).values(card=new))
    if card := session.get(Card, (channel, chat, old)):
        session.delete(card)
        told = {"message_id": card.message_id, "pushed": card.pushed, "sent_at": card.sent_at}
        session.merge(Card(channel=channel, chat=chat, card=new, **told))


# Composing a query takes longer than running it, so the queries of every message are composed once.
_CHANNEL: BindParameter[str] = bindparam("of_channel")
_CHAT: BindParameter[str] = bindparam("of_chat")
_MESSAGE: BindParameter[str] = bindparam("message")
# Ids are numbers that grow within a chat, so a longer one is later.
_LATER = or_(
    func.length(Card.message_id) < func.length(_MESSAGE),
    and_(func.length(Card.message_id) == func.length(_MESSAGE), Card.message_id < _MESSAGE),
)
_PUSHED = update(Card).where(Card.channel == _CHANNEL, Card.chat == _CHAT, _LATER).values(pushed=True)
_GOING = update(Outbox).where(Outbox.channel == _CHANNEL, Outbox.chat == _CHAT, Outbox.state == State.SENDING)
_GOING = _GOING.values(pushed_by=_MESSAGE)


# Stands below every message of a chat.
LAST = "9" * 30


def push_all(session: Session, channel: str, chat: str, message: str = LAST) -> None:
    """A person's message of this id stands below every older card of the chat, and maybe below one that is just going
    out: that shows when its own id is known."""
    told = {"of_channel": channel, "of_chat": chat, "message": message}
    session.execute(_PUSHED, told)
    session.execute(_GOING, told)


def push(session: Session, channel: str, chat: str, key: str) -> None:
    """The next state of this card will be sent as a new message."""
    if card := session.get(Card, (channel, chat, key)):
        card.pushed = True


def may_be_copy(session: Session, channel: str, chat: str, message: str) -> bool:
    """Whether a message may show a card a second time: the answer to the call that sent it was lost, so that nobody
    knows its id, and the card was sent once more."""
    if key_at(session, channel, chat, message):
        return False
    sent = Outbox.channel == channel, Outbox.chat == chat, Outbox.kind == Kind.SAY, Outbox.state == State.SENT
    twice = select(Outbox.id).where(*sent, Outbox.card != "", Outbox.tries > 1).limit(1)
    if session.scalar(twice) is None:
        return False
    return not any(message in ids for ids in session.scalars(select(Outbox.message_ids).where(*sent)))
