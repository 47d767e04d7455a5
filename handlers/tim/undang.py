"""Undangan: the single-use link of one person, as words that can be forwarded and as a picture to be scanned."""

import secrets
from dataclasses import replace
from datetime import date, timedelta

from handlers.chat.door import ROLE_NAMES
from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Drawing, Outgoing, Rejected, Says, Turn, from_payload
from storage.kantor import audit, people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Satker

VALID = timedelta(hours=72)
RENDERER = "qr"


def made(turn: Turn, role: Role, nama: str, listed: Anggota | None = None) -> Outgoing:
    """The words are those that the invited person reads. The token stands nowhere but in the message itself, which
    forgets it once it is sent; so what is drawn has no figures kept elsewhere."""
    token = secrets.token_urlsafe(16)
    until, by = turn.now + VALID, turn.anggota
    people.invite(turn.session, token, role, until, satker=turn.satker, anggota=listed, nama=nama, oleh=by)
    audit.note(
        turn.session, turn.anggota, turn.now, "undangan", listed.id if listed else 0, "undang", after={"nama": nama}
    )
    text = (
        f"Anda diundang menjadi {ROLE_NAMES[role]} {team(turn.satker)}. Buka tautan ini di Telegram lalu "
        "tekan Mulai, atau pindai gambarnya. Berlaku 72 jam, untuk satu orang."
    )
    here = turn.incoming.chat
    said = Outgoing(here, title=f"Undangan untuk {nama}", text=text, start=token, satker=turn.satker.id)
    return replace(said, drawing=Drawing(RENDERER, 0))


def team(office: Satker) -> str:
    """Before the first step of the set-up an office is called what would read like its name."""
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
