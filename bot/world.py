"""The world of a channel; but for the channel and its pulse, all channels of the process share it."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.channel import Channel
from bot.health import Pulse
from storage.database import Database
from storage.foto.store import Store

T = TypeVar("T")
# Who waits for the workshop or for LibreOffice waits here: asyncio's own threads are few, and all would wait.
_PATIENT = ThreadPoolExecutor(16, "patient")


class Bell:
    """Rung when there may be work. Each who listens has an ear of their own, so that none takes a ring from another."""

    def __init__(self) -> None:
        self.ears: list[asyncio.Event] = []

    def ear(self) -> asyncio.Event:
        self.ears.append(asyncio.Event())
        return self.ears[-1]

    def set(self) -> None:
        for ear in self.ears:
            ear.set()


class Wake:
    """`lanes`, `sender`, `drawing` are rung when there may be work for them; `stop` ends all loops; `leads` is set
    while this process is the one that sends and polls."""

    def __init__(self) -> None:
        self.lanes, self.sender, self.drawing = Bell(), Bell(), Bell()
        self.stop, self.leads = asyncio.Event(), asyncio.Event()
        self.leads.set()

    def all(self) -> None:
        for bell in (self.lanes, self.sender, self.drawing):
            bell.set()

    def halt(self) -> None:
        self.stop.set()
        self.all()


async def rung(ear: asyncio.Event, timeout: float, rest: float = 0) -> None:  # noqa: ASYNC109 - a pause that a bell may shorten
    """`rest`: so long nobody listens, so that many rings in a row make one look."""
    await asyncio.sleep(rest)
    with suppress(TimeoutError):
        await asyncio.wait_for(ear.wait(), timeout)
    ear.clear()


async def until(stop: asyncio.Event, work: Awaitable[T]) -> T | None:
    """The result of `work`; None if the process stops first, which cancels the work."""
    task, halt = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({task, halt}, return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        for pending in (task, halt):
            pending.cancel()
        await asyncio.gather(task, halt, return_exceptions=True)


async def apart(work: Callable[..., T], *given: object) -> T:
    """What it gives, done in a thread beside those in which everything else is done in a moment."""
    told = partial(copy_context().run, work, *given)
    return await asyncio.get_running_loop().run_in_executor(_PATIENT, told)


async def wholly(work: Callable[..., T], *given: object) -> T:
    """What it gives, done in a thread. Whoever is cancelled meanwhile waits for the thread, which cannot be stopped and
    would go on with a database that is being closed."""
    thread = asyncio.ensure_future(asyncio.to_thread(work, *given))
    try:
        return await asyncio.shield(thread)
    except asyncio.CancelledError:
        await asyncio.gather(thread, return_exceptions=True)
        raise


async def pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


@dataclass(frozen=True)
class World:
    """`pulses`: by the names of the channels that share the rest."""

    database: Database
    channel: Channel
    data_dir: Path
    clock: Callable[[], datetime]
    wake: Wake
    pulses: dict[str, Pulse] = field(default_factory=dict)
    kept: Store | None = None

    @property
    def pulse(self) -> Pulse:
        return self.pulses.setdefault(self.channel.name, Pulse())

    @property
    def store(self) -> Store:
        """The photos: a folder on this disk, with a bucket behind it where one is set."""
        return self.kept or Store(self.data_dir / "foto", database=self.database)
