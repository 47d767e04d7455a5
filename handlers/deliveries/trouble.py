"""Tells the ketua pelaksana of trouble: a post of uncertain arrival, a channel that was silent too long, a disk that
fills up."""

from collections.abc import Iterator
from datetime import datetime

from handlers.chat import chats, means
from handlers.chat.door import ANGGOTA
from handlers.chat.events import Uncertain
from handlers.chat.messages import Button, Chat, Outgoing, Rejected, Says, Turn
from handlers.deliveries.doors import Arrived, SendAgain
from renderers import indonesian
from storage.chat import heard as heard_rows
from storage.chat import outbox, stuck
from storage.chat.outbox import Outbox
from storage.database import Session
from storage.kantor import people, satker
from storage.kantor.people import Role
from storage.kantor.satker import Here, Satker
from storage.laporan import deliveries

LOW = "ruang"


def low(here: Here, free: int) -> Iterator[Outgoing]:
    """The warning that the disk fills up; `free`: bytes left."""
    day = here.today.isoformat()
    if deliveries.claim(here, LOW, day, {"free": free}, deliveries.State.SENT) is None:
        return
    text = (
        f"Ruang penyimpanan bot tinggal {free // 10**6} MB; di bawah 200 MB foto tidak diterima lagi. "
        "Mohon beri tahu pengelola bot."
    )
    for chat in chats.chats_of(here, Role.KETUA_PELAKSANA):
        yield Outgoing(chat, text=text)


def heard(session: Session, channel: str, now: datetime) -> Iterator[Outgoing]:
    """Note that the channel answers; if it was silent too long, the messages that say so."""
    before, keeps = heard_rows.heard(session, channel, now), means.of(channel).keeps
    if before is None or now - before <= keeps:
        return
    for office in satker.every(session):
        text = _lost(office.local(before), office.local(now - keeps))
        here = Here(session, office, now)
        for member in people.current(here, here.today):
            if member.role in ANGGOTA:
                for known in people.identities(session, member):
                    if known.channel == channel:
                        yield Outgoing(Chat(channel, known.chat), title="Bot sempat tidak terhubung", text=text)


def _lost(since: datetime, until: datetime) -> str:
    span = f"{_moment(since)} sampai {_moment(until)}"
    return (
        f"Pesan yang Anda kirim antara {span} mungkin tidak sampai. "
        "Periksa dengan /saya, lalu kirim sekali lagi yang belum tercatat."
    )


def _moment(at: datetime) -> str:
    return f"{indonesian.hari_tanggal(at.date())} pukul {at:%H.%M}"


def asked(event: Uncertain) -> list[Outgoing]:
    session, row, now = event.outcome.session, event.outcome.row, event.outcome.now
    office = session.get(Satker, row.satker_id) if row.satker_id else satker.by_grup(session, row.channel, row.chat)
    if office is None:
        return []
    row.satker_id = office.id
    what = row.payload.get("title") or row.payload.get("text", "").partition("\n")[0]
    menu = ((Button("Sudah ada", Arrived(row.id)), Button("Kirim ulang", SendAgain(row.id))),)
    text = f"Jaringan terputus saat mengirim ke grup: “{what}”. Apakah kiriman itu sudah ada di grup?"
    leaders = chats.chats_of(Here(session, office, now), Role.KETUA_PELAKSANA)
    return [Outgoing(chat, text=text, menu=menu, card=f"kiriman:{row.id}") for chat in leaders]


def arrived(turn: Turn, door: Arrived) -> Says:
    row = _row(turn, door.post)
    outbox.give_up(row, outbox.State.SENT, "")
    outbox.over(turn.session, row)
    return [turn.reply("Baik, kiriman itu dianggap sudah ada di grup.", card=f"kiriman:{door.post}")]


def send_again(turn: Turn, door: SendAgain) -> Says:
    outbox.again(_row(turn, door.post), turn.now, "")
    return [turn.reply("Dikirim ulang ke grup.", card=f"kiriman:{door.post}")]


def _row(turn: Turn, post: int) -> Outbox:
    row = stuck.uncertain(turn.session, turn.satker.id, post)
    if row is None:
        raise Rejected("Sudah dijawab.")
    return row
