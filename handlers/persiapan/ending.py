"""The last steps of the set-up, the logo and the history, and the card that stands at its end."""

from collections.abc import Sequence

from handlers.atur.doors import Settings
from handlers.chat import chats
from handlers.chat.messages import Button, Outgoing, Turn
from handlers.chat.pages import in_rows
from handlers.excel import impor_template
from handlers.kolase import tema
from handlers.persiapan.card import CARD, Result, Shown, Step
from handlers.persiapan.doors import Show, StepName, Template
from handlers.persiapan.kolase import weekly_hour
from handlers.tim.doors import Commands

LOGO_TEXT = (
    "Logo tampil di kop kolase. Kirim sebagai foto atau berkas gambar (PNG atau JPEG), sebaiknya berlatar putih."
)
RIWAYAT_TEXT = (
    "Catatan kegiatan dan konten yang lama dapat dimasukkan sekaligus: unduh templat Excel, isi satu baris satu "
    "catatan, lalu kirim kembali ke sini. Dapat juga kapan saja dengan /impor."
)


def _logo(turn: Turn) -> Shown:
    if turn.satker.logo:
        return Shown("Logo sudah terpasang. Kirim gambar lain untuk menggantinya.")
    return Shown(LOGO_TEXT)


def _take_logo(turn: Turn) -> Result:
    drawn = tema.drawn(turn, persiapan=True)
    return Result("Logonya sedang disiapkan.", stay=True, more=[drawn] if drawn else [])


def _history(turn: Turn) -> Shown:
    if turn.satker.nomor_terakhir:
        return Shown(f"Sudah ada {turn.satker.nomor_terakhir} catatan.")
    return Shown(RIWAYAT_TEXT, ((Button("Unduh templat", Template()),),))


def template(turn: Turn, _door: Template) -> Result:
    return Result(stay=True, more=impor_template.sent(turn))


def ended(turn: Turn, note: str, skipped: Sequence[Step]) -> Outgoing:
    """The last card of the set-up: what the bot does from now on, and what to do next."""
    office = turn.satker
    group = "" if chats.places(turn) else ", setelah grupnya terhubung (/hubungkan)"
    told = [
        f"Kolase pekanan dikirim {chats.destination(turn)} setiap {weekly_hour(office)}{group}.",
        "Setiap anggota melapor dengan mengirim foto atau tautan ke sini, atau /lapor.",
        "Laporan triwulan dibuat dengan /rekap; panduan yang dapat dicetak ada di /panduan.",
    ]
    left = ["", "Yang dilewati masih dapat diisi kapan saja:"] if skipped else []
    text = "\n".join([*([note, ""] if note else []), *(f"• {line}" for line in told), *left])
    open_ = in_rows([Button(step.label, Show(step.name)) for step in skipped], 3)
    names = {step.name for step in skipped}
    invite = () if StepName.ORANG in names else (Button("Undang orang", Show(StepName.ORANG)),)
    menu = (*open_, (*invite, Button("Pengaturan", Settings())), (Button("Semua perintah", Commands()),))
    return turn.reply(text, title=f"{office.nama} siap dipakai", menu=menu, card=CARD)


LOGO = Step(
    StepName.LOGO,
    6,
    "Logo",
    lambda turn: bool(turn.satker.logo),
    _logo,
    _take_logo,
    tema.SEND,
)
RIWAYAT = Step(StepName.RIWAYAT, 7, "Riwayat", lambda turn: bool(turn.satker.nomor_terakhir), _history)
