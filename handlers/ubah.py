"""/ubah and /hapus: change, delete and bring back what was recorded."""

from handlers import catatan, lapor
from handlers.chat import Rejected, Says, Turn
from handlers.kartu import FIELDS, card
from storage import drafts

LONGEST = 9


def ubah(turn: Turn) -> Says:
    return _ubah(turn, _nomor(turn, "ubah"))


def hapus(turn: Turn) -> Says:
    return [catatan.remove(turn, catatan.find(turn, _nomor(turn, "hapus")))]


def press(turn: Turn) -> Says:
    """A button under a receipt: c:<nomor>:<ubah|hapus|kembali>."""
    _, nomor, action = turn.incoming.press.split(":")
    if action == "ubah":
        return _ubah(turn, int(nomor))
    row = catatan.find(turn, int(nomor))
    return [catatan.remove(turn, row) if action == "hapus" else catatan.restore(turn, row)]


def _nomor(turn: Turn, word: str) -> int:
    text = turn.text.strip().lstrip("#")
    if not text.isascii() or not text.isdigit() or len(text) > LONGEST:
        raise Rejected(f"Sebutkan nomornya, misalnya /{word} 12. Nomornya ada di /daftar.")
    return int(text)


def _ubah(turn: Turn, nomor: int) -> Says:
    row = catatan.find(turn, nomor)
    if row.dihapus_at is not None:
        raise Rejected(f"Catatan #{nomor} sudah dihapus; kembalikan dulu.")
    open_one = drafts.open_of(turn.session, turn.anggota)
    if open_one and open_one.nomor != nomor:
        return lapor.still_open(turn, open_one)
    draft = open_one or _begin(turn, row)
    draft.terbuka = FIELDS
    return [card(turn, draft)]


def _begin(turn: Turn, row: catatan.Catatan) -> drafts.Draft:
    answers = catatan.macam_of(row).answers_of(row)
    draft = drafts.begin(turn.session, turn.anggota, turn.now, row.__tablename__, **answers)
    draft.nomor, draft.mengubah = row.nomor, True
    return draft
