"""Once a minute the ticker gives the handlers the time to do their due work; once a day it deletes old data."""

import asyncio
import logging
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from bot.health import LOW_SPACE
from bot.work import settling
from bot.work.drawing import sharing
from bot.work.parcel import forget_ended
from bot.world import World, pause
from handlers import dispatch
from handlers.chat import queue
from handlers.deliveries import trouble
from storage.database import Database
from storage.foto import lembar, owner, photos, sweeping
from storage.foto.store import Store, Unreachable
from storage.foto.sweeping import Place, Refused
from storage.kantor import satker
from storage.kantor.satker import Here
from storage.pribadi import retention

log = logging.getLogger(__name__)

MINUTE, DAY = 60, timedelta(days=1)


async def ticking(world: World, every: float = MINUTE) -> None:
    swept: datetime | None = None
    while not world.wake.stop.is_set():
        try:
            await asyncio.to_thread(dispatch.tick, world.database, world.clock())
            await asyncio.to_thread(dispatch.offer, world.database, world.clock())
            await asyncio.to_thread(_look_at_disk, world)
            await asyncio.to_thread(forget_ended, world.database, world.data_dir)
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
            queue.queue(session, trouble.low(Here(session, office, world.clock()), free), world.clock(), office)


def sweep(database: Database, data_dir: Path, store: Store, now: datetime) -> None:
    """Delete data that was kept long enough, in the database, on the disk and in the bucket."""
    with database.transaction() as session:
        owner.note_rows(session)
        retention.forget(session, now)
        settling.tidy(session, now, data_dir)
        lembar.fade(session, now - lembar.KEPT)
        lembar.lose(session, photos.living(session))
    # Photos are swept after the rows, for a photo may have lost its last row just now.
    swept = sum(_swept(database, place, retention.until("foto lepas", now)) for place in sweeping.places(store))
    database.empty_log()
    old = [path for path in _leftovers(data_dir) if path.stat().st_mtime < retention.until("hasil", now).timestamp()]
    for path in old:
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
    with suppress(Unreachable):
        swept += sharing.swept(store, retention.until("hasil", now))
    if swept or old:
        log.info("swept %d photos or files of the bucket and %d leftovers", swept, len(old))


def _swept(database: Database, place: Place, before: datetime) -> int:
    """The number of photos deleted from a place; a place that is not ours to sweep, or does not answer, is logged and
    left as it is."""
    try:
        return sweeping.sweep(database, place, before)
    except (Refused, Unreachable) as reason:
        log.warning("%s", reason)
        return 0


def _leftovers(data_dir: Path) -> Iterator[Path]:
    """Files that nothing needs any more: drawings never sent, small copies without their photo, writes that a power cut
    stopped."""
    yield from (data_dir / "drawn").glob("*")
    yield from data_dir.glob("foto/??/*.tmp")
    yield from data_dir.glob("laporan/*.tmp")
    for small in data_dir.glob(f"foto/??/*{photos.SMALL}"):
        if not small.with_name(small.name.replace(photos.SMALL, ".jpg")).exists():
            yield small
