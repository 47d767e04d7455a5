"""Locks between several processes on one PostgreSQL database, and the bell that wakes them all.

On SQLite there is one process: every lock is free, and nobody else is to be woken."""

from collections.abc import Iterator
from threading import Lock

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from storage.database import Database, Session

BELL = "bakohumas"
# Seconds after which the server takes back what a process holds of which it hears nothing, as one that is stopped or
# whose machine is gone. Each process asks for the lead, or whether it still has it, every two seconds.
LEASE = 20
_SINCE = (14,)


class Locks:
    """Advisory locks, held by one connection of this process, and lost with it."""

    def __init__(self, database: Database) -> None:
        self.engine, self.shared = database.engine, shared(database)
        self.connection: Connection | None = None
        self.mine: set[str] = set()
        self.one_at_a_time = Lock()

    def take(self, name: str) -> bool:
        """Whether it is ours now. It must not be ours already: the database counts how often it was taken."""
        if not self.shared:
            return True
        with self.one_at_a_time:
            if self._asked("SELECT pg_try_advisory_lock(hashtextextended(:name, 0))", name):
                self.mine.add(name)
            return name in self.mine

    def give(self, name: str) -> None:
        with self.one_at_a_time:
            # Without the connection the database has released the locks already.
            if name in self.mine:
                self.mine.discard(name)
                self._asked("SELECT pg_advisory_unlock(hashtextextended(:name, 0))", name)

    def holds(self, name: str) -> bool:
        """Whether the connection that took it is still there, and not another one that came after it."""
        if not self.shared:
            return True
        with self.one_at_a_time:
            if name in self.mine:
                self._asked("SELECT CAST(:name AS text) IS NOT NULL", name)
            return name in self.mine

    def close(self) -> None:
        with self.one_at_a_time:
            self._dropped()

    def _asked(self, question: str, name: str) -> bool:
        try:
            if self.connection is None:
                self.connection = self.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
                if (self.engine.dialect.server_version_info or ()) >= _SINCE:
                    self.connection.execute(text(f"SET idle_session_timeout = '{LEASE}s'"))
            return bool(self.connection.scalar(text(question), {"name": name}))
        except DBAPIError:
            self._dropped()
            return False

    def _dropped(self) -> None:
        self.mine.clear()
        if self.connection is not None:
            # Closed for good: back in the pool it would go on to hold its locks.
            self.connection.invalidate()
            self.connection.close()
            self.connection = None


def shared(database: Database) -> bool:
    """Whether other processes may work on this database too."""
    return database.engine.dialect.name == "postgresql"


def ring(session: Session) -> None:
    """Wake all processes once this transaction is committed."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"NOTIFY {BELL}"))


def rings(database: Database, seconds: float) -> Iterator[bool]:
    """Listen: True for each ring, False after so many seconds without one, until the connection is lost."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"LISTEN {BELL}"))
        driver = connection.connection.driver_connection
        while driver is not None:
            yield any(True for _ in driver.notifies(timeout=seconds, stop_after=1))
