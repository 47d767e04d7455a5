"""The event that somebody put in the place of the first one that he wrote."""

from handlers.reading.message.events import cues
from handlers.reading.message.events.look import Look

# Words behind a question that was denied, in which the event is told.
_NEAR = 12
_NOT = frozenset({"bukan", "ga", "gak", "nggak", "blm", "tdk"})


def corrected(look: Look, at: int) -> int:
    """Where the name begins that somebody put in the place of the first one: "apel, eh senam", "apel? bukan, senam",
    "apel batal, diganti senam"."""
    slips = (n for n in range(at + 1, look.sentence(at)) if look.low(n) in cues.SLIPS | cues.INSTEAD)
    asked = next((n for n in range(at + 1, look.sentence(at)) if look.sign(n) == "?" and _denied(look, n + 1)), 0)
    other = next((n for n in range(asked, min(asked + _NEAR, len(look.items))) if look.head(n)), at) if asked else at
    return next((n + 1 for n in slips if look.head(n + 1)), other)


def _denied(look: Look, at: int) -> bool:
    return look.low(at) in cues.NOTHING | _NOT
