"""How chats and the languages beside Indonesian say "tidak"."""

from handlers.reading.daerah.tables import words_for

_CHATS = frozenset({"tidak", "tdk", "tak", "ga", "gak", "ngga", "nggak", "enggak", "ndak", "nda", "dak", "teu"})
WORDS = _CHATS | frozenset(words_for("tidak"))
NOT = f"(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})"
