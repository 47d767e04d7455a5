"""Tells the ketua pelaksana when the bot may no longer write in the group, or a person has blocked it, and what to do;
when it is back, what waits is sent."""

from collections.abc import Iterator
from datetime import datetime

from handlers.chat import chats
from handlers.chat.events import Held
from handlers.chat.messages import Act, Chat, Incoming, Outgoing, Presence, Says
from storage.chat import cards, inbox, stuck
from storage.database import Session
from storage.kantor import identities, people, satker
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Here

GROUP = "tempat"
LATER = "Kolase dan laporan yang tertunda dikirim sesudahnya."
TOLD = {
    Presence.REMOVED: "Bot tidak ada lagi di grup satker. Tambahkan kembali, atau ketik /hubungkan di grup lain.",
    Presence.MUTED: "Bot tidak boleh menulis di grup satker. Minta admin grup mengizinkan bot mengirim pesan dan foto.",
    Presence.CLOSED: "Topik tempat bot menulis ditutup. Minta admin membukanya, atau ketik /hubungkan di topik lain.",
    Presence.LOST: "Topik tempat bot menulis tidak ditemukan lagi. Ketik /hubungkan di topik lain, atau di topik baru.",
}
BACK = "Bot dapat menulis lagi di grup. Yang tertunda sedang dikirim."
OPEN_AGAIN = (Presence.ADDED, Presence.HEARD, Presence.REOPENED)
# The bot comes into a group or goes, which the group itself hears of too.
MOVES = (Presence.ADDED, Presence.REMOVED)
OF_TOPIC = (Presence.CLOSED, Presence.REOPENED)


def news(session: Session, incoming: Incoming, now: datetime) -> Iterator[Act]:
    """What became of the bot's place in a chat, whoever did it."""
    inbox.strip(session, incoming.chat.channel, incoming.event, GROUP)
    if not incoming.chat.group:
        yield from _of_person(session, incoming, now)
        return
    office = satker.by_grup(session, incoming.chat.channel, incoming.chat.id)
    if office is None or incoming.place is None:
        return
    here, ours = Here(session, office, now), incoming.place not in OF_TOPIC or incoming.chat.topic == office.grup_topik
    if incoming.place in OPEN_AGAIN:
        topic = incoming.chat.topic if incoming.place is Presence.REOPENED else None
        stuck.release(session, incoming.chat.channel, incoming.chat.id, now, topic)
    # A topic to which nothing is sent may be closed without a word.
    if ours:
        yield from _back(here) if incoming.place in OPEN_AGAIN else _shut(here, incoming.place)


def held(event: Held) -> Says:
    """A message waits: the first of its place is told of."""
    outcome = event.outcome
    office = satker.by_grup(outcome.session, outcome.row.channel, outcome.row.chat)
    if office and stuck.is_first(outcome.session, outcome.row, outcome.now):
        yield from _shut(Here(outcome.session, office, outcome.now), Presence(outcome.detail))


def retried(here: Here) -> Says:
    """Asked every minute: tries now and then what waits for the group, for its place may have changed in silence."""
    if group := chats.group_of(here):
        stuck.retry(here.session, group.channel, group.id, here.now)
    return ()


def _shut(here: Here, why: Presence) -> Iterator[Outgoing]:
    for chat in chats.chats_of(here, Role.KETUA_PELAKSANA):
        # A line that stands far above is said once more below.
        cards.push(here.session, chat.channel, chat.id, GROUP)
        yield Outgoing(chat, text=f"{TOLD[why]} {LATER}", card=GROUP)


def _back(here: Here) -> Iterator[Outgoing]:
    for chat in chats.chats_of(here, Role.KETUA_PELAKSANA):
        yield Outgoing(chat, text=BACK, card=GROUP).quietly()


def _of_person(session: Session, incoming: Incoming, now: datetime) -> Iterator[Outgoing]:
    known = people.with_office(session, incoming.chat.channel, incoming.person)
    if known is None:
        return
    who, here = known[0], Here(session, known[1], now)
    if incoming.place is Presence.REMOVED:
        # What comes by itself goes to another channel of theirs, where there is one.
        identities.unheard(session, incoming.chat.channel, incoming.person)
    card = f"blokir:{who.id}"
    for chat in _others(here, who):
        if incoming.place is Presence.REMOVED:
            cards.push(session, chat.channel, chat.id, card)
            yield Outgoing(chat, text=_blocked(who), card=card)
        else:
            yield Outgoing(chat, text=f"{who.nama} membuka lagi chatnya dengan bot.", card=card).quietly()


def _others(here: Here, who: Anggota) -> list[Chat]:
    """The chats of those who lead beside this person: the ketua pelaksana, without another one the ketua."""
    own = chats.every(here.session, who)
    for role in (Role.KETUA_PELAKSANA, Role.KETUA):
        if found := [chat for chat in chats.chats_of(here, role) if chat not in own]:
            return found
    return []


def _blocked(who: Anggota) -> str:
    return (
        f"{who.nama} memblokir bot, jadi tidak menerima pengingat dan jawaban. "
        "Minta ia membuka chat bot di Telegram, lalu menekan Mulai."
    )
