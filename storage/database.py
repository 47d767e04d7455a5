"""The database: engine, the one kind of transaction, and an instant that is always aware and in UTC."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from importlib.resources import files
from threading import Lock
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, DateTime, Dialect, Engine, MetaData, create_engine, event, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

__all__ = ["Database", "Instant", "Row", "Session", "away"]

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """Aware UTC in, aware UTC out; SQLite alone would forget the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the interface
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"naive instant {value}"
            raise ValueError(msg)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the interface
        return value and (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC))


class Row(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: Instant, dict[str, Any]: JSON, list[Any]: JSON, list[str]: JSON}


class Database:
    """One database by URL; `transaction()` is the only way to it."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        if self.url.drivername == "postgresql":
            self.url = self.url.set(drivername="postgresql+psycopg")
        self.engine: Engine = create_engine(self.url, hide_parameters=True)
        self.turn: AbstractContextManager[object] = nullcontext()
        if self.engine.dialect.name == "sqlite":
            # There is one writer anyway. Who waits here goes on at once; SQLite itself would look again after a pause.
            self.turn = Lock()
            event.listen(self.engine, "connect", _prepare_sqlite)
            event.listen(self.engine, "begin", _begin_immediate)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        with self.turn, Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    def upgrade(self) -> None:
        """Bring the schema up to date."""
        with self.engine.connect() as connection:
            command.upgrade(migrations(connection), "head")
            connection.commit()

    def behind(self) -> str:
        """What is wrong with the schema; empty where it is the one that this code knows."""
        with self.engine.connect() as connection:
            known = ScriptDirectory.from_config(migrations(connection)).get_current_head()
            found = MigrationContext.configure(connection).get_current_revision()
        return "" if found == known else f"the schema is at {found}, this release needs {known}"

    def copy_to(self, path: str) -> None:
        """A consistent copy while others write (SQLite only)."""
        raw = self.engine.raw_connection()
        try:
            raw.cursor().execute("VACUUM INTO ?", (path,))
        finally:
            raw.close()

    def close(self) -> None:
        self.engine.dispose()


# What SQLite says when it cannot work now, and not of what it was asked.
SQLITE_AWAY = ("is full", "is locked", "disk I/O", "readonly", "unable to open")


def away(error: BaseException) -> bool:
    """Whether it is the database that is away, full or busy; what was asked of it is as good as before."""
    if not isinstance(error, OperationalError):
        return False
    return error.connection_invalidated or (
        not isinstance(error.orig, sqlite3.Error) or any(said in str(error.orig) for said in SQLITE_AWAY)
    )


def migrations(connection: object) -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("storage") / "migrations"))
    config.attributes["connection"] = connection
    return config


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own BEGIN comes too late: reads before the first write would run outside the transaction.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
