"""The group: bound by the ketua pelaksana, quiet otherwise; foreign groups are left."""

from handlers.chat import means
from handlers.chat.chats import in_own_group
from handlers.chat.events import Bound
from handlers.chat.messages import Act, Event, Incoming, Leave, Outgoing, Presence, Rejected, Says, Turn
from handlers.tim import keluar
from storage.chat import cards, inbox, stuck
from storage.database import Session
from storage.kantor import audit
from storage.kantor import satker as satker_rows
from storage.kantor.people import Role

GENERAL = "General"
FORWARDED = (
    "Bot tidak dapat masuk ke grup WhatsApp: kolase pekanan dan laporan dikirim kepada Ketua Pelaksana, untuk "
    "diteruskan ke grup. Grup Telegram dapat dihubungkan kapan saja dengan /hubungkan di grup itu."
)
ELSEWHERE = "Untuk topik lain, ketik /hubungkan di topik itu lewat aplikasi Telegram di ponsel."
BY_NAME = (
    "Kolase dan laporan tetap dikirim ke topik yang terhubung. Untuk topik lain, ketik /hubungkan di topik itu lewat "
    "aplikasi Telegram di ponsel; untuk General, ketik /hubungkan general."
)


def stranger(session: Session, incoming: Incoming) -> Says:
    """Unknown people in a group: nothing is said or kept; a group of nobody is left, but not because people
    leave it."""
    inbox.strip(session, incoming.chat.channel, incoming.event, "grup")
    if (
        incoming.left
        or incoming.place is Presence.REMOVED
        or satker_rows.by_grup(session, incoming.chat.channel, incoming.chat.id)
    ):
        return []
    return [Leave(incoming.chat)]


def migrated(session: Session, incoming: Incoming) -> None:
    """The group became a supergroup and has a new id."""
    satker_rows.move_group(session, incoming.chat.channel, incoming.chat.id, incoming.migrated_to)
    cards.move_chat(session, incoming.chat.channel, incoming.chat.id, incoming.migrated_to)


def event(turn: Turn) -> list[Act | Event] | None:
    """What a group message means before any command; None: go on to the commands."""
    incoming, leader = turn.incoming, turn.anggota.role == Role.KETUA_PELAKSANA
    if incoming.place is Presence.REMOVED:
        return []
    if incoming.left and in_own_group(turn):
        return [*keluar.left_group(turn)]
    if in_own_group(turn):
        return [] if incoming.place else None
    guest = satker_rows.by_grup(turn.session, incoming.chat.channel, incoming.chat.id) is not None
    if incoming.place is Presence.ADDED and leader and not guest:
        ask = turn.reply("Ketik /hubungkan di sini untuk memindahkan grup satker.")
        return [ask] if turn.satker.grup else _bound(turn)
    wants = incoming.text.partition(" ")[0].partition("@")[0].strip() == "/hubungkan"
    if leader and wants:
        return None
    # A colleague of another office is a guest here, whatever they lead elsewhere.
    return list(stranger(turn.session, incoming))


def hubungkan(turn: Turn) -> Says:
    """In the group: bind it, or the topic of it in which this is said. In the private chat: the link that adds the bot
    to a group."""
    if turn.incoming.chat.group:
        return _topic(turn) if in_own_group(turn) else _bound(turn)
    if not means.of(turn.incoming.chat.channel).groups:
        raise Rejected(FORWARDED)
    return [
        Outgoing(
            turn.incoming.chat,
            text="Buka tautan ini untuk menambahkan bot ke grup, lalu ketik /hubungkan di grup itu.",
            startgroup="hubungkan",
        )
    ]


def _topic(turn: Turn) -> list[Act | Event]:
    here = turn.incoming.chat.topic
    if here == turn.satker.grup_topik:
        return [turn.reply(_already(turn))]
    general = not here and turn.incoming.forum
    # Telegram Web sends a command from any topic to General, so General is taken only by its name.
    if general and turn.text.casefold() != GENERAL.casefold():
        raise Rejected(BY_NAME)
    _bind(turn)
    where = "topik ini" if here else f"topik {GENERAL}" if general else "grup ini"
    return [turn.reply(f"Mulai sekarang kolase pekanan dan laporan dikirim ke {where}.")]


def _already(turn: Turn) -> str:
    if turn.incoming.chat.topic:
        return "Topik ini sudah terhubung."
    return f"Topik {GENERAL} sudah terhubung. {ELSEWHERE}" if turn.incoming.forum else "Grup ini sudah terhubung."


def _bound(turn: Turn) -> list[Act | Event]:
    chat, office = turn.incoming.chat, turn.satker
    other = satker_rows.by_grup(turn.session, chat.channel, chat.id)
    if other and other.id != office.id:
        raise Rejected("Grup ini sudah terhubung dengan satker lain.")
    _bind(turn)
    office.terhubung_at = turn.now
    told = f"Grup ini terhubung dengan {office.nama}. Kolase pekanan dan laporan akan dikirim ke {_where(turn)}"
    return [turn.reply(told), Bound(turn)]


def _where(turn: Turn) -> str:
    if turn.incoming.chat.topic:
        return "topik ini."
    return f"topik {GENERAL}. {ELSEWHERE}" if turn.incoming.forum else "sini."


def _bind(turn: Turn) -> None:
    """Let the posts of the office go where this is said, those too that wait for the place before."""
    chat, office = turn.incoming.chat, turn.satker
    old, new = (office.grup_channel or "", office.grup or "", office.grup_topik), (chat.channel, chat.id, chat.topic)
    before, after = ({"grup": one[1] or None} | ({"topik": one[2]} if one[2] else {}) for one in (old, new))
    office.grup_channel, office.grup, office.grup_topik = new
    audit.note(turn.session, turn.anggota, turn.now, "satker", office.id, "hubungkan", before, after)
    stuck.follow(turn.session, old, new, turn.now)
