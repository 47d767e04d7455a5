"""Whether an event without a partner was our own: by its name, its room, and who came."""

from collections.abc import Sequence
from itertools import pairwise

from handlers.reading import guesses
from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.names import HIGHER, Names
from handlers.reading.message.events.several.behind import STAFF
from handlers.reading.message.events.words import Word

_OUR_ROOMS = table("ruang ruangan r aula kantor helpdesk gudang lantai lt lab lobi lobby media sekretariat basement")
# "Kantor pos" and "kantor notaris X" are others' houses.
_AT_OURS = cues.PRONOUNS | cues.ROOMS | table("baru lama sementara sini utama dan , jl jln jalan")
# An upacara on a square is the town's, whoever of us stood there.
_OF_ALL = frozenset({"upacara", "peringatan"})
# Where not all of our own came, somebody else may have held it: "bimtek di hotel, 2 staf ikut".
_ALL = table("seluruh semua smua segenap keluarga sekeluarga")


def among_us(name: str, about: str, places: Sequence[Sequence[Word]], people: Sequence[Word], names: Names) -> bool:
    """Whether a meeting without a partner was our own: by what it is called or was `about`, else by its room or by who
    came, but not in another's house, and not where we were guests. `places`: the words of each that is told."""
    first, here = name.partition(" ")[0].casefold(), all(_ours(place, names) for place in places)
    yard = all(_ours(place, names, _OUR_ROOMS | {"halaman"}) for place in places)
    if first in _OF_ALL and places:
        return yard
    if guesses.ALONE.search(name):
        return first not in cues.INVITED or (bool(places) and here)
    told = {word.low for word in people}
    if first in cues.GUESTS or any(names.kind(word) and word.low not in names.gazetteer.own for word in people):
        return False
    staff = not told.isdisjoint(STAFF) and (here or not told.isdisjoint(_ALL))
    if staff or guesses.WITH_US.search(name) or (guesses.AT_HOME.search(name) and yard):
        return True
    if not (guesses.AMONG_US.search(name) or guesses.HANDED.search(name)) or not here:
        return False
    came = any(word.low in names.gazetteer.own for word in people)
    return bool(places) or came or bool(guesses.OURS.search(f"{name} {about}"))


def _ours(place: Sequence[Word], names: Names, rooms: frozenset[str] = _OUR_ROOMS) -> bool:
    """Whether a place is one of our `rooms`: it names no house and no institution."""
    books, houses = names.gazetteer, cues.ROOMS - rooms
    strange = (names.kind(word) for word in place if word.low not in books.venues | books.own | rooms)
    inside = place[0].low in rooms or any(word.low in books.sisters for word in place)
    home = _AT_OURS | books.own | books.sisters | rooms
    of_others = any(one.low == "kantor" and two.low not in home for one, two in pairwise(place))
    if of_others or any(word.low in HIGHER for word in place):
        return False
    return inside and not any(word.low in houses for word in place) and not any(strange)
