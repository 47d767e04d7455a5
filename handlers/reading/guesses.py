"""Guesses by words: the uraian of a kegiatan, the jenis of a konten. Each shows on the card."""

import re
from collections.abc import Sequence

from handlers.reading.jenis import GUESSED
from handlers.reading.links import WEBSITE

_RAKOR = re.compile(r"\b(?:rakor|rapat\s+koordinasi)\b", re.IGNORECASE)
_KOORDINASI = re.compile(r"\b(?:audiensi|silaturahmi|kunjungan|koordinasi|komunikasi|morning\s+talk)\b", re.IGNORECASE)
_INFORMASI = re.compile(
    r"\b(?:pemutakhiran|pdpb|daftar\s+pemilih|dpt|tahapan|hari\s+pemungutan|hak\s+pilih|sipol|verifikasi\s+partai"
    r"|tanggal\s+pemilu|pencalonan|pendaftaran)\b",
    re.IGNORECASE,
)


KOORDINASI, RAKOR = URAIAN = ("Koordinasi dan Komunikasi", "Rapat Koordinasi")


def uraian(text: str) -> str | None:
    if _RAKOR.search(text):
        return RAKOR
    return KOORDINASI if _KOORDINASI.search(text) else None


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
