"""SQLite as the database of one process: whoever begins a transaction writes at once, and what is written lasts."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

# Whether confirmed data is on the disk even when the power goes.
DURABLE = True
# Secure: deleted data is overwritten with zeros.
PRAGMAS: tuple[str, ...] = (
    "journal_mode=WAL",
    "busy_timeout=10000",
    "foreign_keys=ON",
    "secure_delete=ON",
)
_LEVEL: ContextVar[str] = ContextVar("level", default="FULL")


def prepare(connection: Any, _record: object) -> None:
    # The driver's own BEGIN comes too late: reads before the first write would run outside the transaction.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


@contextmanager
def together() -> Iterator[None]:
    """A transaction that begins in here leaves it to its caller that it gets to the disk."""
    level = _LEVEL.set("NORMAL")
    try:
        yield
    finally:
        _LEVEL.reset(level)


class AtOnce(SQLiteDialect_pysqlite):
    """The dialect itself begins: to hear of each beginning from outside would take as long as a statement, and make all
    others longer."""

    supports_statement_cache = True

    def do_begin(self, dbapi_connection: Any) -> None:
        raw = dbapi_connection.dbapi_connection
        raw.execute(f"PRAGMA synchronous={_LEVEL.get() if DURABLE else 'OFF'}")
        raw.execute("BEGIN IMMEDIATE")


AT_ONCE = "sqlite+at_once"
registry.register(AT_ONCE.replace("+", "."), __name__, AtOnce.__name__)
