"""Where a gap leads, as its button writes it."""

from handlers.periksa.material import Gap


def way(gap: Gap) -> str:
    return gap.door.written() if gap.door else ""
