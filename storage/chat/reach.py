"""Reach: the channels that this bot is served on, and the link by which each is opened."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.database import Row, Session

# Stands in a link for the payload that it brings; only letters that no channel writes otherwise.
PAYLOAD = "PAYLOAD"


class Reach(Row):
    """A channel as the process last opened it; `link`: its address with PAYLOAD in place of the payload."""

    __tablename__ = "reach"

    channel: Mapped[str] = mapped_column(primary_key=True)
    link: Mapped[str]
    opened_at: Mapped[datetime]


def opened(session: Session, channel: str, link: str, now: datetime) -> None:
    session.merge(Reach(channel=channel, link=link, opened_at=now))


def links(session: Session, start: str) -> dict[str, str]:
    """The link of each channel that brings this payload, by its name."""
    rows = session.scalars(select(Reach).order_by(Reach.channel))
    return {row.channel: row.link.replace(PAYLOAD, start) for row in rows}


def only(session: Session, channels: set[str]) -> None:
    """Forget the channels that are served no more, so that nobody is invited there."""
    session.execute(delete(Reach).where(Reach.channel.not_in(channels)))
