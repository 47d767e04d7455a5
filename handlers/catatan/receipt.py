"""The text and buttons of a receipt, made of a record that was read before; nothing here asks the database."""

from collections.abc import Sequence

from handlers.catatan import late
from handlers.catatan.konten import where
from handlers.catatan.records import Catatan, kind_of, merged_into
from handlers.catatan.seen import FOTO_BERITA, Seen, seen
from handlers.chat.changes import Undo
from handlers.chat.messages import Button, Menu, Outgoing, Turn
from handlers.chat.pages import in_rows
from handlers.koreksi.doors import AskToComplete, Change, Delete, KeepApart, Merge, Restore
from handlers.lapor.doors import AskFotoBerita, FotoBerita, SkipFotoBerita
from handlers.reading.forms import lines
from handlers.whatsapp.doors import OfRecords, button
from renderers import indonesian
from storage.catatan.drafts import Draft
from storage.catatan.kegiatan import Kegiatan
from storage.kantor import audit
from storage.kantor.people import Anggota

MOST = 3
HOW_MANY = "Berapa Foto Berita dari kegiatan ini? Jumlahnya dihitung sebagai konten dalam laporan."
UNDECIDED = "belum ditentukan; dihitung internal sampai diisi lewat Ubah."


def body(one: Seen, viewer: Anggota) -> list[str]:
    kind = kind_of(one.row)
    fields = lines(kind.form, {name: value for name, value in kind.answers_of(one.row).items() if value})
    fields = [line for line in fields if not line.endswith(": –")]
    if one.photos:
        fields.append(f"Foto: {one.photos}")
    if one.names and one.names != [viewer.nama]:
        fields.append(f"Pelapor: {indonesian.daftar(one.names)}")
    undecided = [f"Mitranya {UNDECIDED}"] if isinstance(one.row, Kegiatan) and not one.row.sektor else []
    used = [f"Dipakai dalam {what}." for what in one.uses]
    asked = _asked(one, viewer) if isinstance(one.row, Kegiatan) else []
    beside = ["", *undecided, *used] if undecided or used else []
    return [*fields, *beside, *late.told(one.row, one.closed, viewer), *asked]


def _asked(one: Seen, viewer: Anggota) -> list[str]:
    """The questions below a kegiatan: whether it repeats another one, and how many Foto Berita it has."""
    like, made = alike(one, viewer), one.foto_berita
    doubt = ["", f"Mirip dengan #{like.row.nomor} {_named(like)} ({_by(like, viewer)}). Gabung?"] if like else []
    if made and not made.dihapus_at:
        doubt += ["", f"{FOTO_BERITA}: {made.jumlah} di {where(made)} (#{made.nomor})"]
    return [*doubt, "", HOW_MANY] if one.asks and one.may_change(viewer) else doubt


def alike(one: Seen, viewer: Anggota) -> Seen | None:
    """The record that this one may repeat, if the viewer may decide that."""
    return one.like if one.may_change(viewer) else None


def _named(one: Seen) -> str:
    return one.row.nama if isinstance(one.row, Kegiatan) else ""


def _by(one: Seen, viewer: Anggota) -> str:
    return "Anda" if one.names == [viewer.nama] else indonesian.daftar(one.names) or "tanpa pelapor"


def choices(one: Seen, viewer: Anggota, undo: int | None) -> Menu:
    nomor = one.row.nomor
    if not one.may_change(viewer):
        return ()
    back = (Button("Urungkan", Undo(undo)),) if undo else ()
    ask = ((Button("Minta lengkapi", AskToComplete(nomor)),),) if one.may_ask(viewer) else ()
    under = _under_kegiatan(one, viewer) if isinstance(one.row, Kegiatan) else ()
    return (*under, (*back, *ways(nomor)), *ask)


def ways(nomor: int) -> tuple[Button, ...]:
    """What may be done with a record that is there."""
    return Button("Ubah", Change(nomor)), Button("Hapus", Delete(nomor)), button(OfRecords(nomor, nomor))


def _under_kegiatan(one: Seen, viewer: Anggota) -> Menu:
    nomor, like = one.row.nomor, alike(one, viewer)
    counts = _counts(nomor) if one.asks else (Button(FOTO_BERITA, AskFotoBerita(nomor)),)
    if like is None:
        return (counts,)
    merge = Button(f"Gabung ke #{like.row.nomor}", Merge(nomor, like.row.nomor))
    return ((merge, Button("Biarkan", KeepApart(nomor))), counts)


def _counts(nomor: int) -> tuple[Button, ...]:
    numbers = (Button(str(n), FotoBerita(nomor, n)) for n in range(MOST + 1))
    return (*numbers, Button("Lewati", SkipFotoBerita(nomor)))


def of_each(rows: Sequence[Catatan]) -> Menu:
    """The buttons below a receipt of several records: to change each, and in the last row the text of all."""
    *above, last = in_rows([Button(f"Ubah #{row.nomor}", Change(row.nomor)) for row in rows], 3)
    return (*above, (*last, button(OfRecords(rows[0].nomor, rows[-1].nomor))))


def card_of(draft: Draft) -> str:
    return f"catatan:{draft.nomor}" if draft.nomor else f"draft:{draft.id}"


def shown(turn: Turn, row: Catatan, note: str = "") -> Outgoing:
    """The receipt of a record as it is now, or the line that it was deleted or merged."""
    return of(turn, seen(turn, row), note)


def of(turn: Turn, one: Seen, note: str = "") -> Outgoing:
    """The receipt of a record that was read already."""
    if one.row.dihapus_at is not None:
        return _removed(turn, one)
    return _receipt(turn, one, changed=[note] if note else None)


def receipt(
    turn: Turn, row: Catatan, title: str = "Tercatat", changed: list[str] | None = None, undo: int | None = None
) -> Outgoing:
    """The receipt that the person keeps: number, date, photos, and the buttons that change the record. `undo`: the
    entry that the button Urungkan takes back."""
    return _receipt(turn, seen(turn, row), title, changed, undo)


def _receipt(
    turn: Turn, one: Seen, title: str = "Tercatat", changed: list[str] | None = None, undo: int | None = None
) -> Outgoing:
    told = body(one, turn.anggota)
    text = "\n".join([*changed, "", *told] if changed else told)
    menu, nomor = choices(one, turn.anggota, undo), one.row.nomor
    return turn.reply(text, title=f"{title} #{nomor}", menu=menu, card=f"catatan:{nomor}")


def remove(turn: Turn, row: Catatan) -> Outgoing:
    if row.dihapus_at is None:
        row.dihapus_at = turn.now
        note_removal(turn, row)
    return _removed(turn, seen(turn, row))


def note_removal(turn: Turn, row: Catatan) -> None:
    before = kind_of(row).answers_of(row)
    audit.note(turn.session, turn.anggota, turn.now, row.__tablename__, row.nomor, "hapus", before)


def _removed(turn: Turn, one: Seen) -> Outgoing:
    row, into = one.row, merged_into(one.row)
    title = f"Digabung: #{row.nomor} ke #{into}" if into else f"Dihapus #{row.nomor}"
    text = "\n".join([kind_of(row).headline(row), *late.told(row, one.closed, turn.anggota)])
    buttons = [Button("Kembalikan", Restore(row.nomor))]
    # The Foto Berita of a deleted kegiatan still count in reports, so the person is told.
    if (left := one.foto_berita) and left.dihapus_at is None:
        text += f"\n\n#{left.nomor} {FOTO_BERITA} ×{left.jumlah} tetap dihitung."
        buttons.append(Button(f"Hapus #{left.nomor}", FotoBerita(row.nomor, 0)))
    menu = (tuple(buttons),) if one.may_change(turn.anggota) else ()
    return turn.reply(text, title=title, menu=menu, card=f"catatan:{row.nomor}")
