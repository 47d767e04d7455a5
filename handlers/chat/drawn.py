"""What is drawn on demand and sent where it was asked for: figures frozen in a delivery, words when it fails."""

from collections.abc import Iterator, Sequence
from typing import Any

from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Act, Chat, Drawing, Outgoing, Toast, Turn
from renderers.frozen import freeze
from storage.chat import outbox, turns
from storage.chat.outbox import Kind
from storage.laporan import deliveries
from storage.laporan.deliveries import WHOLE, Delivery, State, View

ALREADY = "Permintaan yang sama sedang dibuat. Hasilnya segera dikirim."


def asked(turn: Turn, renderer: str, figures: object, *, title: str = "", text: str = "") -> Sequence[Act]:
    """The picture or files that a renderer makes of its own figures."""
    chat, told = turn.incoming.chat, freeze(figures)
    if row := same(turn, chat, renderer, told):
        return already(turn, row)
    period = f"{chat.channel} {turn.incoming.event}"
    claimed = deliveries.claim(turn, f"{renderer} diminta", period, told)
    if claimed is None:
        return []
    return [Outgoing(chat, title=title, text=text, drawing=Drawing(renderer, claimed.id), satker=turn.satker.id)]


def same(turn: Turn, chat: Chat, renderer: str, figures: dict[str, Any], view: View = WHOLE) -> Delivery | None:
    """What is on its way into a chat with these very figures."""
    ids = turns.waiting_in(turn.session, chat.channel, chat.id, renderer)
    rows = (deliveries.get(turn.session, id_) for id_ in ids)
    return next((row for row in rows if row.figures == figures and row.view == view), None)


def already(turn: Turn, row: Delivery) -> Sequence[Act]:
    """Who asks for the same again gets what is on its way; it is said to a press, and once to those who type."""
    if turn.incoming.press_id:
        return [turn.toast(ALREADY)]
    key = f"sedang:{row.id}"
    chat = turn.incoming.chat
    return [] if outbox.was_said(turn.session, chat.channel, chat.id, key) else [turn.reply(ALREADY, card=key)]


def joined(says: Sequence[Act]) -> bool:
    """Whether a press was told that what it asks for is on its way."""
    return any(isinstance(one, Toast) for one in says)


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
