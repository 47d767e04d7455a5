"""Kabar: what becomes of a report while it is drawn and sent, told on the card of the one who asked."""

from datetime import datetime

from handlers.chat import reach
from handlers.chat.messages import Button, Chat, Menu, Outgoing, Says
from handlers.reading.periods import Periode
from handlers.rekap.doors import SendVersion
from renderers.word.office import NO_PDF
from storage.chat.outbox import Outbox
from storage.database import Session
from storage.kantor import audit, people
from storage.kantor.people import Role, identities
from storage.kantor.satker import Here, Satker
from storage.laporan import laporan as rows
from storage.laporan.laporan import Laporan

PROGRESS = {
    "drawing": "Menyusun data…",
    "drawn": "Mengirim…",
    "sent": "Terkirim ke {place}.",
    "failed": "Maaf, laporan gagal dibuat. Coba lagi; bila tetap gagal, beri tahu pengelola bot.",
}
STEPS = {"kolase": "Menggambar kolase {}…", "dokumen": "Menyusun dokumen…", "halaman": "Menghitung halaman…"}


def card(chat: Chat, row: Laporan, judul: str, text: str, menu: Menu = ()) -> Outgoing:
    return Outgoing(chat, title=f"Laporan {judul}", text=text, menu=menu, card=f"rekap:{row.periode}")


def happened(session: Session, row: Outbox, what: str, now: datetime, detail: str) -> Says:
    """Live progress for the one who asked, and where the report went."""
    report = rows.get(session, row.payload["drawing"]["id"])
    if what == "sent":
        report.message_ids = row.message_ids
    if what == "sha256":
        _hashed(report, detail)
    if what == "completed":
        _completed(report, detail)
    if what == "drawn" and detail and detail not in report.catatan:
        report.catatan = f"{report.catatan}\n• {detail}".strip()
    text = _progress(report, row, what, detail)
    if not text:
        return
    judul = f"{report.figures['periode']['sebutan']} {report.figures['periode']['tahun']}"
    again = (
        ((Button("Coba lagi", SendVersion(Periode.of_kode(report.periode), report.versi)),),)
        if what == "failed"
        else ()
    )
    for chat in _askers(session, report, row, now):
        yield card(chat, report, judul, text, again)


def _hashed(report: Laporan, sha256: str) -> None:
    """The first file of a version is the version; another one is told."""
    if report.sha256 and report.sha256 != sha256:
        told = "Berkas versi ini digambar ulang dan tidak sama persis dengan kiriman pertama."
        report.catatan = f"{report.catatan}\n• {told}".strip() if told not in report.catatan else report.catatan
    report.sha256 = report.sha256 or sha256


def _completed(report: Laporan, sha256: str) -> None:
    """What takes the place of a version without PDF is the version from now on."""
    lines = [line for line in report.catatan.splitlines() if NO_PDF not in line]
    report.sha256, report.catatan = sha256, "\n".join(lines)


def _progress(report: Laporan, row: Outbox, what: str, detail: str) -> str:
    if what == "step":
        word, _, rest = detail.partition(" ")
        return STEPS.get(word, "").format(rest)
    text = PROGRESS.get(what, "").format(place="grup" if row.group else "chat ini")
    return f"{text}\n\n{report.catatan}" if what == "sent" and report.catatan else text


def _askers(session: Session, report: Laporan, row: Outbox, now: datetime) -> list[Chat]:
    """The private chats of the last one who wanted this version."""
    here = Here(session, session.get_one(Satker, report.satker_id), now)
    entries = audit.versions(here, "laporan", report.id)
    id_ = entries[0].anggota_id if entries else report.pembuat_id
    asker = people.get(here, id_) if id_ else None
    if asker is None:
        return reach.chats_of(here, Role.KETUA_PELAKSANA)
    return [Chat(i.channel, i.chat) for i in identities(session, asker) if i.channel == row.channel]
