"""Teks WA: answers with a text that is ready to be forwarded, and sends the text of the day at the office's hour."""

from datetime import date, datetime, timedelta
from urllib.parse import quote

from handlers.catatan import seen
from handlers.catatan.records import Catatan, numbered, of_days
from handlers.chat import chats
from handlers.chat.door import Stale
from handlers.chat.messages import Button, Chat, Menu, Outgoing, Rejected, Says, Turn
from handlers.reading.dates import periods
from handlers.whatsapp.doors import OfDays, OfRecords, OfReport, Open
from handlers.whatsapp.records import of_one, of_several, when
from handlers.whatsapp.report import of_report
from handlers.whatsapp.text import Text
from renderers import indonesian
from storage.chat import handed
from storage.kantor.people import Role
from storage.kantor.satker import Here
from storage.laporan import deliveries
from storage.laporan import laporan as reports

KIND = "teks wa"
NOTHING = "Tidak ada lagi yang menunggu untuk Anda."
# The text of a day that an outage has held up for longer is of no use to anybody.
LATE = timedelta(hours=3)
WEEK = timedelta(days=7)
HOW = "Tekan teks ini untuk menyalinnya, lalu tempel di grup WhatsApp."
# Bytes of an address that every browser opens; Telegram names no limit for the address of a button.
LONGEST = 2048
# No card shows so many records at once.
MOST = 100


def of_records(turn: Turn, door: OfRecords) -> Says:
    if not 0 <= door.last - door.first < MOST:
        raise Stale
    rows = numbered(turn, range(door.first, door.last + 1))
    if not rows:
        raise Rejected("Catatannya sudah dihapus, jadi tidak ada yang dapat dilaporkan.")
    return [_answer(turn.incoming.chat, _told(turn, rows))]


def of_the_days(turn: Turn, door: OfDays) -> Says:
    if door.mulai.year not in periods.YEARS or not timedelta(0) < door.selesai - door.mulai <= WEEK:
        raise Stale
    rows, last = of_days(turn, door.mulai, door.selesai), door.selesai - timedelta(days=1)
    if not rows:
        raise Rejected(f"Belum ada yang tercatat pada {when(door.mulai, last)}, jadi belum ada teksnya.")
    return [_answer(turn.incoming.chat, _of_days(turn, rows, door.mulai, last))]


def of_version(turn: Turn, door: OfReport) -> Says:
    row = reports.version(turn, door.periode.kode, door.versi)
    if row is None:
        raise Rejected("Versi itu tidak ada.")
    return [_answer(turn.incoming.chat, of_report(turn.satker, row))]


def opened(turn: Turn, _door: Open) -> Says:
    """What waits comes by itself once somebody writes or presses anything; only where nothing does, that is said."""
    chat = turn.incoming.chat
    return [] if handed.goes_to(turn.session, chat.channel, chat.id) else [turn.reply(NOTHING)]


def daily(here: Here) -> Says:
    """Asked each minute: at the hour of the office the ketua pelaksana gets the text of the day, if there is any."""
    at, local = here.satker.wa_jam, here.clock
    if at is None or not timedelta(0) <= local - datetime.combine(local, at, local.tzinfo) < LATE:
        return
    day, key = local.date(), local.date().isoformat()
    if deliveries.taken(here, KIND, key):
        return
    rows = of_days(here, day, day + timedelta(days=1))
    claimed = deliveries.claim(here, KIND, key, {}, deliveries.State.SENT if rows else deliveries.State.EMPTY)
    if claimed and rows:
        told = _of_days(here, rows, day, day)
        title = f"Teks WA {indonesian.hari_tanggal(day)}"
        yield from (_answer(chat, told, title) for chat in chats.chats_of(here, Role.KETUA_PELAKSANA))


def _told(here: Here, rows: list[Catatan]) -> Text:
    if len(rows) == 1:
        return of_one(here.satker, seen.seen(here, rows[0]))
    return _of_days(here, rows, min(row.day for row in rows), max(row.day for row in rows))


def _of_days(here: Here, rows: list[Catatan], first: date, last: date) -> Text:
    return of_several(here.satker, seen.every(here, rows), first, last)


def _answer(chat: Chat, told: Text, title: str = "") -> Outgoing:
    left = f"Terlalu panjang untuk satu pesan; tidak termuat: {told.left_out}.\n" if told.left_out else ""
    return Outgoing(chat, title, f"{left}{HOW}", blocks=(told.words,), menu=_open(told.words))


def _open(words: str) -> Menu:
    address = f"https://wa.me/?text={quote(words, safe='')}"
    return ((Button("Buka WhatsApp", url=address),),) if len(address) <= LONGEST else ()
