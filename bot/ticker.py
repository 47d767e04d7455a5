"""Once a minute: hand the time to the handlers, who know what is due."""

import asyncio
import logging

from bot.wake import pause
from bot.world import World
from handlers import dispatch

log = logging.getLogger(__name__)

MINUTE = 60


async def ticking(world: World, every: float = MINUTE) -> None:
    while not world.wake.stop.is_set():
        try:
            await asyncio.to_thread(dispatch.tick, world.database, world.clock())
        except Exception:
            log.exception("a tick failed; what was due stays due")
        world.wake.all()
        world.pulse.ticked_at = world.clock()
        await pause(world.wake.stop, every)
