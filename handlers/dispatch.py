"""One message is one transaction: the answer is decided inside and sent afterwards; the jobs of a minute work
likewise."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from handlers import routes, table
from handlers.chat import drawn
from handlers.chat.access import Sent
from handlers.chat.chats import chats_of
from handlers.chat.events import Arrived, Became, Held, Outcome, Uncertain
from handlers.chat.messages import Act, Event, Incoming, Outgoing
from handlers.chat.queue import answered, queue, settled
from handlers.tim import bantuan, masuk
from handlers.whatsapp.templates import knocking
from storage.chat import inbox, reach
from storage.database import Database, Session, away
from storage.kantor import identities, people, satker
from storage.kantor.people import Role
from storage.kantor.satker import Here, Satker
from storage.pribadi import retention

log = logging.getLogger(__name__)


def handle(database: Database, incoming: Incoming, now: datetime) -> bool:
    """Handle one recorded update, exactly once; a failure is logged, counted and, after five times, apologised for.
    False if the update must be handled again, so that later ones of its chat wait."""
    try:
        with database.transaction() as session:
            if inbox.take(session, incoming.chat.channel, incoming.event, now):
                said = answered(session, incoming, routes.says(session, incoming, now))
                queue(session, knocking(said), settled(incoming, now))
    except Exception as error:
        # A message waits while the database is away, however long, for that is no fault of the message.
        if away(error):
            raise
        log.exception("update %s failed", incoming.event)
        return _failed(database, incoming, error, now)
    return True


def heard_first(session: Session, channel: str, said: Sequence[tuple[str, str]], now: datetime) -> list[bool]:
    """For each message (its person, its words), whether it goes before those of strangers: it comes from a known
    person, or brings an invitation."""
    known = identities.known(session, channel, {person for person, _ in said})
    opened = people.opened_by(session, {masuk.payload(text) for _, text in said}, now)
    return [person in known or masuk.payload(text) in opened for person, text in said]


def refusal(database: Database, incoming: Incoming, sent: Sent, now: datetime) -> str | None:
    """Whether a file may be fetched: None if so. Otherwise the sentence for its sender, or "" where the message is
    answered without the file."""
    with database.transaction() as session:
        return routes.refusal(session, incoming, sent, now)


def reached(database: Database, channel: str, link: str, now: datetime) -> None:
    """A channel has been opened; `link` leads there with PAYLOAD."""
    with database.transaction() as session:
        reach.opened(session, channel, link, now)


def served(database: Database, channels: Iterable[str]) -> None:
    """The bot is on these channels alone from now on, so that nobody is invited elsewhere."""
    with database.transaction() as session:
        reach.only(session, {*channels})


def tick(database: Database, now: datetime) -> None:
    """Do what is due at this instant, each satker's jobs in a transaction of its own."""
    with database.transaction() as session:
        inbox.forget(session, retention.until("pesan", now))
        offices = [row.id for row in satker.every(session)]
    for id_ in offices:
        try:
            with database.transaction() as session:
                _jobs(Here(session, session.get_one(Satker, id_), now))
        except Exception:
            # A failure of one office must not keep the jobs of the others waiting; its own are tried again next minute.
            log.exception("jobs of satker %d", id_)


def next_due(database: Database, instants: Iterable[datetime]) -> datetime | None:
    """The first of these instants at which a job has something to say; nothing of what was tried stays."""
    with database.transaction() as session:
        found = next((at for at in instants if _has_due(session, at)), None)
        session.rollback()
    return found


def _has_due(session: Session, at: datetime) -> bool:
    here = [Here(session, office, at) for office in satker.every(session)]
    return any([*routes.told(job(one))] for one in here for job in table.JOBS)


def offer(database: Database, now: datetime) -> None:
    """Send the list of commands to some of the apps whose list is out of date."""
    with database.transaction() as session:
        queue(session, bantuan.renewed(session, table.COMMANDS, now), now)


def _jobs(here: Here) -> None:
    for job in table.JOBS:
        try:
            with here.session.begin_nested():
                queue(here.session, knocking(routes.told(job(here))), here.now, here.satker)
        except Exception as error:
            if away(error):
                raise
            log.exception("job %s of satker %d failed", getattr(job, "__qualname__", job), here.satker.id)


def is_heard(outcome: Outcome) -> bool:
    """Whether anybody has something to do when he is told of it: of most messages nobody has."""
    return outcome.drawing is not None or any(_events(outcome))


def happened(outcome: Outcome) -> None:
    """Write down what became of a message, and tell its handlers."""
    drawing = outcome.drawing
    drawn.marked(outcome)
    says: list[Act | Event] = []
    for listener in table.listeners(drawing.renderer) if drawing else ():
        says += listener(outcome)
    if drawing and outcome.became == Became.SENT:
        says.append(Arrived(outcome, drawing))
    says += _events(outcome)
    queue(outcome.session, knocking(routes.told(says)), outcome.now)


def _events(outcome: Outcome) -> Iterator[Event]:
    """What an outcome is to the handlers, whatever was drawn for it."""
    if outcome.row.group and outcome.became == Became.UNCERTAIN:
        yield Uncertain(outcome)
    if outcome.became == Became.HELD:
        yield Held(outcome)


def _failed(database: Database, incoming: Incoming, error: Exception, now: datetime) -> bool:
    with database.transaction() as session:
        given_up = inbox.failed(session, incoming.chat.channel, incoming.event, repr(error), now)
        if given_up:
            queue(session, knocking(apology(session, incoming, now)), now)
    return given_up


def apology(session: Session, incoming: Incoming, now: datetime) -> Iterator[Outgoing]:
    anggota = people.find(session, incoming.chat.channel, incoming.person)
    if anggota is None or incoming.chat.group:
        return
    yield Outgoing(
        incoming.chat, text="Maaf, pesan Anda tidak dapat diolah karena gangguan pada bot. Mohon kirim sekali lagi."
    )
    office = session.get_one(Satker, anggota.satker_id)
    for chat in chats_of(Here(session, office, now), Role.KETUA_PELAKSANA):
        if chat != incoming.chat:
            yield Outgoing(
                chat, text=f"Satu pesan dari {anggota.nama} gagal diolah bot. Mohon beri tahu pengelola bot."
            )
