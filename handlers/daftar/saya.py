"""/saya: one's own entries as rows of e-Kinerja, each of which a tap copies, and those of a month as a workbook."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from handlers.chat import drawn
from handlers.chat.door import Stale
from handlers.chat.messages import Button, Rejected, Says, Turn
from handlers.chat.pages import PAGE, in_rows, placed, turning
from handlers.daftar.doors import Mine, MyMonth
from handlers.daftar.kinerja import packed, rows
from handlers.reading.dates import periods
from handlers.reading.dates.days import read_days
from handlers.reading.dates.forms import Days
from handlers.reading.dates.pekan import read_pekan
from renderers import indonesian
from renderers.excel.ekspor import Column, Ekspor, Table

HOW = "Tekan satu baris untuk menyalinnya."
WIDTHS = (24, 16, 60, 30, 60)


def saya(turn: Turn) -> Says:
    when = _when(turn)
    return _shown(turn, Mine(when.mulai, when.selesai, when.sebulan))


def asked(turn: Turn) -> Says:
    """One's own entries for who asks in words: of the month, where no day is named."""
    return saya(turn if turn.text else replace(turn, incoming=replace(turn.incoming, text="/saya bulan")))


def _when(turn: Turn) -> Days:
    text = turn.text.strip()
    if text and (pekan := read_pekan(text, turn.today)):
        return Days(pekan.mulai, pekan.selesai - timedelta(days=1))
    return read_days({"": "hari ini", "hari": "hari ini", "bulan": "bulan ini"}.get(text.casefold(), text), turn.today)


def mine(turn: Turn, door: Mine) -> Says:
    if {door.mulai.year, door.selesai.year} - set(periods.YEARS):
        raise Stale
    return _shown(turn, door)


def _shown(turn: Turn, door: Mine) -> Says:
    when, more = Days(door.mulai, door.selesai, door.sebulan), in_rows(placed(turn, "/saya"), 2)
    packs = packed([row.line for row in rows(turn, when)], PAGE)
    if not packs:
        return [turn.reply(_none(when), menu=more)]
    _, (pack,), turns = turning(partial(Mine, door.mulai, door.selesai, door.sebulan), door.page, packs, 1)
    bulan = when.selesai.replace(day=1)
    menu = (*turns, (Button(f"Excel {indonesian.bulan(bulan)}", MyMonth(bulan)),), *more)
    said = turn.reply(HOW, title=f"Catatan Anda, {_named(when)}", menu=menu, card=replace(door, page=0).written())
    return [replace(said, blocks=tuple(pack))]


def _none(when: Days) -> str:
    return f"Belum ada catatan Anda pada {_named(when)}."


def _named(when: Days) -> str:
    if when.sebulan:
        return indonesian.bulan(when.mulai)
    same = when.mulai == when.selesai
    return indonesian.hari_tanggal(when.mulai) if same else indonesian.span(when.mulai, when.selesai)


def book(turn: Turn, door: MyMonth) -> Says:
    """The month as an .xlsx file, with the heads that the office has given its columns."""
    if not periods.is_month(door.bulan):
        raise Stale
    when = Days.in_month(door.bulan)
    found, name = rows(turn, when), indonesian.bulan(door.bulan)
    if not found:
        raise Rejected(_none(when))
    heads = zip(turn.satker.kolom, WIDTHS, strict=True)
    columns = tuple(Column(head, width, tanggal=not n) for n, (head, width) in enumerate(heads))
    table = Table("e-Kinerja", columns, tuple(row.cells for row in found))
    title = f"e-Kinerja {turn.anggota.nama} {name}"
    return drawn.asked(turn, "saya", Ekspor(title, turn.today, (table,)), title=title, text=f"{len(found)} baris.")
