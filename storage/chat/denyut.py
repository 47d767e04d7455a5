"""Denyut: when a channel was last heard, so that a long silence is noticed after a restart too."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session


class Denyut(Row):
    __tablename__ = "denyut"

    channel: Mapped[str] = mapped_column(primary_key=True)
    heard_at: Mapped[datetime]


def heard(session: Session, channel: str, now: datetime) -> datetime | None:
    """Note that the channel is heard now; answers when it was heard before."""
    row = session.get(Denyut, channel, with_for_update=True)
    if row is None:
        session.add(Denyut(channel=channel, heard_at=now))
        return None
    before, row.heard_at = row.heard_at, max(now, row.heard_at)
    return before
