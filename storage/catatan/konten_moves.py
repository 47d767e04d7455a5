"""Konten that came out of a kegiatan, when that is merged into another, and back again when they part."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from storage.catatan.konten import Konten, by_id, of_kegiatan
from storage.database import Session
from storage.kantor.satker import Satker


@dataclass(frozen=True)
class Moved:
    """`moved` came along, `lama` made place for it, `ganda` counted what was counted already and went."""

    moved: Konten | None = None
    lama: Konten | None = None
    ganda: Konten | None = None


def hand_over(session: Session, satker: Satker, source: int, target: int, jenis: str, now: datetime) -> Moved:
    """The konten of a jenis goes with its kegiatan; where both have one that lives, the one that joins is too many."""
    mine, theirs = of_kegiatan(session, satker, source, jenis), of_kegiatan(session, satker, target, jenis)
    if mine is None or mine.dihapus_at is not None:
        return Moved()
    if theirs and theirs.dihapus_at is None:
        mine.dihapus_at = now
        return Moved(ganda=mine)
    mine.kegiatan_id = target
    if theirs:
        theirs.kegiatan_id = source
    session.flush()
    return Moved(mine, theirs)


def give_back(
    session: Session, satker: Satker, konten_id: int | None, places: Collection[int], target: int
) -> Konten | None:
    """From wherever it was merged into; None if it is somewhere else by now."""
    row = by_id(session, satker, konten_id) if konten_id else None
    if row is None or row.kegiatan_id not in places:
        return None
    row.kegiatan_id = target
    return row
