"""How chats and the languages beside Indonesian say "tidak"."""

from handlers.reading.daerah.tables import words_for

WORDS = frozenset({*"tidak tdk tak ga gak ngga nggak enggak ndak nda dak teu".split(), *words_for("tidak")})
NOT = f"(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})"
