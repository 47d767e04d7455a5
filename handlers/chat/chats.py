"""The chats of a satker: its group, the way from there to the private chat, and the private chats of people."""

from dataclasses import replace

from handlers.chat.messages import Button, Chat, Incoming, Reaction, Says, Turn
from storage.chat import outbox
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Here


def to_private(turn: Turn) -> Says:
    """/lapor in the group: heard, and answered with one button into the private chat."""
    return [
        nod(turn),
        turn.reply("Silakan lapor lewat chat pribadi.", menu=((Button("Buka chat pribadi", start="lapor"),),)),
    ]


def nod(turn: Turn) -> Reaction:
    return Reaction(turn.incoming.chat, turn.incoming.message, "👌")


def in_private(turn: Turn) -> Turn:
    """What was said in the group, as if it had been sent to the bot: the photo replied to, and the words as caption."""
    said, known = turn.incoming, people.identities(turn.session, turn.anggota)
    here = next(i for i in known if (i.channel, i.person) == (said.chat.channel, said.person))
    outbox.push_cards(turn.session, here.channel, here.chat)
    private = Incoming(Chat(here.channel, here.chat), said.event, said.person, text=turn.text, foto=said.reply_foto)
    return replace(turn, incoming=replace(private, said_at=said.said_at))


def in_own_group(turn: Turn) -> bool:
    chat = turn.incoming.chat
    return (turn.satker.grup_channel, turn.satker.grup) == (chat.channel, chat.id)


def chats_of_ids(here: Here, who: set[int]) -> list[Chat]:
    rows = [people.get(here, id_) for id_ in sorted(who)]
    return [Chat(i.channel, i.chat) for row in rows if row for i in people.identities(here.session, row)]


def chats_of(here: Here, role: Role) -> list[Chat]:
    """The private chats in which people of a role are reached."""
    # Who has the role is asked of the day of sending, which after an outage is not the day a Turn was said.
    rows = people.with_role(here, role, here.clock.date())
    return [Chat(i.channel, i.chat) for row in rows for i in people.identities(here.session, row)]
