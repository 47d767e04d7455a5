"""The row behind a drawing: it holds the frozen figures, and is told where what was drawn of them went."""

from collections.abc import Sequence

from storage.database import Session
from storage.laporan.deliveries import Delivery, State
from storage.laporan.laporan import Laporan

REKAP = "rekap"
"""The renderer whose figures are those of a version of a report; all others draw a delivery."""


def get(session: Session, renderer: str, id: int) -> Delivery | Laporan | None:  # noqa: A002 - the column's name
    """None for what is drawn from the message itself."""
    return session.get(Laporan, id) if renderer == REKAP else session.get(Delivery, id)


def sent(row: Delivery | Laporan, message_ids: Sequence[str]) -> None:
    row.message_ids = list(message_ids)
    ended(row, State.SENT)


def ended(row: Delivery | Laporan, state: State) -> None:
    """A version of a report is never over: it can be sent again at any time."""
    if isinstance(row, Delivery):
        row.state = state
