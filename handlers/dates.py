"""Dates as people type them -> Tanggal, alone or out of a free line."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from handlers.chat import Rejected
from handlers.date_forms import Tanggal, bukan
from handlers.date_patterns import SEPOTONG, UTUH, Baca

__all__ = ["Tanggal", "find_tanggal", "tanggal"]

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


def find_tanggal(text: str, today: date) -> tuple[Tanggal | None, str]:
    """Take the day of a report out of a free line, and what remains of the line.

    Only days of the past year count: a free line also names laws and the coming election. Rejected where the
    line has a date that must be asked about.
    """
    for cocok, baca in _semua(text):
        try:
            hasil = baca(cocok, today)
        except Rejected:
            if _hanya_angka(cocok):
                continue
            raise
        if today - _SETAHUN <= hasil.mulai <= today:
            return hasil, _tanpa(text, cocok)
    return None, text.strip()


def _semua(text: str) -> Iterator[tuple[re.Match[str], Baca]]:
    for pola, baca in SEPOTONG:
        for cocok in pola.finditer(text):
            yield cocok, baca


def _hanya_angka(cocok: re.Match[str]) -> bool:
    """Tell "5/20", a ratio, from "31 April", a slip that must be asked about."""
    grup = cocok.groupdict()
    return (grup.get("bulana") or "").isdecimal() and not grup.get("haria")


def _tanpa(text: str, cocok: re.Match[str]) -> str:
    sisa = f"{text[: cocok.start()].rstrip()} {text[cocok.end() :].lstrip(' ')}"
    sisa = re.sub(r"\(\s*\)", "", sisa)
    sisa = re.sub(r" (?=[\n,.;:])", "", re.sub(r"[ \t]+", " ", sisa))
    return re.sub(r"([,;:])\s*[,;:]", r"\1", sisa).strip(" \t\n,;:-–")
