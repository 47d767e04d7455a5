"""Decides what a message is (a command, a press, an answer, a photo, words) and whether its sender may send it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from handlers import table
from handlers.catatan import foto
from handlers.chat import access, chats, onward
from handlers.chat.door import NOT_YOURS, Stale
from handlers.chat.face import Command, Hears, Rank, Starts
from handlers.chat.messages import Act, Event, Incoming, Outgoing, Rejected, Says, Turn
from handlers.deliveries import place
from handlers.dialog import asking, card
from handlers.tim import bantuan, channels, grup, masuk
from storage.catatan import drafts
from storage.chat import cards, inbox
from storage.database import Session
from storage.kantor import identities, people
from storage.kantor.satker import Here, Satker
from storage.pribadi import moving

Speaker = tuple[people.Anggota, Satker, bool]


def says(session: Session, incoming: Incoming, now: datetime) -> list[Act]:
    if incoming.migrated_to:
        if not incoming.chat.group:
            return [*channels.moved(session, incoming, now)]
        grup.migrated(session, incoming)
        return []
    news = [*place.news(session, incoming, now)] if incoming.place else []
    if incoming.place and not (incoming.chat.group and incoming.place in place.MOVES):
        return news
    return [*news, *_answer(session, incoming, now)]


def _answer(session: Session, incoming: Incoming, now: datetime) -> list[Act]:
    if (enough := access.exceeded(session, incoming)) is not None:
        return [*enough]
    known = _speaker(session, incoming, now)
    if known is None:
        return list(told(_stranger(session, incoming, now)))
    anggota, office, several = known
    incoming = foto.gathered(Here(session, office, now), anggota, incoming)
    turn = Turn(session, office, now, incoming, anggota, table.OFFERS[anggota.role])
    if several and not incoming.chat.group:
        # Where somebody spoke last matters only to who is on two channels.
        identities.spoke(session, incoming.chat.channel, incoming.person, now, incoming.number)
    if not incoming.press and not incoming.edited and not incoming.chat.group:
        cards.push_all(session, incoming.chat.channel, incoming.chat.id, incoming.message)
        if incoming.text.startswith("/"):
            # Even a failed command ends the question that was open before it.
            asking.drop(turn)
    try:
        with session.begin_nested():
            return [*told(_routed(turn)), *_offered(session, incoming, now)]
    except Rejected as rejected:
        return [turn.toast(str(rejected)) if incoming.press_id else _refused(turn, rejected)]


def refusal(session: Session, incoming: Incoming, sent: access.Sent, now: datetime) -> str | None:
    """The sentence why a file is not fetched; "" where the message is answered, or left unanswered, without it; None if
    the file may be fetched."""
    known = _speaker(session, incoming, now)
    if known is None or access.exceeded(session, incoming) is not None:
        return ""
    return access.refusal(sent, known[0].role) or None


def _speaker(session: Session, incoming: Incoming, now: datetime) -> Speaker | None:
    """The sender, their office, and whether they are on several channels; None for strangers and for members whose term
    is over."""
    known = people.speaker(session, incoming.chat.channel, incoming.person) or _numbered(session, incoming)
    return None if known is None or _expired(known[0], known[1], now) else known


def _numbered(session: Session, incoming: Incoming) -> Speaker | None:
    """Somebody whom the channel has told by their number alone until now, and tells by an id from now on."""
    channel, number = incoming.chat.channel, incoming.number
    if number in ("", incoming.person) or not identities.known(session, channel, [number]):
        return None
    moving.moved(session, channel, number, incoming.person)
    return people.speaker(session, channel, incoming.person)


def told(says: Iterable[Act | Event]) -> Iterable[Act]:
    """The messages among these, and in place of each event those that other capabilities add."""
    for one in says:
        if isinstance(one, Act):
            yield one
        else:
            yield from told(table.on(one))


def _stranger(session: Session, incoming: Incoming, now: datetime) -> Says:
    if incoming.chat.group:
        return grup.stranger(session, incoming)
    if access.stranger_exceeded(session, incoming) and not masuk.brings_invitation(session, incoming, now):
        return masuk.unheard(session, incoming)
    word, _, payload = incoming.text.partition(" ")
    if word == "/start" and any(one.payload.fullmatch(payload) for one in table.STARTS):
        # A stranger whom a button of the group brought here has no invitation, so they must not hear that it is over.
        incoming = replace(incoming, text=word)
    # A person who joined by a link sees their commands at once.
    return [*masuk.stranger(session, incoming, now), *_offered(session, incoming, now)]


def _offered(session: Session, incoming: Incoming, now: datetime) -> Iterable[Act]:
    return bantuan.renewed(session, table.COMMANDS, now, incoming.chat) if incoming.text.startswith("/start") else ()


def _refused(turn: Turn, rejected: Rejected) -> Outgoing:
    """The refusal, with the example of the open question in the input field, for the answer may be given again."""
    said, awaits = turn.reply(str(rejected)), turn.incoming.text and not turn.incoming.text.startswith("/")
    if turn.incoming.chat.group or not awaits:
        return said
    draft = drafts.open_of(turn.session, turn.anggota)
    example = asking.placeholder(turn, table.ASKS) or (card.placeholder(draft) if draft else "")
    return replace(said, placeholder=example)


def _expired(anggota: people.Anggota, office: Satker, now: datetime) -> bool:
    return not anggota.in_force(office.local(now).date())


def _routed(turn: Turn) -> Says:
    incoming = turn.incoming
    if incoming.press:
        return _pressed(turn)
    if incoming.chat.group:
        meant = grup.event(turn)
        return _commanded_in_group(turn) if meant is None else meant
    if incoming.edited:
        return _heard(turn, table.HEARS) or []
    if incoming.refused:
        return _without_file(turn)
    if incoming.text.startswith("/") and not incoming.foto:
        return _commanded(turn)
    return _offered_to_ranks(turn)


def _without_file(turn: Turn) -> Says:
    """A refusal refuses the file, and not the words that came with it: it is a note on what they become."""
    refused, text = asking.instead(turn, table.ASKS) or turn.incoming.refused, turn.incoming.text
    if not text or text.startswith("/"):
        raise Rejected(refused)
    try:
        with turn.session.begin_nested():
            says = list(_heard(turn, [one for one in table.HEARS if one.rank != Rank.SETUP]) or [])
    except Rejected as rejected:
        raise Rejected(f"{refused}\n{rejected}") from rejected
    for n, one in enumerate(says):
        if isinstance(one, Outgoing):
            note = f"{refused} Keterangannya sudah masuk."
            return [*says[:n], replace(one, text=f"{note}\n\n{one.text}"), *says[n + 1 :]]
    # Thanks get a reaction, and are in nothing.
    return [*says, turn.reply(refused)]


def _offered_to_ranks(turn: Turn) -> Says:
    """The answer to an open question, else the first rank that takes the message; a message that no rank takes may
    answer an old card of the set-up."""
    if (answer := asking.answered(turn, table.ASKS)) is not None:
        return answer
    early, late = _parted(table.HEARS)
    try:
        with turn.session.begin_nested():
            says = _heard(turn, early)
            if says is not None:
                return list(says)
    except Rejected:
        mine = [one for one in late if one.rank < Rank.UNCLEAR and turn.anggota.role in one.who]
        if (says := _heard(turn, mine)) is None:
            raise
        return says
    return _heard(turn, late) or []


def _parted(hears: Iterable[Hears]) -> tuple[list[Hears], list[Hears]]:
    """The ranks before the set-up, and the others."""
    every = list(hears)
    return [one for one in every if one.rank < Rank.SETUP], [one for one in every if one.rank >= Rank.SETUP]


def _heard(turn: Turn, hears: Iterable[Hears]) -> Says | None:
    """What the first rank says that takes the message; None if none does."""
    barred = False
    for one in hears:
        hear = one.edits if turn.incoming.edited else one.photos if turn.incoming.foto else one.words
        if hear is None:
            continue
        if turn.anggota.role not in one.who:
            barred = True
        elif (says := hear(turn)) is not None:
            return says
    if barred:
        raise Rejected(access.NOT_REPORTING)
    return None


def _pressed(turn: Turn) -> Says:
    opens = table.DOORS.get(turn.incoming.press.partition(":")[0])
    if opens is None or (turn.incoming.chat.group and not (opens.door.in_group and chats.in_own_group(turn))):
        raise Stale
    if not opens.door.open_to(turn.anggota.role):
        raise Rejected(NOT_YOURS)
    door = opens.door.read(turn.incoming.press)
    asking.pressed(turn)
    return opens.run(turn, door)


def _commanded(turn: Turn) -> Says:
    command = _named(turn)
    if command is None:
        word = _word(turn)[:40]
        raise Rejected(f"Perintah {word} tidak dikenal. Ketik /bantuan untuk melihat daftar perintah.")
    if why := command.barred(turn.anggota.role):
        raise Rejected(why)
    return _started(turn) if command.word == "start" and turn.text else command.run(turn)


def _commanded_in_group(turn: Turn) -> Says:
    command, edited = _named(turn), turn.incoming.edited
    if command is None or not command.group or edited:
        # Talk among people in the group is not kept, nor what belongs into the private chat.
        inbox.strip(turn.session, turn.incoming.chat.channel, turn.incoming.event, "grup")
    # An app says /start by itself when it adds the bot to a group.
    if command is None or command.word == "start" or edited:
        return []
    if why := command.barred(turn.anggota.role):
        raise Rejected(why)
    return command.run(turn) if command.group else onward.to_private(turn, onward.payload(command, turn.text))


def _word(turn: Turn) -> str:
    """The first word in small letters, without the name of the bot behind it."""
    return next(iter(turn.incoming.text.split(maxsplit=1)), "").partition("@")[0].lower()


def _named(turn: Turn) -> Command | None:
    return next((one for one in table.COMMANDS if f"/{one.word}" == _word(turn)), None)


def _started(turn: Turn) -> Says:
    """/start with the payload of a button, or with one that leads nowhere any more."""
    start = next((one for one in table.STARTS if _leads(turn, one)), None)
    return start.run(turn) if start else masuk.start(turn)


def _leads(turn: Turn, start: Starts) -> bool:
    return turn.anggota.role in start.who and start.payload.fullmatch(turn.text) is not None
