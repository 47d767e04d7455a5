"""Rules about spelling: of official numbers, of words that are often mistyped, of degrees; each with the right form."""

import re
from collections.abc import Iterator

from handlers.atur.doors import Settings
from handlers.periksa.material import Bahan, Hal, Teks, teks, tetap

EJAAN = {
    r"\bdiperolehkan(?:nya)?\b": "diperbolehkan",
    r"\bDaftar Isian Penggunaan Anggaran\b": "Daftar Isian Pelaksanaan Anggaran",
    r"\bkekinisan\b": "kekinian",
    r"\bdikarenakan karena\b": "karena",
    r"\bSta Pelaksana\b": "Staf Pelaksana",
    r"\bkerjasama\b": "kerja sama",
    r"\b[Nn]on (?:pemerintah|anggaran)\b": "nonpemerintah/nonanggaran",
    r"\bantar instansi\b": "antarinstansi",
    r"\btik[ -]tok\b": "TikTok",
    r"\bsilahturahmi\b": "silaturahmi",
    r"\bhimbauan\b": "imbauan",
    r"\bJum['’]at\b": "Jumat",
    r"\bpraktek\b": "praktik",
    r"\b[Nn]opember\b": "November",
    r"\b[PF]ebuari\b|\bPebruari\b": "Februari",
    r"\bundang-undang No\b": "Undang-Undang Nomor",
}
_EJAAN = [(re.compile(wrong, re.IGNORECASE if wrong.islower() else 0), right) for wrong, right in EJAAN.items()]
_DUA_KALI = re.compile(r"\b(\w{3,}) \1\b(?! lain)", re.IGNORECASE)
_KALIMAT = re.compile(r"\b([a-z]{4,})\. ([a-z]{2,})")
_GELAR = re.compile(r"\bS\. Sos\b|\bS\.T\b(?!\.)|\bST\b|\bM\.(?:AP|IP|Si)\b(?!\.)")
_MIRING = re.compile(r"\b\d{1,5}[A-Z]{2}\.\d[\w./-]*\w")
_KPT = re.compile(r"\b\d+/[A-Z]{2}\.[\d.]*\d(?:Kpt|SD|BA)\b[\w/]*")
_NOMOR = re.compile(r"\b(\d{2,5})/([A-Z]{2}\.[\w./-]+)")


def salah_ketik(bahan: Bahan) -> Iterator[Hal]:
    for one in teks(bahan):
        for pattern, right in _EJAAN:
            if found := pattern.search(one.isi):
                yield _hal(one, f"“{found[0]}” pada {one.asal}; ejaan yang benar: {right}.")
        if found := _DUA_KALI.search(one.isi):
            yield _hal(one, f"Kata “{found[1]}” dua kali berturut-turut pada {one.asal}.")
        if found := _KALIMAT.search(one.isi):
            yield _hal(one, f"“{found[0]}” pada {one.asal}: titik di tengah kalimat, atau huruf kecil sesudah titik.")


def nomor_rusak(bahan: Bahan) -> Iterator[Hal]:
    for one in teks(bahan):
        if found := _MIRING.search(one.isi):
            yield _hal(one, f"Nomor {found[0]} pada {one.asal} kurang garis miring.")
        if found := _KPT.search(one.isi):
            yield _hal(one, f"Nomor {found[0]} pada {one.asal} kurang tanda hubung.")


def nomor_berbeda(bahan: Bahan) -> Iterator[Hal]:
    """561/… written in two ways within one report."""
    seen: dict[str, str] = {}
    for one in tetap(bahan):
        for number, rest in _NOMOR.findall(one.isi):
            known = seen.setdefault(number, rest)
            if known != rest:
                yield _hal(one, f"Nomor {number} ditulis dua cara: {number}/{known} dan {number}/{rest}.")


def gelar(bahan: Bahan) -> Iterator[Hal]:
    odd = [f"{a.nama} (“{found[0]}”)" for a in bahan.rekap.anggota if (found := _GELAR.search(a.nama))]
    if odd:
        yield Hal(f"Penulisan gelar: {'; '.join(odd)}.", "Atur tim", Settings("tim"))


def _hal(one: Teks, said: str) -> Hal:
    return Hal(said, one.label, one.pintu)


RULES = (nomor_rusak, nomor_berbeda, salah_ketik, gelar)
