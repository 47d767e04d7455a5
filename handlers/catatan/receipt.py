"""What a receipt says under its title, and the buttons that go with it."""

from handlers.catatan import late
from handlers.catatan.kinds import Catatan, macam_of
from handlers.catatan.ownership import may_ask, may_change, names
from handlers.chat.messages import Button, Menu, Turn
from handlers.reading.forms import lines
from renderers import indonesian
from storage.catatan import dipakai
from storage.catatan import kegiatan as kegiatan_rows
from storage.catatan import konten as konten_rows
from storage.catatan.kegiatan import Kegiatan
from storage.foto import photos

FOTO_BERITA = "Foto Berita"
MOST = 3


def told(turn: Turn, row: Catatan) -> list[str]:
    macam = macam_of(row)
    fields = lines(macam.form, {name: value for name, value in macam.answers_of(row).items() if value})
    fields = [line for line in fields if not line.endswith(": –")]
    if count := photos.count(turn.session, row):
        fields.append(f"Foto: {count}")
    who = names(turn, row)
    if who and who != [turn.anggota.nama]:
        fields.append(f"Pelapor: {indonesian.daftar(who)}")
    used = [f"Dipakai dalam {what}." for what in _uses(turn, row)]
    asked = _asked(turn, row) if isinstance(row, Kegiatan) else []
    return [*fields, *(["", *used] if used else []), *late.told(turn, row), *asked]


def _uses(turn: Turn, row: Catatan) -> list[str]:
    """Of each report the last version."""
    uses = dipakai.of(turn.session, turn.satker, row.nomor)
    return list({what.partition(" versi ")[0]: what for what in uses}.values())


def _asked(turn: Turn, row: Kegiatan) -> list[str]:
    """What is still asked under a kegiatan: is it one with another, and how many Foto Berita came of it."""
    like = mirip(turn, row)
    doubt = ["", f"Mirip dengan #{like.nomor} {like.nama} ({_by(turn, like)}). Gabung?"] if like else []
    made = konten_rows.of_kegiatan(turn.session, turn.satker, row.id, FOTO_BERITA)
    if made and not made.dihapus_at:
        where = indonesian.daftar([p.platform for p in made.postingan])
        return [*doubt, "", f"{FOTO_BERITA}: {made.jumlah} di {where} (#{made.nomor})"]
    return [*doubt, "", "Berapa Foto Berita dari kegiatan ini?"] if may_change(turn, row) else []


def mirip(turn: Turn, row: Kegiatan) -> Kegiatan | None:
    """The record that this may be the same as, while that is asked and as long as it lives."""
    like = kegiatan_rows.by_nomor(turn.session, turn.satker, row.mirip) if row.mirip else None
    return like if like and like.dihapus_at is None and may_change(turn, row) else None


def _by(turn: Turn, row: Kegiatan) -> str:
    who = names(turn, row)
    return "Anda" if who == [turn.anggota.nama] else indonesian.daftar(who) or "tanpa pelapor"


def menu(turn: Turn, row: Catatan, undo: int | None) -> Menu:
    if not may_change(turn, row):
        return ()
    back = (Button("Urungkan", f"k:{undo}"),) if undo else ()
    change = (Button("Ubah", f"c:{row.nomor}:ubah"), Button("Hapus", f"c:{row.nomor}:hapus"))
    ask = ((Button("Minta lengkapi", f"m:{row.nomor}"),),) if may_ask(turn, row) else ()
    under = _under_kegiatan(turn, row) if isinstance(row, Kegiatan) else ()
    return (*under, (*back, *change), *ask)


def _under_kegiatan(turn: Turn, row: Kegiatan) -> Menu:
    counts = tuple(Button(str(n), f"f:{row.nomor}:{n}") for n in range(MOST + 1))
    like = mirip(turn, row)
    if like is None:
        return (counts,)
    merge = Button(f"Gabung ke #{like.nomor}", f"g:{row.nomor}:{like.nomor}")
    return ((merge, Button("Biarkan", f"g:{row.nomor}:0")), counts)
