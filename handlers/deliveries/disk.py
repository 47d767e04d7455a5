"""Ruang: when the disk fills up, the ketua pelaksana hears it, once a day."""

from collections.abc import Iterator

from handlers.chat import reach
from handlers.chat.messages import Outgoing
from storage.kantor.people import Role
from storage.kantor.satker import Here
from storage.laporan import deliveries

KIND = "ruang"


def low(here: Here, free: int) -> Iterator[Outgoing]:
    """`free` is in bytes."""
    day = here.today.isoformat()
    if deliveries.claim(here, KIND, day, {"free": free}, deliveries.State.SENT) is None:
        return
    text = (
        f"Ruang penyimpanan bot tinggal {free // 10**6} MB; di bawah 200 MB foto tidak diterima lagi. "
        "Mohon beri tahu pengelola bot."
    )
    for chat in reach.chats_of(here, Role.KETUA_PELAKSANA):
        yield Outgoing(chat, text=text)
