"""The group: bound by the ketua pelaksana, quiet otherwise; foreign groups are left."""

from handlers.chat.chats import in_own_group
from handlers.chat.events import Bound
from handlers.chat.messages import Act, Event, Incoming, Leave, Outgoing, Rejected, Says, Turn
from handlers.tim import keluar
from storage.chat import inbox, outbox
from storage.database import Session
from storage.kantor import audit
from storage.kantor import satker as satker_rows
from storage.kantor.people import Role


def stranger(session: Session, incoming: Incoming) -> Says:
    """Unknown people in a group: nothing is said or kept; a group of nobody is left, but not because people
    leave it."""
    inbox.strip(session, incoming.chat.channel, incoming.event, "grup")
    if incoming.left or incoming.removed or satker_rows.by_grup(session, incoming.chat.channel, incoming.chat.id):
        return []
    return [Leave(incoming.chat)]


def migrated(session: Session, incoming: Incoming) -> None:
    """The group became a supergroup and has a new id."""
    satker_rows.move_group(session, incoming.chat.channel, incoming.chat.id, incoming.migrated_to)
    outbox.move_chat(session, incoming.chat.channel, incoming.chat.id, incoming.migrated_to)


def event(turn: Turn) -> list[Act | Event] | None:
    """What a group message means before any command; None: go on to the commands."""
    incoming, leader = turn.incoming, turn.anggota.role == Role.KETUA_PELAKSANA
    if incoming.removed:
        return []
    if incoming.left and in_own_group(turn):
        return [*keluar.left_group(turn)]
    if in_own_group(turn):
        return [] if incoming.added else None
    guest = satker_rows.by_grup(turn.session, incoming.chat.channel, incoming.chat.id) is not None
    if incoming.added and leader and not guest:
        ask = turn.reply("Ketik /hubungkan di sini untuk memindahkan grup satker.")
        return [ask] if turn.satker.grup else _bound(turn)
    wants = incoming.text.split("@")[0].strip() == "/hubungkan"
    if leader and wants:
        return None
    # A colleague of another office is a guest here, whatever they lead elsewhere.
    return list(stranger(turn.session, incoming))


def hubungkan(turn: Turn) -> Says:
    """In the group: bind it. In the private chat: the link that adds the bot to a group."""
    if turn.incoming.chat.group:
        return [turn.reply("Grup ini sudah terhubung.")] if in_own_group(turn) else _bound(turn)
    return [
        Outgoing(
            turn.incoming.chat,
            text="Buka tautan ini untuk menambahkan bot ke grup, lalu ketik /hubungkan di grup itu.",
            startgroup="hubungkan",
        )
    ]


def _bound(turn: Turn) -> list[Act | Event]:
    chat, office = turn.incoming.chat, turn.satker
    other = satker_rows.by_grup(turn.session, chat.channel, chat.id)
    if other and other.id != office.id:
        raise Rejected("Grup ini sudah terhubung dengan satker lain.")
    before = {"grup": office.grup}
    office.grup_channel, office.grup, office.terhubung_at = chat.channel, chat.id, turn.now
    audit.note(turn.session, turn.anggota, turn.now, "satker", office.id, "hubungkan", before, {"grup": chat.id})
    told = turn.reply(f"Grup ini terhubung dengan {office.nama}. Kolase pekanan dan laporan akan dikirim ke sini.")
    return [told, Bound(turn)]
