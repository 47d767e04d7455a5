"""One process around one database: each channel has its intake, lanes and sender; drawing and ticker serve all."""

import asyncio
import fcntl
import logging
import signal
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import NamedTuple

from bot.channel import Channel
from bot.intake.inlet import Inlet
from bot.leading import Part, leading, running, woken
from bot.work.drawing.sharing import is_spread
from bot.work.drawing.workers import workers
from bot.work.lanes import Lanes
from bot.work.sender import Sender
from bot.work.ticker import ticking
from bot.world import Wake, World, until
from handlers import dispatch
from storage.chat.reach import PAYLOAD
from storage.locks import Locks, shared

log = logging.getLogger(__name__)

Intake = Callable[[Inlet], Awaitable[None]]


class Busy(Exception):  # noqa: N818 - the person who started it reads the sentence
    """The bot cannot start: another process uses the same data folder, or the token is missing or wrong."""


class Service(NamedTuple):
    """A channel of this process: what it shares, and the way in which its updates come."""

    world: World
    intake: Intake


async def serve(world: World, intake: Intake, *more: Service, beside: Sequence[Part] = ()) -> None:
    """Run until SIGTERM, SIGINT, the end of an intake or `wake.halt()`; messages under way are finished first. All
    services share database, data folder, clock and bells."""
    services = (Service(world, intake), *more)
    for one in services:
        one.world.pulse.started_at = one.world.clock()
    world.data_dir.mkdir(parents=True, exist_ok=True)
    # PostgreSQL has locks that keep several processes apart; for SQLite the data folder is locked instead.
    alone = nullcontext() if shared(world.database) else locked(world.data_dir)
    with alone, halted_by_signals(world.wake):
        try:
            await _together(services, beside)
        finally:
            for one in services:
                await one.world.channel.close()


async def _together(services: Sequence[Service], beside: Sequence[Part]) -> None:
    world, channels = services[0].world, dict[str, Channel]()
    await asyncio.to_thread(dispatch.served, world.database, [one.world.channel.name for one in services])
    held = Locks(world.database)
    try:
        async with asyncio.TaskGroup() as group:
            opening = [group.create_task(_opened(one.world, channels)) for one in services]
            for one, opened in zip(services, opening, strict=True):
                group.create_task(_received(one, opened, held))
            for part in (lambda: woken(world), *beside):
                group.create_task(running(part))
            # A channel that cannot be reached yet keeps no other one waiting.
            await asyncio.wait(opening, return_when=asyncio.FIRST_COMPLETED)
            senders = [_after(opened, Sender(one.world).run) for one, opened in zip(services, opening, strict=True)]
            spread = is_spread(world)
            drawers = [one.run for one in workers(world, channels, held if spread else None)]
            for part in drawers if spread else ():
                group.create_task(running(part))
            await leading(world, held, [*senders, *(() if spread else drawers), lambda: ticking(world)])
    finally:
        # Also where a part has failed: a thread that listens is not cancelled, it sees that the process stops.
        world.wake.halt()
        held.close()


async def _opened(world: World, channels: dict[str, Channel]) -> None:
    """Connect a channel, note by which link people come to it, and add it to those that are open."""
    await until(world.wake.stop, world.channel.open())
    if world.wake.stop.is_set():
        # It may not have been reached, and then knows of no link.
        return
    await asyncio.to_thread(_reached, world)
    channels[world.channel.name] = world.channel
    world.wake.all()


def _reached(world: World) -> None:
    try:
        dispatch.reached(world.database, world.channel.name, world.channel.link(PAYLOAD), world.clock())
    except Exception:
        # The link of the last start is the same in all likelihood.
        log.exception("the link of %s cannot be noted", world.channel.name)


def _after(opened: "asyncio.Task[None]", part: Part) -> Part:
    async def run() -> None:
        await asyncio.wait([opened])
        await part()

    return run


async def _received(service: Service, opened: "asyncio.Task[None]", held: Locks) -> None:
    await opened
    stop = service.world.wake.stop
    async with asyncio.TaskGroup() as group:
        group.create_task(Lanes(service.world, held).run())
        await until(stop, service.intake(Inlet(service.world)))
        service.world.wake.halt()


@contextmanager
def locked(data_dir: Path) -> Iterator[None]:
    """Hold the data folder; Busy if another process has it, for two would take each other's updates."""
    with (data_dir / "bot.lock").open("w") as file:
        try:
            # The kernel releases this lock even after kill -9.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(f"another bot is running on {data_dir}") from None
        yield


@contextmanager
def halted_by_signals(wake: Wake) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, wake.halt)
    yield
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.remove_signal_handler(number)
