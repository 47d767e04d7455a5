"""The way into the inbox: what a channel has received is on disk before the channel hears that it is."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.world import World, pause, wholly
from handlers import dispatch
from handlers.chat import queue
from handlers.deliveries import trouble
from storage.chat import inbox
from storage.chat.inbox import Inbox
from storage.database import Session

log = logging.getLogger(__name__)

Beside = Callable[[Session, datetime], None]
# The pulse in the database shows the span of an outage to the minute, and costs one write a minute.
WRITTEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Arrived:
    """An update as the channel delivered it; `urut` orders updates that came together, `person` is who caused it and
    `text` what they said."""

    event: str
    urut: int
    lane: str
    body: dict[str, Any]
    person: str = ""
    text: str = ""


@dataclass(frozen=True)
class Inlet:
    """The way of received updates into the inbox."""

    world: World

    @property
    def stop(self) -> asyncio.Event:
        return self.world.wake.stop

    async def put(self, arrived: Sequence[Arrived], beside: Beside = lambda _session, _now: None) -> None:
        """Returns once all updates are on disk; the channel confirms them only after that. `beside`: what else is
        written down in the same transaction."""
        await wholly(self._put, arrived, beside)
        self.world.wake.lanes.set()

    async def heard(self) -> None:
        """Note that the channel has answered, with updates or without."""
        pulse, now = self.world.pulse, self.world.clock()
        pulse.heard_at = now
        if pulse.written_at is None or now - pulse.written_at >= WRITTEN_EVERY:
            await wholly(self._heard, now)
            pulse.written_at = now

    def _heard(self, now: datetime) -> None:
        with self.world.database.transaction() as session:
            queue.queue(session, trouble.heard(session, self.world.channel.name, now), now)

    def _put(self, arrived: Sequence[Arrived], beside: Beside) -> None:
        now = self.world.clock()
        with self.world.database.transaction() as session:
            heard = dispatch.heard_first(session, self.world.channel.name, [(a.person, a.text) for a in arrived], now)
            inbox.put(session, [self._row(*one, now) for one in zip(arrived, heard, strict=True)])
            beside(session, now)

    def _row(self, one: Arrived, known: bool, now: datetime) -> Inbox:
        row = Inbox(channel=self.world.channel.name, event=one.event, urut=one.urut, lane=one.lane or one.event)
        row.body, row.state, row.tries, row.error, row.received_at = one.body, inbox.State.NEW, 0, "", now
        row.known = known
        return row


async def beating(inlet: Inlet, every: float = 30) -> None:
    """Keep the pulse of a webhook: the channel calls us, so we count as reachable as long as we listen."""
    while not inlet.stop.is_set():
        inlet.world.pulse.tried_at = inlet.world.clock()
        try:
            await inlet.heard()
        except Exception:
            log.exception("the database does not take the pulse")
        await pause(inlet.stop, every)
