"""The channels of a person: a second one beside the first, another number, and the wrong one taken away again."""

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.chat import changes, chats
from handlers.chat.chats import named
from handlers.chat.messages import Button, Chat, Incoming, Outgoing, Rejected, Says, Turn
from handlers.chat.pages import in_rows
from handlers.tim import undang
from handlers.tim.doors import Connect, Disconnect, InviteAgain
from storage.chat import reach, stuck
from storage.database import Session
from storage.kantor import audit, identities, people
from storage.kantor.people import Anggota, Identity
from storage.kantor.satker import Here, Satker
from storage.pribadi import moving

# Long enough to open another app at the desk.
OWN_VALID = timedelta(hours=1)
AGAIN = "Nomor atau akun baru"
MOVED = "Nomor Anda berganti; bot ini tetap mengenal Anda, dan yang belum terkirim menyusul di sini."


def ways(turn: Turn) -> list[Button]:
    """The buttons that lead into the channels of the bot that do not know this person yet."""
    known = {one.channel for one in chats.every(turn.session, turn.anggota)}
    served = reach.links(turn.session, "")
    return [Button(f"Sambungkan {named(one)}", Connect(one)) for one in served if one not in known]


def connect(turn: Turn, door: Connect) -> Says:
    """A link for the person alone: who opens it in the other app is the same anggota there."""
    token = secrets.token_urlsafe(16)
    link = reach.links(turn.session, token).get(door.channel)
    if link is None or door.channel in {one.channel for one in chats.every(turn.session, turn.anggota)}:
        raise Rejected(f"{named(door.channel)} sudah tersambung, atau bot ini tidak ada di sana.")
    me, until = turn.anggota, turn.now + OWN_VALID
    people.invite(turn.session, token, me.role, until, satker=turn.satker, anggota=me, oleh=me, lagi=True)
    audit.note(turn.session, me, turn.now, "undangan", me.id, "sambung", after={"channel": door.channel})
    app = named(door.channel)
    how = f"Buka {app} dengan tombol ini, {undang.how(door.channel)}. Berlaku satu jam, untuk Anda saja."
    return [turn.reply(how, menu=((Button(f"Buka {app}", url=link),),))]


def again(turn: Turn, door: InviteAgain) -> Says:
    """A link for somebody who has come in before and has another number or account now."""
    if not door.anggota:
        return [_which(turn)]
    row = people.get(turn, door.anggota)
    if row is None or row.id == turn.anggota.id or not people.identities(turn.session, row):
        raise Rejected("Orang itu tidak aktif. Undang dengan /undang.")
    # Such a link takes the place of somebody, as a change of what they may do does.
    with changes.changing(turn, row):
        return [undang.made(turn, row.role, row.nama, row, lagi=True)]


def _which(turn: Turn) -> Outgoing:
    active = [row for row in people.reachable(turn) if row.id != turn.anggota.id]
    buttons = [Button(row.nama[:60], InviteAgain(row.id)) for row in active if not undang.over(row, turn.today)]
    if not buttons:
        raise Rejected("Belum ada orang lain yang aktif.")
    return turn.reply("Siapa yang berganti nomor atau akun?", menu=in_rows(buttons, 1))


def replaced(here: Here, anggota: Anggota, identity: Identity) -> None:
    """Whoever comes in once more has one account in that channel: what waited for the old one follows."""
    for gone in identities.replaced(here.session, anggota, identity.channel, identity):
        moving.follow(here.session, gone.channel, gone.chat, identity.chat)


def joined(here: Here, anggota: Anggota, identity: Identity, incoming: Incoming) -> Iterator[Outgoing]:
    """The other chats of somebody who has come in once more hear of it, and can take it away again."""
    where = named(identity.channel)
    who = f" ({incoming.name})" if incoming.name else ""
    text = f"Akun {where}{who} kini tersambung sebagai Anda. Jawaban datang di tempat Anda bertanya."
    menu = ((Button("Bukan saya", Disconnect(identity.id)),),)
    for chat in chats.every(here.session, anggota):
        if chat != incoming.chat:
            yield Outgoing(chat, text=text, menu=menu, card=f"sambung:{identity.id}")


def disconnect(turn: Turn, door: Disconnect) -> Says:
    row = identities.one(turn.session, turn.anggota, door.identity)
    if row is None:
        raise Rejected("Akun itu sudah tidak tersambung.")
    if (row.channel, row.person) == (turn.incoming.chat.channel, turn.incoming.person):
        raise Rejected("Ini akun yang sedang Anda pakai.")
    stuck.withdraw(turn.session, row.channel, row.chat)
    turn.session.delete(row)
    audit.note(turn.session, turn.anggota, turn.now, "anggota", turn.anggota.id, "putus", {"channel": row.channel})
    return [turn.reply(f"Akun {named(row.channel)} itu tidak lagi tersambung.", card=f"sambung:{door.identity}")]


def moved(session: Session, incoming: Incoming, now: datetime) -> Iterator[Outgoing]:
    """The channel says that a person has another number: they stay who they are."""
    channel, new = incoming.chat.channel, incoming.migrated_to
    row = moving.moved(session, channel, incoming.person, new)
    if row is not None:
        row.number, anggota = incoming.number, session.get_one(Anggota, row.anggota_id)
        here = Here(session, session.get_one(Satker, anggota.satker_id), now)
        audit.note(session, anggota, now, "anggota", anggota.id, "pindah", {}, {"channel": channel})
        yield Outgoing(Chat(channel, new), text=MOVED)
        yield from joined(here, anggota, row, replace(incoming, chat=Chat(channel, new)))
