"""The choices of a sent message that its channel did not show at once, kept until somebody asks for them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import String, cast, select

from storage.chat.outbox import STANDS, Outbox
from storage.database import Session


def of(session: Session, channel: str, chat: str, message: str) -> dict[str, Any] | None:
    """What is left of the payload of the row that became this message; None if there is no such row any more."""
    sent = select(Outbox).where(Outbox.channel == channel, Outbox.chat == chat, Outbox.state.in_(STANDS))
    sent = sent.where(cast(Outbox.message_ids, String).contains(f'"{message}"', autoescape=True))
    row = session.scalar(sent.order_by(Outbox.id.desc()).limit(1)) if message else None
    return row.payload if row else None


def erase_naming(session: Session, words: Iterable[str]) -> None:
    """Forget such choices wherever one of these words is among them."""
    kept = select(Outbox).where(cast(Outbox.payload, String).contains('"rest"')).with_for_update()
    for row in session.scalars(kept):
        told = str(row.payload["rest"])
        if any(word and word in told for word in words):
            row.payload = {key: value for key, value in row.payload.items() if key != "rest"}
