"""Short words with two readings, where the words beside them leave but one."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from handlers.reading.editor.pieces import TITLES
from handlers.reading.editor.tables import table


@dataclass(frozen=True)
class Beside:
    """The words before and behind a short word, in small letters, "" where a sign or the edge stands; `capital`:
    whether the word behind begins with one. `houses`: words with which the name of an institution begins."""

    before: str
    after: str
    capital: bool
    houses: Collection[str]

    @property
    def at_house(self) -> bool:
        return self.after in self.houses or self.after in TITLES

    @property
    def number(self) -> bool:
        return self.after[:1].isdigit()


_DOCTOR_OF = table("rsud rsup rsu rs jl jln jalan prof gedung")
_COMES = table(
    """
    tamu kunjungan surat utusan perwakilan hadir mulai terdiri undangan rombongan peserta berasal kiriman bantuan
    narasumber mahasiswa siswa kembali pulang diterima hibah masukan laporan pengurus
    """
)
_WHEN = re.compile(
    r"hari|tanggal|tgl|pukul|jam|malam|pagi|siang|sore|saat|acara|bulan|tahun|masa|kegiatan|tahapan|triwulan|semester"
    r"|senin|selasa|rabu|kamis|jumat|sabtu|pekan|waktu|kesempatan|pemilu|rapat|upacara|hut|umumnya|dasarnya"
)
_MONTH = re.compile(
    r"(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)[a-z]*"
)
_SCHOOL = table("siswa guru murid di ke dari anak pelajar kepala")
_OF_SCHOOL = table("negeri islam muhammadiyah katolik kristen swasta terpadu nu n it")
_OF_DPT = table(
    """
    data rekap rekapitulasi penetapan pleno sosialisasi pemutakhiran pengumuman evaluasi jumlah
    """
)
_VERB = re.compile(r"(?:di|me|ber)[a-z]{4,}")
_PLACE = re.compile(r"[a-z]{3,}")


def _dr(word: Beside) -> str:
    if word.before in _DOCTOR_OF:
        return ""
    told = word.at_house or word.number or bool(_WHEN.fullmatch(word.after)) or word.after in {"dan", "ke"}
    return "dari" if told or (word.before in _COMES and not word.capital and word.after) else ""


def _pd(word: Beside) -> str:
    return "pada" if word.number or _WHEN.fullmatch(word.after) else ""


def _sd(word: Beside) -> str:
    past = bool(word.before[-1:].isdigit() or _MONTH.fullmatch(word.before) or word.before in {"wib", "wita", "wit"})
    if past and (word.number or word.after == "selesai" or _MONTH.fullmatch(word.after)):
        return "s.d."
    school = word.after in _OF_SCHOOL or (not past and (word.number or (word.capital and word.before in _SCHOOL)))
    return "SD" if school else ""


def _smp(word: Beside) -> str:
    return "SMP" if word.number or word.after in _OF_SCHOOL or word.before in {"siswa", "guru", "murid"} else ""


def _together(word: Beside) -> str:
    return "bersama" if word.at_house else ""


def _d(word: Beside) -> str:
    return "di" if word.before and len(word.before) > 1 and _PLACE.fullmatch(word.after) else ""


def _n(word: Beside) -> str:
    return "dan" if all(len(beside) > 1 and _PLACE.fullmatch(beside) for beside in (word.before, word.after)) else ""


def _hr(word: Beside) -> str:
    return "hari" if word.number or _MONTH.fullmatch(word.after) or word.after in {"ini", "pertama", "kedua"} else ""


def _pkl(word: Beside) -> str:
    return "pukul" if word.number else ""


def _bpk(word: Beside) -> str:
    office = {"camat", "ketua", "sekretaris", "bupati", "wali", "walikota", "lurah", "kepala", "gubernur", "h", "haji"}
    return "Bapak" if word.after in office or (word.capital and word.after not in word.houses) else ""


def _dpt(word: Beside) -> str:
    if _VERB.fullmatch(word.after) or word.before in {"tidak", "belum", "akan", "agar", "yang", "sudah"}:
        return "dapat"
    return "DPT" if word.number or word.before in _OF_DPT else ""


def _ket(word: Beside) -> str:
    return "ketua" if word.after in word.houses else ""


_READ: dict[str, Callable[[Beside], str]] = {
    "dr": _dr,
    "pd": _pd,
    "sd": _sd,
    "smp": _smp,
    "sm": _together,
    "brg": _together,
    "d": _d,
    "e": _d,
    "n": _n,
    "hr": _hr,
    "pkl": _pkl,
    "bpk": _bpk,
    "dpt": _dpt,
    "ket": _ket,
}


def told(word: str, beside: Beside) -> str:
    """The one reading of a short word among these neighbours; empty where there is more than one."""
    read = _READ.get(word)
    return read(beside) if read else ""
