"""Versions of a report: what has changed since one was frozen, told by the figures and explained by the audit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from handlers.laporan import versi_bagian
from handlers.laporan.differences import records, who
from handlers.laporan.selisih import cells, differing
from renderers.figures import Rekap
from renderers.frozen import thaw
from renderers.indonesian import bulan, tanggal
from storage.database import Session
from storage.kantor import audit, templat
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker
from storage.laporan.laporan import Laporan

JSON = TypeAdapter(Rekap)
# The other parts, and how a person calls them; sums follow their records and are not told apart.
PARTS = {
    "surat": "Surat pengantar",
    "narasi": "Narasi",
    "masalah": "Masalah dan tantangan",
    "saran": "Saran dan rekomendasi",
    "anggota": "Susunan tim",
    "keputusan": "SK tim",
    "dasar_hukum": "Dasar hukum",
    "dasar_laporan": "Dasar pelaporan",
    "dasar_pembentukan": "Dasar pembentukan tim",
    "akun": "Akun media sosial",
    "satker": "Data satker",
    "periode": "Bulan dalam tabel",
    "sebelumnya": "Angka periode sebelumnya",
    "susulan": "Susulan periode sebelumnya",
}
# The setting of the office that a part follows, where it is called otherwise.
SETTING = {"periode": "kumulatif"}


@dataclass(frozen=True)
class Perubahan:
    """`diam`: only the cut-off has moved on, which nobody did."""

    kalimat: str
    diam: bool = False


def since(session: Session, office: Satker, row: Laporan, fresh: Rekap) -> list[Perubahan]:
    """What another version would say otherwise; nothing if it would be the same document."""
    # What a newer release has added to the figures is no change of the data.
    reported = thaw(Rekap, row.figures)
    before, now = dumped(reported), dumped(fresh)
    differ = {part for part in row.figures if part in now and before[part] != now[part]}
    template = templat.of(session, office)
    told = [Perubahan(f"Templat laporan: {template.nama if template else 'bawaan'}.")] if _other(row, template) else []
    if not differ:
        return told
    later = audit.after(session, office, _made(session, office, row))
    told += [Perubahan(line) for line in records(session, office, later, fresh, differ)]
    told += [Perubahan(line) for line in _cells(session, office, later, reported, fresh, told)]
    told += [Perubahan(line) for line in _parts(session, office, later, before, now, differ)]
    told += [] if told or differ == {"batas"} else [Perubahan("Isi laporan berubah.")]
    if "batas" in differ:
        told.append(Perubahan(f"Batas data: {tanggal(row.batas)} → {tanggal(fresh.batas)}.", diam=True))
    return told


def _other(row: Laporan, template: templat.Templat | None) -> bool:
    return row.templat_id != (template.id if template else None)


def dumped(rekap: Rekap) -> dict[str, Any]:
    json: dict[str, Any] = JSON.dump_python(rekap, mode="json")
    return json


def _made(session: Session, office: Satker, row: Laporan) -> int:
    entries = audit.versions(session, office, "laporan", row.id)
    return next((e.id for e in entries if e.action == "rekap"), 0)


def _cells(
    session: Session, office: Satker, later: list[Audit], before: Rekap, now: Rekap, told: list[Perubahan]
) -> Iterator[str]:
    """Corrected cells by name; where nothing else explains a difference, every cell that differs."""
    fixed = {(e.after["bulan"], e.after["jenis"], e.after["platform"]): e for e in later if e.what == "matriks"}
    old, new = (cells(rekap.matriks, rekap.jenis, rekap.platform) for rekap in (before, now))
    for cell in differing(old, new):
        entry = fixed.get((f"{cell.bulan:%Y-%m}", cell.jenis, cell.platform))
        if entry or not told:
            by = f" ({who(session, office, [entry])})" if entry else ""
            yield f"Matriks {bulan(cell.bulan)}: {cell.jenis} di {cell.platform} {cell.semula} → {cell.menjadi}{by}"


def _parts(
    session: Session, office: Satker, later: list[Audit], before: Mapping[str, Any], now: Mapping[str, Any],
    differ: set[str],
) -> Iterator[str]:  # fmt: skip
    for part, name in PARTS.items():
        if part in differ:
            same = [
                e
                for e in later
                if e.what.startswith(part) or (e.what == "satker" and SETTING.get(part, part) in e.after)
            ]
            what = "; ".join(versi_bagian.detail(part, before[part], now[part]))
            by = f" ({who(session, office, same)})" if same else ""
            yield f"{name}{f': {what}' if what else ' berubah'}{by}"
