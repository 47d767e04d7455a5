"""Minta lengkapi: the ketua pelaksana asks a reporter in one line to complete a record, and hears when it is done."""

from dataclasses import replace
from datetime import timedelta

from handlers.catatan import save
from handlers.catatan.kinds import Catatan, macam_of
from handlers.catatan.ownership import living, look, may_ask, merged_into, names, reporters
from handlers.chat.messages import Button, Chat, Outgoing, Rejected, Says, Turn
from handlers.chat.reach import chats_of_ids
from handlers.dialog import examples
from handlers.reading.words import kalimat
from renderers import indonesian
from storage.catatan import drafts
from storage.chat import isian
from storage.chat.isian import Permintaan
from storage.kantor import audit

LONGEST, WAIT = 300, timedelta(hours=1)


def press(turn: Turn) -> Says:
    """m:<nomor> begins a request, m:<nomor>:<request> takes it back."""
    _, nomor, *request = turn.incoming.press.split(":")
    if request:
        return _dropped(turn, int(request[0]))
    row = living(turn, int(nomor))
    if not may_ask(turn, row):
        raise Rejected("Catatan ini milik Anda sendiri.")
    drop(turn)
    isian.drop(turn.session, turn.anggota)
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft:
        save.put_away(turn, draft)
    asked = isian.begin(turn.session, turn.anggota, row.nomor, turn.now)
    text = f"{macam_of(row).headline(row)}\n\nApa yang perlu dilengkapi? Tulis dalam satu pesan."
    menu = ((Button("Batal", f"m:{row.nomor}:{asked.id}"),),)
    card = turn.reply(text, title=f"Minta lengkapi #{row.nomor}", menu=menu, card=_card(asked))
    return [replace(card, placeholder=examples.of_perihal(turn.incoming.press))]


def _card(asked: Permintaan) -> str:
    return f"minta:{asked.nomor}:{asked.id}"


def drop(turn: Turn) -> None:
    """Whoever goes on to something else does not ask any more."""
    if asked := isian.asking(turn.session, turn.anggota):
        asked.state = isian.DROPPED


def _dropped(turn: Turn, id_: int) -> Says:
    asked = isian.by_id(turn.session, turn.anggota, id_)
    if asked is None or asked.state != isian.ASKING:
        raise Rejected("Permintaan ini sudah dikirim atau dibatalkan.")
    asked.state = isian.DROPPED
    return [turn.reply("Dibatalkan. Tidak ada yang diminta.", card=_card(asked))]


def line(turn: Turn) -> list[Outgoing] | None:
    """The words that the request waits for; None if none does."""
    asked = isian.asking(turn.session, turn.anggota)
    if asked is None or turn.now - asked.dibuat_at > WAIT:
        return None
    row = look(turn, asked.nomor)
    if why := _why_not(turn, row):
        # Said, not raised: what is raised undoes the dropping too, and the request would take every later text.
        asked.state = isian.DROPPED
        return [turn.reply(why, card=_card(asked))]
    asked.isi, asked.state = kalimat(turn.incoming.text, LONGEST), isian.OPEN
    chats = chats_of_ids(turn, reporters(turn, row) - {turn.anggota.id})
    audit.note(
        turn.session, turn.anggota, turn.now, row.__tablename__, row.nomor, "minta lengkapi", after={"isi": asked.isi}
    )
    who = indonesian.daftar(names(turn, row))
    done = turn.reply(f"Permintaan dikirim kepada {who}: {asked.isi}", card=_card(asked))
    return [done, *[_request(turn, chat, row, asked) for chat in chats]]


def _why_not(turn: Turn, row: Catatan) -> str:
    """Why a request that was begun cannot be sent any more."""
    if row.dihapus_at is not None:
        gone = f"digabung ke #{into}" if (into := merged_into(row)) else "dihapus"
        return f"Catatan #{row.nomor} sudah {gone}, jadi permintaannya tidak dikirim."
    if not may_ask(turn, row) or not chats_of_ids(turn, reporters(turn, row) - {turn.anggota.id}):
        return "Pelapornya belum terhubung dengan bot; mohon disampaikan langsung."
    return ""


def _request(turn: Turn, chat: Chat, row: Catatan, asked: Permintaan) -> Outgoing:
    text = f"{turn.anggota.nama} meminta #{row.nomor} dilengkapi: {asked.isi}\n\n{macam_of(row).headline(row)}"
    return Outgoing(chat, text=text, menu=((Button("Ubah", f"c:{row.nomor}:ubah"),),), card=_card(asked))
