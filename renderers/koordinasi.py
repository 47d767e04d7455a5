"""The narrative of BAB II: what the rows of a table have in common, how often, and with whom."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from renderers.figures import Koordinasi, Rekap
from renderers.indonesian import daftar
from renderers.terbilang import dengan_kata, urutan
from renderers.waktu import waktu

_TERBANYAK = 12  # names in one sentence; more would be the table once again


@dataclass(frozen=True)
class Pokok:
    """Rows of one matter: `hal` as their keterangan says it."""

    hal: str
    baris: tuple[Koordinasi, ...]


def baris(rekap: Rekap, sektor: str) -> list[Koordinasi]:
    return sorted((k for k in rekap.koordinasi if k.sektor == sektor), key=lambda k: (k.mulai, k.selesai))


def narasi(rekap: Rekap, sektor: str) -> str:
    rows, words = baris(rekap, sektor), waktu(rekap.periode)
    if not rows:
        return f"Selama {words.rentang_tabel} tidak ada kegiatan dengan instansi {sektor} yang tercatat."
    many = f"{dengan_kata(len(rows))} kegiatan dengan instansi {sektor}"
    opening = f"Selama {words.rentang_tabel} {rekap.satker.nama} melaksanakan {many}{_bentuk(rows)}."
    return " ".join(part for part in (opening, _sepanjang(rekap, rows), _hal(rows)) if part)


def kelompok(rows: Sequence[Koordinasi]) -> list[Pokok]:
    """Matters in the order of their first day. Rows that differ only in whom they name are one matter."""
    found: dict[str, list[Koordinasi]] = {}
    for row in rows:
        found.setdefault(_tanpa_mitra(row).casefold(), []).append(row)
    return [Pokok(_tanpa_mitra(rs[0]) if len(rs) > 1 else _perihal(rs[0]), tuple(rs)) for rs in found.values()]


def _perihal(row: Koordinasi) -> str:
    return (row.keterangan or row.uraian or "kegiatan tanpa keterangan").rstrip(". ")


def _tanpa_mitra(row: Koordinasi) -> str:
    named = rf"\s+(dengan|bersama)\s+{re.escape(row.instansi)}(?!\w)"
    return " ".join(re.sub(named, "", _perihal(row), flags=re.IGNORECASE).split())


def _bentuk(rows: Sequence[Koordinasi]) -> str:
    counted = Counter(row.uraian for row in rows if row.uraian)
    if len(counted) == 1:
        return f", seluruhnya berupa {next(iter(counted))}"
    return (
        f", terdiri atas {daftar([f'{dengan_kata(n)} {uraian}' for uraian, n in counted.most_common()])}"
        if counted
        else ""
    )


def _sepanjang(rekap: Rekap, rows: Sequence[Koordinasi]) -> str:
    words, months = waktu(rekap.periode), {(b.year, b.month) for b in rekap.periode.bulan}
    if not words.kumulatif:
        return ""
    inside = sum((row.mulai.year, row.mulai.month) in months for row in rows)
    jumlah = f"{dengan_kata(inside)} kegiatan" if inside else "tidak ada kegiatan yang"
    return f"Dari jumlah tersebut, {jumlah} dimulai dalam {words.sebutan} ({words.rentang})."


def _hal(rows: Sequence[Koordinasi]) -> str:
    items = [f"{pokok.hal}{_mitra(pokok)}" for pokok in kelompok(rows)]
    if len(items) == 1:
        return f"Kegiatan tersebut mengenai satu hal, yaitu {items[0]}."
    numbered = [f"{urutan(n)}, {item}" for n, item in enumerate(items, start=1)]
    listed = f"{'; '.join(numbered[:-1])}; dan {numbered[-1]}"
    return f"Menurut pokok bahasannya, kegiatan tersebut dapat dibagi ke dalam {dengan_kata(len(items))} hal: {listed}."


def _mitra(pokok: Pokok) -> str:
    names = list(dict.fromkeys(row.instansi for row in pokok.baris if row.instansi))
    kali = f" ({len(pokok.baris)} kegiatan)" if len(pokok.baris) > 1 else ""
    if not names or (len(names) == 1 and names[0].casefold() in pokok.hal.casefold()):
        return kali
    more = len(names) - _TERBANYAK
    shown = [*names[:_TERBANYAK], f"{dengan_kata(more)} instansi lainnya"] if more > 0 else names
    return f" bersama {daftar(shown)}{kali}"
