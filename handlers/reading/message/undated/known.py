"""Whether a word is of any list, courtesies among them, or Indonesian by its form, so that it is no word for a day of a
language that we do not know."""

from handlers.reading.message.envelope import courtesies, regional
from handlers.reading.message.events.vocabulary.listed import listed

_COURTESIES = (
    courtesies.TITLES | courtesies.ROLES | courtesies.JOINTS | courtesies.AREAS | courtesies.ANSWERS | regional.ALL
)


def known(low: str) -> bool:
    return low in _COURTESIES or listed(low)
