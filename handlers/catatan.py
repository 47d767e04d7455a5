"""Catatan: a recorded kegiatan or konten, whichever it is, found, saved, shown, removed and brought back by number."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from handlers import kegiatan, konten
from handlers.chat import Button, Menu, Outgoing, Rejected, Turn
from handlers.forms import Answers, Form, lines, shown
from renderers import indonesian
from storage import audit, drafts, outbox, photos
from storage import kegiatan as kegiatan_rows
from storage import konten as konten_rows
from storage.drafts import Draft
from storage.kegiatan import Kegiatan
from storage.konten import Konten
from storage.people import Role
from storage.satker import next_nomor

Catatan = Kegiatan | Konten
FOTO_BERITA = "Foto Berita"
MOST = 3


@dataclass(frozen=True)
class Macam:
    """A kind of catatan: its form, and how answers and rows become each other."""

    form: Form
    new: Callable[[Turn, int], Any]
    fill: Callable[[Any, Answers], None]
    answers_of: Callable[[Any], Answers]
    headline: Callable[[Any], str]


MACAM = {
    "kegiatan": Macam(kegiatan.FORM, kegiatan.new, kegiatan.fill, kegiatan.answers_of, kegiatan.headline),
    "konten": Macam(konten.FORM, konten.new, konten.fill, konten.answers_of, konten.headline),
}


def macam_of(row: Catatan) -> Macam:
    return MACAM[row.__tablename__]


def find(turn: Turn, nomor: int) -> Catatan:
    """The catatan of a number if the person may change it: their own, or any for the ketua pelaksana."""
    row = kegiatan_rows.by_nomor(turn.session, turn.satker, nomor) or konten_rows.by_nomor(
        turn.session, turn.satker, nomor
    )
    if row is None:
        raise Rejected(f"Tidak ada catatan #{nomor}. Ketik /daftar untuk melihat nomornya.")
    if row.pelapor_id != turn.anggota.id and turn.anggota.role != Role.KETUA_PELAKSANA:
        raise Rejected(f"Catatan #{nomor} bukan milik Anda; mintalah pelapornya atau Ketua Pelaksana.")
    return row


def save(turn: Turn, draft: Draft) -> tuple[Catatan, list[str]]:
    """Turn a draft into a new record, or change the one it is about; returns what changed, before → after."""
    macam = MACAM[draft.macam]
    row = find(turn, draft.nomor) if draft.nomor else macam.new(turn, next_nomor(turn.session, turn.satker))
    before = macam.answers_of(row) if draft.mengubah else {}
    macam.fill(row, macam.form.kept(draft.answers))
    if not draft.mengubah:
        row.draft_id = draft.id
    turn.session.add(row)
    turn.session.flush()
    photos.move(turn.session, draft, row)
    _close(turn, draft, row)
    after = macam.answers_of(row)
    audit.note(
        turn.session, turn.anggota, turn.now, draft.macam, row.nomor, "ubah" if before else "catat", before, after
    )
    return row, changes(macam.form, before, after) if before else []


def _close(turn: Turn, draft: Draft, row: Catatan) -> None:
    chat = turn.incoming.chat
    outbox.rename_card(turn.session, chat.channel, chat.id, card_of(draft), f"catatan:{row.nomor}")
    draft.state, draft.nomor, draft.diubah_at = drafts.SAVED, row.nomor, turn.now


def changes(form: Form, before: Answers, after: Answers) -> list[str]:
    return [
        f"{q.label}: {shown(q, before)} → {shown(q, after)}"
        for q in form.questions
        if (before.get(q.name) or None) != (after.get(q.name) or None)
    ]


def card_of(draft: Draft) -> str:
    return f"catatan:{draft.nomor}" if draft.nomor else f"draft:{draft.id}"


def receipt(turn: Turn, row: Catatan, title: str = "Tercatat", changed: list[str] | None = None) -> Outgoing:
    """What the person keeps: number, resolved date, photos, and the two ways to change it."""
    macam = macam_of(row)
    told = lines(macam.form, {name: value for name, value in macam.answers_of(row).items() if value})
    told = [line for line in told if not line.endswith(": –")]
    if count := photos.count(turn.session, row):
        told.append(f"Foto: {count}")
    told += _foto_berita(turn, row)
    if changed:
        told = [*changed, "", *told]
    menu = ((Button("Ubah", f"c:{row.nomor}:ubah"), Button("Hapus", f"c:{row.nomor}:hapus")),)
    text, title = "\n".join(told), f"{title} #{row.nomor}"
    return turn.reply(text, title=title, menu=(*_counts(row), *menu), card=f"catatan:{row.nomor}")


def _foto_berita(turn: Turn, row: Catatan) -> list[str]:
    if not isinstance(row, Kegiatan):
        return []
    made = konten_rows.of_kegiatan(turn.session, turn.satker, row.id, FOTO_BERITA)
    if made and not made.dihapus_at:
        where = indonesian.daftar([p.platform for p in made.postingan])
        return ["", f"{FOTO_BERITA}: {made.jumlah} di {where} (#{made.nomor})"]
    return ["", "Berapa Foto Berita dari kegiatan ini?"]


def _counts(row: Catatan) -> Menu:
    if not isinstance(row, Kegiatan):
        return ()
    return (tuple(Button(str(n), f"f:{row.nomor}:{n}") for n in range(MOST + 1)),)


def remove(turn: Turn, row: Catatan) -> Outgoing:
    if row.dihapus_at is None:
        row.dihapus_at = turn.now
        audit.note(
            turn.session, turn.anggota, turn.now, row.__tablename__, row.nomor, "hapus", macam_of(row).answers_of(row)
        )
    return turn.reply(
        macam_of(row).headline(row),
        title=f"Dihapus #{row.nomor}",
        menu=((Button("Kembalikan", f"c:{row.nomor}:kembali"),),),
        card=f"catatan:{row.nomor}",
    )


def restore(turn: Turn, row: Catatan) -> Outgoing:
    if row.dihapus_at is not None:
        row.dihapus_at = None
        audit.note(turn.session, turn.anggota, turn.now, row.__tablename__, row.nomor, "kembalikan")
    return receipt(turn, row)
