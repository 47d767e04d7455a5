"""People stand in line: what arrives in the inbox, and how far it has been worked off."""

from sqlalchemy import select

from bot.intake.inlet import Arrived, Inlet
from bot.work.lanes import Lanes
from bot.world import World
from storage.chat.inbox import Inbox
from storage.chat.outbox import Outbox


async def arrive(world: World, *said: tuple[str, str]) -> None:
    """Person and text, numbered from 1."""
    told = [
        Arrived(str(number), number, person or "?", {"update_id": number, "message": 1, "person": person, "text": text})
        for number, (person, text) in enumerate(said, 1)
    ]
    await Inlet(world).put(told)


async def worked(lanes: Lanes) -> float:
    """Until nothing can be done any more; answers in how many seconds there may be."""
    while True:
        seconds = await lanes.look()
        if not lanes.busy:
            return seconds
        await lanes.idle()


def states(world: World) -> list[tuple[str, int]]:
    with world.database.transaction() as session:
        return [(row.state, row.tries) for row in session.scalars(select(Inbox).order_by(Inbox.urut))]


def said(world: World) -> list[tuple[str, str]]:
    with world.database.transaction() as session:
        rows = session.scalars(select(Outbox).order_by(Outbox.id))
        return [(row.chat, row.payload["text"]) for row in rows]
