"""Drawings that a person asks for: their figures are frozen in a delivery row, and the result goes to the chat of the
asking; if drawing fails, a sentence goes there."""

from collections.abc import Iterator, Sequence
from typing import Any

from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Act, Chat, Drawing, Outgoing, Toast, Turn
from renderers.frozen import freeze
from storage.chat import cards, drawing_order
from storage.chat.outbox import Kind
from storage.laporan import deliveries
from storage.laporan.deliveries import WHOLE, Delivery, State, View
from storage.laporan.laporan import Laporan

ALREADY = "Permintaan yang sama sedang dibuat. Hasilnya segera dikirim."


def asked(turn: Turn, renderer: str, figures: object, *, title: str = "", text: str = "") -> Sequence[Act]:
    """Have a renderer draw these figures, and send the result to the chat of the asking."""
    chat, told = turn.incoming.chat, freeze(figures)
    if row := same(turn, chat, renderer, told):
        return already(turn, row)
    period = f"{chat.channel} {turn.incoming.event}"
    claimed = deliveries.claim(turn, f"{renderer} diminta", period, told)
    if claimed is None:
        return []
    return [Outgoing(chat, title=title, text=text, drawing=Drawing(renderer, claimed.id), satker=turn.satker.id)]


def same(turn: Turn, chat: Chat, renderer: str, figures: dict[str, Any], view: View = WHOLE) -> Delivery | None:
    """The delivery of the same figures that is already on its way into this chat, if any."""
    ids = drawing_order.waiting_in(turn.session, chat.channel, chat.id, renderer, chat.topic)
    rows = (deliveries.get(turn.session, id_) for id_ in ids)
    return next((row for row in rows if row.figures == figures and row.view == view), None)


def already(turn: Turn, row: Delivery) -> Sequence[Act]:
    """Asking again for a drawing that is on its way draws nothing: a press is told so each time, a typed command
    once."""
    if turn.incoming.press_id:
        return [turn.toast(ALREADY)]
    key = f"sedang:{row.id}"
    chat = turn.incoming.chat
    return [] if cards.was_said(turn.session, chat.channel, chat.id, key) else [turn.reply(ALREADY, card=key)]


def joined(says: Sequence[Act]) -> bool:
    """Whether the answer says that the same drawing is already on its way (only `already` answers with a Toast)."""
    return any(isinstance(one, Toast) for one in says)


ENDS = (Became.SENT, Became.UNCERTAIN, Became.FAILED, Became.GONE)


def marked(outcome: Outcome) -> None:
    """Write into the delivery of a drawing whether it was sent, failed, is gone, or nobody knows."""
    drawing = outcome.drawing
    if drawing is None or outcome.became not in ENDS:
        return
    row = deliveries.noted(outcome.session, drawing.renderer, drawing.id)
    if row is None:
        return
    if outcome.became == Became.SENT:
        deliveries.sent(row, outcome.row.message_ids)
    if outcome.became == Became.UNCERTAIN:
        deliveries.ended(row, State.UNCERTAIN)
    if outcome.became in (Became.FAILED, Became.GONE) and not _elsewhere(row, outcome):
        # An edit that failed has no message left to renew, so its delivery is gone; a failed new message may be asked
        # for again.
        deliveries.ended(row, State.GONE if outcome.row.kind == Kind.EDIT else State.FAILED)


def _elsewhere(row: Delivery | Laporan, outcome: Outcome) -> bool:
    """Whether a new message that failed has arrived in another chat: a post goes to each who forwards it."""
    sent = isinstance(row, Delivery) and row.state == State.SENT and outcome.row.kind != Kind.EDIT
    return sent and row.message_ids != outcome.row.message_ids


def happened(outcome: Outcome) -> Iterator[Outgoing]:
    """The sentence to the asker when drawing has failed for good."""
    drawing = outcome.drawing
    if drawing and outcome.became == Became.FAILED:
        text = f"Maaf, hasil /{drawing.renderer} tidak dapat dibuat. Coba lagi dengan /{drawing.renderer}."
        yield Outgoing(outcome.chat, text=text)
