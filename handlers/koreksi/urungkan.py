"""A change is taken back exactly, whatever was changed beside it; a record that was removed is there again."""

from collections.abc import Callable

from handlers.catatan import elsewhere, ownership, save
from handlers.catatan import receipt as catatan_receipt
from handlers.catatan.kinds import Catatan, kind_of
from handlers.chat import changes
from handlers.chat.messages import Rejected, Says, Turn
from handlers.koreksi import gabung
from storage.kantor import audit
from storage.kantor.audit import Audit


def undone(turn: Turn, entry: Audit) -> Says:
    if not entry.before:
        raise Rejected(changes.UNKNOWN)
    row = ownership.find(turn, entry.ref)
    return UNDO.get(entry.action, _answers)(turn, row, entry)


def back(turn: Turn, row: Catatan) -> Says:
    """A record that was removed, or merged into another, is there again."""
    if ownership.merged_into(row):
        return gabung.undone(turn, row)
    if row.dihapus_at is not None:
        save.not_told_before(turn, kind_of(row).answers_of(row), row)
        row.dihapus_at = None
        audit.note(turn.session, turn.anggota, turn.now, row.__tablename__, row.nomor, "kembalikan")
    return [catatan_receipt.receipt(turn, row), *elsewhere.renewals(turn, row)]


def _answers(turn: Turn, row: Catatan, entry: Audit) -> Says:
    """Only what this change touched goes back, and only if nobody has touched it since."""
    ownership.living(turn, row.nomor)
    now = kind_of(row).answers_of(row)
    touched = [k for k in {*entry.before, *entry.after} if entry.before.get(k) != entry.after.get(k)]
    was, made = ({k: side.get(k) for k in touched} for side in (entry.before, entry.after))
    changes.unless({k: now.get(k) for k in touched}, was, made, f"Lihat /riwayat {row.nomor}.")
    back = save.change(turn, row, was, changes.KEMBALI)
    receipt = catatan_receipt.receipt(turn, row, "Diurungkan", save.said(back), back.id)
    return [receipt, *elsewhere.renewals(turn, row)]


def _merging(turn: Turn, row: Catatan, _entry: Audit) -> Says:
    return gabung.undone(turn, row)


UNDO: dict[str, Callable[[Turn, Catatan, Audit], Says]] = {"gabung": _merging}
