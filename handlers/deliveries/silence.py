"""Senyap: after a long silence of the channel, the members hear which of their messages may be lost."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from handlers.chat import access
from handlers.chat.messages import Chat, Outgoing
from renderers import indonesian
from storage.chat import inbox
from storage.database import Session
from storage.kantor import people, satker
from storage.kantor.satker import Here

# Telegram keeps updates for 24 hours; what is older than this may be gone, with some hours to spare.
KEPT = timedelta(hours=20)


def heard(session: Session, channel: str, now: datetime) -> Iterator[Outgoing]:
    """The channel is heard (again): nothing to say, unless it was not heard for too long."""
    before = inbox.heard(session, channel, now)
    if before is None or now - before <= KEPT:
        return
    for office in satker.every(session):
        text = _text(office.local(before), office.local(now - KEPT))
        here = Here(session, office, now)
        for member in people.current(here, here.today):
            if member.role in access.ANGGOTA:
                for known in people.identities(session, member):
                    if known.channel == channel:
                        yield Outgoing(Chat(channel, known.chat), title="Bot sempat tidak terhubung", text=text)


def _text(since: datetime, until: datetime) -> str:
    span = f"{_moment(since)} sampai {_moment(until)}"
    return (
        f"Pesan yang Anda kirim antara {span} mungkin tidak sampai. "
        "Periksa dengan /saya, lalu kirim sekali lagi yang belum tercatat."
    )


def _moment(at: datetime) -> str:
    return f"{indonesian.hari_tanggal(at.date())} pukul {at:%H.%M}"
