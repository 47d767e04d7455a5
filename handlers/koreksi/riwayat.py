"""/riwayat 12: the versions of a record, who made them when, before → after; the newest first."""

from functools import partial
from itertools import groupby

from handlers.catatan.records import KINDS, changes, find
from handlers.chat.messages import Says, Turn
from handlers.chat.pages import paged
from handlers.koreksi import ubah
from handlers.koreksi.doors import History
from renderers import indonesian
from storage.kantor import audit, people
from storage.kantor.audit import Audit

PAGE, LONGEST = 5, 120
DONE = {
    "catat": "mencatat",
    "ubah": "mengubah",
    "hapus": "menghapus",
    "kembalikan": "mengembalikan",
    "foto": "mengubah foto",
    "foto berita": "mengisi Foto Berita",
    "tampil": "mengatur privasi foto",
    "minta lengkapi": "meminta dilengkapi",
}


def riwayat(turn: Turn) -> Says:
    return page(turn, History(ubah.nomor_of(turn, "riwayat")))


def page(turn: Turn, door: History) -> Says:
    nomor = door.nomor
    row = find(turn, nomor)
    entries = audit.versions(turn, row.__tablename__, nomor)
    told = [_version(turn, list(same)) for _, same in groupby(entries, key=_together)]
    empty = "Belum ada perubahan yang tercatat."
    return [paged(turn, f"Riwayat #{nomor}", told, partial(History, nomor), door.page, empty, PAGE)]


def _together(entry: Audit) -> tuple[int, int | None]:
    """Entries of one album of photos count as one version, and so do several words about them."""
    return {"foto": 0, "tampil": -1}.get(entry.action, entry.id), entry.anggota_id


def _version(turn: Turn, same: list[Audit]) -> str:
    newest, oldest = same[0], same[-1]
    who = people.get(turn, newest.anggota_id) if newest.anggota_id else None
    did = _did(newest, oldest)
    told = [
        f"• {indonesian.moment(turn.satker.local(newest.at))}, {who.nama if who else 'bot'} {did}",
        *_details(newest),
    ]
    return "\n".join(line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…" for line in told)


def _did(entry: Audit, oldest: Audit) -> str:
    """The action of an entry in a word or two."""
    if entry.action == "gabung":
        return f"menggabungkannya ke #{entry.after['ke']}"
    if entry.action == "terima gabungan":
        return f"menggabungkan #{entry.after['dari']} ke sini"
    if entry.action == "foto":
        return _photos(len(oldest.before["foto"]), len(entry.after["foto"]))
    return DONE.get(entry.action, entry.action)


def _photos(before: int, after: int) -> str:
    if before == after:
        return f"mengubah urutan foto ({after})"
    return f"{'menambah' if after > before else 'menghapus'} foto ({before} → {after})"


def _details(entry: Audit) -> list[str]:
    if entry.action == "minta lengkapi":
        return [entry.after["isi"]]
    changed = entry.action in ("ubah", "kembalikan") and entry.before
    told = changes(KINDS[entry.what].form, entry.before, entry.after) if changed else []
    unused = entry.after.get(audit.UNUSED)
    return [*told, *_typed(entry), *([f"Belum dipakai: {'; '.join(unused)}"] if unused else [])]


def _typed(entry: Audit) -> list[str]:
    """The fields that are printed otherwise than they were typed."""
    typed = entry.after.get(audit.TYPED, {})
    questions = KINDS[entry.what].form.questions if typed else ()
    return [f"{one.label} tertulis: “{' '.join(typed[one.name].split())}”" for one in questions if one.name in typed]
