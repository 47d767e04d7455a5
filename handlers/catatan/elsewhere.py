"""Receipts in the chats of other people are edited quietly when their record changes or is used in a kolase or
report."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from handlers.catatan import receipt
from handlers.catatan.records import Catatan, kind_of, reporters
from handlers.catatan.seen import REPORT, every
from handlers.chat.chats import chats_of_ids
from handlers.chat.events import Arrived
from handlers.chat.messages import Button, Chat, Incoming, Outgoing, Says, Turn
from handlers.koreksi.doors import View
from storage.catatan import drafts, kegiatan, konten, permintaan
from storage.catatan import records as catatan_records
from storage.chat import cards
from storage.database import Session
from storage.foto import moves, photos
from storage.kantor import people
from storage.kantor.people import Anggota, Identity
from storage.kantor.satker import Here, Satker
from storage.laporan import deliveries, laporan
from storage.laporan.deliveries import WEEKLY


def renewals(turn: Turn, row: Catatan) -> list[Outgoing]:
    """The renewed receipts of a record's reporters, except that of the person who is just talking."""
    who = [people.get(turn, id_) for id_ in sorted(reporters(turn, row) - {turn.anggota.id})]
    return [quiet for one in who if one for quiet in of(turn, one, [row])]


def of(here: Here, anggota: Anggota, rows: Iterable[Catatan]) -> list[Outgoing]:
    """The renewed receipts of these records in a person's chats; the card of an open change is left alone."""
    draft = drafts.open_of(here.session, anggota)
    renewed = [row for row in rows if draft is None or draft.nomor != row.nomor]
    return [quiet for at in people.identities(here.session, anggota) for quiet in _in(here, anggota, at, renewed)]


def _in(here: Here, anggota: Anggota, at: Identity, rows: Iterable[Catatan]) -> list[Outgoing]:
    keys, chat = cards.keys_in(here.session, at.channel, at.chat), Chat(at.channel, at.chat)
    turn = as_seen(here, anggota, chat)
    there = every(turn, [row for row in rows if f"catatan:{row.nomor}" in keys])
    return [receipt.of(turn, one).quietly() for one in there]


def as_seen(here: Here, anggota: Anggota, chat: Chat) -> Turn:
    """A turn as another person would have it who has said nothing, so that cards are written for them."""
    return Turn(here.session, here.satker, here.now, incoming=Incoming(chat, "", ""), anggota=anggota)


def fulfilled(turn: Turn, row: Catatan, changed: list[str]) -> list[Outgoing]:
    """Tell the people who asked for the completion of a record how it was changed, once, and renew the receipts of
    others."""
    asked = permintaan.open_of(turn, row.nomor)
    others = [one for one in asked if one.peminta_id != turn.anggota.id]
    for one in others:
        one.state = permintaan.State.DONE
    chats = chats_of_ids(turn, {one.peminta_id for one in others})
    return [*[_answer(turn, chat, row, changed) for chat in chats], *renewals(turn, row)]


def _answer(turn: Turn, chat: Chat, row: Catatan, changed: list[str]) -> Outgoing:
    text = "\n".join([f"{turn.anggota.nama} sudah melengkapi #{row.nomor} {kind_of(row).headline(row)}.", *changed])
    return Outgoing(chat, text=text, menu=((Button("Lihat", View(row.nomor)),),))


# A report uses hundreds of records; only the newest receipts of a person are renewed at once, the others when next
# shown.
RENEWED = 10


def sent(event: Arrived) -> Says:
    """When a weekly kolase or a report has arrived, note the records in it as used and renew their receipts."""
    used = USES.get(event.drawing.renderer)
    found = used(event.outcome.session, event.drawing.id, event.outcome.now) if used else None
    if found is None:
        return []
    here, records, what = found
    new = set(catatan_records.use(here, [r.nomor for r in records], what))
    return _renewed(here, [r for r in records if r.nomor in new])


Used = tuple[Here, list[Catatan], str]


def _kolase(session: Session, id_: int, now: datetime) -> Used | None:
    delivery = deliveries.get(session, id_)
    if delivery.kind != WEEKLY:
        return None
    here = Here(session, session.get_one(Satker, delivery.satker_id), now)
    files = [foto for cell in delivery.figures["cells"] for foto in (cell["foto"], *cell.get("lagi", ()))]
    return here, [*moves.kegiatan_showing(here, files)], f"kolase {delivery.figures['pekan']}"


def _laporan(session: Session, id_: int, now: datetime) -> Used:
    report = laporan.get(session, id_)
    here, periode = Here(session, session.get_one(Satker, report.satker_id), now), report.figures["periode"]
    span = date.fromisoformat(periode["bulan"][0]), report.batas + timedelta(days=1)
    held, fotos = kegiatan.between(here, *span), photos.of_kegiatan(here, *span)
    records: list[Catatan] = [k for k in held if k.with_partner or k.id in fotos]
    records += konten.between(here, *span)
    known = [r for r in records if r.dibuat_at <= report.dibuat_at]
    return here, known, f"{REPORT}{periode['sebutan']} {periode['tahun']} versi {report.versi}"


USES = {"kolase": _kolase, "rekap": _laporan}


def _renewed(here: Here, records: list[Catatan]) -> list[Outgoing]:
    newest = sorted(records, key=lambda row: -row.nomor)
    said: list[Outgoing] = []
    for anggota in people.reachable(here):
        own = [row for row in newest if row.pelapor_id == anggota.id]
        said += of(here, anggota, own)[:RENEWED]
    return said
