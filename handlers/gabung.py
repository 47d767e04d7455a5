"""Gabung: two reports of one event become one record with all photos and both reporters; undoable."""

from rapidfuzz import fuzz

from handlers import catatan
from handlers.chat import Button, Chat, Outgoing, Rejected, Says, Turn
from handlers.macam import Catatan, macam_of
from handlers.milik import living, look, names, reporters
from handlers.resi import FOTO_BERITA, mirip
from renderers import indonesian
from storage import audit, people, photo_moves, rekan
from storage import kegiatan as rows
from storage import konten as konten_rows
from storage.audit import Audit
from storage.kegiatan import Kegiatan

# "Rapat Pleno" and "Rapat Pleno Rutin" are 100; below this the names share a word by chance.
LIKE = 85


def asked(turn: Turn, row: Catatan) -> None:
    """Remember which earlier record a new one may be the same as; the receipt asks."""
    if isinstance(row, Kegiatan):
        row.mirip = like.nomor if (like := _like(turn, row)) else None


def _like(turn: Turn, row: Kegiatan) -> Kegiatan | None:
    same_photo = photo_moves.elsewhere(turn.session, row)
    others = [k for k in rows.overlapping(turn.session, turn.satker, row) if k not in same_photo]
    scored = [(_score(row, other), -other.nomor, other) for other in others]
    best = max((s for s in scored if s[0] >= LIKE), default=None, key=lambda s: s[:2])
    return same_photo[0] if same_photo else best[2] if best else None


def _score(row: Kegiatan, other: Kegiatan) -> float:
    if row.instansi and row.instansi.casefold() == other.instansi.casefold():
        return 101
    return fuzz.token_set_ratio(row.nama.casefold(), other.nama.casefold())


def press(turn: Turn) -> Says:
    """g:<nomor>:<into which, or 0>."""
    _, nomor, into = turn.incoming.press.split(":")
    row = living(turn, int(nomor))
    like = mirip(turn, row) if isinstance(row, Kegiatan) else None
    if not isinstance(row, Kegiatan) or like is None or int(into) not in (0, like.nomor):
        return [turn.toast("Sudah dijawab."), catatan.shown(turn, row)]
    row.mirip = None
    return _merged(turn, row, like) if int(into) else [catatan.receipt(turn, row)]


def _merged(turn: Turn, row: Kegiatan, into: Kegiatan) -> Says:
    moved = photo_moves.hand_over(turn.session, row, into)
    added = rekan.add(turn.session, into, reporters(turn, row))
    konten = konten_rows.hand_over(turn.session, turn.satker, row.id, into.id, FOTO_BERITA)
    row.dihapus_at, row.digabung = turn.now, into.nomor
    before = macam_of(row).answers_of(row)
    how = {"ke": into.nomor, "foto": moved, "pelapor": added, "konten": konten}
    entry = audit.note(turn.session, turn.anggota, turn.now, "kegiatan", row.nomor, "gabung", before, how)
    given = {"dari": row.nomor, "foto": len(moved)}
    audit.note(turn.session, turn.anggota, turn.now, "kegiatan", into.nomor, "terima gabungan", after=given)
    title = f"#{row.nomor} digabung ke #{into.nomor}"
    menu = ((Button("Kembalikan", f"k:{entry.id}"), Button(f"Lihat #{into.nomor}", f"c:{into.nomor}:lihat")),)
    told = f"{into.nama}: {len(moved)} foto ditambahkan. Pelapor: {indonesian.daftar(names(turn, into))}."
    return [
        turn.reply(told, title=title, menu=menu, card=f"catatan:{row.nomor}"),
        *_tell(turn, into, f"{turn.anggota.nama} menggabungkan laporannya ke {{}}: {len(moved)} foto ditambahkan."),
    ]


def undone(turn: Turn, row: Catatan) -> Says:
    """Everything that the merging moved goes back."""
    entry = next((e for e in _history(turn, row) if e.action == "gabung"), None)
    if not isinstance(row, Kegiatan) or entry is None or not row.digabung:
        raise Rejected("Sudah dikembalikan.")
    into = look(turn, row.digabung)
    if isinstance(into, Kegiatan):
        photo_moves.give_back(turn.session, into, row, entry.after["foto"])
        rekan.remove(turn.session, into, entry.after["pelapor"])
        konten_rows.give_back(turn.session, turn.satker, entry.after["konten"], row.id)
    row.mirip, row.dihapus_at, row.digabung = into.nomor, None, None
    audit.note(turn.session, turn.anggota, turn.now, "kegiatan", row.nomor, "kembalikan")
    told = f"{turn.anggota.nama} memisahkan lagi laporannya dari {{}}."
    return [
        catatan.receipt(turn, row, "Dikembalikan"),
        *(_tell(turn, into, told) if isinstance(into, Kegiatan) else []),
    ]


def _history(turn: Turn, row: Catatan) -> list[Audit]:
    return audit.versions(turn.session, turn.satker, row.__tablename__, row.nomor)


def _tell(turn: Turn, into: Kegiatan, text: str) -> list[Outgoing]:
    """The first reporter hears what joined."""
    owner = people.get(turn.session, turn.satker, into.pelapor_id) if into.pelapor_id else None
    if owner is None or owner.id == turn.anggota.id:
        return []
    said = text.replace("{}", f"#{into.nomor} {into.nama}")
    menu = ((Button("Lihat", f"c:{into.nomor}:lihat"),),)
    chats = [Chat(i.channel, i.chat) for i in people.identities(turn.session, owner)]
    return [Outgoing(chat, text=said, menu=menu) for chat in chats]
