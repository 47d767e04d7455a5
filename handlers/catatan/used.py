"""Dipakai: what was sent to the group tells the reporters quietly which of their records it used."""

from datetime import date, datetime, timedelta

from handlers.catatan import elsewhere
from handlers.catatan.kinds import Catatan
from handlers.chat.events import Arrived
from handlers.chat.messages import Outgoing, Says
from storage.catatan import dipakai as rows
from storage.catatan import kegiatan, konten
from storage.catatan.kegiatan import INTERNAL
from storage.database import Session
from storage.foto import moves, photos
from storage.kantor import people
from storage.kantor.satker import Here, Satker
from storage.laporan import deliveries, laporan
from storage.laporan.deliveries import WEEKLY

# A report uses hundreds of records; a person's newest receipts are renewed at once, the others when next shown.
RENEWED = 10


def sent(event: Arrived) -> Says:
    """A drawing has arrived: a weekly kolase or a report names the records in it."""
    used = USES.get(event.drawing.renderer)
    found = used(event.outcome.session, event.drawing.id, event.outcome.now) if used else None
    if found is None:
        return []
    here, records, what = found
    new = set(rows.note(here, [r.nomor for r in records], what))
    return _renewed(here, [r for r in records if r.nomor in new])


Used = tuple[Here, list[Catatan], str]


def _kolase(session: Session, id_: int, now: datetime) -> Used | None:
    delivery = deliveries.get(session, id_)
    if delivery.kind != WEEKLY:
        return None
    here = Here(session, session.get_one(Satker, delivery.satker_id), now)
    files = [cell["foto"] for cell in delivery.figures["cells"]]
    return here, [*moves.kegiatan_showing(here, files)], f"kolase {delivery.figures['pekan']}"


def _laporan(session: Session, id_: int, now: datetime) -> Used:
    report = laporan.get(session, id_)
    here, periode = Here(session, session.get_one(Satker, report.satker_id), now), report.figures["periode"]
    span = date.fromisoformat(periode["bulan"][0]), report.batas + timedelta(days=1)
    held, fotos = kegiatan.between(here, *span), photos.of_kegiatan(here, *span)
    records: list[Catatan] = [k for k in held if k.sektor != INTERNAL or k.id in fotos]
    records += konten.between(here, *span)
    known = [r for r in records if r.dibuat_at <= report.dibuat_at]
    return here, known, f"laporan {periode['sebutan']} {periode['tahun']} versi {report.versi}"


USES = {"kolase": _kolase, "rekap": _laporan}


def _renewed(here: Here, records: list[Catatan]) -> list[Outgoing]:
    newest = sorted(records, key=lambda row: -row.nomor)
    said: list[Outgoing] = []
    for anggota in people.reachable(here):
        own = [row for row in newest if row.pelapor_id == anggota.id]
        said += elsewhere.of(here, anggota, own)[:RENEWED]
    return said
