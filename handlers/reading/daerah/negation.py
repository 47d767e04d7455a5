"""How chats and the languages beside Indonesian say "tidak"."""

from handlers.reading.daerah.tables import words_for
from handlers.reading.editor.tables import table

WORDS = table("tidak tdk tak ga gak ngga nggak enggak ndak nda dak teu") | frozenset(words_for("tidak"))
NOT = f"(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})"
