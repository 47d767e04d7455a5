"""People come in: /start with an invitation, /undang, and the one polite line for strangers."""

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta

from handlers.chat.chats import chats_of, named
from handlers.chat.door import EVERYONE, ROLE_NAMES
from handlers.chat.events import Came
from handlers.chat.messages import Button, Event, Incoming, Outgoing, Rejected, Says, Turn
from handlers.chat.pages import in_rows
from handlers.laporan import team
from handlers.reading.text import clean, shortened
from handlers.tim import bantuan, channels
from handlers.tim import undang as tim_undang
from handlers.tim.doors import Invite, InviteAgain, ShutOut
from renderers import indonesian
from storage import columns
from storage.chat import inbox, reach
from storage.database import Session
from storage.kantor import arrivals, audit, people
from storage.kantor import satker as satker_rows
from storage.kantor.people import Anggota, Invitation, Role
from storage.kantor.satker import Here, Satker

FIRST_VALID = timedelta(hours=24)
HOUR, TRIES = timedelta(hours=1), 5
FAILED, UNKNOWN = "undangan keliru", "tidak dikenal"
PRIVASI = (
    "Yang Anda kirim disimpan untuk laporan satker; data tentang Anda dapat dilihat dan diminta dihapus dengan /data."
)
STRANGER = "Bot ini hanya untuk tim Bakohumas. Mintalah tautan undangan kepada Ketua Pelaksana satker Anda."


def start(turn: Turn) -> Says:
    """/start of somebody who is known; with a link of the operator they lead the office, whatever they were before."""
    again = _redeemed(turn.session, turn.incoming, turn.text, turn.now) if _leads_back(turn) else None
    return [Came(turn, bantuan.who_am_i(turn))] if again is None else again


def _leads_back(turn: Turn) -> bool:
    row = people.opened(turn.session, turn.text, turn.now)
    return row is not None and row.oleh_pengelola and row.satker_id == turn.satker.id


def stranger(session: Session, incoming: Incoming, now: datetime) -> Iterator[Outgoing | Event]:
    """Somebody unknown in a private chat: an invitation is redeemed, else one line, once; nothing is kept of them."""
    kind, token = UNKNOWN, payload(incoming.text)
    if token:
        redeemed = _redeemed(session, incoming, token, now)
        kind = FAILED if redeemed is None else "undangan"
        yield from _not_valid(session, incoming) if redeemed is None else redeemed
    elif inbox.first_of_lane(session, incoming.chat.channel, incoming.event):
        yield Outgoing(incoming.chat, text=STRANGER)
    inbox.strip(session, incoming.chat.channel, incoming.event, kind)


def brings_invitation(session: Session, incoming: Incoming, now: datetime) -> bool:
    """Whether it is /start with the token of a link that is open."""
    return bool(people.opened_by(session, [payload(incoming.text)], now))


def payload(text: str) -> str:
    """The token that comes with /start; empty where there is none."""
    word, _, token = text.partition(" ")
    return token.strip() if word == "/start" else ""


def unheard(session: Session, incoming: Incoming) -> Says:
    """A stranger who sends too much: nothing is said or kept."""
    inbox.strip(session, incoming.chat.channel, incoming.event, UNKNOWN)
    return []


def _not_valid(session: Session, incoming: Incoming) -> Iterator[Outgoing]:
    """Who guesses on hears nothing more."""
    if _tries(session, incoming) < TRIES:
        text = "Tautan undangan ini tidak berlaku lagi. Mintalah yang baru kepada Ketua Pelaksana."
        yield Outgoing(incoming.chat, text=text)


def _tries(session: Session, incoming: Incoming) -> int:
    return inbox.of_kind(session, incoming.chat.channel, incoming.event, FAILED, HOUR)


def _redeemed(session: Session, incoming: Incoming, token: str, now: datetime) -> list[Outgoing | Event] | None:
    """What is said when somebody comes in; None if the link is not valid, or was guessed too often to be looked at."""
    if _tries(session, incoming) >= TRIES:
        return None
    invitation = people.redeem(session, token, now)
    if invitation is None or _taken(session, invitation):
        return None
    office = _office(session, invitation)
    here = Here(session, office, now)
    anggota = _member(here, invitation, incoming)
    chat = incoming.chat
    identity = people.identify(session, anggota, chat.channel, incoming.person, chat.id, now)
    identity.number = incoming.number
    turn = Turn(session, office, now, incoming=incoming, anggota=anggota)
    came = Came(turn, bantuan.who_am_i(turn, PRIVASI))
    if invitation.lagi:
        channels.replaced(here, anggota, identity)
    beside = [*channels.joined(here, anggota, identity, incoming)]
    if invitation.oleh_id == anggota.id:
        return [came, *beside]
    arrivals.note(here, anggota, chat.channel, by_operator=invitation.oleh_pengelola)
    return [came, *beside, *_announced(here, anggota, incoming, invitation)]


def _announced(here: Here, anggota: Anggota, incoming: Incoming, invitation: Invitation) -> Iterator[Outgoing]:
    """Whoever invited sees who came, and can close the door again; but not behind whom the operator has let in."""
    account = f" (akun {named(incoming.chat.channel)}: {incoming.name})"
    who = account if incoming.name and incoming.name != anggota.nama else ""
    link = "tautan dari pengelola bot" if invitation.oleh_pengelola else "tautan undangan"
    text = f"{anggota.nama}{who} kini aktif sebagai {tim_undang.sebutan(anggota)} melalui {link}."
    menu = () if invitation.oleh_pengelola else ((Button("Bukan orangnya", ShutOut(anggota.id)),),)
    for chat in chats_of(here, Role.KETUA_PELAKSANA):
        if chat != incoming.chat:
            yield Outgoing(chat, text=text + _since(anggota), menu=menu, card=f"masuk:{anggota.id}")


def _since(anggota: Anggota) -> str:
    """Which reports name somebody is for the decree to say."""
    day = anggota.berlaku_dari
    return (
        f" Tercatat sejak {indonesian.tanggal(day)}; bila SK menyebut tanggal lain, ubah dengan /atur anggota."
        if day
        else ""
    )


def _taken(session: Session, invitation: Invitation) -> bool:
    """Whether somebody already came in as the listed person this link is for, who does not come in once more."""
    listed = session.get(Anggota, invitation.anggota_id) if invitation.anggota_id else None
    return listed is not None and not invitation.lagi and bool(people.identities(session, listed))


def _office(session: Session, invitation: Invitation) -> Satker:
    if invitation.satker_id:
        return session.get_one(Satker, invitation.satker_id)
    office = Satker(kode="baru", nama="Satker baru")
    session.add(office)
    session.flush()
    return office


def _member(here: Here, invitation: Invitation, incoming: Incoming) -> Anggota:
    own = people.with_office(here.session, incoming.chat.channel, incoming.person)
    if invitation.oleh_pengelola and own and own[1].id == here.satker.id:
        return _back(here, own[0])
    listed = people.get(here, invitation.anggota_id) if invitation.anggota_id else None
    if listed:
        # The row may have been changed since; only the operator's link is the way back for whose role was taken away.
        listed.role = invitation.role if invitation.oleh_pengelola else listed.role
        if listed.role == Role.PENGIRIM:
            # The link is for an office, whoever sends its workbooks there.
            listed.nama = incoming.name or listed.nama
        return listed
    name = invitation.nama or incoming.name or "Anggota baru"
    new = people.add(here, name, invitation.role, ROLE_NAMES[invitation.role])
    new.berlaku_dari = team.since(here)
    return new


def _back(here: Here, row: Anggota) -> Anggota:
    """Somebody whose role or membership was taken away leads the office again, as who they are."""
    later = row.berlaku_dari and row.berlaku_dari > here.today
    values = {"role": Role.KETUA_PELAKSANA, "berlaku_sampai": None} | ({"berlaku_dari": None} if later else {})
    told = columns.write(here.session, row, values)
    audit.note(here.session, row, here.now, "anggota", row.id, "pulih", *told)
    return row


def undang(turn: Turn) -> Says:
    """/undang: pick somebody listed; /undang Nama, peran: somebody new."""
    if turn.text:
        return [_new_link(turn, turn.text)]
    waiting = tim_undang.waiting(turn)
    buttons = [Button(shortened(row.nama, 60), Invite(row.id)) for row in waiting]
    how = "Orang baru: ketik /undang Nama Lengkap, peran (anggota, ketua, pembina, atau ketua pelaksana)."
    text = f"Siapa yang diundang?\n{how}" if waiting else f"Semua anggota yang terdaftar sudah aktif.\n{how}"
    if len(reach.links(turn.session, "")) > 1 and people.reachable(turn)[1:]:
        buttons.append(Button(channels.AGAIN, InviteAgain()))
    return [turn.reply(text, menu=in_rows(buttons, 1))]


def invited(turn: Turn, door: Invite) -> Says:
    return [tim_undang.of(turn, people.get(turn, door.anggota))]


def _new_link(turn: Turn, text: str) -> Outgoing:
    name, comma, role = text.rpartition(",")
    if not comma or "." in role:
        name, role = text, Role.ANGGOTA  # "S.Pd." behind a comma is a degree
    wanted = role.strip().casefold().replace(" ", "_") or Role.ANGGOTA
    if wanted not in EVERYONE:
        raise Rejected("Perannya anggota, ketua, pembina, atau ketua pelaksana, misalnya /undang Siti Aminah, anggota.")
    return tim_undang.made(turn, Role(wanted), clean(name, 100))


def first_links(session: Session, now: datetime) -> list[tuple[str, str]]:
    """(office, token) for every satker that no ketua pelaksana can be reached in; on an empty database one that
    makes the satker."""
    offices = [Here(session, office, now) for office in satker_rows.every(session)]
    without = [here.satker for here in offices if not people.with_role(here, Role.KETUA_PELAKSANA, here.today)]
    return [operators_link(session, office, now) for office in without] or (
        [] if offices else [operators_link(session, None, now)]
    )


def operators_link(session: Session, office: Satker | None, now: datetime) -> tuple[str, str]:
    """(office, token) of a link for its ketua pelaksana; without an office it makes one."""
    token = secrets.token_urlsafe(16)
    here = Here(session, office, now) if office else None
    waiting = [row for row in people.waiting(here) if row.in_force(here.today)] if here else []
    listed = next((row for row in waiting if row.role == Role.KETUA_PELAKSANA), None)
    until = now + FIRST_VALID
    people.invite(session, token, Role.KETUA_PELAKSANA, until, satker=office, anggota=listed, oleh_pengelola=True)
    return office.nama if office else "satker baru", token
