"""/ubah and /hapus: change, delete and bring back what was recorded."""

import re

from handlers.catatan import elsewhere, ownership, receipt, save
from handlers.chat.messages import Rejected, Says, Turn
from handlers.dialog import park
from handlers.dialog.card import FIELDS, card
from handlers.koreksi import urungkan
from handlers.koreksi.doors import Change, Delete, Restore, View
from storage.catatan import drafts

NOMOR = re.compile(r"\s*#(\d{1,9})\s*")


def lihat(turn: Turn, nomor: int) -> Says:
    row = ownership.look(turn, nomor)
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft and draft.nomor == nomor and not save.put_away(turn, draft):
        return [card(turn, draft)]
    return [receipt.shown(turn, row)]


def by_text(turn: Turn) -> Says | None:
    """A number alone ("#12") asks to see it."""
    found = NOMOR.fullmatch(turn.incoming.text)
    return lihat(turn, int(found[1])) if found else None


LONGEST = 9


def ubah(turn: Turn) -> Says:
    return _ubah(turn, nomor_of(turn, "ubah"))


def hapus(turn: Turn) -> Says:
    return _hapus(turn, nomor_of(turn, "hapus"))


def view(turn: Turn, door: View) -> Says:
    return lihat(turn, door.nomor)


def change(turn: Turn, door: Change) -> Says:
    return _ubah(turn, door.nomor)


def delete(turn: Turn, door: Delete) -> Says:
    return _hapus(turn, door.nomor)


def restore(turn: Turn, door: Restore) -> Says:
    return urungkan.back(turn, ownership.find(turn, door.nomor))


def nomor_of(turn: Turn, word: str) -> int:
    text = turn.text.strip().lstrip("#")
    if not text.isascii() or not text.isdigit() or len(text) > LONGEST:
        raise Rejected(f"Sebutkan nomornya, misalnya /{word} 12. Nomornya ada di /daftar.")
    return int(text)


def _hapus(turn: Turn, nomor: int) -> Says:
    row = ownership.find(turn, nomor)
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft and draft.nomor == nomor:
        draft.state, draft.diubah_at = drafts.State.DROPPED, turn.now
    return [receipt.remove(turn, row), *elsewhere.renewals(turn, row)]


def _ubah(turn: Turn, nomor: int) -> Says:
    row = ownership.living(turn, nomor)
    open_one = drafts.open_of(turn.session, turn.anggota)
    if open_one and not save.put_away(turn, open_one) and open_one.nomor != nomor:
        return [park.still_open(turn, open_one)]
    draft = drafts.open_of(turn.session, turn.anggota) or save.begin_change(turn, row)
    draft.terbuka = FIELDS
    return [card(turn, draft)]
