"""The letter for SRIKANDI and the report as its annex: asked for, sent, and answered with the number that came back."""

import re

from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Drawing, Outgoing, Rejected, Says, Turn
from handlers.naskah.doors import ForSrikandi
from handlers.naskah.surat import card, fields
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from renderers import figures
from renderers.frozen import thaw
from renderers.prosa.period import period_words
from storage.chat import drawing_order
from storage.laporan import laporan as rows
from storage.laporan.deliveries import SRIKANDI
from storage.laporan.laporan import Laporan

DRAWING = "Berkas untuk SRIKANDI sedang disusun…"
HOW = (
    "Surat pengantar dan lampirannya, yaitu laporan versi {versi} tanpa surat. Unggah keduanya ke SRIKANDI dan biarkan "
    "isian seperti ${{nomor_naskah}} di surat: SRIKANDI yang mengisinya. Halnya: {hal}.\n"
    "Sesudah bernomor, balas pesan ini, misalnya {answer}."
)


def send(turn: Turn, door: ForSrikandi) -> Says:
    """The files of the last version, into the chat of the asking."""
    periode, chat = periods.begun(door.periode, turn.today), turn.incoming.chat
    last = rows.last(turn, periode.kode)
    if last is None:
        raise Rejected(f"Laporan {periode.judul} belum dibuat; buat dahulu dengan /rekap.")
    if last.id in drawing_order.waiting_in(turn.session, chat.channel, chat.id, SRIKANDI):
        return [turn.toast(DRAWING)]
    text = HOW.format(versi=last.versi, hal=_hal(last), answer=fields.both(turn.satker, periode))
    title = f"Surat {periode.judul} untuk SRIKANDI"
    files = Outgoing(chat, title=title, text=text, drawing=Drawing(SRIKANDI, last.id), satker=turn.satker.id)
    return [turn.toast(DRAWING), files]


def _hal(row: Laporan) -> str:
    """The subject of the letter, which its sender types into SRIKANDI."""
    words = period_words(thaw(figures.Periode, row.figures["periode"]))
    return f"Laporan {words.lengkap} Bakohumas {row.figures['satker']['nama']}"


def answered(turn: Turn) -> Says | None:
    """Number and date in reply to the files; None for any other words."""
    periode = _about(turn)
    if periode is None or not re.search(r"\d", turn.incoming.text):
        return None
    told = fields.parted(turn.incoming.text)
    if not told:
        raise Rejected(f"Tulis nomor dan tanggal suratnya, misalnya {fields.both(turn.satker, periode)}.")
    return [card.written(turn, periode, told)]


def _about(turn: Turn) -> Periode | None:
    """The period of the letter that the message replies to."""
    chat, message = turn.incoming.chat, turn.incoming.reply_to
    if not ForSrikandi.open_to(turn.anggota.role):
        return None
    found = drawing_order.drawn_at(turn.session, chat.channel, chat.id, message, SRIKANDI) if message else None
    row = rows.of(turn, found) if found else None
    return Periode.of_kode(row.periode) if row else None


def happened(outcome: Outcome) -> Says:
    """Tells the person who asked for the files what they should know, or that they could not be made."""
    if outcome.became == Became.FAILED:
        yield Outgoing(outcome.chat, text="Maaf, berkas untuk SRIKANDI tidak dapat dibuat. Coba lagi dengan /surat.")
    if outcome.became == Became.DRAWN and outcome.detail:
        yield Outgoing(outcome.chat, text=outcome.detail)
