"""/daftar and /cari: what is recorded in a pekan or a month, or found by words or number, page by page."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from handlers.catatan.records import Catatan, kind_of
from handlers.chat.door import Stale
from handlers.chat.messages import Outgoing, Rejected, Says, Turn
from handlers.chat.pages import Leading, paged
from handlers.daftar.doors import Found, FoundByKept, OfMonth, OfPekan
from handlers.dialog import kept
from handlers.reading.dates import pekan as dates_pekan
from handlers.reading.dates import periods
from handlers.reading.text import clean
from renderers import indonesian
from storage.catatan import kegiatan, konten
from storage.catatan import records as search
from storage.foto import photos


def daftar(turn: Turn) -> Says:
    """/daftar [pekan|bulan|a month|a date in the wanted pekan]."""
    text = {"pekan": "", "bulan": "bulan ini"}.get(turn.text.strip().casefold(), turn.text)
    if bulan := periods.read_month(text, turn.today):
        return of_month(turn, OfMonth(bulan.mulai))
    return of_pekan(turn, OfPekan(dates_pekan.parse_pekan(text, turn.today)))


def of_month(turn: Turn, door: OfMonth) -> Says:
    first = door.bulan
    if not periods.is_month(first):
        raise Stale
    told = _lines(turn, first, periods.next_month(first))
    return [_page(turn, indonesian.bulan(first), told, partial(OfMonth, first), door.page)]


def of_pekan(turn: Turn, door: OfPekan) -> Says:
    pekan = door.pekan
    if pekan.mulai.year not in periods.YEARS:
        raise Stale
    name = indonesian.short_span(pekan.mulai, pekan.selesai - timedelta(days=1))
    return [_page(turn, name, _lines(turn, pekan.mulai, pekan.selesai), partial(OfPekan, pekan), door.page)]


def _page(turn: Turn, name: str, told: list[str], to: Leading, page: int) -> Outgoing:
    return paged(turn, f"Daftar {name}", told, to, page, "Belum ada yang tercatat.")


def _lines(turn: Turn, mulai: date, selesai: date) -> list[str]:
    rows: list[Catatan] = [*kegiatan.between(turn, mulai, selesai)]
    whole_month = mulai.day == 1 and selesai.day == 1
    # What is only known by its month stands in the month's list, not in the pekan that holds the first.
    rows += [k for k in konten.between(turn, mulai, selesai) if whole_month or not k.sebulan]
    rows.sort(key=lambda row: (row.day, row.nomor))
    return listed(turn, rows)


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
    """The search of who asks in words."""
    return of_words(turn, Found(0, _telling(turn, turn.text))) if turn.text else cari(turn)


def of_kept(turn: Turn, door: FoundByKept) -> Says:
    """The records that hold as many as possible of the kept words."""
    return of_words(turn, Found(0, _telling(turn, kept.words_of(kept.find(turn, door.draft)))))


def _telling(turn: Turn, text: str) -> str:
    """The words of a text that are found together in some record, the first ones first; without any, as many of them as
    a button carries."""
    words, found = [word for word in re.findall(r"#?\w+", text.casefold()) if len(word) >= SHORTEST], list[str]()
    for word in dict.fromkeys(words[:MOST]):
        if _carried([*found, word]) and search.cari(turn, [*found, word]):
            found.append(word)
    return " ".join(found) or next((" ".join(words[:n]) for n in range(len(words), 0, -1) if _carried(words[:n])), NONE)


def _carried(words: Sequence[str]) -> bool:
    return len(" ".join(words).encode()) <= LONGEST


def of_words(turn: Turn, door: Found) -> Says:
    found = search.cari(turn, door.words.split())
    title = f"{len(found)} catatan untuk “{door.words}”" if found else f"Pencarian “{door.words}”"
    empty = "Tidak ada yang cocok. Coba kata yang lebih pendek."
    return [paged(turn, title, listed(turn, found), lambda n: Found(n, door.words), door.page, empty)]
