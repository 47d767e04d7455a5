"""Health: the findings that the doctor, /healthz and the watchdog report, each with its limit."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from handlers.chat import chats
from storage.chat import inbox, stuck
from storage.database import Database
from storage.foto import owner


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


def skew(update: dict[str, Any], now: datetime) -> float | None:
    """Seconds that our clock is ahead of the channel's, by a message sent just now; None for other updates."""
    sent = update.get("message", {}).get("date")
    return (now - datetime.fromtimestamp(sent, UTC)).total_seconds() if isinstance(sent, int) else None


# Telegram is at fault when it is silent for longer: an answer takes 65 s at most, and polling asks again within a
# minute.
SILENT = timedelta(minutes=3)
INBOX_LAG, OUTBOX_LAG, BACKUP_AGE = timedelta(minutes=1), timedelta(minutes=5), timedelta(hours=48)
SKEW = 60
LOW_SPACE, NO_SPACE = 10**9, 2 * 10**8


class Level(StrEnum):
    """How urgent a finding of the health check is: `warning`: look at it this week; `red`: now."""

    OK = "ok"
    WARNING = "warning"
    RED = "red"


@dataclass(frozen=True)
class Finding:
    name: str
    level: Level
    line: str


def of_process(pulse: Pulse, now: datetime, channel: str = "") -> Iterator[Finding]:
    """The findings that only the running process can make: does it hear its channel, and is its clock right."""
    heard = pulse.heard_at or pulse.started_at or now
    name = channel if channel in chats.NAMES else "poll"
    yield Finding(name, _red(now - heard > SILENT), f"last answer of {chats.named(channel)} {_age(now - heard)} ago")
    if pulse.skew is not None:
        yield Finding("clock", _red(abs(pulse.skew) > SKEW), f"{pulse.skew:+.0f} s beside Telegram's")


def of_data(database: Database, data_dir: Path, now: datetime) -> Iterator[Finding]:
    """The findings about database, queues, disk and backup."""
    behind = database.behind()
    yield Finding("schema", _red(bool(behind)), behind or "up to date")
    if not behind:
        yield from _queues(database, now)
    yield of_disk(data_dir)
    if not behind:
        yield _backup(database, now)


def of_disk(data_dir: Path) -> Finding:
    free = shutil.disk_usage(data_dir).free
    level = Level.RED if free < NO_SPACE else Level.WARNING if free < LOW_SPACE else Level.OK
    return Finding("disk", level, f"{free // 10**6} MB free")


def _queues(database: Database, now: datetime) -> Iterator[Finding]:
    with database.transaction() as session:
        received, due, unknown = inbox.oldest(session, now), stuck.oldest(session, now), stuck.unknown(session)
    lag = now - (received or now)
    yield Finding("inbox", _red(lag > INBOX_LAG), f"oldest message waits {_age(lag)}")
    lag = now - (due or now)
    late = Level.WARNING if lag > OUTBOX_LAG or unknown else Level.OK
    yield Finding("outbox", late, f"oldest answer waits {_age(lag)}, {unknown} of unknown outcome")


def _backup(database: Database, now: datetime) -> Finding:
    with database.transaction() as session:
        me = owner.known(session)
    if me is None or me.backed_up_at is None:
        return Finding("backup", Level.WARNING, "none yet")
    age = now - me.backed_up_at
    return Finding("backup", Level.WARNING if age > BACKUP_AGE else Level.OK, f"{_age(age)} old")


def _red(wrong: bool) -> Level:
    return Level.RED if wrong else Level.OK


def _age(age: timedelta) -> str:
    seconds = round(age.total_seconds())
    return f"{seconds} s" if seconds < 120 else f"{seconds // 60} min" if seconds < 7200 else f"{seconds // 3600} h"  # noqa: PLR2004 - two of each unit
