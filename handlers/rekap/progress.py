"""Tells on the card of the person who asked how far the drawing and sending of a report is."""

from handlers.chat import chats
from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Button, Chat, Menu, Outgoing, Says
from handlers.reading.dates.periods import Periode
from handlers.rekap.doors import SendVersion
from handlers.whatsapp.doors import OfReport, button
from renderers.word.office import NO_PDF
from storage.kantor import audit, people
from storage.kantor.people import Role
from storage.laporan import laporan as rows
from storage.laporan.laporan import Laporan

PROGRESS = {
    Became.DRAWING: "Menyusun data…",
    Became.DRAWN: "Mengirim…",
    Became.HELD: "Menunggu sampai bot dapat menulis di grup.",
    Became.SENT: "Terkirim ke {place}.",
    Became.FAILED: "Maaf, laporan gagal dibuat. Coba lagi; bila tetap gagal, beri tahu pengelola bot.",
}
STEPS = {"kolase": "Menggambar kolase {}…", "dokumen": "Menyusun dokumen…", "halaman": "Menghitung halaman…"}


def card(chat: Chat, row: Laporan, judul: str, text: str, menu: Menu = ()) -> Outgoing:
    return Outgoing(chat, title=f"Laporan {judul}", text=text, menu=menu, card=f"rekap:{row.periode}")


def happened(outcome: Outcome) -> Says:
    """Renew the card of the person who asked, and note where the report went."""
    report = rows.noted(outcome.session, outcome.drawing.id if outcome.drawing else 0)
    _noted(report, outcome.became, outcome.detail)
    if not (text := _progress(report, outcome)):
        return
    judul = Periode.of_kode(report.periode).judul
    for chat in _askers(outcome, report):
        yield card(chat, report, judul, text, _menu(report, outcome.became))
    if outcome.became == Became.SENT and outcome.chat in chats.forwarders(outcome.here):
        yield Outgoing(outcome.chat, text=chats.forward("berkas"))


def _menu(report: Laporan, became: Became) -> Menu:
    """The way on from a report that failed, or that was sent."""
    version = Periode.of_kode(report.periode), report.versi
    if became == Became.FAILED:
        return ((Button("Coba lagi", SendVersion(*version)),),)
    return ((button(OfReport(*version)),),) if became == Became.SENT else ()


def _noted(report: Laporan, became: Became, detail: str) -> None:
    if became == Became.KEPT:
        _hashed(report, detail)
    if became == Became.COMPLETED:
        _completed(report, detail)
    if became == Became.DRAWN and detail not in report.catatan:
        report.catatan = f"{report.catatan}\n• {detail}".strip()


def _hashed(report: Laporan, sha256: str) -> None:
    """Keep the hash of a version's first file; a later file with another hash is told of."""
    if report.sha256 and report.sha256 != sha256:
        told = "Berkas versi ini digambar ulang dan tidak sama persis dengan kiriman pertama."
        report.catatan = f"{report.catatan}\n• {told}".strip() if told not in report.catatan else report.catatan
    report.sha256 = report.sha256 or sha256


def _completed(report: Laporan, sha256: str) -> None:
    """When a complete file replaces the one without PDF, its hash counts, and the note about the missing PDF goes."""
    lines = [line for line in report.catatan.splitlines() if NO_PDF not in line]
    report.sha256, report.catatan = sha256, "\n".join(lines)


def _progress(report: Laporan, outcome: Outcome) -> str:
    if outcome.became == Became.STEP:
        word, _, rest = outcome.detail.partition(" ")
        return STEPS.get(word, "").format(rest)
    text = PROGRESS.get(outcome.became, "").format(place="grup" if outcome.row.group else "chat ini")
    return f"{text}\n\n{report.catatan}" if outcome.became == Became.SENT and report.catatan else text


def _askers(outcome: Outcome, report: Laporan) -> list[Chat]:
    """The private chat in which somebody last asked for this version; nobody's for what others get to forward."""
    here = outcome.here
    entries = audit.versions(here, "laporan", report.id)
    id_ = entries[0].anggota_id if entries else report.pembuat_id
    asker = people.get(here, id_) if id_ else None
    if asker is None:
        return chats.chats_of(here, Role.KETUA_PELAKSANA)
    own = chats.every(here.session, asker)
    return own[:1] if outcome.row.group else [chat for chat in own if chat == outcome.chat]
