"""The small copies of the photos that have come: made one after the other beside everything else, for the person who
has sent a photo waits for the answer and not for the kolase."""

import asyncio
import logging
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.work.drawing import kept
from bot.world import apart

log = logging.getLogger(__name__)


@dataclass
class Copies:
    """What is not made when the process ends is made by the first drawing that needs it."""

    waiting: list[tuple[Path, str]] = field(default_factory=list)
    making: asyncio.Task[None] | None = None

    def add(self, folder: Path, sha256: str) -> None:
        self.waiting.append((folder, sha256))
        if self.making is None or self.making.done():
            self.making = asyncio.create_task(self._made())

    async def done(self) -> None:
        if self.making:
            await self.making

    async def _made(self) -> None:
        while self.waiting:
            try:
                await apart(partial(kept.prepare, aside=True), *self.waiting.pop(0))
            except Exception:
                log.exception("a small copy cannot be made")
