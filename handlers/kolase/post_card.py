"""The lines and buttons of a preview about the post of its week: its hour, or its outcome."""

from collections.abc import Callable

from handlers.chat import chats
from handlers.chat.door import Door
from handlers.chat.messages import Button, Rejected, Says, Turn
from handlers.kolase import hidup, kolase
from handlers.kolase.doors import Look, PostAgain, PostInTime, PostNow, RenewPost
from handlers.kolase.when import planned
from handlers.laporan.week import frozen
from handlers.reading.dates.pekan import Pekan
from renderers import indonesian
from storage.chat import stuck
from storage.kantor.satker import Here
from storage.laporan import deliveries, susunan
from storage.laporan.deliveries import Delivery, Part, State

# The states of a post that is not in the group, or that nobody can change there.
LOST = (State.GONE, State.FAILED, State.UNCERTAIN)
ALREADY_SENT = "Kolase pekan itu sudah dikirim {}."


def begun(turn: Turn, pekan: Pekan) -> None:
    """Rejected while the week has not begun, for nothing of it can be laid out or sent."""
    if pekan.mulai > turn.today:
        raise Rejected("Susunan kolase diubah di chat pribadi dengan bot.")


def now(turn: Turn, door: PostNow) -> Says:
    begun(turn, door.pekan)
    if not chats.places(turn):
        raise Rejected("Belum ada grup. Hubungkan dahulu dengan /hubungkan di grup satker.")
    if not frozen(turn, door.pekan)["cells"]:
        raise Rejected("Tidak ada foto yang tampil dalam kolase pekan ini.")
    said = list(kolase.posted(turn, door.pekan))
    if not said:
        raise Rejected(ALREADY_SENT.format(chats.destination(turn)))
    # The cards with the preview say nothing yet, for the post may still fail; they hear when it has arrived.
    return [turn.toast(f"Dikirim {chats.destination(turn)}."), *said]


def renewed(turn: Turn, door: RenewPost) -> Says:
    """Renew a post by hand that no longer changes by itself: of a closed month, or long past."""
    row = _post(turn, door.pekan)
    if row is None or row.state != deliveries.State.SENT:
        raise Rejected("Kolase pekan itu tidak ada di grup.")
    forwarded = bool(chats.forwarders(turn))
    said = list(hidup.compared(turn, row))
    if not said:
        raise Rejected(f"Gambar {'terakhir' if forwarded else 'di grup'} sudah sesuai dengan catatan.")
    return [turn.toast("Perbaikannya dikirim." if forwarded else "Gambar di grup diganti."), *said]


def again(turn: Turn, door: PostAgain) -> Says:
    """Post a week again whose post was deleted, or did perhaps not arrive."""
    row = _post(turn, door.pekan)
    if row is None or row.state not in LOST or not chats.places(turn):
        raise Rejected("Sudah dikirim ulang.")
    stuck.settle(turn.session, turn.satker.id, "kolase", row.id)
    row.figures, row.semula, row.lembar = frozen(turn, door.pekan), None, 0
    row.state, row.dilihat = deliveries.State.CLAIMED, deliveries.seen(turn)
    told = turn.reply(f"Dikirim ulang {chats.destination(turn)}.", card=f"kolase:{row.id}")
    return [told, *kolase.sent(turn, door.pekan, row)]


def _post(turn: Turn, pekan: Pekan) -> Delivery | None:
    """The post of a week, kept from others until the end of the transaction."""
    found = deliveries.of(turn, deliveries.WEEKLY, pekan.kode)
    return deliveries.find(turn, found.id) if found else None


WAITS = "Kolase ini dikirim begitu bot dapat menulis di grup."
SILENT = "Kolase ini menunggu di WhatsApp sampai penerimanya menulis atau menekan Buka."
Told = tuple[str, tuple[Button, ...]]
Leading = tuple[str, Callable[[Pekan], Door]]
NOW: Leading = ("Kirim sekarang", PostNow)
AGAIN: Leading = ("Kirim ulang", PostAgain)
NEW: Leading = ("Kirim yang baru", PostAgain)
STATES: dict[State, tuple[str, tuple[Leading, ...]]] = {
    State.CLAIMED: ("Sudah dikirim {}.", ()),
    State.EMPTY: ("Belum dikirim {}: pada jamnya belum ada kegiatan berfoto.", (NOW,)),
    State.FAILED: ("Kolase ini tidak sampai di grup.", (AGAIN,)),
    State.UNCERTAIN: ("Belum pasti apakah kolase ini sampai di grup: jaringan terputus saat mengirimnya.", (NEW,)),
    State.GONE: ("Kiriman di grup sudah dihapus atau tidak dapat diubah lagi.", (AGAIN,)),
}


def of(here: Here, pekan: Pekan) -> Told:
    post = deliveries.of(here, deliveries.WEEKLY, pekan.kode)
    if post is None:
        return _before(here, pekan)
    if post.state == State.SENT:
        return _stands(here, pekan, post)
    if post.state == State.CLAIMED and stuck.waits(here.session, here.satker.id, "kolase", post.id):
        return SILENT if chats.forwarders(here) else WAITS, ()
    text, buttons = STATES[post.state]
    buttons = buttons if chats.places(here) else ()
    return text.format(chats.destination(here)), tuple(Button(label, to(pekan)) for label, to in buttons)


def _before(here: Here, pekan: Pekan) -> Told:
    if not chats.places(here):
        return "Belum ada grup; kolase tidak dikirim dengan sendirinya.", ()
    laid = susunan.of(here, pekan.kode)
    waits = laid is not None and laid.tunda is not None
    late = Button("Batal tunda", PostInTime(pekan)) if waits else Button("Tunda", Look(pekan, Part.PUT_OFF))
    at, there = planned(here, pekan), here.clock
    day = "hari ini" if at.date() == there.date() else indonesian.hari_tanggal(at.date())
    to = chats.destination(here)
    text = f"Belum dikirim {to}." if at < there else f"Dikirim {to} {day} pukul {at:%H.%M}."
    return text, (Button(NOW[0], NOW[1](pekan)), late)


def _stands(here: Here, pekan: Pekan, post: Delivery) -> Told:
    if chats.forwarders(here):
        return _forwarded(here, pekan)
    if post.grup not in (None, here.satker.grup):
        return "Sudah dikirim ke grup yang lama.", ()
    if hidup.lives(here, pekan):
        return "Sudah dikirim ke grup. Perubahan di sini mengganti gambarnya dalam beberapa menit.", ()
    text = "Sudah dikirim ke grup. Gambarnya di sana hanya diganti bila Anda memintanya."
    return text, (Button("Perbarui di grup", RenewPost(pekan)),)


def _forwarded(here: Here, pekan: Pekan) -> Told:
    text = f"Sudah dikirim {chats.destination(here)}."
    if hidup.lives(here, pekan):
        return f"{text} Perubahan di sini dikirim sebagai perbaikan.", ()
    return text, (Button("Kirim perbaikan", RenewPost(pekan)),)
