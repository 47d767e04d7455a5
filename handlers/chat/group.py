"""The satker's group: whether this is it, a nod there, and the way from there to the private chat."""

from dataclasses import replace

from handlers.chat.messages import Button, Chat, Incoming, Reaction, Says, Turn
from storage.chat import outbox
from storage.kantor import people


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


def here(turn: Turn) -> bool:
    chat = turn.incoming.chat
    return (turn.satker.grup_channel, turn.satker.grup) == (chat.channel, chat.id)
