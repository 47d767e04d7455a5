"""How fast a bot may talk: a message a second in a chat, so many a minute in a group, so many a second in all."""

from collections import deque
from datetime import datetime, timedelta

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
PER_SECOND, PER_GROUP_MINUTE = 25, 18


class Pace:
    """The limits are Telegram's 30 and 20 with a margin."""

    def __init__(self) -> None:
        self.free: dict[str, datetime] = {}
        self.overall: deque[datetime] = deque(maxlen=PER_SECOND)
        self.groups: dict[str, deque[datetime]] = {}

    def wait(self, chat: str, group: bool, now: datetime) -> float:
        """Seconds until something may be said there; 0 for now."""
        moments = [self.free.get(chat, now)]
        if len(self.overall) == PER_SECOND:
            moments.append(self.overall[0] + SECOND)
        if group and len(self.groups.get(chat, ())) == PER_GROUP_MINUTE:
            moments.append(self.groups[chat][0] + MINUTE)
        pause = (max(moments) - now).total_seconds()
        # A clock that was set back must not silence a chat for hours.
        return min(max(0, pause), MINUTE.total_seconds())

    def note(self, chat: str, group: bool, now: datetime, messages: int = 1) -> None:
        """Something is being said; every picture of an album counts."""
        self.free = {other: moment for other, moment in self.free.items() if moment > now}
        self.free[chat] = now + messages * SECOND
        self.overall.extend([now] * messages)
        if group:
            self.groups.setdefault(chat, deque(maxlen=PER_GROUP_MINUTE)).extend([now] * messages)
