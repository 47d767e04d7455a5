"""Capitals as a title and as a sentence have them; words with a capital somewhere have been written with care."""

import re
from collections.abc import Mapping, Sequence

from handlers.reading.editor.abbreviations import UNSURE, meant
from handlers.reading.editor.acronyms import ROMAN, SHORT, SMALL
from handlers.reading.editor.pieces import Piece

_PARTS = re.compile(r"([-/&+])")
_LONG, _SHORTEST = 4, 3
_VOWEL = re.compile("[aeiou]", re.IGNORECASE)
_ENDS = frozenset(".!?")


def begun(told: str) -> str:
    """With the capital of a sentence."""
    return told[:1].upper() + told[1:]


def shouted(pieces: Sequence[Piece], written: Mapping[str, str]) -> bool:
    """Whether a text is in capitals throughout, acronyms aside, so that they tell nothing."""
    letters = [p.text for p in pieces if p.kind == "plain" and len(p.text) >= _LONG]
    if not all(word.isupper() for word in letters):
        return False
    strange = [word for word in letters if not _acronym(word, written)]
    return len(strange) > 1 or any(len(word) > _LONG for word in strange)


def quiet(piece: Piece, written: Mapping[str, str]) -> Piece:
    """A word of a text in capitals, without them if it is no acronym."""
    if piece.kind != "plain" or not piece.text.isupper():
        return piece
    parts = _PARTS.split(piece.text)
    return piece.printed("".join(part if _acronym(part, written) else part.lower() for part in parts))


def _acronym(word: str, written: Mapping[str, str]) -> bool:
    low = word.casefold()
    if low in written or low in ROMAN:
        return True
    if low in SHORT or low in UNSURE or meant(low):
        return False
    return len(word) <= _SHORTEST or not _VOWEL.search(word)


def spelled(piece: Piece, written: Mapping[str, str]) -> Piece:
    """The word with the capitals that it has wherever it stands."""
    if piece.kind != "plain":
        return piece
    if whole := written.get(piece.low):
        return piece if _cared(piece.text) else piece.printed(whole)
    if piece.text.isalpha():
        return piece.printed(piece.text.upper()) if piece.low in ROMAN else piece
    return piece.printed("".join(_known(part, written) for part in _PARTS.split(piece.text)))


def _known(part: str, written: Mapping[str, str]) -> str:
    low = part.casefold()
    return part if _cared(part) else low.upper() if low in ROMAN else written.get(low, part)


def _cared(word: str) -> bool:
    """Whether capitals stand behind the first letter, which no keyboard sets by itself, and not everywhere."""
    return any(c.isupper() for c in word[1:]) and not word.isupper()


def in_title(pieces: Sequence[Piece]) -> list[Piece]:
    first = next((at for at, piece in enumerate(pieces) if piece.is_word or piece.kind == "kept"), -1)
    return [titled(piece, at == first) for at, piece in enumerate(pieces)]


def titled(piece: Piece, first: bool = False) -> Piece:
    """The word as a title has it, at its beginning or behind."""
    text = piece.text
    if piece.kind != "plain" or not text.islower() or text in UNSURE or (text in SMALL and not first):
        return piece
    if text.isalpha():
        return piece.printed(begun(text))
    head, *others = _PARTS.split(text)
    tail = [sign + _joined(head, sign, part) for sign, part in zip(others[::2], others[1::2], strict=True)]
    return piece.printed("".join([head if head == "se" and not first else begun(head), *tail]))


def _joined(head: str, sign: str, part: str) -> str:
    """The later part of a joined word: "Alun-Alun", "se-Jatim", "Kab/Kota", and "Non-anggaran"."""
    return begun(part) if sign != "-" or head in {part, "se"} else part


def in_sentence(pieces: Sequence[Piece]) -> list[Piece]:
    """With a capital where the text begins, and behind a word that ends a sentence."""
    found, opens, before = list[Piece](), True, ""
    for at, piece in enumerate(pieces):
        found.append(piece.printed(begun(piece.text)) if opens and piece.kind == "plain" else piece)
        if piece.is_word or piece.kind == "kept":
            opens, before = False, piece.text
        elif piece.text in _ENDS:
            closes = at + 1 < len(pieces) and pieces[at + 1].kind == "blank"
            opens = opens or (closes and (len(before) > _SHORTEST or piece.text != "."))
        elif "\n" in piece.text and piece.kind == "blank":
            opens = True
    return found
