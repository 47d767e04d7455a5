"""Free text -> the value a question asks for, or Rejected with a sentence on how to type it."""

import re
import unicodedata
from collections import Counter

from handlers.chat.messages import Rejected
from handlers.reading.dates.calendar import NUMBERS
from handlers.reading.jenis import TALLIED
from renderers import indonesian

# Cc breaks the document's XML, Cs cuts it, Cf is invisible (zero width, direction marks).
_INVISIBLE = {"Cc", "Cf", "Cs"}


def clean(text: str, longest: int) -> str:
    """Clean text of at most `longest` characters; line breaks stay."""
    lines = (re.sub(r"\s+", " ", _visible(line)).strip() for line in text.splitlines())
    cleaned = unicodedata.normalize("NFC", re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())
    if not cleaned:
        raise Rejected("Teksnya masih kosong; mohon ditulis.")
    if len(cleaned) > longest:
        raise Rejected(
            f"Terlalu panjang: {indonesian.angka(len(cleaned))} huruf, paling banyak {indonesian.angka(longest)}."
        )
    return cleaned


def _visible(line: str) -> str:
    return "".join(c for c in line.replace("\t", " ") if unicodedata.category(c) not in _INVISIBLE and _is_character(c))


def _is_character(c: str) -> bool:
    """Unicode's noncharacters (U+FFFE and its like) are refused by XML."""
    return ord(c) & 0xFFFE != 0xFFFE and not 0xFDD0 <= ord(c) <= 0xFDEF  # noqa: PLR2004 - the ranges themselves


def number(text: str) -> int:
    """1 to 999, in digits or, up to ten, in words."""
    said = text.strip().casefold()
    n = int(said) if re.fullmatch(r"[0-9]{1,3}", said) else NUMBERS.get(said, 0)
    if not n:
        raise Rejected("Mohon tulis bilangan 1 sampai 999, misalnya 3.")
    return n


_WORD = "|".join(f"(?:{pattern})" for _, pattern in TALLIED)
_JENIS_FIRST = rf"(?P<word>{_WORD})\s*[:=]?\s*(?P<n>\d{{1,3}})(?!\d)"
_NUMBER_FIRST = rf"\+?(?P<n>\d{{1,3}})\s*x?\s*(?P<word>{_WORD})\b"
_BETWEEN = r"[\s,;.+&]*(?:\bdan\b\s*)?"


def tally(text: str) -> dict[str, int]:
    """A tally ("foto 3, link 1, repost 1") as jenis -> number; empty where the text is no tally."""
    said = text.casefold().strip(" \n,;.")
    for pattern in (_JENIS_FIRST, _NUMBER_FIRST):
        unnamed = re.sub(r"\?P<\w+>", "?:", pattern)
        if re.fullmatch(rf"(?:{_BETWEEN}{unnamed})+", said):
            counts: Counter[str] = Counter()
            for found in re.finditer(pattern, said):
                counts[_jenis(found["word"])] += int(found["n"])
            return dict(+counts)
    return {}


def _jenis(said: str) -> str:
    return next(jenis for jenis, pattern in TALLIED if re.fullmatch(pattern, said))
