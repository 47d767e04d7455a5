"""What of a text is talk still: short words that nobody wrote out, slang, emoji, capitals that shout."""

from collections.abc import Collection, Iterator

from handlers.reading.editor.abbreviations import MISSPELT, SLANG, UNSURE, meant
from handlers.reading.editor.acronyms import WRITTEN
from handlers.reading.editor.case import shouted
from handlers.reading.editor.editor import unsure_as
from handlers.reading.editor.pieces import Piece, cut
from handlers.reading.text import is_picture

_MARKS = frozenset("!?")


def talk(text: str, houses: Collection[str]) -> Iterator[tuple[str, str]]:
    """(the words as they stand, what they may mean; empty where only the person knows), each once. `houses`: words with
    which the name of an institution begins."""
    pieces = cut(text)
    found = dict(one for at in range(len(pieces)) if (one := _of(pieces, at, houses)))
    yield from found.items()
    if shouted(pieces, WRITTEN):
        yield text, "huruf kapital semua"


def _of(pieces: list[Piece], at: int, houses: Collection[str]) -> tuple[str, str] | None:
    piece = pieces[at]
    if piece.is_word:
        read = _read(pieces, at, houses)
        return (piece.text, read) if read or piece.low in SLANG else None
    again = piece.text in _MARKS and at and pieces[at - 1].text == piece.text
    return (piece.text * 2, "") if again else (piece.text, "") if is_picture(piece.text[0]) else None


def _read(pieces: list[Piece], at: int, houses: Collection[str]) -> str:
    """What a short word may mean; one in capitals is an acronym, one before a full stop is shortened, and a slip is
    told with the spelling."""
    piece = pieces[at]
    if piece.low not in UNSURE:
        return "" if piece.text.isupper() or piece.low in MISSPELT else meant(piece.low)
    if piece.text[0].isupper() or (at + 1 < len(pieces) and pieces[at + 1].text == "."):
        return ""
    return unsure_as(pieces, at, houses) or UNSURE[piece.low]
