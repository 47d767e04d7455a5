"""The records that a person has just told or changed."""

from datetime import timedelta

from handlers.catatan.records import KINDS, Catatan, by_nomor, may_change
from handlers.chat.messages import Turn
from storage.catatan.kegiatan import Kegiatan
from storage.kantor import audit

# Until a phone is put away; until the shift is over; as long as people remember a number.
MOMENT, HOUR, DAY, WEEK = timedelta(minutes=10), timedelta(hours=1), timedelta(days=1), timedelta(days=7)
_ACTS = frozenset({"catat", "ubah", "foto", "kembalikan"})


def recent(turn: Turn, within: timedelta, most: int = 1) -> list[Catatan]:
    """The living records that the person told or changed within this time, the latest first, at most `most`."""
    found: list[Catatan] = []
    for what, nomor in audit.done_by(turn, turn.anggota.id, _ACTS, turn.now - within):
        row = numbered(turn, nomor) if what in KINDS and len(found) < most else None
        if row and row.__tablename__ == what:
            found.append(row)
    return found


def numbered(turn: Turn, nomor: int) -> Catatan | None:
    """The living record of this number, if the person may change it."""
    row = by_nomor(turn, nomor)
    return row if row and row.dihapus_at is None and may_change(turn, row) else None


def called(row: Catatan) -> str:
    """The words by which people call a record."""
    told = (row.nama, row.instansi, row.tempat) if isinstance(row, Kegiatan) else (row.judul, row.jenis)
    return " ".join(told)
