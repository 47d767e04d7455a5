"""Arrivals: when people came in and by whose link, as the audit tells it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from storage.kantor import audit
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota
from storage.kantor.satker import Here

WHAT, CAME, OPERATOR = Anggota.__tablename__, "aktif", "pengelola"


@dataclass(frozen=True)
class Arrival:
    """`by_operator`: with a link that the operator of the bot made, and not a ketua pelaksana."""

    at: datetime
    by_operator: bool


def note(here: Here, anggota: Anggota, channel: str, *, by_operator: bool) -> None:
    after = {"channel": channel, "role": anggota.role} | ({OPERATOR: True} if by_operator else {})
    audit.note(here.session, anggota, here.now, WHAT, anggota.id, CAME, after=after)


def of(here: Here, anggota: Anggota) -> Arrival | None:
    """The last time that somebody came in; None of those who never needed a link."""
    wanted = select(Audit).where(Audit.satker_id == here.satker.id, Audit.what == WHAT, Audit.ref == anggota.id)
    entry = here.session.scalar(wanted.where(Audit.action == CAME).order_by(Audit.id.desc()).limit(1))
    return Arrival(entry.at, OPERATOR in entry.after) if entry else None
