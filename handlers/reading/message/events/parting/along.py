"""What an event takes over from the one before it."""

from collections.abc import Iterator
from dataclasses import replace

from handlers.reading.message.events.fields import SAME_PLACE
from handlers.reading.message.parts import Reading


def placed(found: Iterator[Reading]) -> Iterator[Reading]:
    """With the place of the event before, where it was "di tempat yang sama"."""
    place = ""
    for one in found:
        told = one.answers.get("tempat", "")
        if place and SAME_PLACE.fullmatch(told):
            yield replace(one, answers=one.answers | {"tempat": place})
        else:
            place = told or place
            yield one
