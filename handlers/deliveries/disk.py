"""Ruang: when the disk fills up, the ketua pelaksana hears it, once a day."""

from collections.abc import Iterator
from datetime import datetime

from handlers.chat import reach
from handlers.chat.messages import Outgoing
from storage.database import Session
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from storage.laporan import deliveries

KIND = "ruang"


def low(session: Session, office: Satker, free: int, now: datetime) -> Iterator[Outgoing]:
    """`free` is in bytes."""
    day = office.local(now).date().isoformat()
    if deliveries.claim(session, office, KIND, day, {"free": free}, now, deliveries.State.SENT) is None:
        return
    text = (
        f"Ruang penyimpanan bot tinggal {free // 10**6} MB; di bawah 200 MB foto tidak diterima lagi. "
        "Mohon beri tahu pengelola bot."
    )
    for chat in reach.chats_of(session, office, Role.KETUA_PELAKSANA, now):
        yield Outgoing(chat, text=text)
