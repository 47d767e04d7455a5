"""/daftar: what is recorded in a pekan or a month, page by page."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from handlers.catatan.kinds import Catatan, kind_of
from handlers.chat.door import Stale
from handlers.chat.messages import Outgoing, Says, Turn
from handlers.chat.pages import Leading, paged
from handlers.daftar.doors import OfMonth, OfPekan
from handlers.reading.dates import pekan as dates_pekan
from handlers.reading.dates import periods
from renderers import indonesian
from storage.catatan import kegiatan, konten
from storage.foto import photos


def daftar(turn: Turn) -> Says:
    """/daftar [pekan|bulan|a date in the wanted pekan]."""
    text = turn.text.strip().casefold()
    if text == "bulan":
        return of_month(turn, OfMonth(turn.today.replace(day=1)))
    return of_pekan(turn, OfPekan(dates_pekan.parse_pekan("" if text == "pekan" else text, turn.today)))


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
    name = indonesian.rentang_pendek(pekan.mulai, pekan.selesai - timedelta(days=1))
    return [_page(turn, name, _lines(turn, pekan.mulai, pekan.selesai), partial(OfPekan, pekan), door.page)]


def _page(turn: Turn, name: str, told: list[str], to: Leading, page: int) -> Outgoing:
    return paged(turn, f"Daftar {name}", told, to, page, "Belum ada yang tercatat.")


def _lines(turn: Turn, mulai: date, selesai: date) -> list[str]:
    rows: list[Catatan] = [*kegiatan.between(turn, mulai, selesai)]
    whole_month = mulai.day == 1 and selesai.day == 1
    # What is only known by its month stands in the month's list, not in the pekan that holds the first.
    rows += [k for k in konten.between(turn, mulai, selesai) if whole_month or not k.sebulan]
    rows.sort(key=lambda row: (row.mulai if isinstance(row, kegiatan.Kegiatan) else row.tanggal, row.nomor))
    return listed(turn, rows)


def listed(turn: Turn, rows: Sequence[Catatan]) -> list[str]:
    """A line for each record, with the number of its photos."""
    counts = photos.counts(turn, rows)
    return [_line(row, counts.get((row.__tablename__, row.id), 0)) for row in rows]


def _line(row: Catatan, count: int) -> str:
    return f"#{row.nomor} {kind_of(row).headline(row)}" + (f", {count} foto" if count else "")
