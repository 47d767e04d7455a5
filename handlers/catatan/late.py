"""Susulan: what is told after its month was closed, or after the report of its period was made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from handlers.catatan.kinds import MACAM, Catatan, macam_of
from handlers.reading import periods
from renderers import indonesian
from storage.catatan import kegiatan, konten
from storage.catatan.kegiatan import Kegiatan
from storage.kantor import audit
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Here
from storage.laporan import laporan, tutup
from storage.laporan.laporan import Laporan

LIVES = frozenset({"catat", "hapus", "kembalikan", "gabung", "impor", "foto berita"})
"""What makes a record or takes it away; the taking back of a change is called kembalikan as well."""


def bersih(here: Here, row: Catatan, same: Sequence[Audit]) -> str:
    """The word for it, of the entries of this record since some moment, oldest first; "" where nothing is left."""
    first = next((e for e in same if e.action in LIVES), None)
    was, lives = _was(row, first), row.dihapus_at is None
    if was and lives:
        return _changed(here, row, same)
    if was:
        return "digabung" if isinstance(row, Kegiatan) and row.digabung else "dihapus"
    back = first is not None and first.action == "kembalikan"
    return ("dikembalikan" if back else "ditambahkan") if lives else ""


def _was(row: Catatan, first: Audit | None) -> bool:
    """Whether the record was there before its first entry."""
    if first is None:
        return row.dihapus_at is None
    return bool(first.before.get("jumlah", 1)) if first.before else False


def _changed(here: Here, row: Catatan, same: Sequence[Audit]) -> str:
    now, photos = macam_of(row).answers_of(row), [e for e in same if e.action == "foto"]
    before = {key: value for e in reversed(same) for key, value in e.before.items()}
    if any((before[key] or None) != (now[key] or None) for key in before.keys() & now.keys()):
        return "diubah"
    taken_in = any(e.action == "terima gabungan" and _still(here, e) for e in same)
    return "diberi foto" if taken_in or (photos and photos[0].before != photos[-1].after) else ""


def _still(here: Here, entry: Audit) -> bool:
    other = kegiatan.by_nomor(here, entry.after["dari"])
    return other is not None and other.digabung is not None


def bulan_of(row: Catatan) -> date:
    return (row.mulai if isinstance(row, Kegiatan) else row.tanggal).replace(day=1)


def closings(here: Here) -> dict[date, int]:
    """The closed months, each with the audit entry of its closing: what came after it is susulan."""
    found = {}
    for bulan in tutup.closed(here):
        entries = audit.versions(here, "bulan", int(f"{bulan:%Y%m}"))
        found[bulan] = next((e.id for e in entries if e.action == "tutup"), 0)
    return found


@dataclass(frozen=True)
class Terlambat:
    """What was done in the end to a record of a closed month, and its entries since, oldest first."""

    row: Catatan
    bulan: date
    apa: str
    entries: tuple[Audit, ...]


def late(here: Here, closed: Mapping[date, int], row: Catatan, entries: Sequence[Audit]) -> Terlambat | None:
    """What came too late for a month: that where the record stands, or stood before it was moved. `entries` are its
    own, oldest first; what had been taken back again is none."""
    before = [told["mulai"] for e in entries if (told := e.before.get("tanggal"))]
    for bulan in dict.fromkeys([bulan_of(row), *(date.fromisoformat(day).replace(day=1) for day in before)]):
        same = [e for e in entries if bulan in closed and e.id > closed[bulan]]
        if same and (apa := bersih(here, row, same)):
            return Terlambat(row, bulan, apa, tuple(same))
    return None


def since(here: Here, closed: Mapping[date, int]) -> list[Terlambat]:
    """All that came too late."""
    held: dict[tuple[str, int], list[Audit]] = {}
    for entry in audit.after(here, min(closed.values())) if closed else []:
        if entry.what in MACAM:
            held.setdefault((entry.what, entry.ref), []).append(entry)
    find: dict[str, Callable[..., Catatan | None]] = {"kegiatan": kegiatan.by_nomor, "konten": konten.by_nomor}
    rows = [(find[what](here, nomor), entries) for (what, nomor), entries in held.items()]
    return [one for row, entries in rows if row and (one := late(here, closed, row, entries))]


@dataclass(frozen=True)
class Closed:
    """That what was done to a record came too late for a month; `susulan`: a report has told of that month before."""

    bulan: date
    susulan: bool


def of(here: Here, closed: Mapping[date, int], row: Catatan) -> Closed | None:
    entries = audit.versions(here, row.__tablename__, row.nomor)[::-1] if closed else []
    found = late(here, closed, row, entries)
    return Closed(found.bulan, made(here, found.bulan) < found.entries[-1].id) if found else None


def told(row: Catatan, closed: Closed | None, viewer: Anggota) -> list[str]:
    """The line of a receipt: of what a report has not told yet the ketua pelaksana alone must know."""
    if closed is None:
        return []
    shut = f"Bulan {indonesian.bulan(closed.bulan)} sudah ditutup"
    if closed.susulan:
        what = "catatan" if row.dihapus_at is None else "penghapusan"
        return ["", f"{shut}; {what} ini menjadi susulan."]
    leader = viewer.role == Role.KETUA_PELAKSANA
    return ["", f"{shut}." if leader else f"{shut}; Ketua Pelaksana diberi tahu."]


def made(here: Here, bulan: date) -> float:
    """The audit entry of the first report that tells of a month; without any, later than every entry."""
    first = [laporan.version(here, periode.kode, 1) for periode in periods.containing(bulan)]
    return min((made_of(here, row) for row in first if row), default=inf)


def made_of(here: Here, row: Laporan) -> int:
    entries = audit.versions(here, "laporan", row.id)
    return next((e.id for e in entries if e.action == "rekap"), 0)
