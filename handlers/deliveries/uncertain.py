"""A post to the group whose fate nobody knows: the ketua pelaksana is asked, it is never repeated blindly."""

from handlers.chat import reach
from handlers.chat.events import Uncertain
from handlers.chat.messages import Button, Outgoing, Rejected, Says, Turn
from handlers.deliveries.doors import Arrived, SendAgain
from storage.chat import outbox
from storage.chat.outbox import Outbox
from storage.kantor import satker
from storage.kantor.people import Role
from storage.kantor.satker import Here, Satker


def asked(event: Uncertain) -> list[Outgoing]:
    session, row, now = event.outcome.session, event.outcome.row, event.outcome.now
    office = session.get(Satker, row.satker_id) if row.satker_id else satker.by_grup(session, row.channel, row.chat)
    if office is None:
        return []
    row.satker_id = office.id
    what = row.payload.get("title") or row.payload.get("text", "").partition("\n")[0]
    menu = ((Button("Sudah ada", Arrived(row.id)), Button("Kirim ulang", SendAgain(row.id))),)
    text = f"Jaringan terputus saat mengirim ke grup: “{what}”. Apakah kiriman itu sudah ada di grup?"
    chats = reach.chats_of(Here(session, office, now), Role.KETUA_PELAKSANA)
    return [Outgoing(chat, text=text, menu=menu, card=f"kiriman:{row.id}") for chat in chats]


def arrived(turn: Turn, door: Arrived) -> Says:
    row = _row(turn, door.post)
    outbox.give_up(row, outbox.State.SENT, "")
    outbox.over(turn.session, row)
    return [turn.reply("Baik, kiriman itu dianggap sudah ada di grup.", card=f"kiriman:{door.post}")]


def send_again(turn: Turn, door: SendAgain) -> Says:
    outbox.again(_row(turn, door.post), turn.now, "")
    return [turn.reply("Dikirim ulang ke grup.", card=f"kiriman:{door.post}")]


def _row(turn: Turn, post: int) -> Outbox:
    row = outbox.uncertain(turn.session, turn.satker.id, post)
    if row is None:
        raise Rejected("Sudah dijawab.")
    return row
