"""Versions of a report: the changes since one was frozen, found in the figures and explained by the audit."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.laporan import columns
from handlers.laporan.differences import cells, differing, records, who
from handlers.reading import text
from renderers import indonesian
from renderers.figures import Rekap
from renderers.frozen import freeze, thaw
from renderers.indonesian import angka, bulan, tanggal
from storage.kantor import audit, templat
from storage.kantor.audit import Audit
from storage.kantor.fakta import About, Fakta
from storage.kantor.satker import Here
from storage.laporan.laporan import Laporan

# What the province adds up follows the records, and stands in no document.
BESIDE = {"nasional"}
# The months of an account follow its dates, which are told.
FOLLOWS = "bulan"
# A longer text is named instead of quoted; of many changes the first are named.
SHORT, MOST, NAME = 40, 3, 60
_ISO = re.compile(r"\d{4}-\d\d-\d\d")

NAMES: Mapping[str, Callable[[Any], str]] = {
    "anggota": lambda row: str(row["nama"]),
    "akun": lambda row: f"{row['platform']} {row['nama']}",
    "keputusan": lambda row: f"{row['jenis']} {row['nomor']}",
    "masalah": lambda row: str(row["judul"]),
    "media": lambda row: str(row["nama"]),
    "naskah": lambda row: str(row["nama"]),
}
"""How a row of a list is called, the same before and after."""


def detail(part: str, before: Any, now: Any) -> Iterator[str]:
    if part == "periode":
        yield f"{_months(before['bulan_tabel'])} → {_months(now['bulan_tabel'])}"
    elif part == "bawahan":
        yield from _offices(before, now)
    elif isinstance(before, dict) and isinstance(now, dict):
        yield from _fields(before, now)
    elif isinstance(before, list) and isinstance(now, list) and part != "sebelumnya":
        yield from _rows(part, before, now)
    elif isinstance(before, str) and max(len(before), len(now)) <= SHORT:
        yield f"{_shown(before)} → {_shown(now)}"


def _months(bulan_tabel: list[str]) -> str:
    first, last = (date.fromisoformat(bulan_tabel[n]) for n in (0, -1))
    return bulan(first) if first == last else f"{indonesian.nama_bulan(first)}–{bulan(last)}"


def _offices(before: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> Iterator[str]:
    """The offices below a province whose reports have come or are newer."""
    old, new = ({one["nama"]: one for one in told["satker"]} if told else {} for told in (before, now))
    names = [nama for nama, one in new.items() if old.get(nama) != one and one["versi"]]
    yield from names[:MOST]
    if len(names) > MOST:
        yield f"dan {len(names) - MOST} lainnya"


def _fields(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for key in dict.fromkeys([*before, *now]):
        a, b = before.get(key), now.get(key)
        if a != b and key != FOLLOWS:
            short = max(len(str(a)), len(str(b))) <= SHORT and not isinstance(a or b, list | dict)
            yield f"{key.replace('_', ' ')} {_shown(a)} → {_shown(b)}" if short else key.replace("_", " ")


def _rows(part: str, before: list[Any], now: list[Any]) -> Iterator[str]:
    name, shown = NAMES.get(part, str), "{}" if part in NAMES else "“{}”"
    old, new = ({name(row): row for row in rows} for rows in (before, now))
    told = [f"{shown.format(text.shortened(one, NAME))} ditambahkan" for one in new if one not in old]
    told += [f"{shown.format(text.shortened(one, NAME))} tidak ada lagi" for one in old if one not in new]
    told += [f"{one} ({', '.join(_inside(old[one], new[one]))})" for one in new if old.get(one, new[one]) != new[one]]
    yield from told[:MOST] if told else ["urutannya"]
    if len(told) > MOST:
        yield f"dan {len(told) - MOST} lainnya"


def _inside(before: Any, now: Any) -> Iterator[str]:
    return _fields(before, now) if isinstance(now, dict) else iter(["diubah"])


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int):
        return angka(value)
    if not value:
        return "belum ada"
    return tanggal(date.fromisoformat(value)) if _ISO.fullmatch(str(value)) else str(value)


# The other parts, and how a person calls them; sums follow their records and are not told apart.
PARTS = {
    "surat": "Surat pengantar",
    "narasi": "Narasi",
    "naskah": "Naskah",
    "masalah": "Masalah dan tantangan",
    "saran": "Saran dan rekomendasi",
    "anggota": "Susunan tim",
    "keputusan": "SK tim",
    "dasar_hukum": "Dasar hukum",
    "dasar_laporan": "Dasar pelaporan",
    "dasar_pembentukan": "Dasar pembentukan tim",
    "akun": "Akun media sosial",
    "media": "Media publikasi",
    "platform": "Kolom platform",
    "satker": "Data satker",
    "periode": "Bulan dalam tabel",
    "sebelumnya": "Angka periode sebelumnya",
    "susulan": "Susulan periode sebelumnya",
    "ketepatan": "Ketepatan waktu",
    "bawahan": "Laporan satker",
}
# The setting of the office that a part follows, where it is called otherwise.
SETTING = {"periode": "kumulatif", "naskah": "salam"}
GREETING = "pembuka"


@dataclass(frozen=True)
class Difference:
    """One sentence about a change; `silent`: only the cut-off has moved with the calendar."""

    sentence: str
    silent: bool = False


def since(here: Here, row: Laporan, fresh: Rekap) -> list[Difference]:
    """The differences of a new version; empty if it would be the same document."""
    # Thawing first fills fields that a newer release has added, which are not changes of the data.
    reported = thaw(Rekap, row.figures)
    before, now = freeze(reported), freeze(fresh)
    both = {part for part in row.figures if part in now} - BESIDE
    differ = {part for part in both if getattr(reported, part) != getattr(fresh, part)}
    template = templat.of(here)
    told = [Difference(f"Templat laporan: {template.nama if template else 'bawaan'}.")] if _other(row, template) else []
    # An office's own template may print of a kegiatan what makes no difference to the built-in one.
    parts = differ | {"kegiatan"} if template else differ
    if not parts:
        return told
    later = audit.after(here, _made(here, row))
    told += [Difference(line) for line in records(here, later, fresh, parts, own=bool(template))]
    told += [Difference(line) for line in _cells(here, later, reported, fresh, told)]
    told += [Difference(line) for line in _parts(here, later, before, now, differ)]
    told += [Difference("Isi laporan berubah.")] if differ - {"batas"} and not told else []
    if "batas" in differ:
        told.append(Difference(f"Batas data: {tanggal(row.batas)} → {tanggal(fresh.batas)}.", silent=True))
    return told


def _other(row: Laporan, template: templat.Templat | None) -> bool:
    return row.templat_id != (template.id if template else None)


def _made(here: Here, row: Laporan) -> int:
    entries = audit.versions(here, "laporan", row.id)
    return next((e.id for e in entries if e.action == "rekap"), 0)


def _cells(here: Here, later: list[Audit], before: Rekap, now: Rekap, told: list[Difference]) -> Iterator[str]:
    """Corrected cells by name; where nothing else explains a difference, every cell that differs."""
    last = now.periode.bulan[-1]
    fixed = {
        (e.after["bulan"], e.after["jenis"], *columns.names([e.after["platform"]], last)): e
        for e in later
        if e.what == "matriks"
    }
    old, new = (cells(rekap.matriks, rekap.jenis, rekap.platform) for rekap in (before, now))
    for cell in differing(old, new):
        entry = fixed.get((f"{cell.bulan:%Y-%m}", cell.jenis, cell.platform))
        if entry or not told:
            by = f" ({who(here, [entry])})" if entry else ""
            yield f"Matriks {bulan(cell.bulan)}: {cell.jenis} di {cell.platform} {cell.semula} → {cell.menjadi}{by}"


def _changes(entry: Audit, part: str) -> bool:
    """Whether an entry tells of a change of this part."""
    if entry.what == Fakta.__tablename__:
        about = (entry.after | entry.before).get("tentang")
        # An entry that corrects a text does not say what the text is about.
        told = {"satker", "dasar_laporan"} if about is None else {_of_fact(about)}
        return part in told
    return entry.what.startswith(part) or (entry.what == "satker" and SETTING.get(part, part) in entry.after)


def _of_fact(about: str) -> str:
    return "dasar_laporan" if about == About.DASAR_LAPORAN else "satker"


def _parts(
    here: Here, later: list[Audit], before: Mapping[str, Any], now: Mapping[str, Any], differ: set[str]
) -> Iterator[str]:
    for part, name in PARTS.items():
        old, new = (_own(part, side[part]) for side in (before, now))
        if part in differ and old != new:
            same = [e for e in later if _changes(e, part)]
            what = "; ".join(detail(part, old, new))
            by = f" ({who(here, same)})" if same else ""
            yield f"{name}{f': {what}' if what else ' berubah'}{by}"


def _own(part: str, value: Any) -> Any:
    """Of the passages those that the office wrote or chose: the others follow from facts that are told apart."""
    chosen = part == "naskah"
    return [row for row in value if row["sendiri"] or row["kunci"] == GREETING] if chosen else value
