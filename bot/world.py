"""What every part of the process stands in: database, channel, data folder, clock, bells and pulse."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.channel import Channel
from bot.pulse import Pulse
from bot.wake import Wake
from storage.database import Database
from storage.foto.store import Store


@dataclass(frozen=True)
class World:
    database: Database
    channel: Channel
    data_dir: Path
    clock: Callable[[], datetime]
    wake: Wake
    pulse: Pulse = field(default_factory=Pulse)
    kept: Store | None = None

    @property
    def store(self) -> Store:
        """Where photos are; without a bucket the folder on this disk."""
        return self.kept or Store(self.data_dir / "foto")
