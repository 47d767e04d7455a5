"""/daftar and /cari: what is recorded on a day, in a pekan or a month, or found by words or number, page by page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from handlers.catatan.records import Catatan, kind_of, of_days
from handlers.chat.door import Stale
from handlers.chat.messages import Outgoing, Rejected, Says, Turn
from handlers.chat.pages import Leading, paged
from handlers.daftar.doors import Found, FoundByKept, OfDay, OfMonth, OfPekan
from handlers.dialog import kept
from handlers.reading.dates import calendar, periods
from handlers.reading.dates import pekan as dates_pekan
from handlers.reading.dates.days import read_days
from handlers.reading.text import clean
from handlers.whatsapp.doors import OfDays, button
from renderers import indonesian
from storage.catatan import records as search
from storage.foto import photos

_MONTH, _OF_MONTH = re.compile(calendar.MONTH, re.IGNORECASE), frozenset({"bulan", "bln"})
_DAY = re.compile(r"hari(?: (?P<day>.+))?", re.IGNORECASE)


def daftar(turn: Turn) -> Says:
    """/daftar [hari|hari and a date|pekan|bulan|a month|a date in the wanted pekan]."""
    text = {"pekan": "", "bulan": "bulan ini"}.get(turn.text.strip().casefold(), turn.text)
    if found := _DAY.fullmatch(text.strip()):
        return of_day(turn, OfDay(_one_day(found["day"] or "ini", turn.today)))
    if bulan := periods.read_month(text, turn.today):
        return of_month(turn, OfMonth(bulan.mulai))
    return of_pekan(turn, OfPekan(dates_pekan.parse_pekan(text, turn.today)))


def _one_day(text: str, today: date) -> date:
    found = read_days("hari ini" if text.casefold() == "ini" else text, today)
    if found.mulai != found.selesai:
        raise Rejected("Tulis satu hari saja, misalnya /daftar hari kemarin.")
    return found.mulai


def of_month(turn: Turn, door: OfMonth) -> Says:
    first = door.bulan
    if not periods.is_month(first):
        raise Stale
    rows = of_days(turn, first, periods.next_month(first), of_months=True)
    return [_page(turn, indonesian.bulan(first), rows, partial(OfMonth, first), door.page)]


def of_pekan(turn: Turn, door: OfPekan) -> Says:
    pekan = door.pekan
    if pekan.mulai.year not in periods.YEARS:
        raise Stale
    name = indonesian.short_span(pekan.mulai, pekan.selesai - timedelta(days=1))
    return [_of_days(turn, name, OfDays(pekan.mulai, pekan.selesai), partial(OfPekan, pekan), door.page)]


def of_day(turn: Turn, door: OfDay) -> Says:
    day = door.hari
    if day.year not in periods.YEARS:
        raise Stale
    days = OfDays(day, day + timedelta(days=1))
    return [_of_days(turn, indonesian.hari_tanggal(day), days, partial(OfDay, day), door.page)]


def _of_days(turn: Turn, name: str, days: OfDays, to: Leading, page: int) -> Outgoing:
    """The page with the button for the text of all the days; without records there is nothing to tell."""
    rows = of_days(turn, days.mulai, days.selesai)
    said = _page(turn, name, rows, to, page)
    return replace(said, menu=(*said.menu, (button(days),))) if rows else said


def _page(turn: Turn, name: str, rows: Sequence[Catatan], to: Leading, page: int) -> Outgoing:
    return paged(turn, f"Daftar {name}", listed(turn, rows), to, page, "Belum ada yang tercatat.")


def listed(turn: Turn, rows: Sequence[Catatan]) -> list[str]:
    """A line for each record, with the number of its photos."""
    counts = photos.counts(turn, rows)
    return [_line(row, counts.get((row.__tablename__, row.id), 0)) for row in rows]


def _line(row: Catatan, count: int) -> str:
    return f"#{row.nomor} {kind_of(row).headline(row)}" + (f", {count} foto" if count else "")


HOW = "Tulis kata yang dicari, misalnya /cari Bawaslu atau /cari #12."
# The words travel with the buttons that turn, of which Telegram carries 64 bytes.
LONGEST = 50
# Of a whole message: the shortest word that may tell, how many are tried, and what is searched for without one.
SHORTEST, MOST, NONE = 3, 12, "?"


def cari(turn: Turn) -> Says:
    if not turn.text.strip():
        raise Rejected(HOW)
    words = " ".join(clean(turn.text, 4096).split())
    if len(words.encode()) > LONGEST:
        raise Rejected("Terlalu panjang; satu atau dua kata sudah cukup.")
    return of_words(turn, Found(0, words))


def asked(turn: Turn) -> Says:
    """The search of who asks in words, with those of them that no record has."""
    if not turn.text:
        return cari(turn)
    told = _telling(turn, turn.text)
    others = [word for word in dict.fromkeys(_searched(turn.text)) if word not in told.split()]
    (said,) = of_words(turn, Found(0, told))
    return [replace(said, text=f"{said.text}\n\nTidak ditemukan: {', '.join(others)}. {OTHERS}")] if others else [said]


OTHERS = "Coba kata lain, misalnya /cari Bawaslu."


def of_kept(turn: Turn, door: FoundByKept) -> Says:
    """The records that hold as many as possible of the kept words."""
    return of_words(turn, Found(0, _telling(turn, kept.words_of(kept.find(turn, door.draft)))))


def _telling(turn: Turn, text: str) -> str:
    """The words of a text that are found together in some record, the first ones first; without any, as many of them as
    a button carries."""
    words, found = _searched(text), list[str]()
    for word in dict.fromkeys(words[:MOST]):
        if _carried([*found, word]) and _found(turn, [*found, word]):
            found.append(word)
    return " ".join(found) or next((" ".join(words[:n]) for n in range(len(words), 0, -1) if _carried(words[:n])), NONE)


def _found(turn: Turn, words: Sequence[str]) -> list[Catatan]:
    """The records of words, of which "juli" is also the month, and "bulan" before it says no more."""
    months = {word: calendar.month_number(word) for word in words if _MONTH.fullmatch(word)}
    told = [one for one, two in pairwise([*words, ""]) if not (one.casefold() in _OF_MONTH and two in months)]
    return search.cari(turn, told, months)


def _searched(text: str) -> list[str]:
    return [word for word in re.findall(r"#?\w+", text.casefold()) if len(word) >= SHORTEST]


def _carried(words: Sequence[str]) -> bool:
    return len(" ".join(words).encode()) <= LONGEST


def of_words(turn: Turn, door: Found) -> list[Outgoing]:
    found = _found(turn, door.words.split())
    title = f"{len(found)} catatan untuk “{door.words}”" if found else f"Pencarian “{door.words}”"
    empty = f"Tidak ada yang cocok. {OTHERS}"
    return [paged(turn, title, listed(turn, found), lambda n: Found(n, door.words), door.page, empty)]
