"""Rules about the texts of a period: what contradicts the tables, the settings, the period or itself."""

import re
from collections.abc import Iterator
from itertools import pairwise

from handlers.atur.doors import Settings
from handlers.periksa.material import Bahan, Hal, Teks, naskah
from renderers.indonesian import daftar

_PERIODE = re.compile(
    r"(?P<jenis>per-?semester|triwulan|semester)(?:\s+(?P<nomor>pertama|kedua|ketiga|keempat|iv|i{1,3}|[1-4])\b)?",
    re.IGNORECASE,
)
_NOMOR = {"pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_BANDING = re.compile(r"banding|sebelum|lalu|lebih|susulan", re.IGNORECASE)
_URUTAN = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh")
_TANPA = re.compile(r"\b(?:tanpa\s+(?:berbasis\s+)?anggaran|non-?\s?anggaran)", re.IGNORECASE)
_DIBEBANKAN = re.compile(r"(?:dibebankan|dibiayai|bersumber)\b[^.]*\bDIPA\b", re.IGNORECASE)
_JUDUL = re.compile(r"\b[A-Z][\w.]*(?:\s+[A-Z][\w.]*){2,}")
_KATA = re.compile(r"\w+")
_TAHUN = re.compile(r"(?<![\w/.-])20\d\d(?![\w/-])")  # the year of a decree's number is no year of a budget


def anggaran_berbeda(bahan: Bahan) -> Iterator[Hal]:
    """One budget fact, told twice."""
    if not _DIBEBANKAN.search(bahan.rekap.satker.anggaran):
        return
    for teks in naskah(bahan):
        if found := _TANPA.search(teks.isi):
            said = f"Anggaran satker menyebut DIPA, tetapi {teks.asal} menulis “{found[0]}”."
            yield Hal(said, teks.label, teks.pintu)
            return


def tahun_anggaran(bahan: Bahan) -> Iterator[Hal]:
    """The sentence of the settings stands in the reports of every year."""
    tahun = bahan.periode.tahun
    others = sorted({year for year in _TAHUN.findall(bahan.rekap.satker.anggaran) if int(year) != tahun})
    if others:
        said = f"Kalimat anggaran menyebut tahun {daftar(others)}, padahal ini laporan tahun {tahun}."
        yield Hal(said, "Atur laporan", Settings("laporan"))


def periode_lain(bahan: Bahan) -> Iterator[Hal]:
    for teks in naskah(bahan):
        for found in _PERIODE.finditer(teks.isi):
            if not _fits(bahan, found) and not _BANDING.search(teks.isi[max(0, found.start() - 30) : found.end() + 12]):
                said = f"“{found[0]}” dalam {teks.asal}, padahal ini laporan {bahan.periode.sebutan}."
                yield Hal(said, teks.label, teks.pintu)
                break


def _fits(bahan: Bahan, found: re.Match[str]) -> bool:
    if found["jenis"].casefold() != bahan.periode.jenis:
        return False
    nomor = (found["nomor"] or "").casefold()
    return not nomor or (int(nomor) if nomor.isdigit() else _NOMOR[nomor]) == bahan.periode.nomor


def urutan_melompat(bahan: Bahan) -> Iterator[Hal]:
    for teks in naskah(bahan):
        said = [_URUTAN.index(w) for w in _KATA.findall(teks.isi.casefold()) if w in _URUTAN]
        gaps = [_URUTAN[n] for n in range(max(said, default=0)) if n not in said]
        if len(said) > 1 and gaps and said == sorted(said) and gaps != ["pertama"]:
            yield Hal(f"Urutan dalam {teks.asal} melompati “{gaps[0]}”.", teks.label, teks.pintu)


def lain_dari_tabel(bahan: Bahan) -> Iterator[Hal]:
    """A name in the text that differs in one word from a name in the table."""
    rows = " | ".join(f"{k.instansi} {k.keterangan} {k.nama}" for k in bahan.koordinasi)
    known, common = _threes(rows), {*bahan.rekap.satker.wilayah.casefold().split(), "kpu", "kota", "kabupaten"}
    for teks in (t for t in naskah(bahan) if t.asal.startswith("narasi")):
        if pair := next(_pairs(teks, known, common), None):
            said = f"{teks.asal.capitalize()} menyebut “{pair[0]}”, tabel menyebut “{pair[1]}”."
            yield Hal(said, teks.label, teks.pintu)


def _pairs(teks: Teks, known: dict[tuple[str, ...], str], common: set[str]) -> Iterator[tuple[str, str]]:
    for written in (name for run in _JUDUL.findall(teks.isi) for name in _threes(run).items()):
        key, shown = written
        for other, table in known.items() if key not in known else ():
            same = [a == b for a, b in zip(key, other, strict=True)]
            kept = {a for a, equal in zip(key, same, strict=True) if equal}
            if sum(same) == len(key) - 1 and not same[-1] and not kept & common:
                yield shown, table


def _threes(text: str) -> dict[tuple[str, ...], str]:
    words = _KATA.findall(text)
    threes = (words[n : n + 3] for n in range(len(words) - 2))
    return {tuple(w.casefold() for w in three): " ".join(three) for three in threes}


def lawan_kata(bahan: Bahan) -> Iterator[Hal]:
    """The text says hibah pemilihan where every row says hibah nonpemilihan."""
    rows = _twos(" | ".join(k.keterangan for k in bahan.koordinasi))
    for teks in naskah(bahan):
        for before, word in sorted(_twos(teks.isi) - rows):
            if (before, f"non{word}") in rows or (word.startswith("non") and (before, word[3:]) in rows):
                other = word[3:] if word.startswith("non") else f"non{word}"
                said = f"“{before} {word}” dalam {teks.asal}, tabel menulis “{before} {other}”."
                yield Hal(said, teks.label, teks.pintu)


def _twos(text: str) -> set[tuple[str, str]]:
    words = _KATA.findall(text.casefold())
    return set(pairwise(words))


RULES = (anggaran_berbeda, tahun_anggaran, lain_dari_tabel, lawan_kata, periode_lain, urutan_melompat)
