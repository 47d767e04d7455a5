"""A message that counts konten: by jenis ("foto 3, link 1"), or by platform ("ig 69, fb 69")."""

import re
from collections import Counter
from collections.abc import Mapping

from handlers.reading import jenis
from handlers.reading.message.publishing import EDGES

_CLAUSE = re.compile(r"\s*(?:[,;\n+&]|\bdan\b|\bsama\b|\bserta\b)\s*", re.IGNORECASE)
_HEADING = re.compile(
    r"^\W*(?:(?:rekap(?:an|itulasi)?|jumlah|hitungan|total|data|laporan)\b\s*)*"
    r"(?:(?:medsos|media\s+sosial|konten|posting(?:an)?|unggahan|publikasi)\b\s*)*[:=]?\s*",
    re.IGNORECASE,
)
_NUMBER = r"(?P<n>\d{1,3})(?:\s*(?:x|kali|konten|posting(?:an)?|buah))?"
_BARE = re.compile(rf"(?P<word>.*?)\s*[:=]?\s*{_NUMBER}|(?:{_NUMBER.replace('<n>', '<first>')})\s*(?P<behind>.+)")
FEWEST = 2


def by_platform(text: str, platforms: Mapping[str, str]) -> dict[str, int]:
    """Each platform's number, where the text holds nothing else; one platform alone is no tally."""
    found: Counter[str] = Counter()
    for clause in _clauses(text):
        told = _BARE.fullmatch(clause.casefold())
        code = platforms.get((told["word"] or told["behind"] or "").strip(EDGES)) if told else None
        if told is None or code is None:
            return {}
        found[code] += int(told["n"] or told["first"])
    return dict(found) if len(found) >= FEWEST else {}


def by_jenis(text: str) -> tuple[dict[str, int], tuple[str, ...]]:
    """Each jenis' number, and the clauses that say more than that ("repost kpu ri 4")."""
    bare = _HEADING.sub("", re.sub(r"\b(?:sama|serta)\b", "dan", text, flags=re.IGNORECASE))
    if plain := jenis.tally(bare.strip(EDGES)):
        return plain, ()
    found: Counter[str] = Counter()
    clauses = _clauses(text)
    for clause in clauses:
        told = jenis.counted(clause)
        if told is None:
            return {}, ()
        found[told[0]] += told[1]
    return (dict(found), tuple(clauses)) if len(clauses) >= FEWEST else ({}, ())


def _clauses(text: str) -> list[str]:
    """The clauses of a list; its heading is none of them."""
    parts = (part.strip(EDGES) for part in _CLAUSE.split(_HEADING.sub("", text, count=1)))
    return [part for part in parts if part]
