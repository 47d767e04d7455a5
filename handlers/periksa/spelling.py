"""Rules about spelling: of official numbers, of words that are often mistyped, of degrees; each with the right form."""

import re
from collections.abc import Iterator

from handlers.atur.doors import Settings
from handlers.periksa.material import Gap, Material, Wording, wordings, wordings_of_settings
from handlers.reading.editor.abbreviations import MISSPELT

SPELLING = {rf"\b{wrong}\b": right for wrong, right in MISSPELT.items()} | {
    r"\bdiperolehkan(?:nya)?\b": "diperbolehkan",
    r"\bDaftar Isian Penggunaan Anggaran\b": "Daftar Isian Pelaksanaan Anggaran",
    r"\bdikarenakan karena\b": "karena",
    r"\bSta Pelaksana\b": "Staf Pelaksana",
    r"\b[Nn]on (?:pemerintah|anggaran)\b": "nonpemerintah/nonanggaran",
    r"\bantar instansi\b": "antarinstansi",
    r"\btik[ -]tok\b": "TikTok",
    r"\bundang-undang No\b": "Undang-Undang Nomor",
}
_SPELLING = [(re.compile(wrong, re.IGNORECASE if wrong.islower() else 0), right) for wrong, right in SPELLING.items()]
_TWICE = re.compile(r"\b(\w{3,}) \1\b(?! lain)", re.IGNORECASE)
_STOP_IN_SENTENCE = re.compile(r"\b([a-z]{4,})\. ([a-z]{2,})")
_DEGREE = re.compile(r"\bS\. Sos\b|\bS\.T\b(?!\.)|\bST\b|\bM\.(?:AP|IP|Si)\b(?!\.)")
_WITHOUT_SLASH = re.compile(r"\b\d{1,5}[A-Z]{2}\.\d[\w./-]*\w")
_WITHOUT_HYPHEN = re.compile(r"\b\d+/[A-Z]{2}\.[\d.]*\d(?:Kpt|SD|BA)\b[\w/]*")
_NUMBER = re.compile(r"\b(\d{2,5})/([A-Z]{2}\.[\w./-]+)")


def mistyped(material: Material) -> Iterator[Gap]:
    for one in wordings(material):
        for pattern, right in _SPELLING:
            if found := pattern.search(one.text):
                yield _gap(one, f"“{found[0]}” pada {one.source}; ejaan yang benar: {right}.")
        if found := _TWICE.search(one.text):
            yield _gap(one, f"Kata “{found[1]}” dua kali berturut-turut pada {one.source}.")
        if found := _STOP_IN_SENTENCE.search(one.text):
            yield _gap(one, f"“{found[0]}” pada {one.source}: titik di tengah kalimat, atau huruf kecil sesudah titik.")


def broken_numbers(material: Material) -> Iterator[Gap]:
    for one in wordings(material):
        if found := _WITHOUT_SLASH.search(one.text):
            yield _gap(one, f"Nomor {found[0]} pada {one.source} kurang garis miring.")
        if found := _WITHOUT_HYPHEN.search(one.text):
            yield _gap(one, f"Nomor {found[0]} pada {one.source} kurang tanda hubung.")


def number_written_twice(material: Material) -> Iterator[Gap]:
    """One official number (561/…) with two different endings within one report."""
    seen: dict[str, str] = {}
    for one in wordings_of_settings(material):
        for number, rest in _NUMBER.findall(one.text):
            known = seen.setdefault(number, rest)
            if known != rest:
                yield _gap(one, f"Nomor {number} ditulis dua cara: {number}/{known} dan {number}/{rest}.")


def degrees(material: Material) -> Iterator[Gap]:
    odd = [f"{a.nama} (“{found[0]}”)" for a in material.rekap.anggota if (found := _DEGREE.search(a.nama))]
    if odd:
        yield Gap(f"Penulisan gelar: {'; '.join(odd)}.", "Atur tim", Settings("tim"))


def _gap(one: Wording, said: str) -> Gap:
    return Gap(said, one.label, one.door)


RULES = (broken_numbers, number_written_twice, mistyped, degrees)
