"""Bersih: what was done to a record in the end; what was taken back since is nothing."""

from collections.abc import Sequence

from handlers.catatan.kinds import Catatan, macam_of
from storage.catatan import kegiatan
from storage.catatan.kegiatan import Kegiatan
from storage.database import Session
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker

LIVES = frozenset({"catat", "hapus", "kembalikan", "gabung", "impor", "foto berita"})
"""What makes a record or takes it away; the taking back of a change is called kembalikan as well."""


def bersih(session: Session, office: Satker, row: Catatan, same: Sequence[Audit]) -> str:
    """The word for it, of the entries of this record since some moment, oldest first; "" where nothing is left."""
    first = next((e for e in same if e.action in LIVES), None)
    was, lives = _was(row, first), row.dihapus_at is None
    if was and lives:
        return _changed(session, office, row, same)
    if was:
        return "digabung" if isinstance(row, Kegiatan) and row.digabung else "dihapus"
    back = first is not None and first.action == "kembalikan"
    return ("dikembalikan" if back else "ditambahkan") if lives else ""


def _was(row: Catatan, first: Audit | None) -> bool:
    """Whether the record was there before its first entry."""
    if first is None:
        return row.dihapus_at is None
    return bool(first.before.get("jumlah", 1)) if first.before else False


def _changed(session: Session, office: Satker, row: Catatan, same: Sequence[Audit]) -> str:
    now, photos = macam_of(row).answers_of(row), [e for e in same if e.action == "foto"]
    before = {key: value for e in reversed(same) for key, value in e.before.items()}
    if any((before[key] or None) != (now[key] or None) for key in before.keys() & now.keys()):
        return "diubah"
    taken_in = any(e.action == "terima gabungan" and _still(session, office, e) for e in same)
    return "diberi foto" if taken_in or (photos and photos[0].before != photos[-1].after) else ""


def _still(session: Session, office: Satker, entry: Audit) -> bool:
    other = kegiatan.by_nomor(session, office, entry.after["dari"])
    return other is not None and other.digabung is not None
