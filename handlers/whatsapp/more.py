"""“Lainnya…”: the choices of a message that did not fit into it, where a channel offers only some at once."""

from handlers.chat.door import More, Stale
from handlers.chat.messages import Says, Turn
from handlers.chat.queue import from_payload
from storage.chat import rest
from storage.chat.outbox import Kind


def further(turn: Turn, door: More) -> Says:  # noqa: ARG001 - the pressed message tells which choices
    chat = turn.incoming.chat
    kept = rest.of(turn.session, chat.channel, chat.id, turn.incoming.message)
    if kept is None or not kept.get("rest"):
        raise Stale
    return [from_payload(Kind.SAY, {"chat": chat, "text": "Pilihan lainnya:", "menu": kept["rest"]})]
