"""Readers of /atur: what people type -> the value of a setting, or Rejected with what to type instead."""

import re
from datetime import date, time
from typing import Any

from handlers.chat.messages import Rejected
from handlers.dialog.fields import Read
from handlers.reading import text as reading_text
from handlers.reading.dates.calendar import MONTH, month_number
from handlers.reading.dates.days import read_days
from handlers.reading.links import PLATFORM_WORDS
from renderers import indonesian
from storage.catatan.konten import PLATFORM

# So many letters fit a name, and so many a sentence of the report.
SHORT, LONG = 200, 1500
NOTHING = ("-", "–", "kosong", "tidak ada")
_CLOCK = re.compile(r"(?:pukul |jam )?(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?(?: ?(?:wib|wita|wit))?")
_FULL_DAY = re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{MONTH})\.? (?P<year>(?:19|20)\d\d)")
_DECREE = re.compile(
    r"(?:(?P<kind>sk|ba|surat keputusan|keputusan|berita acara)\b[ :]*)?(?:(?:nomor|no)\b[. :]*)?"
    r"(?P<number>\S.*?)[, ]+(?:tanggal|tgl)\b[. :]*(?P<day>.+)",
    re.IGNORECASE,
)


def _is_nothing(text: str) -> bool:
    return text.strip().casefold() in NOTHING


def words(longest: int = SHORT, *, empty: bool = True) -> Read:
    """Text in one line; `empty`: it may be taken away."""

    def read(text: str, _today: date) -> str:
        if not _is_nothing(text):
            return reading_text.one_line(text, longest)
        if not empty:
            raise Rejected("Yang ini tidak dapat dikosongkan.")
        return ""

    return read


def several(parted_by: str, longest: int = SHORT) -> Read:
    """Several short texts in one message."""

    def read(text: str, _today: date) -> list[str]:
        if _is_nothing(text):
            return []
        return [
            " ".join(part.split())
            for part in re.split(parted_by, reading_text.printable(text, longest))
            if part.strip()
        ]

    return read


def one_of(values: dict[str, Any]) -> Read:
    """The value of a label, which may be written in full or as its beginning."""

    def read(text: str, _today: date) -> Any:
        word = re.sub(r"['’`]", "", text).strip(" .,").casefold()
        found = [label for label in values if label.casefold() == word]
        found = found or [label for label in values if word and label.casefold().startswith(word)]
        if not found:
            raise Rejected(f"Pilihannya {indonesian.daftar(list(values), 'atau')}.")
        return values[found[0]]

    return read


def clock_time(text: str, _today: date) -> time:
    found = _CLOCK.fullmatch(text.strip(" .,").casefold())
    hour, minute = (found["hour"], found["minute"] or 0) if found else (24, 0)
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise Rejected("Jamnya belum terbaca; tulis misalnya 16.00.") from None


def day(text: str, today: date) -> date:
    """A day, also one that is years away: a law or a membership may end then."""
    if found := _FULL_DAY.fullmatch(text.strip(" .,").casefold()):
        try:
            return date(int(found["year"]), month_number(found["month"]), int(found["day"]))
        except ValueError:
            raise Rejected("Tanggal itu tidak ada dalam kalender.") from None
    told = read_days(text, today)
    if told.sebulan or told.mulai != told.selesai:
        raise Rejected("Tulis satu tanggal, misalnya 17 Juni 2022.")
    return told.mulai


def day_or_none(text: str, today: date) -> date | None:
    return None if _is_nothing(text) else day(text, today)


def platforms(text: str, _today: date) -> list[str]:
    told = [PLATFORM_WORDS.get(part.strip().casefold()) for part in re.split(r"[\n,;]|\bdan\b", text) if part.strip()]
    if not told or None in told:
        raise Rejected(f"Pilihannya {indonesian.daftar(list(PLATFORM))}; pisahkan dengan koma.")
    return [p for p in PLATFORM if p in told]


_PLATFORMS = f"Platformnya {indonesian.daftar(list(PLATFORM))}."


def new_account(text: str, _today: date) -> dict[str, Any]:
    """“IG kpu_kota”: the platform and the account's name."""
    first, _, name = " ".join(text.split()).partition(" ")
    known = PLATFORM_WORDS.get(first.strip(":,").casefold())
    if known is None or not name.strip():
        raise Rejected(f"Tulis platform lalu nama akunnya, misalnya IG kpu_kota. {_PLATFORMS}")
    return {"platform": known, "nama": reading_text.one_line(name, SHORT)}


def new_decree(text: str, today: date) -> dict[str, Any]:
    """“SK 45/PP/2022 tanggal 3 Maret 2022”: a decree without its date says nothing in a report."""
    found = _DECREE.fullmatch(" ".join(text.split()))
    if found is None:
        raise Rejected("Sertakan tanggalnya, misalnya SK 45/PP.06-Kpt/3574/2022 tanggal 3 Maret 2022.")
    said = (found["kind"] or "").casefold()
    jenis = "BA" if said.startswith("b") or re.search(r"\bBA\b", found["number"]) else "SK"
    return {
        "jenis": jenis,
        "nomor": reading_text.one_line(found["number"], SHORT),
        "tanggal": day(found["day"], today),
    }
