"""What every part of the process stands in: the database, the channel, the data folder, the clock and the bells."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.channel import Channel
from bot.wake import Wake
from storage.database import Database


@dataclass(frozen=True)
class World:
    database: Database
    channel: Channel
    data_dir: Path
    clock: Callable[[], datetime]
    wake: Wake
