"""How long a test waits for what comes by itself."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

# Seconds, and many: only a fault makes a test wait to the end of them, while a busy machine makes it wait for longer
# than it does alone.
PATIENCE = 120.0


async def told(changed: asyncio.Event, holds: Callable[[], bool], seconds: float) -> None:
    """Wait until something holds that a double tells by `changed`, or the bot alone by what it has written."""
    async with asyncio.timeout(seconds):
        while not holds():
            changed.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(changed.wait(), 0.02)
