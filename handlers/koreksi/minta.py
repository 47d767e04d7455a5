"""Minta lengkapi: the ketua pelaksana asks a reporter in one line to complete a record, and hears when it is done."""

from handlers.catatan.records import Catatan, kind_of, living, look, may_ask, merged_into, names, reporters
from handlers.chat.chats import chats_of_ids
from handlers.chat.face import Ask
from handlers.chat.messages import Button, Chat, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.koreksi.doors import AskToComplete, Change, Missing
from handlers.reading.text import clean
from renderers import indonesian
from storage.catatan import permintaan
from storage.kantor import audit

LONGEST = 300


def begun(turn: Turn, door: AskToComplete) -> Says:
    row = living(turn, door.nomor)
    if not may_ask(turn, row):
        raise Rejected("Catatan ini milik Anda sendiri.")
    text = f"{kind_of(row).headline(row)}\n\nApa yang perlu dilengkapi? Tulis dalam satu pesan."
    about = Missing(row.nomor, turn.incoming.event)
    return [asking.question(turn, MISSING, about, text, title=f"Minta lengkapi #{row.nomor}")]


def asked(turn: Turn, about: Missing) -> Says:
    """Send the written line to the reporters; the request stays open until another person changes the record."""
    row = look(turn, about.nomor)
    if why := _why_not(turn, row):
        return [turn.reply(why, card=asking.key(about))]
    wanted = clean(turn.incoming.text, LONGEST)
    permintaan.request(turn.session, turn.anggota, row.nomor, wanted, turn.now)
    audit.note(
        turn.session, turn.anggota, turn.now, row.__tablename__, row.nomor, "minta lengkapi", after={"isi": wanted}
    )
    done = turn.reply(
        f"Permintaan dikirim kepada {indonesian.daftar(names(turn, row))}: {wanted}", card=asking.key(about)
    )
    return [done, *[_request(turn, chat, row, about, wanted) for chat in _chats(turn, row)]]


MISSING = Ask(Missing, asked, lambda _: "Apa yang perlu dilengkapi?")


def _why_not(turn: Turn, row: Catatan) -> str:
    """Why a request that was begun cannot be sent any more."""
    if row.dihapus_at is not None:
        gone = f"digabung ke #{into}" if (into := merged_into(row)) else "dihapus"
        return f"Catatan #{row.nomor} sudah {gone}, jadi permintaannya tidak dikirim."
    if not may_ask(turn, row) or not _chats(turn, row):
        return "Pelapornya belum terhubung dengan bot; mohon disampaikan langsung."
    return ""


def _chats(turn: Turn, row: Catatan) -> list[Chat]:
    return chats_of_ids(turn, reporters(turn, row) - {turn.anggota.id})


def _request(turn: Turn, chat: Chat, row: Catatan, about: Missing, wanted: str) -> Outgoing:
    text = f"{turn.anggota.nama} meminta #{row.nomor} dilengkapi: {wanted}\n\n{kind_of(row).headline(row)}"
    return Outgoing(
        chat, text=text, menu=((Button("Ubah", Change(row.nomor)),),), card=f"minta:{row.nomor}:{about.event}"
    )
