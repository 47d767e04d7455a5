"""The editor's pass: a text as people type it is put in fair written Indonesian, where it has one reading only."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from handlers.reading.daerah.tables import written
from handlers.reading.editor import case, neighbours, talk
from handlers.reading.editor.abbreviations import UNSURE, meant
from handlers.reading.editor.acronyms import WRITTEN
from handlers.reading.editor.pieces import Piece, cut
from handlers.reading.editor.tables import table

Places = Iterable[tuple[int, int]]


class Manner(Enum):
    """How a field is written: as the title of a thing, as sentences, or as the name of an institution, of which only
    the case changes."""

    TITLE = "title"
    SENTENCE = "sentence"
    NAME = "name"


@dataclass(frozen=True)
class Words:
    """What the editor knows of an office: words `written` with capitals of their own, by their small letters; `houses`
    with which the name of an institution begins; `named` gives the letters [start, end) of each institution in a
    text."""

    written: Mapping[str, str] = field(default_factory=lambda: WRITTEN)
    houses: Collection[str] = frozenset()
    named: Callable[[str], Places] = lambda _text: ()


_ACRONYM = 3
_WITH = "dengan"
# Behind "ka" they are what somebody is the head of.
_HEADED = table(
    "subbag subbagian sub bagian bag bidang bid seksi upt uptd kua dinas div divisi sekretariat sekre humas"
)
# A word that is written out may tell its neighbours, and those theirs.
_PASSES = 5


def _settled(text: str, once: Callable[[str], str]) -> str:
    """The text edited until nothing changes any more."""
    for _ in range(_PASSES):
        text, before = once(text) if text.strip() else text, text
        if text == before or (text.casefold() == before.casefold() and _capitals(text) >= _capitals(before)):
            break
    return text


def _capitals(text: str) -> int:
    return sum(map(str.isupper, text))


def fair(text: str, words: Words, manner: Manner = Manner.TITLE) -> str:
    """The text in fair writing; what is fair already stays letter by letter."""
    return _settled(text, lambda told: _once(told, manner, words))


def _once(text: str, manner: Manner, words: Words) -> str:
    bare = talk.off(text) if manner is not Manner.NAME else text
    pieces = cut(bare)
    if manner is Manner.SENTENCE:
        pieces = _named(pieces, words.named(bare))
    if loud := case.shouted(pieces, words.written):
        pieces = [case.quiet(piece, words.written) for piece in pieces]
    if manner is Manner.TITLE:
        pieces = [_translated(pieces, at) for at in range(len(pieces))]
    if manner is not Manner.NAME:
        pieces = _whole(pieces, words)
    pieces = [case.spelled(piece, words.written) for piece in pieces]
    cased = _in_sentence(pieces) if manner is Manner.SENTENCE and not loud else case.in_title(pieces)
    return "".join(piece.text for piece in cased)


def _named(pieces: list[Piece], places: Places) -> list[Piece]:
    """With a mark on the words of institutions; "bpk camat" is none."""
    within = {at for start, end in places for at in range(start, end)}
    return [replace(p, named=True) if p.start in within and p.low not in UNSURE else p for p in pieces]


def _in_sentence(pieces: Sequence[Piece]) -> list[Piece]:
    """In a sentence the names of institutions have their capitals."""
    first = {at for at, piece in enumerate(pieces) if piece.named and not (at and pieces[at - 1].named)}
    return case.in_sentence([case.titled(p, at in first) if p.named else p for at, p in enumerate(pieces)])


def _translated(pieces: Sequence[Piece], at: int) -> Piece:
    """A small word of another language as the Indonesian one, where a title has that; "ka subbag" is a person."""
    piece = pieces[at]
    word = written(piece.low) if piece.kind == "plain" and not piece.named else ""
    after = _beside(pieces, at, 1).casefold() if word else ""
    first = at == 0 and piece.text.istitle() and len(piece.text) > _ACRONYM
    if word == _WITH and any(before.low == _WITH or written(before.low) == _WITH for before in pieces[:at]):
        word = "dan"
    if not after or not (first or piece.text.islower()) or (piece.low == "ka" and after in _HEADED):
        return piece
    return piece.printed(case.begun(word) if first else word)


def _whole(pieces: list[Piece], words: Words) -> list[Piece]:
    """The short words of chats written out, where they have one meaning."""
    found = list[Piece]()
    for at, piece in enumerate(pieces):
        word = _meant(pieces, at, words) if piece.is_word and not piece.named else ""
        found += cut(word) if word else [piece]
    return found


def _meant(pieces: Sequence[Piece], at: int, words: Words) -> str:
    piece = pieces[at]
    # What stands in capitals among small letters is an acronym: "TMP Kusuma Bangsa", "Hotel BW".
    named = len(piece.low) >= _ACRONYM or _beside(pieces, at, -1).istitle()
    loud = named and piece.text.isupper()
    found = unsure_as(pieces, at, words.houses) if piece.low in UNSURE else "" if loud else meant(piece.low)
    if not found or (piece.low == "bareng" and _beside(pieces, at, -1).casefold() == "nonton"):
        return ""
    return case.begun(found) if piece.text[0].isupper() and not piece.text.isupper() else found


def unsure_as(pieces: Sequence[Piece], at: int, houses: Collection[str]) -> str:
    """The meaning of a word with two readings that its neighbours tell; empty where they do not."""
    if pieces[at].text.isupper() or (at + 1 < len(pieces) and pieces[at + 1].text == "."):
        return ""
    after = _beside(pieces, at, 1)
    beside = neighbours.Beside(_beside(pieces, at, -1).casefold(), after.casefold(), after[:1].isupper(), houses)
    return neighbours.told(pieces[at].low, beside)


def _beside(pieces: Sequence[Piece], at: int, step: int) -> str:
    """The word next to this one, past a single blank; empty where a sign or the edge stands."""
    place = at + 2 * step
    if not 0 <= place < len(pieces) or pieces[at + step].kind != "blank" or "\n" in pieces[at + step].text:
        return ""
    return pieces[place].text if pieces[place].is_word or pieces[place].kind == "kept" else ""
