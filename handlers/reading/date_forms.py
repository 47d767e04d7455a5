"""What one matched date expression means: from the groups of a match to a Tanggal, or to the question to ask."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.chat.messages import Rejected
from handlers.reading.calendar import (
    BILANGAN,
    MINGGU,
    akhir_bulan,
    hari_terakhir,
    hari_terdekat,
    nomor_bulan,
    nomor_hari,
    pertama_kali,
    terakhir_kali,
)
from renderers import indonesian

CONTOH = "Misalnya: hari ini, kemarin, 17 Juni, atau 12 Mei s/d 3 Juni 2022."


@dataclass(frozen=True)
class Tanggal:
    """A day, or a range with its last day; `sebulan`: only the month is known, `mulai` is its first day."""

    mulai: date
    selesai: date
    sebulan: bool = False


def _sehari(day: date) -> Tanggal:
    return Tanggal(day, day)


def bukan(text: str) -> Rejected:
    return Rejected(f"“{text.strip()[:40]}” belum terbaca sebagai tanggal. {CONTOH}")


def satu(found: re.Match[str], today: date) -> Tanggal:
    """A day: `day_a`, perhaps with `weekday_a`, `month_a`, `year_a`."""
    groups = found.groupdict()
    try:
        day = _hitung(int(groups["day_a"]), groups.get("month_a"), groups.get("year_a"), today)
    except ValueError:
        raise bukan(found[0]) from None
    return _sehari(_cocok(groups.get("weekday_a"), day))


def _hitung(day: int, month: str | None, year: str | None, today: date) -> date:
    number = nomor_bulan(month) if month else None
    return date(_tahun(year), number, day) if number and year else terakhir_kali(day, number, today)


def _tahun(digits: str) -> int:
    return int(digits) if len(digits) == len("2022") else 2000 + int(digits)


def rentang(found: re.Match[str], today: date) -> Tanggal:
    """Two days; the end lends the start its month and year, and without a year the start lies in the past."""
    groups = found.groupdict()
    groups["month_a"] = groups.get("month_a") or groups.get("month_b")
    try:
        start, end = _ujung(groups, today)
    except ValueError:
        raise bukan(found[0]) from None
    if start > end:
        raise Rejected(f"{indonesian.tanggal(end)} mendahului {indonesian.tanggal(start)}; mohon tulis ulang.")
    return Tanggal(_cocok(groups.get("weekday_a"), start), _cocok(groups.get("weekday_b"), end))


def _ujung(groups: dict[str, str | None], today: date) -> tuple[date, date]:
    day_a, day_b = int(groups["day_a"] or 0), int(groups["day_b"] or 0)
    month_b, year_a, year_b = groups.get("month_b"), groups.get("year_a"), groups.get("year_b")
    if year_b:
        end = _hitung(day_b, month_b, year_b, today)
        lent = year_a or (year_b if groups["month_a"] == month_b else None)
        return _hitung(day_a, groups["month_a"], lent, end), end
    start = _hitung(day_a, groups["month_a"], year_a, today)
    return start, pertama_kali(day_b, nomor_bulan(month_b) if month_b else None, start)


def _cocok(weekday: str | None, day: date) -> date:
    """A typed weekday that contradicts its date is asked about, never guessed."""
    if not weekday or nomor_hari(weekday) == day.weekday():
        return day
    choices = sorted([hari_terdekat(nomor_hari(weekday), day), day])
    either = " atau ".join(indonesian.hari_tanggal(p) for p in choices)
    raise Rejected(f"{indonesian.tanggal(day)} itu hari {indonesian.hari(day)}. Yang benar {either}?")


def nama_hari(found: re.Match[str], today: date) -> Tanggal:
    """A weekday alone: today's own name is today, "lalu" is before today."""
    number, direction = nomor_hari(found["weekday"]), (found["direction"] or "").casefold()
    if number == MINGGU and direction and not found["marked"]:
        raise pekan_mana(found, today)
    if direction == "depan":
        return _sehari(today + timedelta(days=(number - today.weekday() - 1) % 7 + 1))
    return _sehari(hari_terakhir(number, today - timedelta(days=direction not in {"", "ini"})))


def pekan_mana(found: re.Match[str], today: date) -> Rejected:
    """Ask: "Minggu lalu" is last Sunday, or some day of last week."""
    direction = found[0].casefold().split()[-1]
    example = hari_terakhir(0, today) + timedelta(days={"ini": 0, "depan": 7}.get(direction, -7))
    return Rejected(f"“{found[0].strip()}” hari apa tepatnya? Misalnya {indonesian.hari_tanggal(example)}.")


def tanya_pekan(found: re.Match[str], today: date) -> Tanggal:
    raise pekan_mana(found, today)


def hari_lalu(found: re.Match[str], today: date) -> Tanggal:
    word = found["n"].casefold()
    return _sehari(today - timedelta(days=1 if word == "se" else BILANGAN.get(word) or int(word)))


def sebulan(found: re.Match[str], today: date) -> Tanggal:
    day = _hitung(1, found["month_a"], found["year_a"], today)
    return Tanggal(day, akhir_bulan(day), sebulan=True)


def bulan_ini_lalu(found: re.Match[str], today: date) -> Tanggal:
    first = today.replace(day=1)
    first = first if found["direction"].casefold() == "ini" else (first - timedelta(days=1)).replace(day=1)
    return Tanggal(first, akhir_bulan(first), sebulan=True)
