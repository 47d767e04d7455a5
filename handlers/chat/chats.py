"""The chats of a satker: its group, and the private chats of its people."""

from dataclasses import replace

from handlers.chat import means
from handlers.chat.messages import Chat, Incoming, Reaction, Turn
from storage.chat import cards, reach
from storage.database import Session
from storage.kantor import people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Here

NAMES = {"whatsapp": "WhatsApp"}


def named(channel: str) -> str:
    """What people call a channel."""
    return NAMES.get(channel, "Telegram")


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


def group_of(here: Here) -> Chat | None:
    """The group of the office, or the topic of it, to which its posts go."""
    office = here.satker
    if not office.grup or not office.grup_channel:
        return None
    return Chat(office.grup_channel, office.grup, group=True, topic=office.grup_topik)


def forwarders(here: Here) -> list[Chat]:
    """Where no group is bound and a ketua pelaksana is on a channel whose groups the bot cannot join: the chats of all
    ketua pelaksana, who forward what is for the group. Empty elsewhere."""
    if group_of(here):
        return []
    leaders = people.with_role(here, Role.KETUA_PELAKSANA, here.clock.date())
    known = [chat for one in leaders for chat in every(here.session, one)]
    return last(here.session, *leaders) if any(not means.of(chat.channel).groups for chat in known) else []


def places(here: Here) -> list[Chat]:
    """Where the posts of the office go: its group, or whoever forwards them there; nowhere while there is neither."""
    group = group_of(here)
    return [group] if group else forwarders(here)


def forward(what: str) -> str:
    """What stands below a post that is to be forwarded, whose own words hold nothing else."""
    return f"Teruskan {what} di atas ke grup WhatsApp satker."


def destination(here: Here) -> str:
    return "kepada Ketua Pelaksana, untuk diteruskan ke grup" if forwarders(here) else "ke grup"


def every(session: Session, who: Anggota) -> list[Chat]:
    """The private chats of a person, that one first where they spoke last; on a channel that is served no more nobody
    hears anything, so it comes last."""
    own = [Chat(i.channel, i.chat) for i in people.identities(session, who)]
    served = reach.links(session, "") if len(own) > 1 else {}
    return sorted(own, key=lambda chat: chat.channel not in served)


def last(session: Session, *who: Anggota) -> list[Chat]:
    """Of each person the private chat where they spoke last, to which goes what they have not asked for; nothing of
    those whom no channel knows."""
    return [chat for one in who for chat in every(session, one)[:1]]


def showing(session: Session, who: Anggota, card: str) -> list[Chat]:
    """The private chat of a person that shows a card, else the one where they spoke last."""
    own = every(session, who)
    return [*(one for one in own if card in cards.keys_in(session, one.channel, one.id)), *own][:1]


def chats_of_ids(here: Here, who: set[int]) -> list[Chat]:
    """The chats in which these people spoke last."""
    rows = [people.get(here, id_) for id_ in sorted(who)]
    return last(here.session, *(row for row in rows if row))


def chats_of(here: Here, role: Role) -> list[Chat]:
    """The chats in which all people with this role spoke last."""
    # Terms begin and end: the role counts on the day of sending, which after an outage is not the day of the message.
    return last(here.session, *people.with_role(here, role, here.clock.date()))
