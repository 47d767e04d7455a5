"""What is drawn on demand and sent where it was asked for: figures frozen in a delivery, words when it fails."""

from collections.abc import Iterator
from typing import Any

from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Drawing, Outgoing, Turn
from storage.laporan import deliveries


def asked(turn: Turn, renderer: str, figures: dict[str, Any], *, title: str = "", text: str = "") -> list[Outgoing]:
    chat = turn.incoming.chat
    period = f"{chat.channel} {turn.incoming.event}"
    row = deliveries.claim(turn, f"{renderer} diminta", period, figures)
    if row is None:
        return []
    return [Outgoing(chat, title=title, text=text, drawing=Drawing(renderer, row.id), satker=turn.satker.id)]


def happened(outcome: Outcome) -> Iterator[Outgoing]:
    """What became of it."""
    drawing, delivery = outcome.drawing, outcome.delivery
    if outcome.became == Became.SENT:
        delivery.state, delivery.message_ids = deliveries.State.SENT, outcome.row.message_ids
    if outcome.became != Became.FAILED or drawing is None:
        return
    delivery.state = deliveries.State.FAILED
    text = f"Maaf, hasil /{drawing.renderer} tidak dapat dibuat. Coba lagi dengan /{drawing.renderer}."
    yield Outgoing(outcome.chat, text=text)
