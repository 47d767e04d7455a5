"""How much people may send: kinds of file by role, asked before anything is fetched, and messages a minute."""

from datetime import timedelta
from enum import StrEnum

from handlers.chat.door import ANGGOTA, KETUA_PELAKSANA, PENGIRIM
from handlers.chat.messages import Incoming, Outgoing
from storage.chat import inbox
from storage.database import Session
from storage.kantor.people import Role


class Sent(StrEnum):
    """A kind of file that somebody sends."""

    PHOTO = "photo"
    WORKBOOK = "workbook"
    WORD = "word"


NOT_REPORTING = "Hanya anggota tim yang dapat melapor. Ketik /bantuan untuk melihat perintah Anda."
_SENDERS = {
    Sent.PHOTO: (ANGGOTA, NOT_REPORTING),
    Sent.WORKBOOK: (
        KETUA_PELAKSANA | PENGIRIM,
        "Berkas Excel hanya diterima dari Ketua Pelaksana. Kirim foto, atau tulis laporannya.",
    ),
    Sent.WORD: (
        KETUA_PELAKSANA,
        "Berkas Word hanya diterima dari Ketua Pelaksana. Kirim foto, atau tulis laporannya.",
    ),
}


def refusal(sent: Sent, role: Role) -> str:
    """The sentence that refuses such a file from a person of this role; empty where the role may send it."""
    who, sentence = _SENDERS[sent]
    return "" if role in who else sentence


PER_MINUTE = 300
STRANGERS_PER_MINUTE = 5
MINUTE = timedelta(minutes=1)
ENOUGH = (
    f"Terlalu banyak pesan: lebih dari {PER_MINUTE} dalam satu menit. Yang menyusul belum dicatat; "
    "mohon tunggu semenit, lalu kirim lagi."
)


def exceeded(session: Session, incoming: Incoming) -> list[Outgoing] | None:
    """None while the chat is within the limit; beyond it the messages that say so, once for each flood."""
    many = inbox.within(session, incoming.chat.channel, incoming.event, MINUTE)
    if many <= PER_MINUTE:
        return None
    return [Outgoing(incoming.chat, text=ENOUGH)] if many == PER_MINUTE + 1 and not incoming.chat.group else []


def stranger_exceeded(session: Session, incoming: Incoming) -> bool:
    """Whether a stranger has passed the limit for strangers, beyond which the bot does not answer."""
    return inbox.within(session, incoming.chat.channel, incoming.event, MINUTE) > STRANGERS_PER_MINUTE
