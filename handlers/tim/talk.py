"""Talk in the private chat: thanks get a reaction, a greeting one line, and a command asked for in words is run."""

from collections.abc import Sequence

from handlers.chat import face
from handlers.chat.face import Command, Given
from handlers.chat.messages import Reaction, Says, Turn
from handlers.reading import requests
from handlers.reading.chatter import Talk, begins_as_talk, talk
from handlers.reading.dates.periods import read_month, tried
from handlers.reading.requests import Wanted
from renderers import indonesian
from storage.kantor.people import Role

NOON, AFTERNOON, EVENING = 11, 15, 18
SALAM = "assalam"


def heard(turn: Turn) -> Says | None:
    """Thanks or a greeting; None for any other words."""
    meant = talk(turn.incoming.text) or begins_as_talk(turn.incoming.text)
    if meant is Talk.THANKS:
        return [Reaction(turn.incoming.chat, turn.incoming.message, "👍")]
    return [turn.reply(f"{_greeting(turn)}, {turn.anggota.nama}. {_offer(turn)}")] if meant else None


def _greeting(turn: Turn) -> str:
    if SALAM in turn.incoming.text.casefold().replace("asala", "assala"):
        return "Waalaikumsalam"
    hour = turn.clock.hour
    return "Selamat " + (
        "pagi" if hour < NOON else "siang" if hour < AFTERNOON else "sore" if hour < EVENING else "malam"
    )


def _offer(turn: Turn) -> str:
    if turn.anggota.role == Role.PEMBINA:
        return "Silakan baca /status, /kolase, atau /daftar; ketik /bantuan untuk yang lain."
    return "Kirim foto kegiatan dengan keterangannya ke sini, atau ketik /bantuan."


def asked(commands: Sequence[Command], turn: Turn) -> Says | None:
    """The answer of the command that words ask for; None where they ask for none."""
    meant = requests.wanted(turn.incoming.text, turn.today, {one.word: one.said for one in commands if one.said})
    if meant is None:
        return None
    command = next(one for one in commands if one.word == ("bantuan" if meant.how else meant.word))
    return face.asked(command, turn, meant.word if meant.how else _given(turn, command, meant))


def _given(turn: Turn, command: Command, meant: Wanted) -> str:
    match command.given:
        case Given.PERIOD:
            return meant.period
        case Given.WORDS:
            return f"{meant.rest} {_month(turn, meant.period)}".strip()
        case Given.TEXT:
            return turn.incoming.text
        case _:
            return ""


def _month(turn: Turn, period: str) -> str:
    """The month that words name, as a search knows it, "" for another span."""
    month = tried(read_month, period, turn.today)
    return indonesian.bulan(month.mulai).casefold() if month else ""
