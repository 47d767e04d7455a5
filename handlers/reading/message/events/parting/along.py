"""What an event takes over from the one before it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from handlers.reading.message.events import cues
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.parting.vouched import vouched
from handlers.reading.message.events.words import words
from handlers.reading.message.parts import Kind, Reading
from storage.catatan.kegiatan import INTERNAL

SAME_PLACE = re.compile(r"(?:di)?(?:tempat|lokasi)\s+(?:(?:yang|yg)\s+)?(?:sama|tersebut|itu)", re.IGNORECASE)


# What is said of all events of a message.
_OF_ALL = re.compile(
    r"\b(?:tgl|tanggal|hari)(?:nya)?\s+(?:ke)?(?:dua|tiga|empat|semua)(?:2|\s?-\s?(?:dua|tiga|empat|semua))?(?:nya|\s+kegiatan)\b"
    r"|\b(?:ke)?(?:dua|tiga|2|3)(?:2|\s?-\s?(?:dua|tiga))?nya\s+(?:pada\s+)?(?:hari|tgl|tanggal)\b"
    r"|\bsemua(?:nya)?\s+(?:pada\s+)?(?:hari|tgl|tanggal)\b",
    re.IGNORECASE,
)
_ALL_AT = re.compile(
    r"\b(?:semu[ae]ny[aoe]|(?:ke)?(?:dua|tiga)(?:2|\s?-\s?(?:dua|tiga))?ny[aoe])\s+(?:juga\s+)?(?:bertempat\s+)?di\s",
    re.IGNORECASE,
)


def at_one_place(found: Sequence[Reading], text: str) -> Iterator[Reading]:
    """With the place of the last one, where it is said to be that of all and none has another: "semuanya di aula"."""
    *others, last = found
    shared = bool(_ALL_AT.search(text)) and not any("tempat" in one.answers for one in others)
    place = {"tempat": told} if shared and (told := last.answers.get("tempat")) else {}
    yield from (replace(one, answers=one.answers | place) for one in others)
    yield last


def placed(found: Iterator[Reading]) -> Iterator[Reading]:
    """With the place of the event before, where it was "di tempat yang sama"; without one those words are no place."""
    place = ""
    for one in found:
        told = one.answers.get("tempat", "")
        if not SAME_PLACE.fullmatch(told):
            place = told or place
            yield one
        elif place:
            yield replace(one, answers=one.answers | {"tempat": place})
        else:
            bare = {key: value for key, value in one.answers.items() if key != "tempat"}
            yield replace(one, answers=bare, rest=(*one.rest, told))


# Two others of a list tell of whom it is.
_OTHERS = 2
_WHOSE = frozenset({"sektor", "instansi", "tempat", "peserta"})


def together(found: Sequence[Reading]) -> Iterator[Reading]:
    """With the sector of the others, where all of them were among ourselves and this one only tells of a work."""
    told = [one.answers.get("sektor") for one in found if not _open(one)]
    ours = len(told) >= _OTHERS and {*told} == {INTERNAL}
    for one in found:
        yield replace(one, answers=one.answers | {"sektor": INTERNAL}) if ours and _open(one) else one


def told_apart(found: Sequence[Reading]) -> Iterator[Reading]:
    """With the partner of each behind a name that all of them share: "Audiensi: Partai A", "Audiensi: Partai B"."""
    same = len(found) > 1 and len({one.answers.get("nama") for one in found}) == 1
    for one in found:
        name, partner = one.answers.get("nama", ""), one.answers.get("instansi", "")
        apart = same and name and partner and partner.casefold() not in name.casefold()
        yield replace(one, answers=one.answers | {"nama": f"{name}: {partner}"}) if apart else one


def telling(found: Sequence[Reading], names: Names) -> Sequence[Reading]:
    """Without those of several of which nothing says that they are events, or that only name our own office; their
    words stand beside the first one."""
    idle = [one for one in found if _says_nothing(one, names)]
    first, *others = [one for one in found if one not in idle] or found
    if len(idle) in {0, len(found)}:
        return found
    beside = [told for one in idle for told in (str(one.answers["nama"]), *one.rest)]
    return [replace(first, rest=(*beside, *first.rest)), *others]


def _says_nothing(one: Reading, names: Names) -> bool:
    if one.signs - {Kind.DAY} or set(one.answers) - {"tanggal"} != {"nama"} or one.doubts:
        return False
    told = [word for word in words(one.answers["nama"]) if not word.is_sign]
    ours = names.ours(told) > 0 and all(word.capital for word in told)
    return ours or (len(told) == 1 and not vouched(told, names))


def _open(one: Reading) -> bool:
    asked = any(doubt.question in _WHOSE for doubt in one.doubts)
    return (
        not asked
        and not _WHOSE & one.answers.keys()
        and cues.deed(one.answers.get("nama", "").partition(" ")[0].casefold())
    )


def shared_day(found: Iterable[Reading], text: str) -> tuple[Reading, ...]:
    """The records, with the only day that is told where it is said to be that of all: "Tgl dua2nya 13 Desember"."""
    told = [*found]
    days = {str(one.answers["tanggal"]): one.answers["tanggal"] for one in told if "tanggal" in one.answers}
    if len(days) != 1 or not _OF_ALL.search(text):
        return tuple(told)
    day = {"tanggal": next(iter(days.values()))}
    return tuple(
        one if any(d.question == "tanggal" for d in one.doubts) else replace(one, answers=one.answers | day)
        for one in told
    )
