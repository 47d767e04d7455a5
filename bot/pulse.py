"""The pulse of the process: when it last heard the channel, and how far its clock is from the channel's."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from handlers.chat import queue, silence
from storage.database import Database

# Often enough to know the span of an outage to the minute, seldom enough to cost nothing.
WRITTEN_EVERY = timedelta(minutes=1)


@dataclass
class Pulse:
    """When the intake last tried and was last answered, when the ticker last went round; `skew`: our clock minus the
    channel's in seconds, None until a fresh message has shown it."""

    started_at: datetime | None = None
    tried_at: datetime | None = None
    ticked_at: datetime | None = None
    heard_at: datetime | None = None
    written_at: datetime | None = None
    skew: float | None = None


async def beat(pulse: Pulse, database: Database, channel: str, clock: Callable[[], datetime]) -> None:
    """The channel was heard just now."""
    now = pulse.heard_at = clock()
    if pulse.written_at is None or now - pulse.written_at >= WRITTEN_EVERY:
        await asyncio.to_thread(_written, database, channel, now)
        pulse.written_at = now


def _written(database: Database, channel: str, now: datetime) -> None:
    with database.transaction() as session:
        queue.queue(session, silence.heard(session, channel, now), now)


def skew(update: dict[str, Any], now: datetime) -> float | None:
    """How far our clock is from the channel's, by a message that was sent this very moment; in seconds."""
    sent = update.get("message", {}).get("date")
    return (now - datetime.fromtimestamp(sent, UTC)).total_seconds() if isinstance(sent, int) else None
