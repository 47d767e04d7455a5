"""Susulan: what is told after its month was closed, or after the report of its period was made."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from handlers.chat import Turn
from handlers.macam import Catatan
from renderers import figures, indonesian
from renderers.figures import Informasi, Koordinasi, Matriks, Rekap
from storage import audit, tutup
from storage.audit import Audit
from storage.database import Session
from storage.kegiatan import Kegiatan
from storage.satker import Satker

Baris = TypeVar("Baris", Koordinasi, Informasi)


def bulan_of(row: Catatan) -> date:
    return (row.mulai if isinstance(row, Kegiatan) else row.tanggal).replace(day=1)


def closings(session: Session, office: Satker) -> dict[date, int]:
    """The closed months, each with the audit entry of its closing: what came after it is susulan."""
    found = {}
    for bulan in tutup.closed(session, office):
        entries = audit.versions(session, office, "bulan", int(f"{bulan:%Y%m}"))
        found[bulan] = next((e.id for e in entries if e.action == "tutup"), 0)
    return found


def late(closed: Mapping[date, int], row: Catatan, entry: Audit) -> date | None:
    """The closed month that a change came too late for: where the record stands, or stood before it was moved."""
    before = entry.before.get("tanggal")
    months = [bulan_of(row), *([date.fromisoformat(before["mulai"]).replace(day=1)] if before else [])]
    return next((bulan for bulan in months if bulan in closed and entry.id > closed[bulan]), None)


def told(turn: Turn, row: Catatan) -> list[str]:
    """The line of a receipt."""
    closed = closings(turn.session, turn.satker)
    entries = audit.versions(turn.session, turn.satker, row.__tablename__, row.nomor) if closed else []
    bulan = next((found for e in entries if (found := late(closed, row, e))), None)
    return ["", f"Bulan {indonesian.bulan(bulan)} sudah ditutup; catatan ini menjadi susulan."] if bulan else []


def of(
    reported: Rekap,
    versi: int,
    koordinasi: Sequence[Koordinasi],
    informasi: Sequence[Informasi],
    matriks: Sequence[Matriks],
) -> figures.Susulan | None:
    """What the months of a report hold now and did not hold when its last version was made."""
    gone = [_row(k) for k in _more(reported.koordinasi, koordinasi)]
    gone += [f"{_when(i)}: {i.judul}" for i in _more(reported.informasi, informasi)]
    found = figures.Susulan(
        f"{reported.periode.sebutan} {reported.periode.tahun}",
        versi,
        reported.batas,
        tuple(_more(koordinasi, reported.koordinasi)),
        tuple(_more(informasi, reported.informasi)),
        tuple(gone),
        tuple(_cells(reported, matriks)),
    )
    return found if found.koordinasi or found.informasi or found.dicabut or found.sel else None


def _more(now: Sequence[Baris], before: Sequence[Baris]) -> list[Baris]:
    """Those that are there more often than before."""
    left = Counter(now) - Counter(before)
    return list(left.elements())


def _row(k: Koordinasi) -> str:
    return f"{indonesian.rentang(k.mulai, k.selesai)}: {k.instansi or k.uraian}, {k.keterangan}"


def _when(i: Informasi) -> str:
    return indonesian.bulan(i.tanggal) if i.sebulan else indonesian.tanggal(i.tanggal)


def _cells(reported: Rekap, matriks: Sequence[Matriks]) -> Iterator[figures.Sel]:
    now = {m.bulan: m.angka for m in matriks}
    for m in reported.matriks:
        for jenis, old, new in zip(reported.jenis, m.angka, now.get(m.bulan, m.angka), strict=True):
            for platform, a, b in zip(reported.platform, old, new, strict=True):
                if a != b:
                    yield figures.Sel(m.bulan, jenis, platform, a, b)
