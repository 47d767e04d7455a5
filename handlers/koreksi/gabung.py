"""Gabung: two reports of one event become one record with all photos and both reporters; undoable."""

from handlers.catatan import late, receipt
from handlers.catatan.receipt import alike
from handlers.catatan.records import Catatan, kind_of, living, names, reporters
from handlers.catatan.seen import FOTO_BERITA, seen
from handlers.chat import chats
from handlers.chat.changes import Undo
from handlers.chat.messages import Button, Outgoing, Rejected, Says, Turn
from handlers.koreksi.doors import KeepApart, Merge, View
from renderers import indonesian
from storage.catatan import kegiatan
from storage.catatan import konten as catatan_konten
from storage.catatan.kegiatan import Kegiatan
from storage.foto import moves
from storage.kantor import audit, people
from storage.kantor.audit import Audit


def merge(turn: Turn, door: Merge) -> Says:
    row = living(turn, door.nomor)
    like = _like(turn, row)
    if not isinstance(row, Kegiatan) or like is None or like.nomor != door.into:
        return _answered(turn, row)
    row.mirip = None
    return _merged(turn, row, like)


def keep_apart(turn: Turn, door: KeepApart) -> Says:
    row = living(turn, door.nomor)
    if not isinstance(row, Kegiatan) or _like(turn, row) is None:
        return _answered(turn, row)
    row.mirip = None
    return [receipt.receipt(turn, row)]


def _like(turn: Turn, row: Catatan) -> Kegiatan | None:
    """The record with which the person is asked to merge this one, while that question is open."""
    found = alike(seen(turn, row), turn.anggota)
    return found.row if found and isinstance(found.row, Kegiatan) else None


def _answered(turn: Turn, row: Catatan) -> Says:
    return [turn.toast("Sudah dijawab."), receipt.shown(turn, row)]


def _merged(turn: Turn, row: Kegiatan, into: Kegiatan) -> Says:
    moved = moves.hand_over(turn.session, row, into)
    added = kegiatan.add(turn.session, into, reporters(turn, row))
    konten = catatan_konten.hand_over(turn, row.id, into.id, FOTO_BERITA)
    if konten.ganda:
        receipt.note_removal(turn, konten.ganda)
    row.dihapus_at, row.digabung = turn.now, into.nomor
    before = kind_of(row).answers_of(row)
    how = {"ke": into.nomor, "foto": moved, "pelapor": added}
    how |= {
        name: one.id for name, one in (("konten", konten.moved), ("lama", konten.lama), ("ganda", konten.ganda)) if one
    }
    entry = audit.note(turn.session, turn.anggota, turn.now, "kegiatan", row.nomor, "gabung", before, how)
    given = {"dari": row.nomor, "foto": len(moved)}
    audit.note(turn.session, turn.anggota, turn.now, "kegiatan", into.nomor, "terima gabungan", after=given)
    title = f"#{row.nomor} digabung ke #{into.nomor}"
    menu = ((Button("Kembalikan", Undo(entry.id)), Button(f"Lihat #{into.nomor}", View(into.nomor))),)
    told = f"{into.nama}: {len(moved)} foto ditambahkan. Pelapor: {indonesian.daftar(names(turn, into))}."
    told = "\n".join([told, *late.told(row, late.of(turn, late.closings(turn), row), turn.anggota)])
    return [
        turn.reply(told, title=title, menu=menu, card=f"catatan:{row.nomor}"),
        *_tell(turn, into, f"{turn.anggota.nama} menggabungkan laporannya ke {{}}: {len(moved)} foto ditambahkan."),
    ]


def undone(turn: Turn, row: Catatan) -> Says:
    """Take a merging back: photos, konten and reporters return to their record."""
    entry = _merging(turn, row) if isinstance(row, Kegiatan) and row.digabung else None
    if not isinstance(row, Kegiatan) or entry is None:
        raise Rejected("Sudah dikembalikan.")
    chain = _chain(turn, row)
    into = chain[0]
    moves.give_back(turn.session, [one.id for one in chain], row, entry.after["foto"])
    _part_reporters(turn, chain, set(entry.after["pelapor"]))
    _part_konten(turn, row, chain, entry)
    row.mirip, row.dihapus_at, row.digabung = into.nomor, None, None
    audit.note(turn.session, turn.anggota, turn.now, "kegiatan", row.nomor, "kembalikan")
    told = f"{turn.anggota.nama} memisahkan lagi laporannya dari {{}}."
    return [receipt.receipt(turn, row, "Dikembalikan"), *_tell(turn, into, told)]


def _chain(turn: Turn, row: Kegiatan) -> list[Kegiatan]:
    """The record that this one was merged into, the one which that was merged into, and so on."""
    into = kegiatan.by_nomor(turn, row.digabung) if row.digabung else None
    return [into, *_chain(turn, into)] if into else []


def _merging(turn: Turn, row: Kegiatan) -> Audit | None:
    return next((e for e in audit.versions(turn, "kegiatan", row.nomor) if e.action == "gabung"), None)


def _part_reporters(turn: Turn, chain: list[Kegiatan], who: set[int]) -> None:
    """Remove from each record of the chain the reporters whom the merging brought there."""
    for one in chain:
        kegiatan.remove(turn.session, one, who)
        further = _merging(turn, one) if one.digabung else None
        who = who & set(further.after["pelapor"]) if further else set()


def _part_konten(turn: Turn, row: Kegiatan, chain: list[Kegiatan], entry: Audit) -> None:
    after = entry.after
    moved = catatan_konten.give_back(turn, after.get("konten"), [one.id for one in chain], row.id)
    if moved:
        catatan_konten.give_back(turn, after.get("lama"), [row.id], chain[0].id)
    merged = [further for one in chain if one.digabung and (further := _merging(turn, one))]
    doubles = {further.after.get("ganda") for further in merged}
    double = catatan_konten.by_id(turn, after["ganda"]) if after.get("ganda") else None
    for one in (double, moved if moved and moved.id in doubles else None):
        if one and one.dihapus_at is not None:
            one.dihapus_at = None
            audit.note(turn.session, turn.anggota, turn.now, "konten", one.nomor, "kembalikan")


def _tell(turn: Turn, into: Kegiatan, text: str) -> list[Outgoing]:
    """The messages to the first reporter about the record that joined theirs."""
    owner = people.get(turn, into.pelapor_id) if into.pelapor_id else None
    if owner is None or owner.id == turn.anggota.id:
        return []
    said = text.replace("{}", f"#{into.nomor} {into.nama}")
    menu = ((Button("Lihat", View(into.nomor)),),)
    return [Outgoing(chat, text=said, menu=menu) for chat in chats.last(turn.session, owner)]
