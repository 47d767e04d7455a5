"""/undang in an office of a province also makes links for who sends the workbooks of an office below, one each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from handlers.chat import changes, chats
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.chat.pages import turning
from handlers.laporan.provinsi import satker
from handlers.provinsi import province
from handlers.provinsi.doors import InviteSender, Senders
from handlers.tim import masuk
from handlers.tim import undang as tim_undang
from storage.kantor import audit, people
from storage.kantor.people import Anggota, Role
from storage.pribadi import pribadi
from storage.provinsi import kiriman as rows

PAGE = 10
WHICH = (
    "Satker yang memakai bot ini juga tidak perlu pengirim: laporannya terbaca langsung. Untuk satker lain, pilih "
    "satkernya; tautannya diteruskan kepada orang yang akan mengirim berkas .xlsx laporan."
)


def undang(turn: Turn) -> Says | None:
    """None in an office that is no province's, and for somebody of its own team."""
    if not rows.leads(turn.satker) or turn.text:
        return None
    first, *others = masuk.undang(turn)
    if isinstance(first, Outgoing):
        first = replace(first, menu=(*first.menu, (Button("Pengirim satker", Senders()),)))
    return [first, *others]


def senders(turn: Turn, door: Senders) -> Says:
    province.only(turn, "Pengirim satker")
    here, active = {one.kode for one in rows.below(turn)}, rows.active(turn)
    offices = [(kode, nama) for kode, nama in satker.names(turn).items() if kode not in here]
    _, shown, turns = turning(Senders, door.page, offices, PAGE)
    buttons: Menu = tuple((Button(_label(nama, active.get(kode)), InviteSender(kode)),) for kode, nama in shown)
    text = f"{WHICH}\n\n{len(active)} dari {len(offices)} satker sudah punya pengirim."
    return [turn.reply(text, title="Pengirim satker", menu=(*buttons, *turns), card=Senders().written())]


def _label(nama: str, active: Anggota | None) -> str:
    return f"✓ {nama}" if active else nama


def invite(turn: Turn, door: InviteSender) -> Says:
    names = satker.names(turn)
    if not rows.leads(turn.satker) or door.kode not in names:
        raise Rejected("Satker itu tidak ada di bawah satker Anda.")
    # Two may invite at once: the second one finds who was invited by the first.
    changes.decides(turn)
    now = rows.active(turn).get(door.kode)
    if now and not door.instead:
        return [_active(turn, now, door, names[door.kode])]
    gone = _ended(turn, now, names[door.kode]) if now else []
    row = _waiting(rows.pengirim(turn), door.kode) or _new(turn, door.kode, names[door.kode])
    return [tim_undang.made(turn, Role.PENGIRIM, f"pengirim {names[door.kode]}", row), *gone]


def _active(turn: Turn, now: Anggota, door: InviteSender, nama: str) -> Outgoing:
    menu = ((Button("Ganti pengirim", InviteSender(door.kode, instead=True)),),)
    told = f"Pengirim {nama} sekarang {now.nama}."
    text = f"{told} Bila berganti orang, tekan Ganti pengirim; yang lama lalu tidak dapat mengirim."
    return turn.reply(text, menu=menu, card=f"pengirim:{door.kode}")


def _ended(turn: Turn, row: Anggota, nama: str) -> list[Outgoing]:
    """From now on somebody else sends the workbooks of that office, of which the one before hears."""
    own = chats.every(turn.session, row)
    pribadi.leave_nothing(turn, row)
    people.unknow(turn.session, row)
    row.berlaku_sampai = turn.today - timedelta(days=1)
    audit.note(turn.session, turn.anggota, turn.now, "anggota", row.id, "cabut")
    text = f"Laporan {nama} kini dikirim orang lain, ditetapkan oleh {turn.satker.nama}. Terima kasih."
    return [Outgoing(chat, text=text) for chat in own]


def _waiting(known: Sequence[Anggota], kode: str) -> Anggota | None:
    """Who was invited for an office and has not come in yet."""
    return next((one for one in known if one.untuk == kode and one.berlaku_sampai is None), None)


def _new(turn: Turn, kode: str, nama: str) -> Anggota:
    row = people.add(turn, f"Pengirim {nama}", Role.PENGIRIM, f"Pengirim laporan {nama}")
    row.untuk = kode
    turn.session.flush()
    return row
