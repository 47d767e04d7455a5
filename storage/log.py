"""The log of SQLite, to which every transaction adds its changes; those that end at about the same time go to the disk
together."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy.orm import Session

from storage.sqlite import together

# What is on the disk survives the power: of a log all but the time of its last change.
_flush = getattr(os, "fdatasync", os.fsync)


class Log:
    def __init__(self, database: Path) -> None:
        self.path, self._turn = database.with_name(f"{database.name}-wal"), Lock()
        # How many changes are in the log, and how many of them are on the disk.
        self.written = self.safe = 0

    def flushed(self, changes: int) -> None:
        """Returns once the first so many changes are on the disk. Who comes while the disk writes for another one waits
        for the next writing, which is for all who have come meanwhile."""
        if self.safe >= changes:
            return
        with self._turn:
            if self.safe < changes:
                now = self.written
                self._flushed()
                self.safe = now

    def _flushed(self) -> None:
        try:
            log = os.open(self.path, os.O_RDONLY)
        except FileNotFoundError:
            # The last connection is closed, and with it all is in the database itself.
            return
        try:
            _flush(log)
        finally:
            os.close(log)


def watched(session: Session) -> Callable[[], bool]:
    """Begins a transaction, and tells after its end whether it has changed a row."""
    with together():
        raw: Any = session.connection().connection.dbapi_connection
    before = raw.total_changes
    return lambda: bool(raw.total_changes != before)
