"""The pace at which each channel lets messages go."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


@dataclass(frozen=True)
class Rate:
    """In one chat `burst` messages at once and then one each `seconds`; so many a second in all, and a minute in a
    group."""

    seconds: int
    burst: int
    per_second: int
    per_group_minute: int


# Telegram allows 30 and 20; WhatsApp 45 at once and 80.
RATE = Rate(seconds=1, burst=1, per_second=25, per_group_minute=18)
RATES = {"whatsapp": Rate(seconds=6, burst=40, per_second=60, per_group_minute=18)}


class Pace:
    """How long each chat of a channel has to wait for its next message."""

    def __init__(self, channel: str = "") -> None:
        self.rate = RATES.get(channel, RATE)
        # When a chat will have been silent for as long as its messages so far need.
        self.free: dict[str, datetime] = {}
        self.overall: deque[datetime] = deque(maxlen=self.rate.per_second)
        self.groups: dict[str, deque[datetime]] = {}

    def wait(self, chat: str, group: bool, now: datetime) -> float:
        """Seconds until the chat may get its next message, at most 60; 0 means now."""
        moments = [self.free.get(chat, now) - (self.rate.burst - 1) * self._each]
        if len(self.overall) == self.rate.per_second:
            moments.append(self.overall[0] + SECOND)
        if group and len(self.groups.get(chat, ())) == self.rate.per_group_minute:
            moments.append(self.groups[chat][0] + MINUTE)
        pause = (max(moments) - now).total_seconds()
        # Without a limit, a clock that was set back would silence a chat for hours.
        return min(max(0, pause), MINUTE.total_seconds())

    def note(self, chat: str, group: bool, now: datetime, messages: int = 1) -> None:
        """Count messages that are being sent; every picture of an album is one."""
        self.free = {other: moment for other, moment in self.free.items() if moment > now}
        self.free[chat] = self.free.get(chat, now) + messages * self._each
        self.overall.extend([now] * messages)
        if group:
            self.groups.setdefault(chat, deque(maxlen=self.rate.per_group_minute)).extend([now] * messages)

    @property
    def _each(self) -> timedelta:
        return self.rate.seconds * SECOND
