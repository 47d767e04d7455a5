"""Versions of a report: what has changed since one was frozen, told by the figures and explained by the audit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from handlers.macam import MACAM, changes
from renderers import figures, indonesian
from renderers.figures import Rekap
from renderers.frozen import thaw
from renderers.indonesian import bulan, tanggal
from storage import audit, kegiatan, konten, people, templat
from storage.audit import Audit
from storage.database import Session
from storage.laporan import Laporan
from storage.satker import Satker

JSON = TypeAdapter(Rekap)
HELD = ("koordinasi", "kolase", "kegiatan")
SHOWN = ("informasi", "matriks", "evaluasi", "tautan", "tanpa_tautan")
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
NOT_PRINTED = "Tempat:"


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
    told += [Perubahan(line) for line in _records(session, office, later, fresh, differ)]
    told += [Perubahan(line) for line in _cells(session, office, later, before, now, told)]
    told += [Perubahan(line) for line in _parts(session, office, later, differ)]
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


def _records(session: Session, office: Satker, later: list[Audit], rekap: Rekap, differ: set[str]) -> Iterator[str]:
    """#12 and what became of it since, the net of all that was done."""
    wanted = {what for what, parts in (("kegiatan", HELD), ("konten", SHOWN)) if differ & set(parts)}
    numbers = dict.fromkeys((e.what, e.ref) for e in later if e.what in wanted)
    for what, nomor in numbers:
        same = [e for e in later if (e.what, e.ref) == (what, nomor)]
        done = _done(session, office, what, nomor, same, rekap)
        if done:
            yield f"#{nomor} {done} ({_who(session, office, same)})"


def _done(session: Session, office: Satker, what: str, nomor: int, same: list[Audit], rekap: Rekap) -> str:
    find = kegiatan.by_nomor if what == "kegiatan" else konten.by_nomor
    row = find(session, office, nomor)
    if row is None or not _concerns(row, same, rekap):
        return ""
    macam, new = MACAM[what], any(e.action == "catat" for e in same)
    head = macam.headline(row)
    if row.dihapus_at is not None:
        return "" if new else f"{head} dihapus"
    if new:
        return f"{head} ditambahkan"
    first = next((e.before for e in same if e.action in ("ubah", "hapus")), {})
    told = (
        [c for c in changes(macam.form, first, macam.answers_of(row)) if not c.startswith(NOT_PRINTED)] if first else []
    )
    told += ["foto diubah"] if any(e.action == "foto" for e in same) else []
    return f"{head}: {'; '.join(told)}" if told else ""


def _concerns(row: kegiatan.Kegiatan | konten.Konten, same: list[Audit], rekap: Rekap) -> bool:
    """Whether the record stands, or stood, in a month of the tables."""
    days = [row.mulai if isinstance(row, kegiatan.Kegiatan) else row.tanggal]
    days += [date.fromisoformat(e.before["tanggal"]["mulai"]) for e in same if e.before.get("tanggal")]
    return any(day.replace(day=1) in rekap.periode.bulan_tabel for day in days)


def _who(session: Session, office: Satker, same: list[Audit]) -> str:
    ids = dict.fromkeys(e.anggota_id for e in same if e.anggota_id)
    found = [one.nama for id_ in ids if (one := people.get(session, office, id_))]
    return indonesian.daftar(found) or "bot"


def _cells(
    session: Session, office: Satker, later: list[Audit], before: Mapping[str, Any], now: Mapping[str, Any],
    told: list[Perubahan],
) -> Iterator[str]:  # fmt: skip
    """Corrected cells by name; where nothing else explains a difference, every cell that differs."""
    fixed = {(e.after["bulan"], e.after["jenis"], e.after["platform"]): e for e in later if e.what == "matriks"}
    for cell in differing(before["matriks"], now["matriks"], before["jenis"], before["platform"]):
        entry = fixed.get((f"{cell.bulan:%Y-%m}", cell.jenis, cell.platform))
        if entry or not told:
            by = f" ({_who(session, office, [entry])})" if entry else ""
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


def _parts(session: Session, office: Satker, later: list[Audit], differ: set[str]) -> Iterator[str]:
    told = dict.fromkeys(PARTS[part] for part in PARTS if part in differ)
    for name in told:
        same = [e for e in later if any(PARTS[p] == name and e.what.startswith(p) for p in PARTS)]
        yield f"{name} berubah" + (f" ({_who(session, office, same)})." if same else ".")
