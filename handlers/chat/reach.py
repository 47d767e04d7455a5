"""The private chats in which people are reached."""

from handlers.chat.messages import Chat
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Here


def chats_of_ids(here: Here, who: set[int]) -> list[Chat]:
    rows = [people.get(here, id_) for id_ in sorted(who)]
    return [Chat(i.channel, i.chat) for row in rows if row for i in people.identities(here.session, row)]


def chats_of(here: Here, role: Role) -> list[Chat]:
    """The private chats in which people of a role are reached."""
    # Who has the role is asked of the day of sending, which after an outage is not the day a Turn was said.
    rows = people.with_role(here, role, here.clock.date())
    return [Chat(i.channel, i.chat) for row in rows for i in people.identities(here.session, row)]
