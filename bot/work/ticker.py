"""Once a minute: hand the time to the handlers, who know what is due."""

import asyncio
import logging
import shutil
from datetime import datetime, timedelta

from bot.health import LOW_SPACE
from bot.work.sweep import sweep
from bot.world import World, pause
from handlers import dispatch
from handlers.chat import queue
from handlers.deliveries import disk
from storage.kantor import satker

log = logging.getLogger(__name__)

MINUTE, DAY = 60, timedelta(days=1)


async def ticking(world: World, every: float = MINUTE) -> None:
    swept: datetime | None = None
    while not world.wake.stop.is_set():
        try:
            await asyncio.to_thread(dispatch.tick, world.database, world.clock())
            await asyncio.to_thread(dispatch.offer, world.database, world.clock())
            await asyncio.to_thread(_look_at_disk, world)
            if swept is None or world.clock() - swept >= DAY:
                swept = world.clock()
                await asyncio.to_thread(sweep, world.database, world.data_dir, world.store, swept)
        except Exception:
            log.exception("a tick failed; what was due stays due")
        world.wake.all()
        world.pulse.ticked_at = world.clock()
        await pause(world.wake.stop, every)


def _look_at_disk(world: World) -> None:
    free = shutil.disk_usage(world.data_dir).free
    if free >= LOW_SPACE:
        return
    with world.database.transaction() as session:
        for office in satker.every(session):
            queue.queue(session, disk.low(session, office, free, world.clock()), world.clock(), office)
