"""The table: the faces of all capabilities in one tuple, and the look-ups that follow from it."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from handlers.atur.capability import CAPABILITY as ATUR
from handlers.chat import changes, onward
from handlers.chat.changes import Undo
from handlers.chat.door import Run
from handlers.chat.face import (
    Ask,
    Command,
    Drawn,
    Hears,
    Job,
    Opens,
    Rank,
    Starts,
    Undoes,
    commands_of,
    preceded,
    pressed,
)
from handlers.chat.messages import Act, Event, Told
from handlers.daftar.capability import CAPABILITY as DAFTAR
from handlers.deliveries.capability import CAPABILITY as DELIVERIES
from handlers.excel.capability import CAPABILITY as EXCEL
from handlers.kolase.capability import CAPABILITY as KOLASE
from handlers.koreksi.capability import CAPABILITY as KOREKSI
from handlers.lapor.capability import CAPABILITY as LAPOR
from handlers.matriks.capability import CAPABILITY as MATRIKS
from handlers.naskah.capability import CAPABILITY as NASKAH
from handlers.persiapan.capability import CAPABILITY as PERSIAPAN
from handlers.provinsi.capability import CAPABILITY as PROVINSI
from handlers.rekap.capability import CAPABILITY as REKAP
from handlers.tim import talk
from handlers.tim.capability import CAPABILITY as TIM
from handlers.whatsapp.capability import CAPABILITY as WHATSAPP
from storage.kantor.people import Role

CAPABILITIES = (
    KOLASE,
    LAPOR,
    DAFTAR,
    KOREKSI,
    MATRIKS,
    REKAP,
    NASKAH,
    ATUR,
    TIM,
    PROVINSI,
    EXCEL,
    DELIVERIES,
    WHATSAPP,
    PERSIAPAN,
)

BEFORE = {one.word: one for face in CAPABILITIES for one in face.before}
COMMANDS: tuple[Command, ...] = tuple(
    preceded(one, BEFORE[one.word]) if one.word in BEFORE else one for face in CAPABILITIES for one in face.commands
)
OFFERS: dict[Role, tuple[Told, ...]] = {role: commands_of(COMMANDS, role) for role in Role}
UNDOES: dict[str, Undoes] = {one.what: one for face in CAPABILITIES for one in face.undoes}


_OF_ALL = (Opens(Undo, partial(changes.undone, UNDOES)), Opens(Run, partial(pressed, COMMANDS)))
DOORS: dict[str, Opens[Any]] = {one.door.code: one for face in CAPABILITIES for one in (*face.doors, *_OF_ALL)}
ASKS: dict[str, Ask[Any]] = {one.door.code: one for face in CAPABILITIES for one in face.asks}
JOBS: tuple[Job, ...] = tuple(job for face in CAPABILITIES for job in face.jobs)
_FROM_GROUP = Starts(onward.payloads(COMMANDS), partial(onward.continued, COMMANDS))
STARTS: tuple[Starts, ...] = (*(one for face in CAPABILITIES for one in face.starts), _FROM_GROUP)
_IN_WORDS = Hears(Rank.ASKED, partial(talk.asked, COMMANDS))
HEARS: tuple[Hears, ...] = tuple(
    sorted((_IN_WORDS, *(one for face in CAPABILITIES for one in face.hears)), key=lambda one: one.rank)
)


def listeners(renderer: str) -> Iterator[Drawn]:
    """The functions that are told what became of a drawing of this renderer."""
    yield from (face.drawn[renderer] for face in CAPABILITIES if renderer in face.drawn)


def on(event: Event) -> Iterator[Act | Event]:
    """The messages that all capabilities add to an event."""
    for one in (one for face in CAPABILITIES for one in face.on):
        if isinstance(event, one.event):
            yield from one.run(event)
