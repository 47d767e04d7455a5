"""Of several processes on one database one is the leader: it alone sends, draws, polls and keeps the time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.world import World, pause
from storage import locks
from storage.locks import Locks

log = logging.getLogger(__name__)

LEADER = "leader"
LOOK = 2
PAUSE = 5
Part = Callable[[], Awaitable[None]]


class Lost(Exception):  # noqa: N818 - what happened to the lead
    """The connection that held the lead is gone; another process may lead by now."""


async def leading(world: World, held: Locks, parts: Sequence[Part]) -> None:
    """Run the parts while this process leads, and again each time it takes the lead; until the process stops."""
    while not world.wake.stop.is_set():
        if await asyncio.to_thread(held.take, LEADER):
            try:
                await _led(world, held, parts)
            except* Lost:
                log.warning("the lead is lost")
        else:
            world.wake.leads.clear()
        await pause(world.wake.stop, LOOK)


async def _led(world: World, held: Locks, parts: Sequence[Part]) -> None:
    world.wake.leads.set()
    async with asyncio.TaskGroup() as group:
        for part in parts:
            group.create_task(running(part))
        group.create_task(_holding(world, held))


async def _holding(world: World, held: Locks) -> None:
    while not world.wake.stop.is_set():
        await pause(world.wake.stop, LOOK)
        if not await asyncio.to_thread(held.holds, LEADER):
            world.wake.leads.clear()
            raise Lost


async def running(part: Part) -> None:
    await part()


async def woken(world: World) -> None:
    """Wake this process when another one has committed work to the shared database."""
    if not locks.shared(world.database):
        return
    loop = asyncio.get_running_loop()
    while not world.wake.stop.is_set():
        try:
            await asyncio.to_thread(_listening, world, loop)
        except Exception:
            log.exception("the bell of the database cannot be heard")
            await pause(world.wake.stop, PAUSE)


def _listening(world: World, loop: asyncio.AbstractEventLoop) -> None:
    for rung in locks.rings(world.database, 1):
        if world.wake.stop.is_set():
            return
        if rung:
            loop.call_soon_threadsafe(world.wake.all)
