"""Readers of /atur: what people type -> the value of a setting, or Rejected with what to type instead."""

import re
from datetime import date, time
from typing import Any

from handlers.chat.messages import Rejected
from handlers.dialog.fields import Read
from handlers.reading import text as reading_text
from handlers.reading.dates import periods
from handlers.reading.dates.calendar import MONTH, earliest, month_number, workday_until
from handlers.reading.dates.days import read_days
from handlers.reading.links import PLATFORM_WORDS
from renderers import indonesian
from storage.kantor.dasar import AMENDS
from storage.nasional import platform

# So many letters fit a name, and so many a sentence of the report.
SHORT, LONG = 200, 1500
# So many the head of a column.
COLUMN = 20
NOTHING = ("-", "–", "kosong", "tidak ada")
_CLOCK = re.compile(r"(?:pukul |jam )?(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?(?: ?(?:wib|wita|wit))?")
_FULL_DAY = re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{MONTH})\.? (?P<year>(?:19|20)\d\d)")
_DAY = re.compile(rf"(?P<day>\d{{1,2}})[ /-](?P<month>{MONTH}|\d{{1,2}})(?:[ /-](?P<year>20\d\d))?")
_APART = re.compile(r"(?P<n>\d{1,2}) hari (?P<side>sebelum|sesudah)(?: (?:akhir )?triwulan(?: berakhir)?)?")
_REMINDER = re.compile(r"(?:h ?-? ?)?(?P<n>\d{1,2})|h")
# A report is made within a month before its triwulan ends, or while the next one is young.
MOST_BEFORE, MOST_AFTER, MOST_REMINDERS = 30, 20, 3
_DECREE = re.compile(
    r"(?:(?P<kind>sk|ba|surat keputusan|keputusan|berita acara)\b[ :]*)?(?:(?:nomor|no)\b[. :]*)?"
    r"(?P<number>\S.*?)[, ]+(?:tanggal|tgl)\b[. :]*(?P<day>.+?)(?:[, ]+tentang (?P<about>.+))?",
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


def heads(count: int) -> Read:
    """So many heads of columns, or none."""

    def read(text: str, today: date) -> list[str]:
        found: list[str] = several(r"[\n;]")(text, today)
        if found and len(found) != count:
            raise Rejected(f"Tulis {count} judul kolom, dipisahkan titik koma.")
        return found

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


def clock_or_none(text: str, today: date) -> time | None:
    return None if _is_nothing(text) or text.strip().casefold() == "mati" else clock_time(text, today)


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


def platforms(text: str, today: date) -> list[str]:
    told = [PLATFORM_WORDS.get(part.strip().casefold()) for part in re.split(r"[\n,;]|\bdan\b", text) if part.strip()]
    if not told or None in told:
        raise Rejected(f"Pilihannya {_names(today)}; pisahkan dengan koma.")
    return platform.in_order(one for one in told if one)


def _names(today: date) -> str:
    return indonesian.daftar([platform.shown(one.kunci, today) for one in platform.there(today) if not one.penampung])


def new_account(text: str, today: date) -> dict[str, Any]:
    """“IG kpu_kota”: the platform and the account's name; “IG PPID: ppid_kota”: a column of its own and the name."""
    # The colon of an address parts nothing.
    head, *behind = re.split(r":(?!//)", " ".join(text.split()), maxsplit=1)
    own = reading_text.one_line(head, COLUMN) if behind and head.casefold().strip() not in PLATFORM_WORDS else ""
    first, _, name = (head, "", behind[0]) if behind else head.partition(" ")
    known = own or PLATFORM_WORDS.get(first.strip(" ,").casefold())
    if not known or not name.strip():
        raise Rejected(f"Tulis platform lalu nama akunnya, misalnya IG kpu_kota. Platformnya {_names(today)}.")
    return {"platform": known, "nama": reading_text.one_line(name, SHORT)}


def new_decree(text: str, today: date) -> dict[str, Any]:
    """“SK 45/PP/2022 tanggal 3 Maret 2022”: a decree without its date says nothing in a report."""
    found = _DECREE.fullmatch(" ".join(text.split()))
    if found is None:
        raise Rejected("Sertakan tanggalnya, misalnya SK 45/PP.06-Kpt/3574/2022 tanggal 3 Maret 2022.")
    said = (found["kind"] or "").casefold()
    jenis = "BA" if said.startswith("b") or re.search(r"\bBA\b", found["number"]) else "SK"
    about = reading_text.one_line(found["about"], LONG) if found["about"] else ""
    return {
        "jenis": jenis,
        "nomor": reading_text.one_line(found["number"], SHORT),
        "tanggal": day(found["day"], today),
        "tentang": about,
        "hubungan": AMENDS if jenis == "SK" and about.casefold().startswith("perubahan") else "",
    }


def _last_workday(text: str) -> bool:
    return text in {"hari kerja terakhir", "hari kerja terakhir triwulan", "terakhir", "akhir triwulan"}


def report_day(text: str, today: date) -> int:
    """“23 Juni”, “7 hari sebelum triwulan berakhir”, “hari kerja terakhir”: days before the last one of a triwulan,
    negative after it."""
    said = " ".join(text.split()).strip(" .,").casefold()
    if _last_workday(said):
        return 0
    if found := _APART.fullmatch(said):
        return _allowed(int(found["n"]) if found["side"] == "sebelum" else -int(found["n"]))
    told = _coming(said, today)
    if workday_until(told) < today:
        raise Rejected(f"Tidak ada hari kerja lagi sampai {indonesian.tanggal(told)}; pilih tanggal sesudahnya.")
    return _allowed((periods.last_day(periods.due(told)) - told).days)


def _coming(said: str, today: date) -> date:
    """The day that is named, the next such one where no year is."""
    found = _DAY.fullmatch(said)
    if not found:
        raise Rejected("Tulis misalnya 23 Juni, 7 hari sebelum triwulan berakhir, atau hari kerja terakhir.")
    try:
        day, month = int(found["day"]), month_number(found["month"])
        told = date(int(found["year"]), month, day) if found["year"] else earliest(day, month, today)
    except ValueError:
        raise Rejected("Tanggal itu tidak ada dalam kalender.") from None
    if told < today:
        raise Rejected(f"{indonesian.tanggal(told)} sudah lewat; tulis tanggal yang akan datang.")
    return told


def _allowed(before: int) -> int:
    if -MOST_AFTER <= before <= MOST_BEFORE:
        return before
    raise Rejected(
        f"Tanggal laporan paling awal {MOST_BEFORE} hari sebelum dan paling lambat {MOST_AFTER} hari sesudah "
        "triwulan berakhir."
    )


def told_report_day(before: int) -> str:
    if not before:
        return "hari kerja terakhir triwulan"
    return f"{abs(before)} hari {'sebelum' if before > 0 else 'sesudah'} triwulan berakhir"


def reminders(text: str, _today: date) -> list[int]:
    """“H-10, H-3, H-1”: on how many working days before the report something is told, and on its day (0)."""
    said = text.strip(" .").casefold()
    if _is_nothing(said) or said in {"mati", "tidak"}:
        return []
    parts = [part for part in re.split(r"[\s,;]+|\bdan\b", re.sub(r"\bhari\b", " ", said)) if part]
    found = [_REMINDER.fullmatch(part) for part in parts]
    days = {int(one["n"] or 0) for one in found if one}
    before = sorted(days - {0}, reverse=True)
    if not parts or not all(found) or len(before) > MOST_REMINDERS or max(days) > MOST_BEFORE:
        raise Rejected(f"Tulis paling banyak {MOST_REMINDERS} hari, misalnya H-10, H-3, H-1; atau mati.")
    return [*before, 0]


def told_reminders(days: list[int]) -> str:
    return indonesian.daftar([*(f"H-{n}" for n in days if n), "hari H"]) if days else "mati"
