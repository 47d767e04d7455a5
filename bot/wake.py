"""Who wakes whom: the parts of the process sleep until there is work, a moment has come, or it is time to stop."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


class Wake:
    """`lanes`, `sender`, `drawing` are rung when there may be work for them; `stop` ends all loops; `leads` is
    set while this process is the one that sends and polls."""

    def __init__(self) -> None:
        self.lanes, self.sender, self.drawing = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self.stop, self.leads = asyncio.Event(), asyncio.Event()
        self.leads.set()

    def all(self) -> None:
        for bell in (self.lanes, self.sender, self.drawing):
            bell.set()

    def halt(self) -> None:
        self.stop.set()
        self.all()


async def rung(bell: asyncio.Event, timeout: float) -> None:  # noqa: ASYNC109 - a pause that a bell may shorten
    with suppress(TimeoutError):
        await asyncio.wait_for(bell.wait(), timeout)
    bell.clear()


async def until(stop: asyncio.Event, work: Awaitable[T]) -> T | None:
    """The result, or None if the process stops first; the work is dropped then."""
    task, halt = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({task, halt}, return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        for pending in (task, halt):
            pending.cancel()
        await asyncio.gather(task, halt, return_exceptions=True)


async def pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
