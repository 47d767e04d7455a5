"""Cards: the live messages that show a draft, record or question, found by key or by message."""

from sqlalchemy import BindParameter, String, and_, bindparam, cast, delete, func, or_, select, update

from storage.chat.outbox import STANDS, Card, Kind, Outbox, State, below
from storage.database import Row, Session


def keys_in(session: Session, channel: str, chat: str) -> set[str]:
    """The keys of all cards that stand in a chat."""
    return set(session.scalars(select(Card.card).where(Card.channel == channel, Card.chat == chat)))


def key_at(session: Session, channel: str, chat: str, message: str) -> str:
    """The key of the card that a message shows; empty if it shows none."""
    wanted = select(Card.card).where(Card.channel == channel, Card.chat == chat, Card.message_id == message)
    return session.scalar(wanted.limit(1)) or _key_told(session, channel, chat, message)


def _key_told(session: Session, channel: str, chat: str, message: str) -> str:
    """The same of a message that showed the card before, or that is another part of it, as the list of choices under a
    picture is: where nothing can be edited or deleted, these still stand in the chat."""
    told = select(Outbox.card, Outbox.message_ids).where(Outbox.channel == channel, Outbox.chat == chat)
    told = told.where(Outbox.card != "", Outbox.state.in_(STANDS))
    told = told.where(cast(Outbox.message_ids, String).contains(f'"{message}"', autoescape=True))
    return session.execute(told.order_by(Outbox.id.desc()).limit(1)).scalar() or "" if message else ""


def rename(session: Session, channel: str, chat: str, old: str, new: str) -> None:
    """Let the card of a draft go on as the receipt of its record, under another key."""
    if old == new:
        return
    session.flush()
    told = {"of_channel": channel, "of_chat": chat, "old": old, "new": new}
    session.execute(_UNDER_NEW_KEY, told)
    if session.execute(_STANDS, told).first():
        # The one that stands there under the new key already is older.
        session.execute(_OLDER, told)
        session.execute(_RENAMED, told)
    _read_anew(session)


def _read_anew(session: Session) -> None:
    """What the session has read of cards and rows counts no more."""
    for one in session.identity_map.values():
        if isinstance(one, Card | Outbox):
            session.expire(one)


# Composing a query takes longer than running it, so the queries of every message are composed once, and told of the
# tables and not of the classes, for the session would compose those anew each time.
_CARDS, _ROWS = (Row.metadata.tables[one.__tablename__] for one in (Card, Outbox))
_CHANNEL: BindParameter[str] = bindparam("of_channel")
_CHAT: BindParameter[str] = bindparam("of_chat")
_MESSAGE: BindParameter[str] = bindparam("message")
_THERE = _CARDS.c.channel == _CHANNEL, _CARDS.c.chat == _CHAT
_QUEUED = _ROWS.c.channel == _CHANNEL, _ROWS.c.chat == _CHAT
# Ids are numbers that grow within a chat, so a longer one is later.
_LATER = or_(
    func.length(_CARDS.c.message_id) < func.length(_MESSAGE),
    and_(func.length(_CARDS.c.message_id) == func.length(_MESSAGE), _CARDS.c.message_id < _MESSAGE),
)
_PUSHED = update(_CARDS).where(*_THERE, _LATER).values(pushed=True)
_GOING = update(_ROWS).where(*_QUEUED, _ROWS.c.state == State.SENDING).values(pushed_by=_MESSAGE)


_OLD: BindParameter[str] = bindparam("old")
_NEW: BindParameter[str] = bindparam("new")
_STANDS = select(_CARDS.c.card).where(*_THERE, _CARDS.c.card == _OLD)
_OLDER = delete(_CARDS).where(*_THERE, _CARDS.c.card == _NEW)
_RENAMED = update(_CARDS).where(*_THERE, _CARDS.c.card == _OLD).values(card=_NEW)
_UNDER_NEW_KEY = update(_ROWS).where(*_QUEUED, _ROWS.c.card == _OLD).values(card=_NEW)


# Stands below every message of a chat.
LAST = "9" * 30


def push_all(session: Session, channel: str, chat: str, message: str = LAST) -> None:
    """A person's message of this id stands below every older card of the chat, and maybe below one that is just going
    out: that shows when its own id is known."""
    told = {"of_channel": channel, "of_chat": chat, "message": message}
    session.flush()
    # In the order in which a sender writes them: where that is just being done, the card is there only afterwards.
    session.execute(_GOING, told)
    session.execute(_PUSHED, told)
    _read_anew(session)


def push(session: Session, channel: str, chat: str, key: str) -> None:
    """The next state of this card will be sent as a new message."""
    if card := session.get(Card, (channel, chat, key)):
        card.pushed = True


# So many messages of the bot are looked through for one below a card.
_BELOW = 20


def push_unasked(session: Session, channel: str, chat: str, key: str) -> None:
    """A message of the bot for which nobody has asked stands below every card of the chat, unless it is the next state
    of the one that stands last."""
    card = session.get(Card, (channel, chat, key))
    if card is None or card.pushed or not _stands_last(session, card):
        push_all(session, channel, chat)


def _stands_last(session: Session, card: Card) -> bool:
    said = select(Outbox.state, Outbox.message_ids).where(Outbox.channel == card.channel, Outbox.chat == card.chat)
    said = said.where(Outbox.kind == Kind.SAY, Outbox.card != card.card, Outbox.state != State.DEAD)
    newest = session.execute(said.order_by(Outbox.id.desc()).limit(_BELOW)).all()
    covered = (below(one, card.message_id) for _, ids in newest for one in ids)
    return not any(covered) and all(state == State.SENT for state, _ in newest)


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


def move_chat(session: Session, channel: str, old: str, new: str) -> None:
    """A group became a supergroup: what waits for the old id goes to the new one."""
    waiting = update(Outbox).where(Outbox.channel == channel, Outbox.chat == old, Outbox.state != State.SENT)
    session.execute(waiting.values(chat=new))
    session.execute(update(Card).where(Card.channel == channel, Card.chat == old).values(chat=new))


def was_said(session: Session, channel: str, chat: str, key: str) -> bool:
    """Whether a card was ever queued for a chat."""
    wanted = select(Outbox.id).where(Outbox.channel == channel, Outbox.chat == chat, Outbox.card == key)
    return session.scalar(wanted.limit(1)) is not None
