"""One message is one transaction: who is it, may they, what is it; decided inside, sent after."""

import logging
from dataclasses import replace
from datetime import datetime

from handlers import (
    access,
    dipakai,
    grup,
    impor,
    isian,
    kartu,
    kiriman,
    laju,
    lapor,
    minta,
    orang,
    perintah,
    persiapan_lanjut,
    schedule,
    suntingan,
    templat,
)
from handlers.chat import Incoming, Outgoing, Rejected, Says, Turn
from handlers.queue import answered, queue
from handlers.table import ANSWERS, COMMANDS, EVENTS, IN_GROUP, PRESSES
from renderers import indonesian
from storage import drafts, inbox, outbox, people, satker
from storage import isian as isian_rows
from storage.database import Database, Session, away
from storage.outbox import Outbox
from storage.people import Role
from storage.satker import Satker

__all__ = ["handle", "happened", "offer", "queue", "tick"]

log = logging.getLogger(__name__)

# What fits the integer of any database.
LONGEST_ID = 9


def handle(database: Database, incoming: Incoming, now: datetime) -> bool:
    """Handle one recorded update, exactly once; a failure is logged, counted and, after five times, apologised for.
    False where it is still to be handled, so that what came after it must wait."""
    try:
        with database.transaction() as session:
            if inbox.take(session, incoming.chat.channel, incoming.event, now):
                queue(session, answered(incoming, _says(session, incoming, now)), now)
    except Exception as error:
        # While the database is away nobody's message is at fault: it waits, however long.
        if away(error):
            raise
        log.exception("update %s failed", incoming.event)
        return _failed(database, incoming, error, now)
    return True


def tick(database: Database, now: datetime) -> None:
    """Do what is due at this instant, each satker's jobs in a transaction of its own."""
    with database.transaction() as session:
        schedule.forget(session, now)
        offices = [row.id for row in satker.every(session)]
    for id_ in offices:
        try:
            with database.transaction() as session:
                _jobs(session, session.get_one(Satker, id_), now)
        except Exception:
            # One office's trouble must not keep the others' jobs waiting; it is tried again next minute.
            log.exception("jobs of satker %d", id_)


def offer(database: Database, now: datetime) -> None:
    """Tell some of the apps that do not know what there is to do now."""
    with database.transaction() as session:
        queue(session, perintah.renewed(session, COMMANDS, now), now)


def _jobs(session: Session, office: Satker, now: datetime) -> None:
    for job in schedule.JOBS:
        try:
            with session.begin_nested():
                queue(session, job(session, office, now), now, office)
        except Exception as error:
            if away(error):
                raise
            log.exception("job %s of satker %d failed", getattr(job, "__qualname__", job), office.id)


def happened(session: Session, row: Outbox, what: str, now: datetime, detail: str = "") -> None:
    """Tell the handler of a row what became of it: "drawing", "step", "sha256", "completed", "drawn", "sent",
    "failed" or "uncertain"."""
    drawing = row.payload.get("drawing")
    says: list[Outgoing] = list(EVENTS[drawing["renderer"]](session, row, what, now, detail)) if drawing else []
    if drawing and what == "sent":
        says += dipakai.sent(session, row, now)
    if row.group and what == "uncertain":
        says += kiriman.asked(session, row, now)
    queue(session, says, now)


def _says(session: Session, incoming: Incoming, now: datetime) -> list[Outgoing]:
    if incoming.migrated_to:
        grup.migrated(session, incoming)
        return []
    if (enough := laju.exceeded(session, incoming)) is not None:
        return enough
    anggota = people.find(session, incoming.chat.channel, incoming.person)
    office = session.get_one(Satker, anggota.satker_id) if anggota else None
    if anggota is None or office is None or _expired(anggota, office, now):
        return list(_stranger(session, incoming, now))
    turn = Turn(session, incoming, office, anggota, now)
    if not incoming.press and not incoming.edited and not incoming.chat.group:
        outbox.push_cards(session, incoming.chat.channel, incoming.chat.id)
        if incoming.text.startswith("/"):
            # Whatever becomes of the command: who gives one is not writing the line of a request any more.
            minta.drop(turn)
            isian_rows.drop(turn.session, turn.anggota)
    try:
        with session.begin_nested():
            return [*_routed(turn), *_offered(session, incoming, now)]
    except Rejected as rejected:
        return [turn.toast(str(rejected)) if incoming.press_id else _refused(turn, rejected)]


def _stranger(session: Session, incoming: Incoming, now: datetime) -> Says:
    if incoming.chat.group:
        return grup.stranger(session, incoming)
    # Who has come in by a link sees at once what there is to do.
    return [*orang.stranger(session, incoming, now), *_offered(session, incoming, now)]


def _offered(session: Session, incoming: Incoming, now: datetime) -> Says:
    return perintah.renewed(session, COMMANDS, now, incoming.chat) if incoming.text.startswith("/start") else ()


def _refused(turn: Turn, rejected: Rejected) -> Outgoing:
    """What the words were to answer may be said once more."""
    said, awaits = turn.reply(str(rejected)), turn.incoming.text and not turn.incoming.text.startswith("/")
    if turn.incoming.chat.group or not awaits:
        return said
    draft = drafts.open_of(turn.session, turn.anggota)
    return replace(said, placeholder=isian.placeholder(turn) or (kartu.placeholder(draft) if draft else ""))


def _expired(anggota: people.Anggota, office: Satker, now: datetime) -> bool:
    today = office.local(now).date()
    return not (anggota.berlaku_dari or today) <= today <= (anggota.berlaku_sampai or today)


def _routed(turn: Turn) -> Says:
    incoming = turn.incoming
    if incoming.press:
        return _pressed(turn)
    if incoming.chat.group:
        return grup.event(turn) or _commanded(turn, in_group=True)
    if incoming.edited:
        return suntingan.edited(turn)
    if incoming.refused:
        raise Rejected(incoming.refused)
    if incoming.text.startswith("/") and not incoming.foto:
        return _commanded(turn)
    return _told(turn)


def _told(turn: Turn) -> Says:
    """What is no command: the answer to a card's question, a file, or something to report."""
    incoming = turn.incoming
    if (says := isian.answered(turn, ANSWERS)) is not None:
        return says
    if incoming.berkas:
        return impor.berkas(turn)
    if incoming.templat:
        return templat.berkas(turn)
    if turn.anggota.role not in access.ANGGOTA:
        raise Rejected("Hanya anggota tim yang dapat melapor. Ketik /bantuan untuk melihat perintah Anda.")
    return lapor.foto(turn) if incoming.foto else _words(turn)


def _words(turn: Turn) -> Says:
    """A report; or what is none, and came long after the card of the setting up had asked for it."""
    try:
        with turn.session.begin_nested():
            return list(lapor.teks(turn))
    except Rejected:
        says = persiapan_lanjut.late(turn)
        if says is None:
            raise
        return says


def _pressed(turn: Turn) -> Says:
    prefix = turn.incoming.press.split(":")[0]
    who, run = PRESSES.get(prefix, (access.EVERYONE, _unknown_press))
    if turn.incoming.chat.group and not (prefix in IN_GROUP and grup.here(turn)):
        return _unknown_press(turn)
    if turn.anggota.role not in who:
        raise Rejected("Tombol ini bukan untuk peran Anda.")
    if any(part.isdigit() and len(part) > LONGEST_ID for part in turn.incoming.press.split(":")):
        return _unknown_press(turn)
    isian.pressed(turn)
    try:
        return list(run(turn))
    except (ValueError, LookupError) as misfit:
        # A client can send any data as a press; what no button of ours holds is answered like an old button.
        log.warning("press %r does not fit", turn.incoming.press[:64], exc_info=misfit)
        return _unknown_press(turn)


def _unknown_press(_turn: Turn) -> Says:
    raise Rejected("Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah.")


def _commanded(turn: Turn, *, in_group: bool = False) -> Says:
    word = turn.incoming.text.split(maxsplit=1)[0].partition("@")[0].lower() if turn.incoming.text.strip() else ""
    command = next((c for c in COMMANDS if f"/{c.word}" == word), None)
    if in_group and (command is None or not command.group or turn.incoming.edited):
        # What people say to each other there is not ours to keep.
        inbox.strip(turn.session, turn.incoming.chat.channel, turn.incoming.event, "grup")
        return []
    if command is None:
        raise Rejected(f"Perintah {word[:40]} tidak dikenal. Ketik /bantuan untuk melihat daftar perintah.")
    if turn.anggota.role not in command.who:
        names = indonesian.daftar([access.SEBUTAN[role] for role in Role if role in command.who])
        raise Rejected(f"Perintah /{command.word} hanya untuk {names}.")
    return command.run(turn)


def _failed(database: Database, incoming: Incoming, error: Exception, now: datetime) -> bool:
    with database.transaction() as session:
        given_up = inbox.failed(session, incoming.chat.channel, incoming.event, repr(error), now)
        if given_up:
            queue(session, apology(session, incoming, now), now)
    return given_up


def apology(session: Session, incoming: Incoming, now: datetime) -> Says:
    anggota = people.find(session, incoming.chat.channel, incoming.person)
    if anggota is None or incoming.chat.group:
        return
    yield Outgoing(
        incoming.chat, text="Maaf, pesan Anda tidak dapat diolah karena gangguan pada bot. Mohon kirim sekali lagi."
    )
    office = session.get_one(Satker, anggota.satker_id)
    for chat in orang.chats_of(session, office, Role.KETUA_PELAKSANA, now):
        if chat != incoming.chat:
            yield Outgoing(
                chat, text=f"Satu pesan dari {anggota.nama} gagal diolah bot. Mohon beri tahu pengelola bot."
            )
