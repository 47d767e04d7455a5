"""When a week goes out, or what became of its post: the sentence and the buttons that a preview begins with."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.chat.messages import Button
from handlers.kolase import hidup, kolase
from handlers.reading.pekan import Pekan
from renderers import indonesian
from storage.database import Session
from storage.kantor.satker import Satker
from storage.laporan import deliveries, susunan
from storage.laporan.deliveries import CLAIMED, EMPTY, FAILED, GONE, SENT, Delivery

PRESS = "ks"
Told = tuple[str, tuple[Button, ...]]
NOW, AGAIN = ("Kirim sekarang", "kirim"), ("Kirim ulang", "ulang")
STATES = {
    CLAIMED: ("Sudah dikirim ke grup.", ()),
    EMPTY: ("Belum dikirim ke grup: pada jamnya belum ada kegiatan berfoto.", (NOW,)),
    FAILED: ("Kolase ini tidak sampai di grup.", (AGAIN,)),
    GONE: ("Kiriman di grup sudah dihapus atau tidak dapat diubah lagi.", (AGAIN,)),
}


def of(session: Session, office: Satker, pekan: Pekan, now: datetime) -> Told:
    post = deliveries.of(session, office, kolase.WEEKLY, pekan.kode)
    if post is None:
        return _before(session, office, pekan, now)
    if post.state == SENT:
        return _stands(session, office, pekan, post, now)
    text, buttons = STATES[post.state]
    return text, tuple(button(label, pekan, what) for label, what in buttons if office.grup)


def _before(session: Session, office: Satker, pekan: Pekan, now: datetime) -> Told:
    if not office.grup:
        return "Belum ada grup; kolase tidak dikirim dengan sendirinya.", ()
    laid = susunan.of(session, office, pekan.kode)
    late = button("Batal tunda", pekan, "t0") if laid and laid.tunda else button("Tunda", pekan, "tunda")
    at, here = planned(session, office, pekan), office.local(now)
    day = "hari ini" if at.date() == here.date() else indonesian.hari_tanggal(at.date())
    text = "Belum dikirim ke grup." if at < here else f"Dikirim ke grup {day} pukul {at:%H.%M}."
    return text, (button(NOW[0], pekan, NOW[1]), late)


def _stands(session: Session, office: Satker, pekan: Pekan, post: Delivery, now: datetime) -> Told:
    if post.grup not in (None, office.grup):
        return "Sudah dikirim ke grup yang lama.", ()
    if hidup.lives(session, office, pekan, now):
        return "Sudah dikirim ke grup. Perubahan di sini mengganti gambarnya dalam beberapa menit.", ()
    text = "Sudah dikirim ke grup. Gambarnya di sana hanya diganti bila Anda memintanya."
    return text, (button("Perbarui di grup", pekan, "baru"),)


def planned(session: Session, office: Satker, pekan: Pekan) -> datetime:
    laid = susunan.of(session, office, pekan.kode)
    at = laid.tunda if laid and laid.tunda else kolase.post_at(office, pekan)
    return office.local(at)


def put_off(office: Satker, planned_at: datetime, now: datetime, how: str) -> datetime:
    base = max(planned_at, office.local(now))
    if how == "t1":
        return base + timedelta(hours=1)
    days = 1 if how == "tb" else 7 - base.weekday()
    return datetime.combine(base.date() + timedelta(days=days), office.kolase_jam, ZoneInfo(office.zona))


def button(label: str, pekan: Pekan, what: str) -> Button:
    return Button(label, f"{PRESS}:{pekan.kode}:{what}")
