"""Versions of a report: what has changed since one was frozen, told by the figures and explained by the audit."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from handlers.berubah import records, who
from renderers import figures
from renderers.figures import Rekap
from renderers.frozen import thaw
from renderers.indonesian import bulan, tanggal
from storage import audit, templat
from storage.audit import Audit
from storage.database import Session
from storage.laporan import Laporan
from storage.satker import Satker

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
    "dasar_laporan": "Dasar hukum",
    "dasar_pembentukan": "Dasar hukum",
    "akun": "Akun media sosial",
    "satker": "Data satker",
    "periode": "Bulan dalam tabel",
    "sebelumnya": "Angka periode sebelumnya",
    "susulan": "Susulan periode sebelumnya",
}
# What is longer is named, not quoted.
SHORT = 40
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Perubahan:
    """`diam`: only the cut-off has moved on, which nobody did."""

    kalimat: str
    diam: bool = False


def since(session: Session, office: Satker, row: Laporan, fresh: Rekap) -> list[Perubahan]:
    """What another version would say otherwise; nothing if it would be the same document."""
    # What a newer release has added to the figures is no change of the data.
    before, now = dumped(thaw(Rekap, row.figures)), dumped(fresh)
    differ = {part for part in row.figures if part in now and before[part] != now[part]}
    template = templat.of(session, office)
    told = [Perubahan(f"Templat laporan: {template.nama if template else 'bawaan'}.")] if _other(row, template) else []
    if not differ:
        return told
    later = audit.after(session, office, _made(session, office, row))
    told += [Perubahan(line) for line in records(session, office, later, fresh, differ)]
    told += [Perubahan(line) for line in _cells(session, office, later, before, now, told)]
    told += [Perubahan(line) for line in _parts(session, office, later, before, now, differ)]
    if "batas" in differ:
        told.append(Perubahan(f"Batas data: {tanggal(row.batas)} → {tanggal(fresh.batas)}.", diam=True))
    return told or [Perubahan("Isi laporan berubah.")]


def _other(row: Laporan, template: templat.Templat | None) -> bool:
    return row.templat_id != (template.id if template else None)


def dumped(rekap: Rekap) -> dict[str, Any]:
    json: dict[str, Any] = JSON.dump_python(rekap, mode="json")
    return json


def _made(session: Session, office: Satker, row: Laporan) -> int:
    entries = audit.versions(session, office, "laporan", row.id)
    return next((e.id for e in entries if e.action == "rekap"), 0)


def _cells(
    session: Session, office: Satker, later: list[Audit], before: Mapping[str, Any], now: Mapping[str, Any],
    told: list[Perubahan],
) -> Iterator[str]:  # fmt: skip
    """Corrected cells by name; where nothing else explains a difference, every cell that differs."""
    fixed = {(e.after["bulan"], e.after["jenis"], e.after["platform"]): e for e in later if e.what == "matriks"}
    for cell in differing(before["matriks"], now["matriks"], before["jenis"], before["platform"]):
        entry = fixed.get((f"{cell.bulan:%Y-%m}", cell.jenis, cell.platform))
        if entry or not told:
            by = f" ({who(session, office, [entry])})" if entry else ""
            yield f"Matriks {bulan(cell.bulan)}: {cell.jenis} di {cell.platform} {cell.semula} → {cell.menjadi}{by}"


def differing(
    before: list[dict[str, Any]], now: list[dict[str, Any]], jenis: list[str], platform: list[str]
) -> Iterator[figures.Sel]:
    """The cells of frozen months that read otherwise now."""
    later = {m["bulan"]: m["angka"] for m in now}
    for month in before:
        for name, old, new in zip(jenis, month["angka"], later.get(month["bulan"], month["angka"]), strict=True):
            for where, a, b in zip(platform, old, new, strict=True):
                if a != b:
                    yield figures.Sel(date.fromisoformat(month["bulan"]), name, where, a, b)


def _parts(
    session: Session, office: Satker, later: list[Audit], before: Mapping[str, Any], now: Mapping[str, Any],
    differ: set[str],
) -> Iterator[str]:  # fmt: skip
    told = dict.fromkeys(PARTS[part] for part in PARTS if part in differ)
    for name in told:
        parts = [p for p in PARTS if PARTS[p] == name and p in differ]
        same = [e for e in later if any(e.what.startswith(p) for p in parts)]
        what = "; ".join(d for p in parts for d in _detail(before[p], now[p]))
        by = f" ({who(session, office, same)})" if same else ""
        yield f"{name}{f': {what}' if what else ' berubah'}{by}"


def _detail(before: Any, now: Any) -> Iterator[str]:
    """What differs inside a part: the names of fields with a short before and after, or how many there are."""
    if isinstance(before, dict) and isinstance(now, dict):
        for key in dict.fromkeys([*before, *now]):
            a, b = before.get(key), now.get(key)
            if a != b:
                short = max(len(str(a)), len(str(b))) <= SHORT and not isinstance(a or b, list | dict)
                yield f"{key.replace('_', ' ')} {_shown(a)} → {_shown(b)}" if short else key.replace("_", " ")
    elif isinstance(before, list) and isinstance(now, list) and len(before) != len(now):
        yield f"{len(before)} → {len(now)}"


def _shown(value: Any) -> str:
    if not value:
        return "belum ada"
    return tanggal(date.fromisoformat(value)) if _ISO.fullmatch(str(value)) else str(value)
