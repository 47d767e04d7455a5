"""What is drawn on demand and sent where it was asked for: figures frozen in a delivery, words when it fails."""

from collections.abc import Iterator

from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Drawing, Outgoing, Turn
from renderers.frozen import freeze
from storage.chat.outbox import Kind
from storage.laporan import deliveries
from storage.laporan.deliveries import State


def asked(turn: Turn, renderer: str, figures: object, *, title: str = "", text: str = "") -> list[Outgoing]:
    """The picture or files that a renderer makes of its own figures."""
    chat = turn.incoming.chat
    period = f"{chat.channel} {turn.incoming.event}"
    row = deliveries.claim(turn, f"{renderer} diminta", period, freeze(figures))
    if row is None:
        return []
    return [Outgoing(chat, title=title, text=text, drawing=Drawing(renderer, row.id), satker=turn.satker.id)]


def marked(outcome: Outcome) -> None:
    """Write down with the figures of a drawing what became of it."""
    drawing = outcome.drawing
    row = deliveries.drawn(outcome.session, drawing.renderer, drawing.id) if drawing else None
    if row is None:
        return
    if outcome.became == Became.SENT:
        deliveries.sent(row, outcome.row.message_ids)
    if outcome.became in (Became.FAILED, Became.GONE):
        # What cannot be renewed where it stands is lost there, for whatever reason.
        deliveries.ended(row, State.GONE if outcome.row.kind == Kind.EDIT else State.FAILED)


def happened(outcome: Outcome) -> Iterator[Outgoing]:
    """Words in place of what could not be drawn."""
    drawing = outcome.drawing
    if drawing and outcome.became == Became.FAILED:
        text = f"Maaf, hasil /{drawing.renderer} tidak dapat dibuat. Coba lagi dengan /{drawing.renderer}."
        yield Outgoing(outcome.chat, text=text)
