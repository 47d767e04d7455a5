"""When channels and people were last heard."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.chat.inbox import Inbox
from storage.database import Row, Session


class LastHeard(Row):
    """When each channel was last heard; a silence is told from it."""

    __tablename__ = "last_heard"

    channel: Mapped[str] = mapped_column(primary_key=True)
    heard_at: Mapped[datetime]


def heard(session: Session, channel: str, now: datetime) -> datetime | None:
    """Note that the channel is heard now; answers when it was heard before."""
    row = session.get(LastHeard, channel, with_for_update=True)
    if row is None:
        session.add(LastHeard(channel=channel, heard_at=now))
        return None
    before, row.heard_at = row.heard_at, max(now, row.heard_at)
    return before


def spoke(session: Session, channel: str, lane: str) -> datetime | None:
    """When something of this lane came last."""
    return session.scalar(select(func.max(Inbox.received_at)).where(Inbox.channel == channel, Inbox.lane == lane))
