"""Free text -> the value a question asks for, or Rejected with what to type instead."""

import re
import unicodedata
from collections import Counter

from handlers.chat.messages import Rejected
from handlers.reading.calendar import BILANGAN
from handlers.reading.jenis import HITUNGAN
from renderers import indonesian

# Cc breaks the document's XML, Cs cuts it, Cf is invisible (zero width, direction marks).
_TAK_TERLIHAT = {"Cc", "Cf", "Cs"}


def kalimat(text: str, panjang: int) -> str:
    """Clean text of at most `panjang` characters; line breaks stay."""
    baris = (re.sub(r"\s+", " ", _terlihat(b)).strip() for b in text.splitlines())
    hasil = unicodedata.normalize("NFC", re.sub(r"\n{3,}", "\n\n", "\n".join(baris)).strip())
    if not hasil:
        raise Rejected("Teksnya masih kosong; mohon ditulis.")
    if len(hasil) > panjang:
        raise Rejected(
            f"Terlalu panjang: {indonesian.angka(len(hasil))} huruf, paling banyak {indonesian.angka(panjang)}."
        )
    return hasil


def _terlihat(baris: str) -> str:
    return "".join(c for c in baris.replace("\t", " ") if unicodedata.category(c) not in _TAK_TERLIHAT and _huruf(c))


def _huruf(c: str) -> bool:
    """Unicode's noncharacters (U+FFFE and its like) are refused by XML."""
    return ord(c) & 0xFFFE != 0xFFFE and not 0xFDD0 <= ord(c) <= 0xFDEF  # noqa: PLR2004 - the ranges themselves


def bilangan(text: str) -> int:
    """1 to 999, in digits or, up to ten, in words."""
    kata = text.strip().casefold()
    n = int(kata) if re.fullmatch(r"[0-9]{1,3}", kata) else BILANGAN.get(kata, 0)
    if not n:
        raise Rejected("Mohon tulis bilangan 1 sampai 999, misalnya 3.")
    return n


_KATA = "|".join(f"(?:{pola})" for _, pola in HITUNGAN)
_JENIS_DULU = rf"(?P<kata>{_KATA})\s*[:=]?\s*(?P<n>\d{{1,3}})(?!\d)"
_ANGKA_DULU = rf"\+?(?P<n>\d{{1,3}})\s*x?\s*(?P<kata>{_KATA})\b"
_ANTARA = r"[\s,;.+&]*(?:\bdan\b\s*)?"


def hitungan(text: str) -> dict[str, int]:
    """A tally ("foto 3, link 1, repost 1") as jenis -> number; empty if the text is none."""
    kata = text.casefold().strip(" \n,;.")
    for pola in (_JENIS_DULU, _ANGKA_DULU):
        tanpa_nama = re.sub(r"\?P<\w+>", "?:", pola)
        if re.fullmatch(rf"(?:{_ANTARA}{tanpa_nama})+", kata):
            jumlah: Counter[str] = Counter()
            for cocok in re.finditer(pola, kata):
                jumlah[_jenis(cocok["kata"])] += int(cocok["n"])
            return dict(+jumlah)
    return {}


def _jenis(kata: str) -> str:
    return next(jenis for jenis, pola in HITUNGAN if re.fullmatch(pola, kata))
