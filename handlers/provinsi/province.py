"""What only an office of a province has: an old or forwarded button may be pressed in any."""

from handlers.chat.messages import Rejected, Turn
from storage.provinsi import kiriman


def only(turn: Turn, what: str) -> None:
    """Rejected in an office that is no province's."""
    if not kiriman.leads(turn.satker):
        raise Rejected(f"{what} hanya ada di satker tingkat provinsi.")
