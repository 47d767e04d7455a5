"""Dates as people type them -> Tanggal, alone or out of a free line."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from handlers.chat.messages import Rejected
from handlers.reading.date_forms import Tanggal, bukan
from handlers.reading.date_patterns import SEPOTONG, UTUH, Baca
from renderers import indonesian

_TERDAHULU, _SETAHUN = date(2000, 1, 1), timedelta(days=366)


def tanggal(text: str, today: date) -> Tanggal:
    """The whole text is a date: a day, a range, or only a month."""
    kata = " ".join(text.split()).strip(" .,;")
    for pola, baca in UTUH:
        if cocok := pola.fullmatch(kata):
            hasil = baca(cocok, today)
            if not _TERDAHULU <= hasil.mulai <= hasil.selesai <= today + _SETAHUN:
                break
            return hasil
    raise bukan(text)


class Mendatang(Rejected):
    """A day that is still to come: asked about, and no part of the name; `sisa` is the line without it."""

    def __init__(self, hari: Tanggal, sisa: str, rentang: tuple[int, int]) -> None:
        super().__init__(f"{indonesian.rentang(hari.mulai, hari.selesai)} belum tiba; mohon pastikan tanggalnya.")
        self.sisa, self.rentang = sisa, rentang


def find_tanggal(text: str, today: date) -> tuple[Tanggal | None, str]:
    """Take the day of a report out of a free line, and what remains of the line.

    Only days of the past year count: a free line also names laws and the coming election. Rejected where the
    line has a date that must be asked about, such as one of the coming year written in full.
    """
    mendatang: Mendatang | None = None
    for cocok, baca in _semua(text):
        if mendatang and _bertumpuk(cocok, mendatang.rentang):
            continue
        try:
            hasil = baca(cocok, today)
        except Rejected:
            if _hanya_angka(cocok):
                continue
            raise
        if today - _SETAHUN <= hasil.mulai <= today:
            return hasil, _tanpa(text, cocok)
        if _berangka_tahun(cocok) and today < hasil.mulai <= today + _SETAHUN:
            mendatang = mendatang or Mendatang(hasil, _tanpa(text, cocok), cocok.span())
    if mendatang:
        raise mendatang
    return None, text.strip()


def _semua(text: str) -> Iterator[tuple[re.Match[str], Baca]]:
    for pola, baca in SEPOTONG:
        for cocok in pola.finditer(text):
            yield cocok, baca


def _bertumpuk(cocok: re.Match[str], rentang: tuple[int, int]) -> bool:
    """The end of "30 Juni s/d 2 Juli 2022" is no day of its own."""
    return cocok.start() < rentang[1] and cocok.end() > rentang[0]


def _berangka_tahun(cocok: re.Match[str]) -> bool:
    grup = cocok.groupdict()
    return bool(grup.get("tahuna") or grup.get("tahunb"))


def _hanya_angka(cocok: re.Match[str]) -> bool:
    """Tell "5/20", a ratio, from "31 April", a slip that must be asked about."""
    grup = cocok.groupdict()
    return (grup.get("bulana") or "").isdecimal() and not grup.get("haria")


def _tanpa(text: str, cocok: re.Match[str]) -> str:
    sisa = f"{text[: cocok.start()].rstrip()} {text[cocok.end() :].lstrip(' ')}"
    sisa = re.sub(r"\(\s*\)", "", sisa)
    sisa = re.sub(r" (?=[\n,.;:])", "", re.sub(r"[ \t]+", " ", sisa))
    return re.sub(r"([,;:])\s*[,;:]", r"\1", sisa).strip(" \t\n,;:-–")
