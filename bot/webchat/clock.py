"""The try-out's own clock: it starts in June 2022, runs on in real time, and can be moved to what is due."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")
START = datetime(2022, 6, 24, 9, tzinfo=WIB)
FRIDAY, HOUR = 4, 16


class Clock:
    """A clock that can be moved. `kept`: a file from which the next run goes on, so that a kept database never meets an
    earlier day."""

    def __init__(self, kept: Path | None = None, seconds: Callable[[], float] = time.monotonic) -> None:
        self.kept, self.seconds = kept, seconds
        self.start, self.since = START, seconds()
        if kept and kept.exists():
            self.start = datetime.fromisoformat(kept.read_text()).astimezone(WIB)

    def __call__(self) -> datetime:
        return self.start + timedelta(seconds=self.seconds() - self.since)

    def move_to(self, instant: datetime) -> None:
        self.start, self.since = instant.astimezone(WIB), self.seconds()
        self.keep()

    def keep(self) -> None:
        if self.kept:
            self.kept.write_text(self().isoformat())


def next_kolase(now: datetime) -> datetime:
    """A second after the next Friday 16.00, when the kolase is due."""
    local = now.astimezone(WIB)
    day = local + timedelta(days=(FRIDAY - local.weekday()) % 7)
    hour = day.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return (hour if hour > local else hour + timedelta(weeks=1)) + timedelta(seconds=1)


def hours_ahead(now: datetime) -> Iterator[datetime]:
    """A second after each full hour of the next two weeks."""
    hour = now.astimezone(WIB).replace(minute=0, second=1, microsecond=0)
    return (hour + timedelta(hours=ahead) for ahead in range(1, 14 * 24))


def monday(now: datetime) -> datetime:
    """Monday 00.00 of this week."""
    local = now.astimezone(WIB)
    return (local - timedelta(days=local.weekday())).replace(hour=0, minute=0, second=0, microsecond=0)
