"""What is put into the outbox, and what becomes of it at one look of the sender."""

from typing import Any

from sqlalchemy import select

from bot.work.sender import Sender
from bot.world import World
from handlers.chat import queue
from handlers.chat.messages import Act, Chat, Outgoing
from storage.chat.outbox import Outbox
from tests.bot.ears import GRUP, Ears


def say(world: World, *says: Act) -> None:
    with world.database.transaction() as session:
        queue.queue(session, says, world.clock())


async def sent(sender: Sender) -> list[tuple[str, ...]]:
    """One look at the outbox, to its end."""
    await sender.look()
    await sender.idle()
    channel = sender.channel
    assert isinstance(channel, Ears)
    return channel.new()


def rows(world: World, *columns: str) -> list[Any]:
    with world.database.transaction() as session:
        found = session.scalars(select(Outbox).order_by(Outbox.id)).all()
    return [tuple(getattr(row, c) for c in columns) if columns[1:] else getattr(row, columns[0]) for row in found]


def post(chat: Chat = GRUP, text: str = "Kolase", satker: int = 1, **told: Any) -> Outgoing:
    return Outgoing(chat, text=text, satker=satker, **told)
