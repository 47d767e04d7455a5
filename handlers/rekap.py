"""/rekap: the report of a period, drawn after the transaction and sent to the group."""

from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from handlers import laporan, orang, periksa, periods
from handlers.chat import Chat, Drawing, Outgoing, Rejected, Says, Turn
from handlers.periods import Periode
from renderers import figures, indonesian
from storage import audit
from storage import laporan as rows
from storage.database import Session
from storage.laporan import Laporan
from storage.outbox import Outbox
from storage.people import Anggota, Role, identities
from storage.satker import Satker

_JSON = TypeAdapter(figures.Rekap)

PROGRESS = {
    "drawing": "Menyusun dokumen dan nomor halaman…",
    "drawn": "Dokumen selesai, sedang dikirim…",
    "sent": "Terkirim ke {place}.",
    "failed": "Maaf, laporan gagal dibuat. Coba lagi; bila tetap gagal, beri tahu pengelola bot.",
}


def rekap(turn: Turn) -> Says:
    if not turn.text:
        raise Rejected("Sebutkan periodenya, misalnya /rekap Q2, /rekap TW II 2022, /rekap S1 atau /rekap 2022.")
    periode = periods.parse(turn.text, turn.today)
    if periode.mulai > turn.today:
        raise Rejected(f"{periode.judul} belum dimulai.")
    row = freeze(turn.session, turn.satker, periode, turn)
    chat = turn.incoming.chat
    private = [Chat(chat.channel, i.chat) for i in identities(turn.session, turn.anggota) if i.channel == chat.channel]
    cards = [_card(here, row, periode.judul, "Sedang disusun…") for here in private]
    return [*cards, _report(turn.satker, chat, row, periode)]


def freeze(session: Session, office: Satker, periode: Periode, turn: Turn) -> Laporan:
    gathered = laporan.gather(session, office, periode, turn.today)
    row = rows.add(session, office, periode.kode, _json(gathered), gathered.batas, turn.now, turn.anggota.id)
    row.catatan = "\n".join(f"• {warning}" for warning in periksa.warnings(gathered))
    audit.note(
        session, turn.anggota, turn.now, "laporan", row.id, "rekap", after={"periode": periode.kode, "versi": row.versi}
    )
    return row


def _report(office: Satker, asked_in: Chat, row: Laporan, periode: Periode) -> Outgoing:
    group = Chat(office.grup_channel, office.grup, group=True) if office.grup and office.grup_channel else asked_in
    return Outgoing(
        group,
        title=f"Laporan Bakohumas {office.nama} {periode.judul}",
        text=f"Versi {row.versi}, data sampai dengan {indonesian.tanggal(row.batas)}.",
        drawing=Drawing("rekap", row.id),
        satker=office.id,
    )


def _card(chat: Chat, row: Laporan, judul: str, text: str) -> Outgoing:
    return Outgoing(chat, title=f"Laporan {judul}", text=text, card=f"laporan:{row.id}")


def happened(session: Session, row: Outbox, what: str, now: datetime, detail: str) -> Says:
    """Live progress for the one who asked, and where the report went."""
    report = rows.get(session, row.payload["drawing"]["id"])
    told = PROGRESS.get(what)
    if what == "sent":
        report.message_ids = row.message_ids
    if what == "drawn" and detail and detail not in report.catatan:
        report.catatan = f"{report.catatan}\n• {detail}".strip()
    if told is None:
        return
    text = told.format(place="grup" if row.group else "chat ini")
    judul = f"{report.figures['periode']['sebutan']} {report.figures['periode']['tahun']}"
    if what == "sent" and report.catatan:
        text = f"{text}\n\nMohon diperiksa sebelum ditandatangani:\n{report.catatan}"
    for chat in _askers(session, report, row, now):
        yield _card(chat, report, judul, text)


def _askers(session: Session, report: Laporan, row: Outbox, now: datetime) -> list[Chat]:
    asker = session.get(Anggota, report.pembuat_id) if report.pembuat_id else None
    if asker is None:
        return orang.chats_of(session, session.get_one(Satker, report.satker_id), Role.KETUA_PELAKSANA, now)
    return [Chat(i.channel, i.chat) for i in identities(session, asker) if i.channel == row.channel]


def _json(gathered: figures.Rekap) -> dict[str, Any]:
    dumped: dict[str, Any] = _JSON.dump_python(gathered, mode="json")
    return dumped
