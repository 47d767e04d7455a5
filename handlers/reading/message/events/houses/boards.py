"""Words before the name of an office or of an organisation that tell whose deputy or which board it is."""

from handlers.reading.message.events.words import Word

# "Wakil Bupati", "Pj Gubernur".
_DEPUTIES, _OFFICES = (
    frozenset({"wakil", "pj", "plt", "penjabat"}),
    frozenset({"bupati", "walikota", "wali", "gubernur"}),
)
# Which board of an organisation it is.
_BRANCHES = frozenset({"PC", "PD", "PW", "PB", "PK", "PAC", "DKM"})


def leads(word: Word, following: Word) -> bool:
    """Whether a word stands before a name that begins behind it: "Wakil Bupati", "PC Fatayat"."""
    deputy = word.low in _DEPUTIES and following.low in _OFFICES
    return deputy or (word.raw in _BRANCHES and following.capital)
