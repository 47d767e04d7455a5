"""People go: the wrong person who came by a link, whose membership was ended, and who left the group."""

from collections.abc import Iterator
from datetime import date, timedelta

from handlers.atur.doors import OneRow
from handlers.chat import changes
from handlers.chat.chats import chats_of, chats_of_ids, every
from handlers.chat.door import Stale
from handlers.chat.events import TermChanged
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.tim import undang
from handlers.tim.doors import ShutOut
from renderers.indonesian import full_stop, tanggal
from storage.chat import inbox
from storage.kantor import arrivals, audit, people
from storage.kantor.people import Anggota, Role
from storage.pribadi import pribadi

MISTAKEN = timedelta(hours=72)


def shut_out(turn: Turn, door: ShutOut) -> Says:
    """The wrong person who has just come goes again; somebody who belongs here goes by /atur, with a date."""
    row = _named(turn, door)
    if row.role == Role.PENGIRIM:
        # No member of the team, whose membership would end with a date.
        return _shut_out(turn, row)
    came, own = arrivals.of(turn, row), arrivals.of(turn, turn.anggota)
    if came is None or came.at + MISTAKEN <= turn.now:
        text = f"Sudah lebih dari 72 jam sejak {row.nama} masuk. Akhiri keanggotaannya dengan /atur tim."
        return [turn.reply(text, menu=_settings(row), card=f"masuk:{row.id}")]
    if came.by_operator:
        raise Rejected(f"{row.nama} masuk dengan tautan pengelola bot. Akhiri keanggotaannya dengan /atur tim.")
    if own and not own.by_operator and own.at >= came.at:
        raise Rejected("Hanya yang lebih dahulu di tim yang dapat menekan tombol ini.")
    return _shut_out(turn, row)


def _named(turn: Turn, door: ShutOut) -> Anggota:
    row = people.get(turn, door.anggota)
    if row is None:
        raise Stale
    if row.id == turn.anggota.id:
        raise Rejected("Ini akun Anda sendiri.")
    if not people.identities(turn.session, row):
        raise Rejected("Orang itu sudah tidak aktif.")
    return row


def _shut_out(turn: Turn, row: Anggota) -> Iterator[Outgoing]:
    own = every(turn.session, row)
    changes.decides(turn)
    pribadi.leave_nothing(turn, row)
    people.unknow(turn.session, row)
    audit.note(turn.session, turn.anggota, turn.now, "anggota", row.id, "cabut")
    yield turn.reply(f"Akses {row.nama} dicabut. Undang orang yang benar dengan /undang.", card=f"masuk:{row.id}")
    who = f"Akses Anda ke bot {undang.team(turn.satker)} dicabut oleh {turn.anggota.nama}"
    for chat in own:
        yield Outgoing(chat, text=f"{who} karena undangannya bukan untuk Anda.")


def term_changed(event: TermChanged) -> Iterator[Outgoing]:
    """Who is removed, or after all is not, hears so from the bot and not by its silence."""
    turn, entry, today = event.turn, event.entry, event.turn.clock.date()
    begins = [told.get("berlaku_dari") or "" for told in (entry.before, entry.after)]
    row = people.get(turn, entry.ref)
    if row is None or row.id == turn.anggota.id or not ("berlaku_sampai" in entry.after or max(begins) > str(today)):
        return
    text = f"Keanggotaan Anda di {undang.team(turn.satker)} {_term(row, today)}, ditetapkan oleh {turn.anggota.nama}"
    for chat in chats_of_ids(turn, {row.id}):
        yield Outgoing(chat, text=full_stop(text))


def _term(row: Anggota, today: date) -> str:
    if row.berlaku_dari and row.berlaku_dari > today:
        return f"mulai pada {tanggal(row.berlaku_dari)}"
    return f"berakhir pada {tanggal(row.berlaku_sampai)}" if row.berlaku_sampai else "kembali berlaku tanpa batas waktu"


def left_group(turn: Turn) -> list[Outgoing]:
    """Whoever leaves the group may still do all they could: whether that is meant, their ketua pelaksana knows."""
    row, chat = turn.anggota, turn.incoming.chat
    inbox.strip(turn.session, chat.channel, turn.incoming.event, "grup")
    told = f"{row.nama} tidak lagi di grup satker."
    text = f"{told} Aksesnya ke bot tetap ada sampai keanggotaannya diakhiri dengan /atur tim."
    own = every(turn.session, row)
    return [
        Outgoing(one, text=text, menu=_settings(row)) for one in chats_of(turn, Role.KETUA_PELAKSANA) if one not in own
    ]


def _settings(row: Anggota) -> Menu:
    return ((Button("Atur keanggotaan", OneRow("tim", row.id)),),)
