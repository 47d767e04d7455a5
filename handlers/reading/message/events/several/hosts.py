"""Whose house a place is, so that they were the hosts: "di Bawaslu", "di kantor BPBD X", "di sekretariat HMI"."""

from collections.abc import Iterator, Sequence

from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.names import Institution, Names
from handlers.reading.message.events.several.rows import JOINTS
from handlers.reading.message.events.words import COMMA, Word

# Rooms of those whose name follows.
_SEATS = frozenset({"sekretariat", "markas", "posko"})
# Grounds before a house, where anybody may meet.
_GROUNDS = table("lapangan halaman pelataran depan parkiran")
# Of these their house is called by the word before them: "Kantor Camat X".
_IN_OFFICE = table("camat lurah bupati gubernur walikota wali kades kementerian sekda kuwu")


def host(words: Sequence[Word], names: Names) -> Iterator[Institution]:
    """`words`: those of the place."""
    books = names.gazetteer
    if office := _office(words, names):
        yield office
        return
    none = _GROUNDS | books.venues | books.groups | books.sisters | cues.GOALS
    if not words or words[0].raw.casefold() in none or any(word.low in books.sisters for word in words):
        return
    seat = int(words[0].low in _SEATS)
    found = [one for one in names.all(words) if one.nama.casefold() not in books.generic]
    several = sum(names.kind(word) != "" for word in words) > 1
    if several and names.kind(words[0]) and not (found and not found[0].at):
        yield names.named(words, 0, len(words))  # "SMA, SMK dan MA se-Kota X"
    elif found and (several or found[0].at == seat):
        yield found[0]
        yield from (one for one in found[1:] if words[one.at - 1].low in JOINTS or words[one.at - 1].raw == COMMA)


def _office(words: Sequence[Word], names: Names) -> Institution | None:
    """The institution whose "kantor" it is; None for another house, and for one of many that has no name."""
    if len(words) < 2 or words[0].low != "kantor" or words[1].low in names.gazetteer.own:  # noqa: PLR2004 - with its name
        return None
    found = names.begun(words, 1, len(words))
    if found is None or found.nama.casefold() in names.gazetteer.generic:
        return None
    return names.named(words, 0, found.end) if words[1].low in _IN_OFFICE else found
