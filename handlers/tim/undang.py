"""Undangan: the single-use link of one person, as words that can be forwarded and as a picture to be scanned."""

import secrets
from dataclasses import replace
from datetime import date, timedelta

from handlers.chat.chats import named
from handlers.chat.door import ROLE_NAMES
from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Drawing, Outgoing, Rejected, Says, Turn
from handlers.chat.queue import from_payload
from storage.chat import reach
from storage.kantor import audit, people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Satker

VALID = timedelta(hours=72)
RENDERER = "qr"
UNTIL = "Berlaku 72 jam, untuk satu orang."


# What to do in the app that a link opens.
HOW = {"whatsapp": "lalu kirim pesan yang sudah tertulis"}


def how(channel: str) -> str:
    return HOW.get(channel, "lalu tekan Mulai")


def made(turn: Turn, role: Role, nama: str, listed: Anggota | None = None, *, lagi: bool = False) -> Outgoing:
    """The words are those that the invited person reads. The token stands nowhere but in the message itself, which
    forgets it once it is sent; so what is drawn has no figures kept elsewhere."""
    token = secrets.token_urlsafe(16)
    until, by = turn.now + VALID, turn.anggota
    people.invite(turn.session, token, role, until, satker=turn.satker, anggota=listed, nama=nama, oleh=by, lagi=lagi)
    audit.note(
        turn.session, turn.anggota, turn.now, "undangan", listed.id if listed else 0, "undang", after={"nama": nama}
    )
    here = turn.incoming.chat
    menjadi = sebutan(listed) if role == Role.PENGIRIM and listed else ROLE_NAMES[role]
    text = f"Anda diundang menjadi {menjadi} {team(turn.satker, role)}. {_links(turn, token)}"
    said = Outgoing(here, title=f"Undangan untuk {nama}", text=text, start=token, satker=turn.satker.id)
    return replace(said, drawing=Drawing(RENDERER, 0))


def _links(turn: Turn, token: str) -> str:
    """The channel writes its own link below; those of the other channels stand here."""
    here = turn.incoming.chat.channel
    others = {name: link for name, link in reach.links(turn.session, token).items() if name != here}
    if not others:
        return f"Buka tautan ini di {named(here)} {how(here)}, atau pindai gambarnya. {UNTIL}"
    told = [f"{named(name)}, {how(name)}:\n{link}" for name, link in others.items()]
    return "\n\n".join([f"Pilih satu tautan, atau pindai gambarnya. {UNTIL}", *told, f"{named(here)}, {how(here)}:"])


def sebutan(row: Anggota) -> str:
    """What somebody is called; of who sends workbooks also for which office."""
    return row.jabatan_tim if row.role == Role.PENGIRIM and row.jabatan_tim else ROLE_NAMES[row.role]


def team(office: Satker, role: Role = Role.ANGGOTA) -> str:
    """Before the first step of the set-up an office is called what would read like its name."""
    if role == Role.PENGIRIM:
        return f"untuk {office.nama}"
    return f"tim Bakohumas {office.nama}" if office.named else "tim Bakohumas"


def of(turn: Turn, row: Anggota | None) -> Outgoing:
    """For somebody who is listed and whom no channel knows yet."""
    if row is None or people.identities(turn.session, row):
        raise Rejected("Orang itu sudah aktif.")
    if over(row, turn.today):
        raise Rejected("Masa berlaku orang itu sudah habis. Perpanjang dahulu dengan /atur anggota.")
    return made(turn, row.role, row.nama, row)


def waiting(turn: Turn) -> list[Anggota]:
    return [row for row in people.waiting(turn) if not over(row, turn.today)]


def over(row: Anggota, today: date) -> bool:
    return (row.berlaku_sampai or today) < today


def happened(outcome: Outcome) -> Says:
    """Without its picture the link still goes out."""
    row = outcome.row
    if outcome.became == Became.FAILED:
        said = from_payload(row.kind, row.payload)
        row.payload = {"drawing": row.payload["drawing"]}
        if isinstance(said, Outgoing):
            yield replace(said, chat=outcome.chat, drawing=None)
