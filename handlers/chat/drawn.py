"""What is drawn on demand and sent where it was asked for: figures frozen in a delivery, words when it fails."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from handlers.chat.messages import Chat, Drawing, Outgoing, Turn
from storage.chat.outbox import Outbox
from storage.database import Session
from storage.laporan import deliveries


def asked(turn: Turn, renderer: str, figures: dict[str, Any], *, title: str = "", text: str = "") -> list[Outgoing]:
    chat = turn.incoming.chat
    period = f"{chat.channel} {turn.incoming.event}"
    row = deliveries.claim(turn, f"{renderer} diminta", period, figures)
    if row is None:
        return []
    return [Outgoing(chat, title=title, text=text, drawing=Drawing(renderer, row.id), satker=turn.satker.id)]


def happened(session: Session, row: Outbox, what: str, _now: datetime, _detail: str) -> Iterator[Outgoing]:
    """What became of it."""
    drawing = row.payload["drawing"]
    delivery = deliveries.get(session, drawing["id"])
    if what == "sent":
        delivery.state, delivery.message_ids = deliveries.State.SENT, row.message_ids
    if what != "failed":
        return
    delivery.state = deliveries.State.FAILED
    renderer = drawing["renderer"]
    text = f"Maaf, hasil /{renderer} tidak dapat dibuat. Coba lagi dengan /{renderer}."
    yield Outgoing(Chat(row.channel, row.chat, row.group), text=text)
