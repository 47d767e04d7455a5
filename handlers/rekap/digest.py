"""Once a day at most, the ketua pelaksana is told of late changes in closed months."""

from datetime import time

from handlers.catatan.late import Late, closings, since
from handlers.catatan.records import kind_of
from handlers.chat import chats
from handlers.chat.messages import Button, Outgoing, Says
from handlers.koreksi.doors import View
from renderers import indonesian
from storage.kantor import people
from storage.kantor.audit import Audit
from storage.kantor.people import Role
from storage.kantor.satker import Here
from storage.laporan import deliveries

KIND = "susulan"
FROM, UNTIL = time(16, 30), time(20)
MOST, BUTTONS = 10, 3


def digest(here: Here) -> Says:
    local = here.clock
    if not FROM <= local.time() < UNTIL or deliveries.taken(here, KIND, f"{local:%Y-%m-%d}"):
        return
    found = _late(here)
    if not found:
        return
    last = max(one.entries[-1].id for one in found)
    deliveries.claim(here, KIND, f"{local:%Y-%m-%d}", {"audit": last}, deliveries.State.SENT)
    text, menu = "\n".join(_lines(here, found)), _menu(found)
    for chat in chats.chats_of(here, Role.KETUA_PELAKSANA):
        yield Outgoing(chat, title="Susulan untuk bulan yang sudah ditutup", text=text, menu=menu)


def _late(here: Here) -> list[Late]:
    """The lasting changes that others made to records of closed months since the last digest."""
    told = deliveries.last(here, KIND)
    known = told.figures["audit"] if told else 0
    closed = {bulan: max(known, id_) for bulan, id_ in closings(here).items()}
    return [one for one in since(here, closed) if _last(here, one)]


def _last(here: Here, one: Late) -> Audit | None:
    return next((e for e in reversed(one.entries) if not _by_leader(here, e)), None)


def _by_leader(here: Here, entry: Audit) -> bool:
    who = people.get(here, entry.anggota_id) if entry.anggota_id else None
    return who is not None and who.role == Role.KETUA_PELAKSANA


def _lines(here: Here, found: list[Late]) -> list[str]:
    lines = []
    for one in found[:MOST]:
        entry = _last(here, one)
        who = people.get(here, entry.anggota_id) if entry and entry.anggota_id else None
        head = f"{indonesian.bulan(one.bulan)}: #{one.row.nomor} {kind_of(one.row).headline(one.row)}"
        lines.append(f"• {head} {one.what} ({who.nama if who else 'bot'})")
    return lines + ([f"• dan {len(found) - MOST} lainnya"] if len(found) > MOST else [])


def _menu(found: list[Late]) -> tuple[tuple[Button, ...], ...]:
    rows = [one.row for one in found[:BUTTONS]]
    return (tuple(Button(f"Lihat #{row.nomor}", View(row.nomor)) for row in rows),)
