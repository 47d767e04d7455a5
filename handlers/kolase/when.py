"""When a week goes out, or what became of its post: the sentence and the buttons that a preview begins with."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.chat.messages import Button, Chat, Rejected, Says, Turn
from handlers.kolase import hidup, kolase
from handlers.laporan.week import frozen
from handlers.reading.periods import Pekan
from renderers import indonesian
from storage.kantor.satker import Here, Satker
from storage.laporan import deliveries, susunan
from storage.laporan.deliveries import Delivery, State

SUDAH = "Kolase pekan itu sudah dikirim ke grup."


def now(turn: Turn, pekan: Pekan) -> Says:
    if not turn.satker.grup:
        raise Rejected("Belum ada grup. Hubungkan dahulu dengan /hubungkan di grup satker.")
    if not frozen(turn, pekan)["cells"]:
        raise Rejected("Tidak ada foto yang tampil dalam kolase pekan ini.")
    said = list(kolase.posted(turn, pekan))
    if not said:
        raise Rejected(SUDAH)
    # The previews say so once it has arrived.
    return [turn.toast("Dikirim ke grup."), *said]


def renewed(turn: Turn, pekan: Pekan) -> Says:
    """By hand where it is not done by itself any more: of a closed month, or long past."""
    row = _post(turn, pekan)
    if row is None or row.state != deliveries.State.SENT:
        raise Rejected("Kolase pekan itu tidak ada di grup.")
    said = list(hidup.compared(turn, row))
    if not said:
        raise Rejected("Gambar di grup sudah sesuai dengan catatan.")
    return [turn.toast("Gambar di grup diganti."), *said]


def again(turn: Turn, pekan: Pekan) -> Says:
    """A post that somebody deleted comes anew, because somebody asked for it."""
    row = _post(turn, pekan)
    if row is None or row.state not in (deliveries.State.GONE, deliveries.State.FAILED) or not turn.satker.grup:
        raise Rejected("Sudah dikirim ulang.")
    row.figures, row.semula, row.lembar = frozen(turn, pekan), None, 0
    row.state, row.dilihat = deliveries.State.CLAIMED, deliveries.seen(turn)
    chat = Chat(turn.satker.grup_channel or "", turn.satker.grup, group=True)
    told = turn.reply("Dikirim ulang ke grup.", card=f"kolase:{row.id}")
    return [told, kolase.post(turn, pekan, chat, row)]


def _post(turn: Turn, pekan: Pekan) -> Delivery | None:
    """The post of a week, kept from others until the end of the transaction."""
    found = deliveries.of(turn, deliveries.WEEKLY, pekan.kode)
    return deliveries.find(turn, found.id) if found else None


ACTIONS: Mapping[str, Callable[[Turn, Pekan], Says]] = {"kirim": now, "baru": renewed, "ulang": again}


PRESS = "ks"
Told = tuple[str, tuple[Button, ...]]
NOW, AGAIN = ("Kirim sekarang", "kirim"), ("Kirim ulang", "ulang")
STATES = {
    State.CLAIMED: ("Sudah dikirim ke grup.", ()),
    State.EMPTY: ("Belum dikirim ke grup: pada jamnya belum ada kegiatan berfoto.", (NOW,)),
    State.FAILED: ("Kolase ini tidak sampai di grup.", (AGAIN,)),
    State.GONE: ("Kiriman di grup sudah dihapus atau tidak dapat diubah lagi.", (AGAIN,)),
}


def of(here: Here, pekan: Pekan) -> Told:
    post = deliveries.of(here, deliveries.WEEKLY, pekan.kode)
    if post is None:
        return _before(here, pekan)
    if post.state == State.SENT:
        return _stands(here, pekan, post)
    text, buttons = STATES[post.state]
    return text, tuple(button(label, pekan, what) for label, what in buttons if here.satker.grup)


def _before(here: Here, pekan: Pekan) -> Told:
    if not here.satker.grup:
        return "Belum ada grup; kolase tidak dikirim dengan sendirinya.", ()
    laid = susunan.of(here, pekan.kode)
    late = button("Batal tunda", pekan, "t0") if laid and laid.tunda else button("Tunda", pekan, "tunda")
    at, there = planned(here, pekan), here.clock
    day = "hari ini" if at.date() == there.date() else indonesian.hari_tanggal(at.date())
    text = "Belum dikirim ke grup." if at < there else f"Dikirim ke grup {day} pukul {at:%H.%M}."
    return text, (button(NOW[0], pekan, NOW[1]), late)


def _stands(here: Here, pekan: Pekan, post: Delivery) -> Told:
    if post.grup not in (None, here.satker.grup):
        return "Sudah dikirim ke grup yang lama.", ()
    if hidup.lives(here, pekan):
        return "Sudah dikirim ke grup. Perubahan di sini mengganti gambarnya dalam beberapa menit.", ()
    text = "Sudah dikirim ke grup. Gambarnya di sana hanya diganti bila Anda memintanya."
    return text, (button("Perbarui di grup", pekan, "baru"),)


def planned(here: Here, pekan: Pekan) -> datetime:
    laid = susunan.of(here, pekan.kode)
    at = laid.tunda if laid and laid.tunda else kolase.post_at(here.satker, pekan)
    return here.satker.local(at)


def put_off(office: Satker, planned_at: datetime, now: datetime, how: str) -> datetime:
    base = max(planned_at, office.local(now))
    if how == "t1":
        return base + timedelta(hours=1)
    days = 1 if how == "tb" else 7 - base.weekday()
    return datetime.combine(base.date() + timedelta(days=days), office.kolase_jam, ZoneInfo(office.zona))


def button(label: str, pekan: Pekan, what: str) -> Button:
    return Button(label, f"{PRESS}:{pekan.kode}:{what}")
