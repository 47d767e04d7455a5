"""The private chats in which people are reached."""

from datetime import date, datetime

from handlers.chat.messages import Chat, Turn
from storage.database import Session
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Satker


def chats_of_ids(turn: Turn, who: set[int]) -> list[Chat]:
    rows = [people.get(turn.session, turn.satker, id_) for id_ in sorted(who)]
    return [Chat(i.channel, i.chat) for row in rows if row for i in people.identities(turn.session, row)]


def day(office: Satker, now: datetime) -> date:
    return office.local(now).date()


def chats_of(session: Session, office: Satker, role: Role, now: datetime) -> list[Chat]:
    """The private chats in which people of a role are reached."""
    rows = people.with_role(session, office, role, day(office, now))
    return [Chat(i.channel, i.chat) for row in rows for i in people.identities(session, row)]
