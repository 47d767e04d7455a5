"""How chats and the languages beside Indonesian say "saja"."""

from handlers.reading.daerah.tables import words_for

ONLY = frozenset({"saja", "aja", "doang", "tok", *words_for("saja")})
