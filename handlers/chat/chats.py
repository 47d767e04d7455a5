"""The chats of a satker: its group, and the private chats of its people."""

from dataclasses import replace

from handlers.chat.messages import Button, Chat, Incoming, Reaction, Says, Turn
from storage.chat import cards
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Here


def to_private(turn: Turn) -> Says:
    """The answer to /lapor in the group: a reaction, and a button that opens the private chat."""
    return [
        nod(turn),
        turn.reply("Silakan lapor lewat chat pribadi.", menu=((Button("Buka chat pribadi", start="lapor"),),)),
    ]


def nod(turn: Turn) -> Reaction:
    return Reaction(turn.incoming.chat, turn.incoming.message, "👌")


def in_private(turn: Turn) -> Turn:
    """A /lapor of the group as if it had been sent in the private chat: the photo that it replied to, with its words as
    the caption."""
    said, known = turn.incoming, people.identities(turn.session, turn.anggota)
    here = next(i for i in known if (i.channel, i.person) == (said.chat.channel, said.person))
    cards.push_all(turn.session, here.channel, here.chat)
    private = Incoming(Chat(here.channel, here.chat), said.event, said.person, text=turn.text, foto=said.reply_foto)
    return replace(turn, incoming=replace(private, said_at=said.said_at))


def in_own_group(turn: Turn) -> bool:
    chat = turn.incoming.chat
    return (turn.satker.grup_channel, turn.satker.grup) == (chat.channel, chat.id)


def chats_of_ids(here: Here, who: set[int]) -> list[Chat]:
    rows = [people.get(here, id_) for id_ in sorted(who)]
    return [Chat(i.channel, i.chat) for row in rows if row for i in people.identities(here.session, row)]


def chats_of(here: Here, role: Role) -> list[Chat]:
    """The private chats of all people with this role."""
    # Terms begin and end: the role counts on the day of sending, which after an outage is not the day of the message.
    rows = people.with_role(here, role, here.clock.date())
    return [Chat(i.channel, i.chat) for row in rows for i in people.identities(here.session, row)]
