"""Finds the region that a person types, and the names, places and superiors of an office there."""

import re
from typing import Any

from rapidfuzz import fuzz

from storage.kantor.fakta import About
from storage.nasional.wilayah import ACEH, PROVINSI, Wilayah, regions

ALIKE, SHOWN, SHORTEST = 78, 6, 4
# Abbreviations and other words that people write for the official ones.
ABBREVIATIONS = {
    "kab": "kabupaten",
    "kota adm": "kota administrasi",
    "prov": "provinsi",
    "kpu": "",
    "kip": "",
    "satker": "",
    "propinsi": "provinsi",
    "jatim": "jawa timur",
    "jateng": "jawa tengah",
    "jabar": "jawa barat",
    "jogja": "daerah istimewa yogyakarta",
    "jogjakarta": "daerah istimewa yogyakarta",
    "diy": "daerah istimewa yogyakarta",
    "dki": "dki jakarta",
    "ntb": "nusa tenggara barat",
    "ntt": "nusa tenggara timur",
    "sumut": "sumatera utara",
    "sumbar": "sumatera barat",
    "sumsel": "sumatera selatan",
    "kepri": "kepulauan riau",
    "babel": "kepulauan bangka belitung",
    "kalbar": "kalimantan barat",
    "kalteng": "kalimantan tengah",
    "kalsel": "kalimantan selatan",
    "kaltim": "kalimantan timur",
    "kaltara": "kalimantan utara",
    "sulut": "sulawesi utara",
    "sulteng": "sulawesi tengah",
    "sulsel": "sulawesi selatan",
    "sultra": "sulawesi tenggara",
    "sulbar": "sulawesi barat",
    "malut": "maluku utara",
}
_JENIS = re.compile(r"^(?:provinsi|kabupaten|kota)(?: administrasi)? ")


def find(text: str) -> list[Wilayah]:
    """The regions that may be meant, the likeliest first."""
    told = _plain(text)
    named = {kode: _called(w) for kode, w in regions().items()}
    bare = {kode: _JENIS.sub("", name) for kode, name in named.items()}
    wanted = _JENIS.sub("", told)
    same = [kode for kode, name in bare.items() if wanted and name == wanted]
    more = _within(wanted, bare) if same else _alike(told, wanted, named, bare)
    return [regions()[kode] for kode in dict.fromkeys((*same, *more))][:SHOWN]


def exactly(text: str) -> Wilayah | None:
    """The region whose whole name the words are: “kota probolinggo”, not “probolinggo”."""
    told = _plain(text)
    return next((w for w in regions().values() if _called(w) == told), None)


def _alike(told: str, wanted: str, named: dict[str, str], bare: dict[str, str]) -> list[str]:
    """The regions with a name like the words: misspelt, or a part of a long one."""
    if not wanted:
        return []
    score = {kode: max(fuzz.ratio(told, named[kode]), fuzz.ratio(wanted, bare[kode])) for kode in named}
    score |= {kode: max(score[kode], ALIKE) for kode in _within(wanted, bare)}
    return sorted((kode for kode in score if score[kode] >= ALIKE), key=lambda kode: (-score[kode], kode))


def _within(wanted: str, bare: dict[str, str]) -> list[str]:
    """The names of which the words are a part: “hulu sungai”, but not the “bali” of Purbalingga."""
    if len(wanted) < SHORTEST:
        return []
    return [kode for kode, name in bare.items() if f" {wanted}" in f" {name}"]


def _plain(text: str) -> str:
    words = _words(text)
    return " ".join(" ".join(ABBREVIATIONS.get(word, word) for word in words).split())


def _words(text: str) -> list[str]:
    return re.sub(r"[^\w ]", " ", text.casefold()).split()


def _called(w: Wilayah) -> str:
    name = " ".join(_words(w.nama))
    return f"provinsi {name}" if len(w.kode) == PROVINSI else name


def nama(w: Wilayah) -> str:
    return w.kantor


def values(w: Wilayah) -> dict[str, Any]:
    """The columns of a satker that follow from its region."""
    provinsi = len(w.kode) == PROVINSI
    tingkat = "provinsi" if provinsi else w.nama.split()[0].casefold()
    lembaga = "KOMISI INDEPENDEN PEMILIHAN" if w.kode.startswith(ACEH) else "KOMISI PEMILIHAN UMUM"
    where = {"tempat": w.lengkap.upper(), "wilayah": w.lengkap, "kota": _town(w), "provinsi": w.provinsi}
    return {"kode": w.kode, "nama": nama(w), "tingkat": tingkat, **where, "lembaga": lembaga, "zona": w.zona}


def above(w: Wilayah) -> dict[About, str]:
    """The facts of a satker that follow from its region: whom it reports to, and where that is."""
    if len(w.kode) == PROVINSI:
        return {About.ATASAN: "KPU Republik Indonesia", About.KOTA_ATASAN: "Jakarta"}
    return {About.ATASAN: nama(regions()[w.kode[:PROVINSI]]), About.KOTA_ATASAN: w.ibukota}


def _town(w: Wilayah) -> str:
    """The place that a letter is dated from."""
    if len(w.kode) == PROVINSI:
        return w.ibukota
    bare = re.sub(r"^(?:Kabupaten|Kota)(?: Administrasi)? ", "", w.nama)
    return "Jakarta" if bare.startswith("Jakarta ") else bare
