"""Of several processes on one database one is the leader: it alone sends, draws, polls and keeps the time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.world import World, apart, pause
from storage import locks
from storage.database import away
from storage.lead import Lost, Term, begun, boot_time, within
from storage.locks import Locks

log = logging.getLogger(__name__)

LEADER = "leader"
LOOK = 2
PAUSE = 5
Part = Callable[[], Awaitable[None]]


async def leading(world: World, held: Locks, parts: Sequence[Part]) -> None:
    """Run the parts while this process leads, and again each time it takes the lead; until the process stops."""
    while not world.wake.stop.is_set():
        if await asyncio.to_thread(held.take, LEADER):
            try:
                await _led(world, held, parts)
            except* Lost:
                log.warning("the lead is lost")
                await asyncio.to_thread(held.give, LEADER)
                world.wake.leads.clear()
        else:
            world.wake.leads.clear()
        await pause(world.wake.stop, LOOK)


async def _led(world: World, held: Locks, parts: Sequence[Part]) -> None:
    try:
        mine = await asyncio.to_thread(begun, world.database)
    except Exception as error:
        if not away(error):
            raise
        # Who led before is still in the middle of something, or the database is gone again.
        raise Lost from error
    with within(mine):
        world.wake.leads.set()
        async with asyncio.TaskGroup() as group:
            for part in parts:
                group.create_task(running(part))
            group.create_task(_holding(world, held, mine))


async def _holding(world: World, held: Locks, mine: Term | None) -> None:
    while not world.wake.stop.is_set():
        await pause(world.wake.stop, LOOK)
        asked = boot_time()
        # Beside the threads of everything else, which may all be busy for long.
        if not await apart(held.holds, LEADER):
            raise Lost
        if mine:
            mine.heard = asked


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
