"""Rows of the outbox that a channel has been handed, and what is known of their arrival."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from storage.chat import outbox, statuses
from storage.chat.outbox import OVER, Kind, Outbox, State
from storage.chat.statuses import RANK
from storage.database import Session

# A channel that has told nothing of a message for so long will not do so any more.
SILENT = timedelta(days=1)


def accepted(session: Session, row: Outbox, message_ids: Sequence[str], now: datetime) -> None:
    """Note that the channel has taken a row and will tell whether it arrives; until then its words are kept."""
    # Of several messages the last has the choices.
    outbox.stands(session, row, message_ids, message_ids[-1], now)
    row.state = State.ACCEPTED


def unsettled(row: Outbox, until: datetime, error: str) -> None:
    """Wait for word of a row whose answer was lost."""
    outbox.again(row, until, error)
    row.state = State.UNSETTLED


def overdue(session: Session, channel: str, now: datetime) -> Sequence[Outbox]:
    """Rows whose answer was lost, and of which no word came in time."""
    wanted = select(Outbox).where(Outbox.channel == channel, Outbox.state == State.UNSETTLED, Outbox.next_try <= now)
    return session.scalars(wanted.with_for_update()).all()


def silent(session: Session, now: datetime) -> Sequence[Outbox]:
    """Rows that were taken long ago, and of which no word came."""
    wanted = select(Outbox).where(Outbox.state == State.ACCEPTED, Outbox.sent_at < now - SILENT)
    return session.scalars(wanted.with_for_update()).all()


def mark(row: Outbox) -> str:
    """The word by which the channel tells of this row."""
    return f"{row.id}.{row.mark}"


def marked(session: Session, channel: str, word: str) -> Outbox | None:
    """The row of such a word, as it is now."""
    id_, _, rest = word.partition(".")
    row = session.get(Outbox, int(id_), with_for_update=True) if id_.isdecimal() and rest else None
    return row if row and (row.channel, row.mark) == (channel, rest) else None


def arrived(session: Session, row: Outbox) -> bool:
    """Whether the channel has told of every message of a row that it is under way to its person."""
    told = statuses.of_mark(session, row.channel, mark(row))
    sound = {one.message for one in told if RANK[statuses.State.SENT] <= RANK[one.state] < RANK[statuses.State.FAILED]}
    return sound.issuperset(row.message_ids)


def failure(session: Session, row: Outbox) -> statuses.Status | None:
    """Of a row that was taken, the first message that fails."""
    told = statuses.of_mark(session, row.channel, mark(row))
    return next((one for one in told if one.state == statuses.State.FAILED and one.message in row.message_ids), None)


def unreachable(session: Session, channel: str, chat: str) -> bool:
    """Whether the last thing said in a chat will never arrive: its person has blocked the bot, for one."""
    ended = select(Outbox.state).where(Outbox.channel == channel, Outbox.chat == chat, Outbox.kind == Kind.SAY)
    return session.scalar(ended.where(Outbox.state.in_(OVER)).order_by(Outbox.id.desc()).limit(1)) == State.DEAD


def interrupted(session: Session, channel: str) -> Sequence[Outbox]:
    """Rows that a crash left in the middle of sending."""
    return session.scalars(select(Outbox).where(Outbox.channel == channel, Outbox.state == State.SENDING)).all()


def goes_to(session: Session, channel: str, chat: str) -> bool:
    """Whether something is still to be sent to a chat."""
    there = Outbox.channel == channel, Outbox.chat == chat, Outbox.kind == Kind.SAY, Outbox.state.in_(outbox.WAITING)
    return session.scalar(select(Outbox.id).where(*there).limit(1)) is not None


def waiting_for(session: Session, channel: str, chats: Iterable[str], state: State = State.HELD) -> Sequence[Outbox]:
    """What is held for these chats, or is in another state."""
    there = Outbox.channel == channel, Outbox.chat.in_(list(chats)), Outbox.state == state
    return session.scalars(select(Outbox).where(*there).with_for_update()).all()
