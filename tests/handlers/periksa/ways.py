"""Where a gap leads, as its button writes it."""

from handlers.chat.door import Door
from handlers.periksa.material import Hal


def way(hal: Hal) -> str:
    return hal.pintu.written() if isinstance(hal.pintu, Door) else hal.pintu or ""
