"""Whether an event that a message speaks of was held: not called off, and not only planned."""

import re

from handlers.reading.daerah.negation import NOT
from handlers.reading.editor.tables import table
from handlers.reading.message.events.fixed import AHEAD
from handlers.reading.message.events.parting.view import View
from handlers.reading.message.events.words import words
from handlers.reading.message.parts import Kind

_NO = rf"(?:{NOT}|urung)"
_OFF = re.compile(
    r"(?<!sempat )(?<!yang )(?<!yg )(?<!pernah )\b(?:"
    r"(?:di)?batal(?:kan|in)?\b(?!\s+(?:hadir|ikut|datang|demi|puasa|nikah))"
    r"|ditiadakan|di-?cancel|re-?sched\w*"
    r"|(?:di)?(?:tunda|undur)(?:kan)?"
    rf"|{_NO}\s+(?:jadi|sido)\b(?!\s+(?:masalah|soal|hadir|ikut|datang|halangan|penghalang|kendala|hambatan))"
    r")\b",
    re.IGNORECASE,
)
# Behind it it was held in the end.
_AFTER_ALL = re.compile(
    r"\b(?:akhirnya|tetap|tetep|(?:di)?ganti(?:kan|nya)?(?!\s+(?:besok|lusa|hari|tgl|tanggal|minggu|pekan|jam|senin|selasa|rabu|kamis|jum|sabtu))"
    r"|(?:sudah|sdh|udah|telah|tlh)\s+(?:di\w+|terlaksana|selesai|jalan|berlangsung))\b",
    re.IGNORECASE,
)
# Words before it in a clause of its own, which is about no other thing.
_LEADS = table(
    "tapi tp tetapi namun ternyata akhirnya terpaksa jadi jadinya acara acaranya kegiatan kegiatannya hari ini karena"
) | {"("}
_PARTS = re.compile(r"[,;.\n]\s*")
_PLANNED = re.compile(
    r"\W*(?:(?!(?:rapat|apel)\b)[\w/]+\W+){0,3}?(?:rencana(?:nya)?|akan(?!\s+tetapi)|insya\s?allah|dijadwalkan|jadwalnya|bakal)\b",
    re.IGNORECASE,
)


def unheld(view: View, start: int, stop: int) -> bool:
    return called_off(view, start, stop) or planned(view, start, stop)


def called_off(view: View, start: int, stop: int) -> bool:
    """Whether the event at [start, stop) was called off or put off, and not some other one beside it."""
    return any(_of_it(view, start, found) for found in _OFF.finditer(view.text, start, stop)) and not _AFTER_ALL.search(
        view.text, start, stop
    )


def _of_it(view: View, start: int, found: re.Match[str]) -> bool:
    if view.has(found.start(), found.end(), Kind.DAY) or view.covered(found.start(), found.end()):
        return False
    begun = max((one.end() for one in _PARTS.finditer(view.text, start, found.start())), default=start)
    if not view.tells(start, begun):
        return True
    return all(word.low in _LEADS for word in words(view.text, begun, found.start()))


def planned(view: View, start: int, stop: int) -> bool:
    """Whether it is only told what is to be: no day or hour that has come stands there, and a word for a plan or a day
    to come leads it."""
    facts = [one for one in view.facts if start <= one.start < stop and one.kind is Kind.DAY]
    if any(one.value != AHEAD for one in facts):
        return False
    first = facts[0] if facts and not view.tells(start, facts[0].start) else None
    told = view.text[first.start : first.end] if first else ""
    coming = first and not (told.casefold().endswith(" ini") or any(c.isdigit() for c in told))
    return bool(coming or _PLANNED.match(view.text, first.end if first else start, stop))
