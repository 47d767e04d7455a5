"""What an event takes over from the one before it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from handlers.reading.message.parts import Reading

SAME_PLACE = re.compile(r"(?:tempat|lokasi)\s+(?:(?:yang|yg)\s+)?(?:sama|tersebut|itu)", re.IGNORECASE)


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
