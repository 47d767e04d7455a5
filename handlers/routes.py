"""What a message is, and who may say it: a command, a press, an answer, a photo, or words."""

import logging
from dataclasses import replace
from datetime import datetime

from handlers.chat import access, flood, group
from handlers.chat.messages import Incoming, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking, card
from handlers.excel import impor
from handlers.koreksi import edited, minta
from handlers.lapor import lapor
from handlers.persiapan import onward
from handlers.rekap import templat
from handlers.table import ANSWERS, COMMANDS, IN_GROUP, PRESSES
from handlers.tim import grup, masuk, offered
from renderers import indonesian
from storage.catatan import drafts
from storage.chat import inbox, outbox
from storage.chat import isian as isian_rows
from storage.database import Session
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Satker

log = logging.getLogger(__name__)

# What fits the integer of any database.
LONGEST_ID = 9


def says(session: Session, incoming: Incoming, now: datetime) -> list[Outgoing]:
    if incoming.migrated_to:
        grup.migrated(session, incoming)
        return []
    if (enough := flood.exceeded(session, incoming)) is not None:
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
    return [*masuk.stranger(session, incoming, now), *_offered(session, incoming, now)]


def _offered(session: Session, incoming: Incoming, now: datetime) -> Says:
    return offered.renewed(session, COMMANDS, now, incoming.chat) if incoming.text.startswith("/start") else ()


def _refused(turn: Turn, rejected: Rejected) -> Outgoing:
    """What the words were to answer may be said once more."""
    said, awaits = turn.reply(str(rejected)), turn.incoming.text and not turn.incoming.text.startswith("/")
    if turn.incoming.chat.group or not awaits:
        return said
    draft = drafts.open_of(turn.session, turn.anggota)
    return replace(said, placeholder=asking.placeholder(turn) or (card.placeholder(draft) if draft else ""))


def _expired(anggota: people.Anggota, office: Satker, now: datetime) -> bool:
    return not anggota.berlaku(office.local(now).date())


def _routed(turn: Turn) -> Says:
    incoming = turn.incoming
    if incoming.press:
        return _pressed(turn)
    if incoming.chat.group:
        return grup.event(turn) or _commanded(turn, in_group=True)
    if incoming.edited:
        return edited.edited(turn)
    if incoming.refused:
        raise Rejected(incoming.refused)
    if incoming.text.startswith("/") and not incoming.foto:
        return _commanded(turn)
    return _told(turn)


def _told(turn: Turn) -> Says:
    """What is no command: the answer to a card's question, a file, or something to report."""
    incoming = turn.incoming
    if (says := asking.answered(turn, ANSWERS)) is not None:
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
        says = onward.late(turn)
        if says is None:
            raise
        return says


def _pressed(turn: Turn) -> Says:
    prefix = turn.incoming.press.split(":")[0]
    who, run = PRESSES.get(prefix, (access.EVERYONE, _unknown_press))
    if turn.incoming.chat.group and not (prefix in IN_GROUP and group.here(turn)):
        return _unknown_press(turn)
    if turn.anggota.role not in who:
        raise Rejected("Tombol ini bukan untuk peran Anda.")
    if any(part.isdigit() and len(part) > LONGEST_ID for part in turn.incoming.press.split(":")):
        return _unknown_press(turn)
    asking.pressed(turn)
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
