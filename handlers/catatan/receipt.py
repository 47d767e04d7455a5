"""What a receipt says under its title, and the buttons that go with it."""

from handlers.catatan import late
from handlers.catatan.kinds import Catatan, macam_of
from handlers.catatan.ownership import may_ask, may_change, merged_into, names
from handlers.chat.messages import Button, Menu, Outgoing, Turn
from handlers.reading.forms import lines
from renderers import indonesian
from storage.catatan import dipakai, konten
from storage.catatan import kegiatan as kegiatan_rows
from storage.catatan import konten as konten_rows
from storage.catatan.drafts import Draft
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.foto import photos
from storage.kantor import audit

FOTO_BERITA = "Foto Berita"
MOST = 3


def body(turn: Turn, row: Catatan) -> list[str]:
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
    uses = dipakai.of(turn, row.nomor)
    return list({what.partition(" versi ")[0]: what for what in uses}.values())


def _asked(turn: Turn, row: Kegiatan) -> list[str]:
    """What is still asked under a kegiatan: is it one with another, and how many Foto Berita came of it."""
    like = mirip(turn, row)
    doubt = ["", f"Mirip dengan #{like.nomor} {like.nama} ({_by(turn, like)}). Gabung?"] if like else []
    made = konten_rows.of_kegiatan(turn, row.id, FOTO_BERITA)
    if made and not made.dihapus_at:
        where = indonesian.daftar([p.platform for p in made.postingan])
        return [*doubt, "", f"{FOTO_BERITA}: {made.jumlah} di {where} (#{made.nomor})"]
    return [*doubt, "", "Berapa Foto Berita dari kegiatan ini?"] if may_change(turn, row) else []


def mirip(turn: Turn, row: Kegiatan) -> Kegiatan | None:
    """The record that this may be the same as, while that is asked and as long as it lives."""
    like = kegiatan_rows.by_nomor(turn, row.mirip) if row.mirip else None
    return like if like and like.dihapus_at is None and may_change(turn, row) else None


def _by(turn: Turn, row: Kegiatan) -> str:
    who = names(turn, row)
    return "Anda" if who == [turn.anggota.nama] else indonesian.daftar(who) or "tanpa pelapor"


def choices(turn: Turn, row: Catatan, undo: int | None) -> Menu:
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
    told = body(turn, row)
    text = "\n".join([*changed, "", *told] if changed else told)
    menu = choices(turn, row, undo)
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
    left = konten.of_kegiatan(turn, row.id, FOTO_BERITA) if isinstance(row, Kegiatan) else None
    return left if left and left.dihapus_at is None else None
