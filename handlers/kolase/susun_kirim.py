"""What a preview does in the group: sends the week now, renews its post by hand, sends anew what was lost."""

from collections.abc import Callable, Mapping

from handlers.chat.messages import Chat, Rejected, Says, Turn
from handlers.kolase import hidup, kolase
from handlers.laporan.week import frozen
from handlers.reading.pekan import Pekan
from storage.laporan import deliveries
from storage.laporan.deliveries import Delivery

SUDAH = "Kolase pekan itu sudah dikirim ke grup."


def now(turn: Turn, pekan: Pekan) -> Says:
    if not turn.satker.grup:
        raise Rejected("Belum ada grup. Hubungkan dahulu dengan /hubungkan di grup satker.")
    if not frozen(turn.session, turn.satker, pekan)["cells"]:
        raise Rejected("Tidak ada foto yang tampil dalam kolase pekan ini.")
    said = list(kolase.posted(turn.session, turn.satker, pekan, turn.now))
    if not said:
        raise Rejected(SUDAH)
    # The previews say so once it has arrived.
    return [turn.toast("Dikirim ke grup."), *said]


def renewed(turn: Turn, pekan: Pekan) -> Says:
    """By hand where it is not done by itself any more: of a closed month, or long past."""
    row = _post(turn, pekan)
    if row is None or row.state != deliveries.SENT:
        raise Rejected("Kolase pekan itu tidak ada di grup.")
    said = list(hidup.compared(turn.session, turn.satker, row, turn.now))
    if not said:
        raise Rejected("Gambar di grup sudah sesuai dengan catatan.")
    return [turn.toast("Gambar di grup diganti."), *said]


def again(turn: Turn, pekan: Pekan) -> Says:
    """A post that somebody deleted comes anew, because somebody asked for it."""
    row = _post(turn, pekan)
    if row is None or row.state not in (deliveries.GONE, deliveries.FAILED) or not turn.satker.grup:
        raise Rejected("Sudah dikirim ulang.")
    row.figures, row.semula, row.lembar = frozen(turn.session, turn.satker, pekan), None, 0
    row.state, row.dilihat = deliveries.CLAIMED, deliveries.seen(turn.session, turn.satker, turn.now)
    chat = Chat(turn.satker.grup_channel or "", turn.satker.grup, group=True)
    told = turn.reply("Dikirim ulang ke grup.", card=f"kolase:{row.id}")
    return [told, kolase.post(turn.session, turn.satker, pekan, chat, row)]


def _post(turn: Turn, pekan: Pekan) -> Delivery | None:
    """The post of a week, kept from others until the end of the transaction."""
    found = deliveries.of(turn.session, turn.satker, kolase.WEEKLY, pekan.kode)
    return deliveries.find(turn.session, turn.satker, found.id) if found else None


ACTIONS: Mapping[str, Callable[[Turn, Pekan], Says]] = {"kirim": now, "baru": renewed, "ulang": again}
