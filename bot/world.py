"""What every part of the process stands in: the database, the channel, the data folder, the clock, the bells and the pulse."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.channel import Channel
from bot.pulse import Pulse
from bot.wake import Wake
from storage.database import Database


@dataclass(frozen=True)
class World:
    database: Database
    channel: Channel
    data_dir: Path
    clock: Callable[[], datetime]
    wake: Wake
    pulse: Pulse = field(default_factory=Pulse)
