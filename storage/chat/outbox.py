"""The outbox: messages that a transaction decided on, to be drawn, sent or edited after it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from secrets import token_hex
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, ForeignKey, Index, bindparam, case, func, insert, or_, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import ERASES, Row, Session
from storage.upsert import Insert, upsert


class State(StrEnum):
    """A row is drawn first where it has a drawing; it ends as `sent`, `uncertain` (nobody knows) or `dead` (never).
    `held`: it waits until the bot may write in its chat again; `accepted`: the channel has taken it, and tells later
    whether it arrives; `unsettled`: the answer was lost, and the channel may tell."""

    DRAW = "draw"
    NEW = "new"
    SENDING = "sending"
    HELD = "held"
    UNSETTLED = "unsettled"
    ACCEPTED = "accepted"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    DEAD = "dead"


class Kind(StrEnum):
    """The acts of a channel: `edit` changes an existing message, `answer` is for a press, `offer` lists commands."""

    SAY = "say"
    EDIT = "edit"
    ANSWER = "answer"
    REACTION = "reaction"
    LEAVE = "leave"
    OFFER = "offer"


WAITING = (State.DRAW, State.NEW, State.SENDING, State.HELD, State.UNSETTLED)
# Nothing else goes to a chat while one of its messages is in these states.
UNDER_WAY = (State.SENDING, State.UNSETTLED)
OVER = (State.SENT, State.DEAD)
STANDS = (State.SENT, State.ACCEPTED)
QUICK = (Kind.ANSWER, Kind.REACTION)
ASIDE = (*QUICK, Kind.OFFER)  # go out without waiting for older rows of their chat


class Outbox(Row):
    """`payload`: an Outgoing as JSON; `files`: what its drawing became, relative to the data folder; `drawer`: which
    one draws it; `pushed_by`: the message of a person that came while this was being sent; `topic`: of a forum group;
    `held_at`: since when it is held; `mark`: the word of a channel for it, for SQLite gives an id a second time."""

    __tablename__ = "outbox"
    __table_args__ = (Index(None, "state", "channel"), Index(None, "channel", "chat", "card"))

    id: Mapped[int] = mapped_column(primary_key=True)
    satker_id: Mapped[int | None] = mapped_column(ForeignKey("satker.id"))
    channel: Mapped[str]
    chat: Mapped[str]
    group: Mapped[bool]
    topic: Mapped[str] = mapped_column(default="", server_default=text("''"))
    kind: Mapped[Kind]
    card: Mapped[str] = mapped_column(default="")
    payload: Mapped[dict[str, Any]]
    files: Mapped[list[str]] = mapped_column(default=list)
    state: Mapped[State] = mapped_column(default=State.NEW)
    tries: Mapped[int] = mapped_column(default=0)
    next_try: Mapped[datetime]
    error: Mapped[str] = mapped_column(default="")
    message_ids: Mapped[list[str]] = mapped_column(default=list)
    pushed_by: Mapped[str] = mapped_column(default="")
    drawer: Mapped[str] = mapped_column(default="", server_default=text("''"))
    mark: Mapped[str] = mapped_column(default=lambda: token_hex(4), server_default=text("''"))
    held_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]


class Card(Row):
    """The message of a live card. `pushed`: newer ones have moved it up; `sent_at`: when it was sent, if known."""

    __tablename__ = "card"

    channel: Mapped[str] = mapped_column(primary_key=True)
    chat: Mapped[str] = mapped_column(primary_key=True)
    card: Mapped[str] = mapped_column(primary_key=True)
    message_id: Mapped[str]
    pushed: Mapped[bool] = mapped_column(default=False)
    sent_at: Mapped[datetime | None]


_C = (_TABLE := Row.metadata.tables[Outbox.__tablename__]).columns
_ADDED = insert(_TABLE)


def put(session: Session, row: Outbox, *, edits: bool = True) -> None:
    """Queue a row; of a card that still waits to be sent only the latest state is kept. Where the channel edits
    nothing, a quiet renewal of what was sent already is not queued at all."""
    if (older := _waiting_card(session, row) if row.card else None) is not None:
        _renewed(older, row)
    elif edits or row.kind != Kind.EDIT:
        session.flush()
        told = {column.key: value for column in _C if (value := getattr(row, column.key)) is not None}
        # The session itself would take several times as long to write the row of every answer.
        session.execute(_ADDED, told)


def _renewed(older: Outbox, row: Outbox) -> None:
    """Let a row that waits say what another one would have said."""
    if row.payload.get("drawing"):
        older.state, older.files = row.state, []
    # New words do not take away the picture that they stand under.
    kept = {"drawing": older.payload["drawing"]} if older.payload.get("drawing") else {}
    older.payload = kept | row.payload
    if not older.tries:
        older.next_try = max(older.next_try, row.next_try)
    older.kind = Kind.EDIT if older.kind == row.kind == Kind.EDIT else Kind.SAY
    # What it said before may be out although the answer was lost: what a channel tells of that is not about this.
    older.mark = token_hex(4)


# Composing a query takes longer than running it, so the queries of every message are composed once.
_CHANNEL: BindParameter[str] = bindparam("of_channel")
_CHAT: BindParameter[str] = bindparam("of_chat")
_NOW: BindParameter[datetime] = bindparam("now")
_CARD = select(Outbox).where(Outbox.channel == _CHANNEL, Outbox.chat == _CHAT, Outbox.card == bindparam("of_card"))
# PostgreSQL would let a sender claim the row between this look and the new state.
_CARD = _CARD.where(Outbox.state.in_((State.NEW, State.DRAW))).order_by(Outbox.id.desc()).limit(1).with_for_update()
_UNDRAWN_CARD = _CARD.where(or_(Outbox.state == State.NEW, Outbox.tries == 0))  # one begun shows the old state


def _waiting_card(session: Session, row: Outbox) -> Outbox | None:
    told = {"of_channel": row.channel, "of_chat": row.chat, "of_card": row.card}
    return session.scalar(_UNDRAWN_CARD if row.payload.get("drawing") else _CARD, told)


def below(message: str, other: str) -> bool:
    """Whether a message stands below another of its chat."""
    return (len(message), message) > (len(other), other)


_STANDS = select(Card).where(Card.channel == _CHANNEL, Card.chat == _CHAT, Card.card == bindparam("of_card"))
_STANDS = _STANDS.execution_options(populate_existing=True)
_CARDS = Row.metadata.tables[Card.__tablename__]


def _stood(added: Insert) -> Insert:
    """A card stands from now on in this message; when that was sent is known of the same one already."""
    new, kept = added.excluded, _CARDS.c
    since = case((kept.message_id == new.message_id, kept.sent_at), else_=new.sent_at)
    told = {"message_id": new.message_id, "pushed": new.pushed, "sent_at": since}
    return added.on_conflict_do_update(index_elements=_CARDS.primary_key, set_=told)


_STOOD = upsert(_CARDS, _stood)


def card_of(session: Session, row: Outbox) -> Card | None:
    told = {"of_channel": row.channel, "of_chat": row.chat, "of_card": row.card}
    return session.scalar(_STANDS, told) if row.card else None


# The oldest row of each chat where nothing is being sent; one that is renewed quietly lets everything else go first.
# Those that wait are found before: to group all by their chat, SQLite would walk through every row that ever was.
_WAITING = select(_C.id, _C.chat, _C.kind, _C.state).where(_C.channel == _CHANNEL, _C.kind.not_in(ASIDE))
_W = _WAITING.where(_C.state.in_((State.NEW, *UNDER_WAY))).cte().prefix_with("MATERIALIZED").c
_FIRST = func.coalesce(func.min(case((_W.kind != Kind.EDIT, _W.id))), func.min(_W.id))
_HEADS = select(_FIRST).group_by(_W.chat).having(func.count(case((_W.state.in_(UNDER_WAY), 1))) == 0)
_DUE = select(Outbox.id, Outbox.chat, Outbox.group, Outbox.kind, Outbox.files).where(Outbox.channel == _CHANNEL)
_DUE = _DUE.where(Outbox.state == State.NEW, Outbox.next_try <= _NOW)
_DUE = _DUE.where(or_(Outbox.id.in_(_HEADS), Outbox.kind.in_(ASIDE))).order_by(Outbox.kind.not_in(QUICK), Outbox.id)


class Due(NamedTuple):
    """What must be known of a row before it is claimed."""

    id: int
    chat: str
    group: bool
    kind: Kind
    files: list[str]


def due(session: Session, channel: str, now: datetime) -> Sequence[Due]:
    """The rows that may be sent now: the oldest unsent one of each chat, and all of kinds that need not wait."""
    return [Due(*row) for row in session.execute(_DUE, {"of_channel": channel, "now": now})]


def drawn(row: Outbox, files: Iterable[str]) -> None:
    row.files, row.state, row.drawer = list(files), State.NEW, ""


# Told of the table and not of the class: the session would compose such a query anew each time.
_MINE = update(_TABLE).where(_C.id == bindparam("row"), _C.state == State.NEW)
_MINE = _MINE.values(state=State.SENDING, pushed_by="", tries=_C.tries + 1).returning(_TABLE)
_CLAIMED = select(Outbox).from_statement(_MINE).execution_options(populate_existing=True)


def claim(session: Session, id: int) -> Outbox | None:  # noqa: A002 - the column's name
    """Take a row for sending, as it stands at this moment; None if somebody else has it or it is gone."""
    session.flush()
    return session.scalars(_CLAIMED, {"row": id}).first()


def sent(session: Session, row: Outbox, message_ids: Sequence[str], now: datetime) -> None:
    """Mark a row as sent and remember where its card stands. The payload goes: it may hold an invitation."""
    stands(session, row, message_ids, next(iter(message_ids), ""), now)
    row.state, row.payload = State.SENT, left(row)


def stands(session: Session, row: Outbox, message_ids: Sequence[str], message: str, now: datetime) -> None:
    """Write down the messages of a row; `message` is the one that shows its card."""
    if row.card and message_ids and row.kind != Kind.EDIT and not row.payload.get("last"):
        told = {"channel": row.channel, "chat": row.chat, "card": row.card, "sent_at": now}
        told |= {"message_id": message, "pushed": below(row.pushed_by, message)}
        session.execute(_STOOD(session), told)
    row.sent_at, row.message_ids, row.error = now, list(message_ids), ""


def left(row: Outbox) -> dict[str, Any]:
    """The part of a payload that is needed after the message is gone."""
    kept = {key: row.payload[key] for key in ("last", "rest") if row.payload.get(key)}
    return {"drawing": row.payload.get("drawing")} | kept


def over(session: Session, row: Outbox) -> None:
    """Delete the words and file names of a row after all handlers have heard of its outcome. Rows that are a list of
    commands or the last word to a person are deleted whole, for their chat may be nobody's."""
    last = row.payload.get("last") or (row.kind == Kind.OFFER and not row.payload.get("commands"))
    if last:
        session.info[ERASES] = True
    if last or row.kind == Kind.OFFER:
        session.delete(row)
    row.payload, row.files = left(row), []


def again(row: Outbox, at: datetime, error: str) -> None:
    """Try once more at an instant."""
    row.state, row.next_try, row.error = State.NEW, at, error[:500]


def retry(row: Outbox, now: datetime, error: str) -> None:
    """Try again after a pause that doubles, at most ten minutes."""
    again(row, now + timedelta(seconds=min(600, 2 ** min(row.tries, 10))), error)


def give_up(row: Outbox, state: State, error: str) -> None:
    """End a row without another try; `error` is kept to 500 characters."""
    row.state, row.error = state, error[:500]


_HELD = select(Outbox).where(Outbox.id == bindparam("row")).with_for_update()


def get(session: Session, id: int) -> Outbox:  # noqa: A002 - the column's name
    """A row of which the outcome is known; who hears of it meanwhile from elsewhere waits for what is decided here."""
    return session.scalars(_HELD, {"row": id}).one()
