"""A post to the group whose fate nobody knows: the ketua pelaksana is asked, it is never repeated blindly."""

from handlers.chat import reach
from handlers.chat.events import Uncertain
from handlers.chat.messages import Button, Outgoing, Rejected, Says, Turn
from storage.chat import outbox
from storage.kantor import satker
from storage.kantor.people import Role
from storage.kantor.satker import Here, Satker


def asked(event: Uncertain) -> list[Outgoing]:
    session, row, now = event.session, event.row, event.now
    office = session.get(Satker, row.satker_id) if row.satker_id else satker.by_grup(session, row.channel, row.chat)
    if office is None:
        return []
    row.satker_id = office.id
    what = row.payload.get("title") or row.payload.get("text", "").partition("\n")[0]
    menu = ((Button("Sudah ada", f"o:{row.id}:ada"), Button("Kirim ulang", f"o:{row.id}:ulang")),)
    text = f"Jaringan terputus saat mengirim ke grup: “{what}”. Apakah kiriman itu sudah ada di grup?"
    chats = reach.chats_of(Here(session, office, now), Role.KETUA_PELAKSANA)
    return [Outgoing(chat, text=text, menu=menu, card=f"kiriman:{row.id}") for chat in chats]


def press(turn: Turn) -> Says:
    """o:<outbox>:<ada|ulang>."""
    _, id_, answer = turn.incoming.press.split(":")
    row = outbox.uncertain(turn.session, turn.satker.id, int(id_))
    if row is None:
        raise Rejected("Sudah dijawab.")
    if answer == "ada":
        outbox.give_up(row, outbox.State.SENT, "")
        return [turn.reply("Baik, kiriman itu dianggap sudah ada di grup.", card=f"kiriman:{id_}")]
    outbox.again(row, turn.now, "")
    return [turn.reply("Dikirim ulang ke grup.", card=f"kiriman:{id_}")]
