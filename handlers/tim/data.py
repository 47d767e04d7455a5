"""/data: what is stored about me; /data hapus: ask that it be forgotten."""

from collections.abc import Iterator

from handlers.chat import changes, chats, drawn
from handlers.chat.door import ROLE_NAMES
from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Act, Button, Chat, Offer, Outgoing, Rejected, Says, Turn
from handlers.tim import data_workbook
from handlers.tim.doors import Decide, Decision
from renderers.indonesian import full_stop
from storage.kantor import audit, people
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota, Role
from storage.pribadi import pribadi as rows

ISI = (
    "Berkas ini memuat semua yang disimpan bot tentang Anda: diri, catatan, riwayat, draf, permintaan, dan pesan, "
    "serta berapa lama disimpan. Untuk meminta penghapusan, ketik /data hapus."
)
AKIBAT = (
    "\n\nBila disetujui, akses ke bot ditutup dan nama di catatan dan riwayat menjadi “Anggota (dihapus)”. "
    "Ini tidak dapat dikembalikan.\n\nCatatan dan foto kegiatan tetap sebagai dokumen satker, "
    "kecuali foto yang ditandai “Jangan tampilkan”. Laporan yang sudah dibuat tidak berubah."
)
TERAKHIR = (
    "Anda satu-satunya Ketua Pelaksana, jadi tidak ada yang dapat memutuskannya. "
    "Undang dahulu Ketua Pelaksana yang lain dengan /undang."
)
SUDAH = "Permintaan ini sudah diputuskan atau dibatalkan."


def data(turn: Turn) -> Says:
    """/data, or /data hapus."""
    said = turn.text.casefold()
    if said == "hapus":
        return _asked(turn)
    if said:
        raise Rejected("Ketik /data untuk melihat data Anda, atau /data hapus untuk meminta penghapusan.")
    audit.note(turn.session, turn.anggota, turn.now, "anggota", turn.anggota.id, "unduh data")
    return drawn.asked(turn, "data", data_workbook.gather(turn), title="Data pribadi Anda", text=ISI)


def happened(outcome: Outcome) -> Says:
    """The file is with the person: the bot keeps no second copy of it."""
    if outcome.became in (Became.SENT, Became.FAILED):
        outcome.delivery.figures = {}
    return drawn.happened(outcome)


def _asked(turn: Turn) -> Says:
    leaders = _leaders(turn, turn.anggota)
    if not leaders:
        raise Rejected(TERAKHIR)
    if rows.asked(turn, turn.anggota.id):
        raise Rejected("Permintaan Anda sudah ada pada Ketua Pelaksana.")
    entry = _note(turn, turn.anggota, rows.ASK)
    yield turn.reply(
        f"Permintaan Anda diteruskan kepada Ketua Pelaksana.{AKIBAT}",
        title="Permintaan penghapusan data",
        menu=((Button("Batalkan permintaan", Decide(entry.id, Decision.WITHDRAW)),),),
        card=f"data:{entry.id}",
    )
    grant, refuse = Decide(entry.id, Decision.GRANT), Decide(entry.id, Decision.REFUSE)
    menu = ((Button("Setujui", grant), Button("Tolak", refuse)),)
    text = f"{turn.anggota.nama} ({ROLE_NAMES[turn.anggota.role]}) meminta data pribadinya dihapus.{AKIBAT}"
    for chat in leaders:
        yield Outgoing(chat, title="Permintaan penghapusan data", text=text, menu=menu, card=f"data:{entry.id}")


def decide(turn: Turn, door: Decide) -> Says:
    entry = audit.by_id(turn, door.request)
    who = people.get(turn, entry.ref) if entry and entry.action == rows.ASK else None
    if entry is None or who is None:
        raise Rejected(SUDAH)
    own = who.id == turn.anggota.id
    if own != (door.decision == Decision.WITHDRAW) or not (own or turn.anggota.role == Role.KETUA_PELAKSANA):
        raise Rejected("Permintaan ini hanya dapat diputuskan oleh Ketua Pelaksana lain.")
    newest = rows.asked(turn, who.id)
    if newest is None or newest.id != entry.id:
        raise Rejected(SUDAH)
    return DECISIONS[door.decision](turn, entry, who)


def _withdrawn(turn: Turn, entry: Audit, who: Anggota) -> Iterator[Outgoing]:
    _note(turn, who, rows.WITHDRAW)
    yield turn.reply("Permintaan penghapusan data dibatalkan. Tidak ada yang berubah.", card=f"data:{entry.id}")
    for chat in _leaders(turn, who):
        yield Outgoing(chat, text=f"{who.nama} membatalkan permintaan penghapusan datanya.", card=f"data:{entry.id}")


def _refused(turn: Turn, entry: Audit, who: Anggota) -> Iterator[Outgoing]:
    _note(turn, who, rows.REFUSE)
    yield from _decided(turn, entry, who, f"Permintaan {who.nama} ditolak.")
    refused = full_stop(f"Permintaan penghapusan data Anda ditolak oleh {turn.anggota.nama}")
    text = f"{refused} Silakan bicarakan langsung dengannya."
    card = f"data:{entry.id}"
    for chat in chats.showing(turn.session, who, card):
        yield Outgoing(chat, text=text, card=card)


def _erased(turn: Turn, entry: Audit, who: Anggota) -> Iterator[Act]:
    own = chats.every(turn.session, who)
    changes.decides(turn)
    rows.erase(turn, who)
    _note(turn, who, rows.ERASE)
    yield from _decided(turn, entry, who, f"Data pribadi dihapus. Dalam catatan dan riwayat: {who.nama}.")
    for chat in own:
        yield Outgoing(chat, text="Data pribadi Anda sudah dihapus dari bot ini. Terima kasih.", last=True)
        # The app lists the commands that the person had until it is told.
        yield Offer(chat)


DECISIONS = {Decision.WITHDRAW: _withdrawn, Decision.REFUSE: _refused, Decision.GRANT: _erased}


def _decided(turn: Turn, entry: Audit, who: Anggota, text: str) -> Iterator[Outgoing]:
    """Every ketua pelaksana was asked, so all of them hear the answer."""
    others = [chat for chat in _leaders(turn, who) if chat != turn.incoming.chat]
    yield turn.reply(text, card=f"data:{entry.id}")
    for chat in others:
        yield Outgoing(chat, text=full_stop(f"{text} Diputuskan oleh {turn.anggota.nama}"), card=f"data:{entry.id}")


def _leaders(turn: Turn, but: Anggota) -> list[Chat]:
    own = chats.every(turn.session, but)
    return [chat for chat in chats.chats_of(turn, Role.KETUA_PELAKSANA) if chat not in own]


def _note(turn: Turn, who: Anggota, action: str) -> Audit:
    return audit.note(turn.session, turn.anggota, turn.now, rows.WHAT, who.id, action)
