"""/ubah and /hapus change and delete records; a deleted record comes back, and a single change can be taken back."""

import re
from collections.abc import Callable
from dataclasses import replace

from handlers.catatan import elsewhere, records, save
from handlers.catatan import receipt as catatan_receipt
from handlers.catatan.records import Catatan, kind_of
from handlers.chat import changes
from handlers.chat.messages import Button, Menu, Rejected, Says, Turn
from handlers.dialog import park
from handlers.dialog.card import FIELDS, card
from handlers.koreksi import gabung
from handlers.koreksi.doors import Change, Delete, History, Restore, View
from storage.catatan import drafts
from storage.kantor import audit
from storage.kantor.audit import Audit

NOMOR = re.compile(r"\s*#(\d{1,9})\s*")


def show(turn: Turn, nomor: int) -> Says:
    row = records.look(turn, nomor)
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft and draft.nomor == nomor and not drafts.put_away(turn, draft):
        return [card(turn, draft)]
    receipt = catatan_receipt.shown(turn, row)
    return [replace(receipt, menu=_with_history(receipt.menu, nomor))]


def _with_history(menu: Menu, nomor: int) -> Menu:
    *above, last = menu or ((),)
    return (*above, (*last, Button("Riwayat", History(nomor))))


def by_text(turn: Turn) -> Says | None:
    """A number alone ("#12") asks to see it."""
    found = NOMOR.fullmatch(turn.incoming.text)
    return show(turn, int(found[1])) if found else None


LONGEST = 9


def ubah(turn: Turn) -> Says:
    return opened(turn, nomor_of(turn, "ubah"))


def hapus(turn: Turn) -> Says:
    return _hapus(turn, nomor_of(turn, "hapus"))


def view(turn: Turn, door: View) -> Says:
    return show(turn, door.nomor)


def change(turn: Turn, door: Change) -> Says:
    return opened(turn, door.nomor)


def delete(turn: Turn, door: Delete) -> Says:
    return _hapus(turn, door.nomor)


def restore(turn: Turn, door: Restore) -> Says:
    return back(turn, records.find(turn, door.nomor))


def nomor_of(turn: Turn, word: str) -> int:
    text = turn.text.strip().lstrip("#")
    if not text.isascii() or not text.isdigit() or len(text) > LONGEST:
        raise Rejected(f"Sebutkan nomornya, misalnya /{word} 12. Nomornya ada di /daftar.")
    return int(text)


def _hapus(turn: Turn, nomor: int) -> Says:
    row = records.find(turn, nomor)
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft and draft.nomor == nomor:
        draft.state, draft.diubah_at = drafts.State.DROPPED, turn.now
    return [catatan_receipt.remove(turn, row), *elsewhere.renewals(turn, row)]


def opened(turn: Turn, nomor: int, note: str = "") -> Says:
    """The card on which a record is changed, with a line above it."""
    row = records.living(turn, nomor)
    open_one = drafts.open_of(turn.session, turn.anggota)
    if open_one and not drafts.put_away(turn, open_one) and open_one.nomor != nomor:
        return [park.still_open(turn, open_one)]
    draft = drafts.open_of(turn.session, turn.anggota) or save.begin_change(turn, row)
    draft.terbuka = FIELDS
    return [card(turn, draft, note=note)]


def undone(turn: Turn, entry: Audit) -> Says:
    if not entry.before:
        raise Rejected(changes.UNKNOWN)
    row = records.find(turn, entry.ref)
    return UNDO.get(entry.action, _answers)(turn, row, entry)


def back(turn: Turn, row: Catatan) -> Says:
    """Bring back a record that was deleted or merged."""
    if records.merged_into(row):
        return gabung.undone(turn, row)
    if row.dihapus_at is not None:
        save.not_told_before(turn, kind_of(row).answers_of(row), row)
        row.dihapus_at = None
        audit.note(turn.session, turn.anggota, turn.now, row.__tablename__, row.nomor, "kembalikan")
    return [catatan_receipt.receipt(turn, row), *elsewhere.renewals(turn, row)]


def _answers(turn: Turn, row: Catatan, entry: Audit) -> Says:
    """The answers that take a change back; Rejected if another change has touched them since."""
    records.living(turn, row.nomor)
    now = kind_of(row).answers_of(row)
    named = {*entry.before, *entry.after} - {audit.TYPED}
    touched = [k for k in named if entry.before.get(k) != entry.after.get(k)]
    was, made = ({k: side.get(k) for k in touched} for side in (entry.before, entry.after))
    changes.unless({k: now.get(k) for k in touched}, was, made, f"Lihat /riwayat {row.nomor}.")
    back = save.change(turn, row, was, changes.TAKE_BACK)
    receipt = catatan_receipt.receipt(turn, row, "Diurungkan", save.said(back), back.id)
    return [receipt, *elsewhere.renewals(turn, row)]


def _merging(turn: Turn, row: Catatan, _entry: Audit) -> Says:
    return gabung.undone(turn, row)


UNDO: dict[str, Callable[[Turn, Catatan, Audit], Says]] = {"gabung": _merging}
