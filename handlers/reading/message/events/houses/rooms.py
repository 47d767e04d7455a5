"""Rooms and houses that are told without a word before them."""

from collections.abc import Sequence

from handlers.reading.message.events.words import Word

# In a clause of their own they tell where it was.
OWN_ROOMS = frozenset({"aula", "ruang", "ruangan", "lapangan", "halaman", "pendopo", "ballroom", "gedung", "hotel"})
_CENTERS = frozenset({("media", "center"), ("media", "centre"), ("command", "center"), ("youth", "center")})
_HOTELS, _MOST = frozenset({"hotel", "resort", "resto", "cafe", "kafe", "mall", "convention"}), 4


def center(told: Sequence[Word]) -> bool:
    """Whether words begin with a room of two: "media center"."""
    return tuple(word.low for word in told[:2]) in _CENTERS


def hotel(clause: Sequence[Word]) -> bool:
    """Whether a clause is the name of a hotel that ends in its kind: "Sari Hotel"."""
    told = [word for word in clause if word.low]
    return 1 < len(told) <= _MOST and told[-1].low in _HOTELS and all(word.capital for word in told)
