"""Catatan: a recorded kegiatan or konten, whichever it is, shown, removed and brought back."""

from handlers.catatan import late
from handlers.catatan import receipt as catatan_receipt
from handlers.catatan.kinds import Catatan, macam_of
from handlers.catatan.ownership import may_change, merged_into
from handlers.catatan.receipt import FOTO_BERITA
from handlers.chat.messages import Button, Outgoing, Turn
from storage.catatan import konten
from storage.catatan.drafts import Draft
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.kantor import audit


def card_of(draft: Draft) -> str:
    return f"catatan:{draft.nomor}" if draft.nomor else f"draft:{draft.id}"


def shown(turn: Turn, row: Catatan, note: str = "") -> Outgoing:
    """The record as it is now, also when it is no more."""
    if row.dihapus_at is not None:
        return removed(turn, row)
    return receipt(turn, row, changed=[note] if note else None)


def receipt(
    turn: Turn, row: Catatan, title: str = "Tercatat", changed: list[str] | None = None, undo: int | None = None
) -> Outgoing:
    """What the person keeps: number, resolved date, photos, and the ways to change it. `undo`: the change just made."""
    told = catatan_receipt.told(turn, row)
    text = "\n".join([*changed, "", *told] if changed else told)
    menu = catatan_receipt.menu(turn, row, undo)
    return turn.reply(text, title=f"{title} #{row.nomor}", menu=menu, card=f"catatan:{row.nomor}")


def remove(turn: Turn, row: Catatan) -> Outgoing:
    if row.dihapus_at is None:
        row.dihapus_at = turn.now
        note_removal(turn, row)
    return removed(turn, row)


def note_removal(turn: Turn, row: Catatan) -> None:
    before = macam_of(row).answers_of(row)
    audit.note(turn.session, turn.anggota, turn.now, row.__tablename__, row.nomor, "hapus", before)


def removed(turn: Turn, row: Catatan) -> Outgoing:
    into = merged_into(row)
    title = f"Digabung: #{row.nomor} ke #{into}" if into else f"Dihapus #{row.nomor}"
    text = "\n".join([macam_of(row).headline(row), *late.told(turn, row)])
    buttons = [Button("Kembalikan", f"c:{row.nomor}:kembali")]
    if left := _left(turn, row):
        text += f"\n\n#{left.nomor} {FOTO_BERITA} ×{left.jumlah} tetap dihitung."
        buttons.append(Button(f"Hapus #{left.nomor}", f"f:{row.nomor}:0"))
    menu = (tuple(buttons),) if may_change(turn, row) else ()
    return turn.reply(text, title=title, menu=menu, card=f"catatan:{row.nomor}")


def _left(turn: Turn, row: Catatan) -> Konten | None:
    """The Foto Berita that still counts although its kegiatan is gone."""
    left = konten.of_kegiatan(turn.session, turn.satker, row.id, FOTO_BERITA) if isinstance(row, Kegiatan) else None
    return left if left and left.dihapus_at is None else None
