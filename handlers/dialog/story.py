"""Reads what a message tells of, by the words of this office."""

from handlers.catatan.gazetteer import gazetteer
from handlers.chat.messages import Turn
from handlers.reading.message.parts import Reading
from handlers.reading.message.read import read


def readings(turn: Turn, text: str) -> tuple[Reading, ...]:
    """The records that a message tells of, in its order, at least one."""
    return read(text, turn.today, gazetteer(turn))
