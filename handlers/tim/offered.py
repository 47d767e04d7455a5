"""Perintah: the list that an app offers when somebody types a slash, for each role and for the group."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import datetime

from handlers.chat.face import Command
from handlers.chat.messages import Chat, CommandList, Offer
from handlers.tim import bantuan
from storage.chat import offered
from storage.database import Session
from storage.kantor.people import Role

Commands = Sequence[Command]
# A minute; thousands are told over hours, and whoever comes in at once.
MOST = 30
BIND = "hubungkan"
STRANGERS: CommandList = (("start", "masuk dengan tautan undangan"),)
DESKRIPSI = (
    "Bot ini untuk tim Bakohumas satker KPU.\n\n"
    "• Laporkan kegiatan dan konten: cukup kirim foto dengan keterangannya, atau tautannya.\n"
    "• Kolase pekanan dikirim ke grup dengan sendirinya.\n"
    "• Laporan triwulan disusun menjadi dokumen Word dan PDF.\n\n"
    "Belum terdaftar? Mintalah tautan undangan kepada Ketua Pelaksana satker Anda."
)
TENTANG = "Pencatatan kegiatan dan konten, kolase pekanan, dan laporan triwulan tim Bakohumas KPU."


def of_role(commands: Commands, role: Role) -> CommandList:
    return bantuan.in_order([(one.word, one.tells) for one in commands if role in one.who])


def of_group(commands: Commands, *, bound: bool) -> CommandList:
    """A group that is bound needs all but the command that binds it, any other nothing else."""
    return tuple((one.word, one.tells) for one in commands if one.group and (one.word != BIND) == bound)


def mark(said: object) -> str:
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def renewed(session: Session, commands: Commands, now: datetime, only: Chat | None = None) -> Iterator[Offer]:
    """What apps must be told anew: somebody came, left or changed roles, or the list is another. `only` this chat is
    told whatever it was told before."""
    offers = {role: of_role(commands, role) for role in Role}
    marks = {role: mark(offer) for role, offer in offers.items()}
    here = (only.channel, only.id) if only else None
    for channel, id_, role in offered.people(session, marks, now.date(), MOST, here):
        yield _told(session, Chat(channel, id_), offers[role])
    if only is None:
        yield from _elsewhere(session, of_group(commands, bound=True), now)


def _elsewhere(session: Session, group: CommandList, now: datetime) -> Iterator[Offer]:
    for channel, id_ in offered.groups(session, mark(group), MOST):
        yield _told(session, Chat(channel, id_, group=True), group)
    for channel, id_ in offered.gone(session, now.date(), MOST):
        yield _told(session, Chat(channel, id_), ())


def _told(session: Session, chat: Chat, commands: CommandList) -> Offer:
    offered.tell(session, chat.channel, chat.id, mark(commands) if commands else "")
    return Offer(chat, commands)
