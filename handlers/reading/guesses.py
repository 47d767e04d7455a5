"""Guesses by words and by the satker's own history: institution, sector, uraian, jenis. Each shows on the card."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from handlers.reading.jenis import GUESSED
from storage.catatan.kegiatan import NONPEMERINTAH, PEMERINTAH

# A typo or two in a name of usual length; a name less alike than LIKE is not guessed.
SURE, LIKE = 92, 80
SHORTEST = 5
SHORTEST_TOLD = 3

_NONPEMERINTAH = """
    partai parpol ormas okp ormawa yayasan universitas univ institut politeknik stikes stie pgri idi pwi aji media
    pramuka kwarcab knpi pmii gmni hmi imm kammi karang taruna mui nu muhammadiyah aisyiyah fatayat muslimat gereja
    gkjw gusdurian persit bhayangkari dharmawanita dharma lsm koperasi radio paguyuban perkumpulan asosiasi ikatan
    himpunan ika pa dosen mahasiswa upm jatman dewan kesenian
"""
_PEMERINTAH = """
    polres polresta polsek polda kodim koramil korem lanal kejaksaan kejari pengadilan dprd pemkot pemkab pemprov
    walikota bupati sekda sekretaris dinas diskominfo disdukcapil dispendukcapil bappeda bakesbangpol kesbangpol bkd
    bkpsdm bps bpbd bnn kemenag kementerian kpp kppn rsud puskesmas kecamatan kelurahan camat lurah sman smkn smpn
    man mtsn sma smk ma smp bawaslu panwaslu imigrasi lapas rutan satpol damkar komisi komnas badan kantor
"""
_GENERIC = """
    partai parpol ormas okp ormawa yayasan universitas univ institut politeknik media ikatan himpunan asosiasi dewan
    koperasi radio paguyuban perkumpulan dosen mahasiswa dinas kecamatan kelurahan badan kantor komisi kementerian
    sekretaris sma smk ma smp puskesmas pengadilan
"""
_KINDS = ((NONPEMERINTAH, _NONPEMERINTAH), (PEMERINTAH, _PEMERINTAH))
_SECTOR_OF = {word: sektor for sektor, words in _KINDS for word in words.split()}
_INTERNAL = re.compile(
    r"\b(?:apel|upacara|rapat\s+(?:pleno|staf|rutin|internal|kerja|evaluasi)|pleno|short\s+course|senam|kerja\s+bakti"
    r"|halal\s*bi\s*halal|bimtek|bimbingan\s+teknis|pelatihan|serah\s+terima)\b",
    re.IGNORECASE,
)
_KEGIATAN = re.compile(
    r"\b(?:rapat|rakor|apel|upacara|audiensi|silaturahmi|kunjungan|sosialisasi|koordinasi|pleno|bimtek|bimbingan|pelatihan"
    r"|penandatanganan|peluncuran|launching|jambore|talk|seminar|workshop|menghadiri|menerima|pelantikan|simulasi"
    r"|pendidikan\s+pemilih|serah\s+terima|halal\s*bi\s*halal|kerja\s+bakti|senam|wawancara|podcast)\b",
    re.IGNORECASE,
)
_RAKOR = re.compile(r"\b(?:rakor|rapat\s+koordinasi)\b", re.IGNORECASE)
_KOORDINASI = re.compile(r"\b(?:audiensi|silaturahmi|kunjungan|koordinasi|komunikasi|morning\s+talk)\b", re.IGNORECASE)
_INFORMASI = re.compile(
    r"\b(?:pemutakhiran|pdpb|daftar\s+pemilih|dpt|tahapan|hari\s+pemungutan|hak\s+pilih|sipol|verifikasi\s+partai"
    r"|tanggal\s+pemilu|pencalonan|pendaftaran)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Mitra:
    """A recognised partner. `sure` is False where the name was only similar to a known one; `written` are the words
    that name an institution then, if any do."""

    nama: str
    sektor: str
    sure: bool = True
    written: str = ""


def mitra(text: str, known: Sequence[tuple[str, str]], wilayah: str = "") -> Mitra | None:
    """The partner in a text: one of the satker's own history, else one named after its kind; never invented.

    `wilayah` ("Kota Probolinggo") stands in many names and tells no two of them apart."""
    names = {nama: sektor for nama, sektor in known if len(nama) >= SHORTEST}
    kind = _by_kind(text)
    return (
        _told(text, {nama: sektor for nama, sektor in known if len(nama) >= SHORTEST_TOLD})
        or _begun(kind, names)
        or _similar(text, kind, names, wilayah)
        or kind
    )


def _told(text: str, names: Mapping[str, str]) -> Mitra | None:
    said = text.casefold()
    # Looking for the letters first is fifty times cheaper than a pattern for each of some hundred partners.
    likely = [n for n in names if n.casefold() in said]
    inside = [n for n in likely if re.search(rf"(?<!\w){re.escape(n.casefold())}(?!\w)", said)]
    best = max(inside, key=len, default=None)
    return Mitra(best, names[best]) if best else None


def _begun(kind: Mitra | None, names: Mapping[str, str]) -> Mitra | None:
    """A short name such as "Kodim 0820" means the known Kodim 0820 Probolinggo where only one name begins so."""
    if kind is None:
        return None
    like = [n for n in names if n.casefold().startswith(f"{kind.nama.casefold()} ")]
    return Mitra(like[0], names[like[0]]) if len(like) == 1 else None


def _similar(text: str, kind: Mitra | None, names: Mapping[str, str], wilayah: str) -> Mitra | None:
    """A known name with a typo or two; compared whole where the text names an institution, else with parts of it."""
    bare = {nama: _bare(nama, wilayah) for nama in names}
    wanted, scorer = (_bare(kind.nama, wilayah), fuzz.ratio) if kind else (_bare(text, wilayah), fuzz.partial_ratio)
    # Kodim 0820 and Kodim 0821 differ by one key, and are two partners.
    choices = {n: short for n, short in bare.items() if len(short) >= SHORTEST and _digits(short) <= _digits(wanted)}
    found = process.extractOne(wanted, choices, scorer=scorer, score_cutoff=LIKE) if len(wanted) >= SHORTEST else None
    if found is None:
        return None
    sure = found[1] >= SURE
    return Mitra(found[2], names[found[2]], sure, kind.nama if kind and not sure else "")


@lru_cache(maxsize=4096)
def _digits(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", text))


@lru_cache(maxsize=4096)
def _bare(name: str, wilayah: str) -> str:
    common = {*wilayah.casefold().split(), "kpu"}
    return " ".join(word for word in name.casefold().split() if word not in common)


def _by_kind(text: str) -> Mitra | None:
    """A kind of institution and the name behind it ("Partai Buruh"), as far as it is written as one."""
    words = re.findall(r"[\w./&-]+", text)
    for at, word in enumerate(words):
        sektor, name = _SECTOR_OF.get(word.casefold()), _named(words[at:])
        if sektor and (len(name) > 1 or _alone(word)):
            return Mitra(" ".join(name), sektor)
    return None


def _alone(word: str) -> bool:
    """DPRD and Bawaslu are names by themselves; a party, an agency or a school is not."""
    return word.casefold() not in _GENERIC.split() and word[0].isupper()


def _named(words: Sequence[str]) -> list[str]:
    taken = [words[0]]
    for word in words[1:5]:
        if not (word[0].isupper() or word[0].isdigit()):
            break
        taken.append(word)
    # People who type without capitals mean the word behind the kind.
    small = len(taken) == 1 and len(words) > 1 and words[0].islower() and len(words[0]) >= SHORTEST
    return [*taken, words[1]] if small else taken


def internal(text: str) -> bool:
    """Whether the words are those of a meeting among ourselves."""
    return bool(_INTERNAL.search(text))


def is_kegiatan(text: str) -> bool:
    """Whether a text without any command is likely meant as a report."""
    return bool(_KEGIATAN.search(text)) and len(text.split()) > 1


KOORDINASI, RAKOR = URAIAN = ("Koordinasi dan Komunikasi", "Rapat Koordinasi")


def uraian(text: str) -> str | None:
    if _RAKOR.search(text):
        return RAKOR
    return KOORDINASI if _KOORDINASI.search(text) else None


WEBSITE = "Website"


def jenis(text: str, platforms: Sequence[str]) -> str | None:
    """The jenis of a konten by its words, else by where it was published."""
    for name, pattern in GUESSED:
        if re.search(pattern, text, re.IGNORECASE):
            return name
    if WEBSITE in platforms:
        return "Promote link berita web"
    return "Video lainnya" if platforms and set(platforms) <= {"TikTok", "YouTube"} else None


def informasi(text: str) -> bool:
    return bool(_INFORMASI.search(text))
