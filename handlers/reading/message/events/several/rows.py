"""Several of one kind in a row: "Desa A, B dan C", "SMA 2, SMK 1 dan MAN"; whether another one follows."""

import re
from collections.abc import Sequence

from handlers.reading.daerah.tables import words_for
from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.houses.rooms import center
from handlers.reading.message.events.look import Item, Look, Run
from handlers.reading.message.events.vocabulary.heads import HEADS
from handlers.reading.message.events.words import COMMA, Word
from handlers.reading.message.parts import Kind

AREAS = table(
    "desa kelurahan kel kecamatan kec distrik nagari gampong dusun kampung jorong pekon lingkungan pulau pasar tps"
    " rt rw"
)
# Our own houses down to the village, which may stand in a row too.
ADHOC = table("ppk ppd pps panwascam pkd")
# Behind them stands only where they are: "Camat A, B dan C", "Bawaslu A dan B".
_HEADS_OF = AREAS | ADHOC | table("camat lurah kades")
OF_AREAS = _HEADS_OF | table("kapolsek polsek polres danramil koramil kodim bawaslu kpu")
# Points of the open street, which people list as they go: "bundaran A sama simpang B".
_POINTS = table(
    "simpang bundaran perempatan pertigaan tugu pasar taman alun-alun lapangan terminal stasiun depan gerbang jl jln"
    " jalan jembatan pos masjid halte"
)
# "3 titik: A, B, C".
_COUNTED = AREAS | table("titik lokasi tempat sekolah")
JOINTS = frozenset({"dan", "serta", "&", "+"})
_AND_TOO = frozenset({"sama", "sm", *words_for("bersama")})  # in a row they are no "bersama"
_MOST = 4  # words of one of them
_ROW = 40  # items of a row that are looked at


def joint(look: Look, at: int) -> int:
    """How many items at `at` part two of a row: a comma, "dan", both; 0 where none do."""
    comma = look.sign(at) == COMMA
    then = at + comma
    joins = look.low(then) in JOINTS or look.sign(then) in {"&", "+"} or look.raw(then) in _AND_TOO
    return comma + joins


def _may(look: Look, at: int, here: Sequence[Item]) -> bool:
    """Whether what parts two of a row does so here: "A, B sama C", while "A sama B" are two who met."""
    return look.raw(at + (look.sign(at) == COMMA)) not in _AND_TOO or any(
        isinstance(one, Word) and one.raw == COMMA for one in here
    )


def places(look: Look, at: int, here: Sequence[Item]) -> bool:
    """Whether behind the joint at `at` another place of the row stands that `here` belongs to."""
    told = [one for one in here[:_ROW] if isinstance(one, Word)]
    one = _one(look, at + joint(look, at))
    if not one or not told:
        return False
    first, kinds = one[0], look.names.kind(told[0]) and look.names.kind(one[0])
    if first.low in _POINTS and any(word.low in _POINTS for word in told[:2]):
        return len(one) > 1
    books = look.names.gazetteer
    if first.low in (books.own - ADHOC) | books.groups or not (told[0].low in AREAS or _may(look, at, told)):
        return False
    if counted(told) or (told[0].low in AREAS and first.low in AREAS):
        return _named(one) or _area(one) or any(word.raw == ":" for word in told)
    if told[0].low in AREAS:
        count = first.raw.isdigit() and not any(word.raw.isdigit() for word in told[1:2])
        return _named(one) and not (count or look.names.kind(first))
    return bool(kinds)


def areas(look: Look, at: int, here: Sequence[Item]) -> bool:
    """Whether behind the joint at `at` only another area stands of those that `here` begins with."""
    told, one = [one for one in here if isinstance(one, Word)], _one(look, then := at + joint(look, at))
    if len(told) < 2 or not one or told[0].low not in OF_AREAS or not told[1].capital:  # noqa: PLR2004 - with its area
        return False
    known = look.names.gazetteer.regions
    if told[0].low not in _HEADS_OF and not all(word.low in known for word in one):
        return False
    ends = look.low(then - 1) in JOINTS or joint(look, then + len(one)) > 0
    strange = look.names.kind(one[0]) or one[0].low in look.names.gazetteer.own or acronym(one[0])
    return ends and _named(one) and not strange


def single(look: Look, at: int) -> bool:
    """Whether one word alone stands there in a row: "media" in "akademisi, media dan LSM"."""
    return len(_one(look, at)) == 1


def end(look: Look, at: int, first: int) -> int:
    """Where the row of places ends that begins at `at`; `first`: where the first one of it does."""
    here = look.items[at:first]
    venue = look.low(at) in AREAS
    while (parts := joint(look, first)) and ((venue and places(look, first, here)) or areas(look, first, here)):
        first += parts + len(_one(look, first + parts))
    return first


def in_name(look: Look, at: int, here: Sequence[Item]) -> bool:
    """Whether behind the joint at `at` another one of the kind stands that the name of an event ends in."""
    told = [one for one in here[-_ROW:] if isinstance(one, Word)]
    last = [one for one in _last(here) if isinstance(one, Word)]
    one = _one(look, at + joint(look, at))
    if not one or not last:
        return False
    kinds = AREAS | ADHOC
    if not _may(look, at, here):
        return False
    same = any(word.low == one[0].low and word.low in kinds for word in last[-_MOST:])
    led = next((n for n, word in enumerate(told) if word.low in OF_AREAS), len(told))
    return same or areas(look, at, told[led:]) or (_ends_in_institution(look, last) and _institution(look, one))


def people(look: Look, at: int, here: Sequence[Item]) -> bool:
    """Whether behind the joint at `at` more people stand."""
    following, names = look.word(then := at + joint(look, at)), look.names
    if center(look.stretch(then, 2)):
        return False
    if following and _COUNTED_AS.fullmatch(following.low):
        return True
    one, told = _one(look, then), [word for word in here[-_ROW:] if isinstance(word, Word)]
    if not (_may(look, at, here[:0]) or any(names.all(told))):
        return False
    if following is None or look.cue(then) or following.low in cues.ENDS | HEADS:
        return False
    if names.kind(following) or following.low in names.gazetteer.own | cues.PEOPLE_OF:
        return True
    return bool(one) and _named(one) and following.low not in cues.ROOMS and any(names.all(told))


def _ends_in_institution(look: Look, told: Sequence[Word]) -> bool:
    found = [*look.names.all(told)]
    return (bool(found) and found[-1].end == len(told)) or (len(told) == 1 and acronym(told[0]))


def _institution(look: Look, one: Sequence[Word]) -> bool:
    found = None if one[0].low in look.names.gazetteer.groups else look.names.begun(one, 0, len(one))
    return (found is not None and found.end == len(one)) or (len(one) == 1 and acronym(one[0]))


def acronym(word: Word) -> bool:
    return word.raw.isupper() and len(word.raw) > 1


def _last(here: Sequence[Item]) -> Sequence[Item]:
    """The items behind the last joint."""
    joints = (n + 1 for n in range(len(here) - 1, -1, -1) if _is_joint(here[n]))
    return here[next(joints, 0) :]


def _is_joint(item: Item) -> bool:
    return isinstance(item, Word) and (item.raw == COMMA or item.low in JOINTS)


def length(here: Sequence[Item]) -> int:
    """How many items the last one of a row has."""
    return len(_last(here))


def _one(look: Look, at: int) -> list[Word]:
    """The words of one of a row that begins at `at`, up to the next joint or role; none where a sentence begins."""
    found = list[Word]()
    for n in range(at, at + _MOST + 1):
        word = look.word(n)
        if word is None or (found and _parts(look, n)):
            return found if _closed(look, n) else []
        if not found and (look.head(n) or look.cue(n) or word.low in cues.TITLES):
            return []
        found.append(word)
    return []


def _parts(look: Look, at: int) -> bool:
    low = look.low(at)
    return low in JOINTS | cues.ENDS | cues.DID or look.head(at) or look.cue(at) is not None


def _closed(look: Look, at: int) -> bool:
    """Whether one of a row ends here rather than runs on into a sentence."""
    item = look.item(at)
    return item is None or isinstance(item, Found) or item.is_sign or _parts(look, at)


def counted(told: Sequence[Word]) -> bool:
    return len(told) > 1 and (told[0].raw.isdigit() or told[0].low in _NUMBERS) and told[1].low in _COUNTED


_COUNTED_AS = re.compile(cues.UNITS)
_NUMBERS = table("dua tiga empat lima enam beberapa")


def _named(one: Sequence[Word]) -> bool:
    return all(word.capital or word.raw[0].isdigit() for word in one)


def _area(one: Sequence[Word]) -> bool:
    return one[0].low in AREAS | cues.ROOMS and len(one) > 1


_OF = {Kind.PLACE: places, Kind.EVENT: in_name, Kind.SUBJECT: in_name, Kind.PEOPLE: people}


def goes_on(look: Look, at: int, run: Run) -> int:
    """How many items at `at` lead to one more of the kind that is open: "di SMA, SMK dan MA"."""
    more = _OF.get(run.kind)
    parts = joint(look, at) if more else 0
    return parts if more and parts and more(look, at, run.items) else 0
