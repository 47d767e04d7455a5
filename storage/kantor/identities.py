"""Identities: when people spoke in a channel, and the ids by which it knows them when these change."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, func, select, update

from storage.database import Row, Session
from storage.kantor.people import Anggota, Identity
from storage.kantor.satker import Satker

_IDENTITY = Row.metadata.tables[Identity.__tablename__]
_NUMBER: BindParameter[str] = bindparam("of_number")
_TOLD = func.coalesce(func.nullif(_NUMBER, ""), _IDENTITY.c.number)
_SPOKE = update(_IDENTITY).values(spoke_at=bindparam("at"), number=_TOLD)
_SPOKE = _SPOKE.where(_IDENTITY.c.channel == bindparam("of_channel"), _IDENTITY.c.person == bindparam("of_person"))
_SPOKE = _SPOKE.where(_IDENTITY.c.spoke_at.is_(None) | (_IDENTITY.c.spoke_at < bindparam("at")))


def spoke(session: Session, channel: str, person: str, at: datetime, number: str = "") -> None:
    """Note when somebody wrote in a channel, and with which number; a message that comes late does not set it back."""
    session.execute(_SPOKE, {"of_channel": channel, "of_person": person, "at": at, "of_number": number})


def unheard(session: Session, channel: str, person: str) -> None:
    """Somebody hears nothing in this channel any more, as if they had never spoken there."""
    there = _IDENTITY.c.channel == channel, _IDENTITY.c.person == person
    session.execute(update(_IDENTITY).where(*there).values(spoke_at=None))


def moved(session: Session, channel: str, old: str, new: str) -> Identity | None:
    """The channel knows a person by another id from now on; None where nobody moves. `old`: the id or the number of
    before. Whoever is known by the new id already stays who they are there."""
    rows = select(Identity).where(Identity.channel == channel)
    row = session.scalar(rows.where(Identity.person == old)) or session.scalar(rows.where(Identity.number == old))
    if not old or row is None or known(session, channel, [new]):
        return None
    row.person, row.number = new, ""
    session.flush()
    return row


def replaced(session: Session, anggota: Anggota, channel: str, keep: Identity) -> list[Identity]:
    """Forget as whom else a channel knows this anggota; returns the identities that were."""
    mine = Identity.anggota_id == anggota.id, Identity.channel == channel, Identity.id != keep.id
    gone = list(session.scalars(select(Identity).where(*mine)))
    for row in gone:
        session.delete(row)
    session.flush()
    return gone


def one(session: Session, anggota: Anggota, id: int) -> Identity | None:  # noqa: A002 - the column's name
    return session.scalar(select(Identity).where(Identity.anggota_id == anggota.id, Identity.id == id))


def channels(session: Session) -> set[str]:
    """The channels that know a person or a group of any office."""
    groups = select(Satker.grup_channel).where(Satker.grup_channel.is_not(None))
    return {*session.scalars(select(Identity.channel).distinct()), *filter(None, session.scalars(groups))}


def in_chat(session: Session, channel: str, chat: str) -> Anggota | None:
    """The anggota whose private chat this is."""
    there = Identity.channel == channel, Identity.chat == chat
    return session.scalar(select(Anggota).join(Identity, Identity.anggota_id == Anggota.id).where(*there).limit(1))


_KNOWN = select(Identity.person).where(Identity.channel == bindparam("of_channel"))
_KNOWN = _KNOWN.where(Identity.person.in_(bindparam("persons", expanding=True)))


def known(session: Session, channel: str, persons: Iterable[str]) -> set[str]:
    """The persons among these whom the channel knows."""
    return set(session.scalars(_KNOWN, {"of_channel": channel, "persons": list(persons)}))
