"""Where a gap leads, as its button writes it."""

from handlers.periksa.material import Hal


def way(hal: Hal) -> str:
    return hal.pintu.written() if hal.pintu else ""
