"""Once a day at most, the ketua pelaksana hears what came for months that are closed."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from handlers import orang
from handlers.chat import Button, Outgoing, Says
from handlers.macam import Catatan, macam_of
from handlers.susulan import closings, late
from renderers import indonesian
from storage import audit, deliveries, kegiatan, konten, people
from storage.audit import Audit
from storage.database import Session
from storage.people import Role
from storage.satker import Satker

KIND = "susulan"
FROM, UNTIL = time(16, 30), time(20)
DONE = {
    "catat": "ditambahkan",
    "ubah": "diubah",
    "hapus": "dihapus",
    "kembalikan": "dikembalikan",
    "foto": "diberi foto",
}
MOST, BUTTONS = 10, 3
Terlambat = tuple[Audit, Catatan, date]
"""The change, its record, and the closed month that it came too late for."""


def digest(session: Session, office: Satker, now: datetime) -> Says:
    local = now.astimezone(ZoneInfo(office.zona))
    if not FROM <= local.time() < UNTIL or deliveries.taken(session, office, KIND, f"{local:%Y-%m-%d}"):
        return
    found = _late(session, office)
    if not found:
        return
    last = max(entry.id for entry, *_ in found)
    deliveries.claim(session, office, KIND, f"{local:%Y-%m-%d}", {"audit": last}, now, deliveries.SENT)
    text, menu = "\n".join(_lines(session, office, found)), _menu(found)
    for chat in orang.chats_of(session, office, Role.KETUA_PELAKSANA, now):
        yield Outgoing(chat, title="Susulan untuk bulan yang sudah ditutup", text=text, menu=menu)


def _late(session: Session, office: Satker) -> list[Terlambat]:
    """The newest change of each record of a closed month since the last digest, made by others."""
    closed = closings(session, office)
    told = deliveries.last(session, office, KIND)
    known = told.figures["audit"] if told else 0
    found: dict[int, Terlambat] = {}
    for entry in audit.after(session, office, max(known, min(closed.values()))) if closed else []:
        row = _record(session, office, entry)
        bulan = late(closed, row, entry) if row else None
        if row and bulan and not _by_leader(session, office, entry):
            found[row.nomor] = (entry, row, bulan)
    return list(found.values())


def _record(session: Session, office: Satker, entry: Audit) -> Catatan | None:
    if entry.action not in DONE:
        return None
    find = {"kegiatan": kegiatan.by_nomor, "konten": konten.by_nomor}.get(entry.what)
    return find(session, office, entry.ref) if find else None


def _by_leader(session: Session, office: Satker, entry: Audit) -> bool:
    who = people.get(session, office, entry.anggota_id) if entry.anggota_id else None
    return who is not None and who.role == Role.KETUA_PELAKSANA


def _lines(session: Session, office: Satker, found: list[Terlambat]) -> list[str]:
    lines = []
    for entry, row, bulan in found[:MOST]:
        who = people.get(session, office, entry.anggota_id) if entry.anggota_id else None
        month = indonesian.bulan(bulan)
        what = macam_of(row).headline(row)
        lines.append(f"• {month}: #{row.nomor} {what} {DONE[entry.action]} ({who.nama if who else 'bot'})")
    return lines + ([f"• dan {len(found) - MOST} lainnya"] if len(found) > MOST else [])


def _menu(found: list[Terlambat]) -> tuple[tuple[Button, ...], ...]:
    return (tuple(Button(f"Lihat #{row.nomor}", f"c:{row.nomor}:lihat") for _, row, _ in found[:BUTTONS]),)
