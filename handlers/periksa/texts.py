"""Rules about the texts of a period: what contradicts the tables, the settings, the period or itself."""

import re
from collections.abc import Iterator
from itertools import pairwise

from handlers.atur.doors import Settings
from handlers.periksa.material import Gap, Material, Wording, wordings_of_period
from renderers.indonesian import daftar

_PERIODE = re.compile(
    r"(?P<jenis>per-?semester|triwulan|semester)(?:\s+(?P<nomor>pertama|kedua|ketiga|keempat|iv|i{1,3}|[1-4])\b)?",
    re.IGNORECASE,
)
_NUMBERS = {"pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_COMPARING = re.compile(r"banding|sebelum|lalu|lebih|susulan", re.IGNORECASE)
_ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh")
_WITHOUT_BUDGET = re.compile(r"\b(?:tanpa\s+(?:berbasis\s+)?anggaran|non-?\s?anggaran)", re.IGNORECASE)
_CHARGED_TO_DIPA = re.compile(r"(?:dibebankan|dibiayai|bersumber)\b[^.]*\bDIPA\b", re.IGNORECASE)
_CAPITALISED = re.compile(r"\b[A-Z][\w.]*(?:\s+[A-Z][\w.]*){2,}")
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?<![\w/.-])20\d\d(?![\w/-])")  # a year within the number of a decree does not count


def budget_told_twice(material: Material) -> Iterator[Gap]:
    """The settings say that the budget, all of it, is charged to DIPA while a text says that there is none."""
    anggaran = material.rekap.satker.anggaran
    if not _CHARGED_TO_DIPA.search(anggaran) or _WITHOUT_BUDGET.search(anggaran):
        return
    for wording in wordings_of_period(material):
        if found := _WITHOUT_BUDGET.search(wording.text):
            said = f"Anggaran satker menyebut DIPA, tetapi {wording.source} menulis “{found[0]}”."
            yield Gap(said, wording.label, wording.door)
            return


def budget_of_another_year(material: Material) -> Iterator[Gap]:
    """The budget sentence of the settings, which all reports print, names another year."""
    this_year = material.periode.tahun
    others = sorted({year for year in _YEAR.findall(material.rekap.satker.anggaran) if int(year) != this_year})
    if others:
        said = f"Kalimat anggaran menyebut tahun {daftar(others)}, padahal ini laporan tahun {this_year}."
        yield Gap(said, "Atur laporan", Settings("laporan"))


def another_periode(material: Material) -> Iterator[Gap]:
    for wording in wordings_of_period(material):
        for found in _PERIODE.finditer(wording.text):
            if not _fits(material, found) and not _COMPARING.search(
                wording.text[max(0, found.start() - 30) : found.end() + 12]
            ):
                said = f"“{found[0]}” dalam {wording.source}, padahal ini laporan {material.periode.sebutan}."
                yield Gap(said, wording.label, wording.door)
                break


def _fits(material: Material, found: re.Match[str]) -> bool:
    if found["jenis"].casefold() != material.periode.jenis:
        return False
    nomor = (found["nomor"] or "").casefold()
    return not nomor or (int(nomor) if nomor.isdigit() else _NUMBERS[nomor]) == material.periode.nomor


def skipped_ordinal(material: Material) -> Iterator[Gap]:
    for wording in wordings_of_period(material):
        said = [_ORDINALS.index(w) for w in _WORD.findall(wording.text.casefold()) if w in _ORDINALS]
        gaps = [_ORDINALS[n] for n in range(max(said, default=0)) if n not in said]
        if len(said) > 1 and gaps and said == sorted(said) and gaps != ["pertama"]:
            yield Gap(f"Urutan dalam {wording.source} melompati “{gaps[0]}”.", wording.label, wording.door)


def name_unlike_table(material: Material) -> Iterator[Gap]:
    """A name in the text that differs in one word from a name in the table."""
    rows = " | ".join(f"{k.instansi} {k.keterangan} {k.nama}" for k in material.koordinasi)
    known, common = _threes(rows), {*material.rekap.satker.wilayah.casefold().split(), "kpu", "kota", "kabupaten"}
    for wording in (t for t in wordings_of_period(material) if t.source.startswith("narasi")):
        if pair := next(_pairs(wording, known, common), None):
            said = f"{wording.source.capitalize()} menyebut “{pair[0]}”, tabel menyebut “{pair[1]}”."
            yield Gap(said, wording.label, wording.door)


def _pairs(wording: Wording, known: dict[tuple[str, ...], str], common: set[str]) -> Iterator[tuple[str, str]]:
    for written in (name for run in _CAPITALISED.findall(wording.text) for name in _threes(run).items()):
        key, shown = written
        for other, table in known.items() if key not in known else ():
            same = [a == b for a, b in zip(key, other, strict=True)]
            kept = {a for a, equal in zip(key, same, strict=True) if equal}
            if sum(same) == len(key) - 1 and not same[-1] and not kept & common:
                yield shown, table


def _threes(text: str) -> dict[tuple[str, ...], str]:
    words = _WORD.findall(text)
    threes = (words[n : n + 3] for n in range(len(words) - 2))
    return {tuple(w.casefold() for w in three): " ".join(three) for three in threes}


def opposite_of_table(material: Material) -> Iterator[Gap]:
    """The text says hibah pemilihan where every row says hibah nonpemilihan."""
    rows = _twos(" | ".join(k.keterangan for k in material.koordinasi))
    for wording in wordings_of_period(material):
        for before, word in sorted(_twos(wording.text) - rows):
            if (before, f"non{word}") in rows or (word.startswith("non") and (before, word[3:]) in rows):
                other = word[3:] if word.startswith("non") else f"non{word}"
                said = f"“{before} {word}” dalam {wording.source}, tabel menulis “{before} {other}”."
                yield Gap(said, wording.label, wording.door)


def _twos(text: str) -> set[tuple[str, str]]:
    words = _WORD.findall(text.casefold())
    return set(pairwise(words))


RULES = (
    budget_told_twice,
    budget_of_another_year,
    name_unlike_table,
    opposite_of_table,
    another_periode,
    skipped_ordinal,
)
