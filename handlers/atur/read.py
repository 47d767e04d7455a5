"""Readers of /atur: what people type -> the value of a setting, or Rejected with what to type instead."""

import re
from collections.abc import Callable
from datetime import date, time
from typing import Any

from handlers.chat.messages import Rejected
from handlers.reading import text as reading_text
from handlers.reading.dates.calendar import MONTH, month_number
from handlers.reading.dates.days import read_days
from handlers.reading.links import PLATFORM_WORDS
from renderers import indonesian
from storage.catatan.konten import PLATFORM

Read = Callable[[str, date], Any]

PENDEK, PANJANG = 200, 1500
KOSONG = ("-", "–", "kosong", "tidak ada")
_JAM = re.compile(r"(?:pukul |jam )?(?P<jam>\d{1,2})(?:[.:](?P<menit>\d\d))?(?: ?(?:wib|wita|wit))?")
_JAUH = re.compile(rf"(?P<hari>\d{{1,2}}) (?P<bulan>{MONTH})\.? (?P<tahun>(?:19|20)\d\d)")
_KEPUTUSAN = re.compile(
    r"(?:(?P<jenis>sk|ba|surat keputusan|keputusan|berita acara)\b[ :]*)?(?:(?:nomor|no)\b[. :]*)?"
    r"(?P<nomor>\S.*?)[, ]+(?:tanggal|tgl)\b[. :]*(?P<tanggal>.+)",
    re.IGNORECASE,
)


def kosong(text: str) -> bool:
    return text.strip().casefold() in KOSONG


def teks(longest: int = PENDEK, *, empty: bool = True) -> Read:
    def read(text: str, _today: date) -> str:
        if not kosong(text):
            return reading_text.one_line(text, longest)
        if not empty:
            raise Rejected("Yang ini tidak dapat dikosongkan.")
        return ""

    return read


def bagian_bagian(parted_by: str, longest: int = PENDEK) -> Read:
    """Several short texts in one message."""

    def read(text: str, _today: date) -> list[str]:
        if kosong(text):
            return []
        return [
            " ".join(part.split())
            for part in re.split(parted_by, reading_text.printable(text, longest))
            if part.strip()
        ]

    return read


def pilihan(values: dict[str, Any]) -> Read:
    """One of the labels, as it is written or as its beginning."""

    def read(text: str, _today: date) -> Any:
        word = re.sub(r"['’`]", "", text).strip(" .,").casefold()
        found = [label for label in values if label.casefold() == word]
        found = found or [label for label in values if word and label.casefold().startswith(word)]
        if not found:
            raise Rejected(f"Pilihannya {indonesian.daftar(list(values), 'atau')}.")
        return values[found[0]]

    return read


def jam(text: str, _today: date) -> time:
    found = _JAM.fullmatch(text.strip(" .,").casefold())
    hour, minute = (found["jam"], found["menit"] or 0) if found else (24, 0)
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise Rejected("Jamnya belum terbaca; tulis misalnya 16.00.") from None


def hari(text: str, today: date) -> date:
    """A day, also one that is years away: a law or a membership may end then."""
    if found := _JAUH.fullmatch(text.strip(" .,").casefold()):
        try:
            return date(int(found["tahun"]), month_number(found["bulan"]), int(found["hari"]))
        except ValueError:
            raise Rejected("Tanggal itu tidak ada dalam kalender.") from None
    told = read_days(text, today)
    if told.sebulan or told.mulai != told.selesai:
        raise Rejected("Tulis satu tanggal, misalnya 17 Juni 2022.")
    return told.mulai


def hari_atau_kosong(text: str, today: date) -> date | None:
    return None if kosong(text) else hari(text, today)


def platform(text: str, _today: date) -> list[str]:
    told = [PLATFORM_WORDS.get(part.strip().casefold()) for part in re.split(r"[\n,;]|\bdan\b", text) if part.strip()]
    if not told or None in told:
        raise Rejected(f"Pilihannya {indonesian.daftar(list(PLATFORM))}; pisahkan dengan koma.")
    return [p for p in PLATFORM if p in told]


_PILIHAN = f"Platformnya {indonesian.daftar(list(PLATFORM))}."


def akun_baru(text: str, _today: date) -> dict[str, Any]:
    """“IG kpu_kota”: the platform and the account's name."""
    first, _, name = " ".join(text.split()).partition(" ")
    known = PLATFORM_WORDS.get(first.strip(":,").casefold())
    if known is None or not name.strip():
        raise Rejected(f"Tulis platform lalu nama akunnya, misalnya IG kpu_kota. {_PILIHAN}")
    return {"platform": known, "nama": reading_text.one_line(name, PENDEK)}


def keputusan_baru(text: str, today: date) -> dict[str, Any]:
    """“SK 45/PP/2022 tanggal 3 Maret 2022”: a decree without its date says nothing in a report."""
    found = _KEPUTUSAN.fullmatch(" ".join(text.split()))
    if found is None:
        raise Rejected("Sertakan tanggalnya, misalnya SK 45/PP.06-Kpt/3574/2022 tanggal 3 Maret 2022.")
    said = (found["jenis"] or "").casefold()
    jenis = "BA" if said.startswith("b") or re.search(r"\bBA\b", found["nomor"]) else "SK"
    return {
        "jenis": jenis,
        "nomor": reading_text.one_line(found["nomor"], PENDEK),
        "tanggal": hari(found["tanggal"], today),
    }
