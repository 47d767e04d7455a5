"""Susulan: records that came or changed after their month was closed, or after the report of their period was made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from handlers.catatan.records import KINDS, Catatan, kind_of
from handlers.reading.dates import periods
from renderers import indonesian
from storage.catatan import kegiatan
from storage.catatan.kegiatan import Kegiatan
from storage.kantor import audit
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Here
from storage.laporan import decided, laporan
from storage.laporan.laporan import Laporan

LIVES = frozenset({"catat", "hapus", "kembalikan", "gabung", "impor", "foto berita"})
"""Actions that create or delete a record; "kembalikan" is also the action of taking any other change back."""


def net(here: Here, row: Catatan, same: Sequence[Audit]) -> str:
    """The word for what the entries of one record amount to (ditambahkan, diubah, dihapus), "" if they cancel out.
    `same`: its entries since some moment, the oldest first."""
    first = next((e for e in same if e.action in LIVES), None)
    was, lives = _was(row, first), row.dihapus_at is None
    if was and lives:
        return _changed(here, row, same)
    if was:
        return "digabung" if isinstance(row, Kegiatan) and row.digabung else "dihapus"
    back = first is not None and first.action == "kembalikan"
    return ("dikembalikan" if back else "ditambahkan") if lives else ""


def _was(row: Catatan, first: Audit | None) -> bool:
    """Whether the record existed before the first of these entries."""
    if first is None:
        return row.dihapus_at is None
    return bool(first.before.get("jumlah", 1)) if first.before else False


def _changed(here: Here, row: Catatan, same: Sequence[Audit]) -> str:
    now, photos = kind_of(row).answers_of(row), [e for e in same if e.action == "foto"]
    before = {key: value for e in reversed(same) for key, value in e.before.items()}
    if any((before[key] or None) != (now[key] or None) for key in before.keys() & now.keys()):
        return "diubah"
    taken_in = any(e.action == "terima gabungan" and _still(here, e) for e in same)
    return "diberi foto" if taken_in or (photos and photos[0].before != photos[-1].after) else ""


def _still(here: Here, entry: Audit) -> bool:
    other = kegiatan.by_nomor(here, entry.after["dari"])
    return other is not None and other.digabung is not None


def month_of(row: Catatan) -> date:
    return row.day.replace(day=1)


def closings(here: Here) -> dict[date, int]:
    """The closed months, each with the id of the audit entry that closed it; records with later entries are susulan."""
    found = {}
    for bulan in decided.closed(here):
        entries = audit.versions(here, "bulan", int(f"{bulan:%Y%m}"))
        found[bulan] = next((e.id for e in entries if e.action == "tutup"), 0)
    return found


@dataclass(frozen=True)
class Late:
    """A record that changed after its month was closed: the net change as one word, and its entries since, the oldest
    first."""

    row: Catatan
    bulan: date
    what: str
    entries: tuple[Audit, ...]


def late(here: Here, closed: Mapping[date, int], row: Catatan, entries: Sequence[Audit]) -> Late | None:
    """The late changes of a record in its month, or in the month that it was moved from. `entries`: its own, the oldest
    first; a change that was taken back does not count."""
    before = [told["mulai"] for e in entries if (told := e.before.get("tanggal"))]
    for bulan in dict.fromkeys([month_of(row), *(date.fromisoformat(day).replace(day=1) for day in before)]):
        same = [e for e in entries if bulan in closed and e.id > closed[bulan]]
        if same and (what := net(here, row, same)):
            return Late(row, bulan, what, tuple(same))
    return None


def since(here: Here, closed: Mapping[date, int]) -> list[Late]:
    """The late changes of all records of the closed months."""
    held: dict[tuple[str, int], list[Audit]] = {}
    for entry in audit.after(here, min(closed.values())) if closed else []:
        if entry.what in KINDS:
            held.setdefault((entry.what, entry.ref), []).append(entry)
    rows = [(KINDS[what].by_nomor(here, nomor), entries) for (what, nomor), entries in held.items()]
    return [one for row, entries in rows if row and (one := late(here, closed, row, entries))]


@dataclass(frozen=True)
class Closed:
    """The closed month that a change came too late for. `susulan`: a report has already told of that month."""

    bulan: date
    susulan: bool


def of(here: Here, closed: Mapping[date, int], row: Catatan) -> Closed | None:
    entries = audit.versions(here, row.__tablename__, row.nomor)[::-1] if closed else []
    found = late(here, closed, row, entries)
    return Closed(found.bulan, made(here, found.bulan) < found.entries[-1].id) if found else None


def told(row: Catatan, closed: Closed | None, viewer: Anggota) -> list[str]:
    """The lines about lateness on a receipt; until a report has told of the month only the ketua pelaksana has
    something to do."""
    if closed is None:
        return []
    shut = f"Bulan {indonesian.bulan(closed.bulan)} sudah ditutup"
    if closed.susulan:
        what = "catatan" if row.dihapus_at is None else "penghapusan"
        return ["", f"{shut}; {what} ini menjadi susulan."]
    leader = viewer.role == Role.KETUA_PELAKSANA
    return ["", f"{shut}." if leader else f"{shut}; Ketua Pelaksana diberi tahu."]


def made(here: Here, bulan: date) -> float:
    """The id of the audit entry of the first report about a month; without one an id beyond all entries."""
    first = [laporan.version(here, periode.kode, 1) for periode in periods.containing(bulan)]
    return min((made_of(here, row) for row in first if row), default=inf)


def made_of(here: Here, row: Laporan) -> int:
    entries = audit.versions(here, "laporan", row.id)
    return next((e.id for e in entries if e.action == "rekap"), 0)
