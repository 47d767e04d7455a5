"""The database: engine, the one kind of transaction, and an instant that is always aware and in UTC."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import Enum
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Connection, DateTime, Dialect, Engine, MetaData, create_engine, event, inspect, make_url
from sqlalchemy import Enum as EnumType
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

from storage import sqlite
from storage.log import Log, watched

if TYPE_CHECKING:
    from alembic.config import Config

__all__ = ["FENCE", "Database", "Instant", "Row", "Session", "UnknownSchema", "away"]

ERASES = "erases"
"""Set in `Session.info` by a transaction after which the log must be emptied too."""

LASTS = "lasts"
"""Set there by a transaction that was not begun as a `lasting` one, and has written what must not be lost."""

FENCE: ContextVar[Callable[[Session], None] | None] = ContextVar("fence", default=None)
"""The first word of every transaction of the tasks in which it is set; what it raises ends the transaction."""

MIGRATIONS = files("storage") / "migrations"
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
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


# The value of an enum stands in a plain text column: a later release may add one, which a type of PostgreSQL would not
# let it do within a transaction.
WORD = EnumType(Enum, native_enum=False, length=20, values_callable=lambda kind: [one.value for one in kind])


class Row(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {Enum: WORD, datetime: Instant} | dict.fromkeys(
        (dict[str, Any], dict[str, str], list[Any], list[str], list[int]), JSON
    )


class UnknownSchema(Exception):  # noqa: N818 - an answer to the operator
    """The database was made by a release before the first, or after the last, whose schema this one knows."""


class Database:
    """One database by URL; `transaction()` is the only way to it."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        if self.url.drivername == "postgresql":
            self.url = self.url.set(drivername="postgresql+psycopg")
        through = self.url.set(drivername=sqlite.AT_ONCE) if self.url.drivername == "sqlite" else self.url
        self.engine: Engine = create_engine(through, hide_parameters=True)
        self.turn: AbstractContextManager[object] = nullcontext()
        self.log: Log | None = None
        if self.engine.dialect.name == "sqlite":
            # There is one writer anyway. Who waits here goes on at once; SQLite itself would look again after a pause.
            self.turn = Lock()
            self.log = Log(Path(self.url.database)) if self.url.database and sqlite.DURABLE else None
            event.listen(self.engine, "connect", sqlite.prepare)
        else:
            event.listen(self.engine, "connect", _prepare_postgres)

    @contextmanager
    def transaction(self, *, lasting: bool = True) -> Iterator[Session]:
        """What it has written, or read of others, is on the disk when it ends; where it is not `lasting` the power may
        take what it has written itself, though not the end of this process."""
        safe = 0
        with self.turn, Session(self.engine, expire_on_commit=False) as session:
            with session.begin():
                has_changed = watched(session) if self.log else None
                if fence := FENCE.get():
                    fence(session)
                yield session
            if self.log and has_changed:
                others = self.log.written
                self.log.written += has_changed()
                safe = self.log.written if lasting or session.info.get(LASTS) else others
            if session.info.get(ERASES):
                self._empty_log()
        # Others go on meanwhile, so that the disk writes once for many.
        if self.log:
            self.log.flushed(safe)

    def empty_log(self) -> None:
        """Leave nothing in SQLite's log, which keeps what has been written until others write over it."""
        with self.turn:
            self._empty_log()

    def _empty_log(self) -> None:
        if self.engine.dialect.name != "sqlite":
            return
        raw = self.engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        finally:
            raw.close()

    def upgrade(self, revision: str = "head") -> None:
        """Bring the schema up to date; raises UnknownSchema, and changes nothing, where the database is of an unknown
        release."""
        if revision == "head" and not self.behind():
            return
        from alembic import command  # noqa: PLC0415 - it loads for long, and most starts need none of it

        with self.engine.connect() as connection:
            _let_rebuild(connection)
            config = migrations(connection)
            _check_known(config, connection)
            command.upgrade(config, revision)
            _check_links(connection)
            connection.commit()

    def behind(self) -> str:
        """A sentence on how the schema differs from the one that this release needs; empty if it does not."""
        known = newest()
        with self.engine.connect() as connection:
            found = _version(connection)
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


# Errors of SQLite that tell of trouble with the disk or a lock, and not of a wrong statement.
SQLITE_AWAY = ("is full", "is locked", "disk I/O", "readonly", "unable to open")


def away(error: BaseException) -> bool:
    """Whether an error, or the one in whose wake it came, means that the database is gone, full or busy, so that the
    same statement may be tried again."""
    # A full disk ends the whole transaction of SQLite, and what then asks for its savepoint finds none.
    return _away(error) or (error.__context__ is not None and away(error.__context__))


def _away(error: BaseException) -> bool:
    if not isinstance(error, OperationalError):
        return False
    return error.connection_invalidated or (
        not isinstance(error.orig, sqlite3.Error) or any(said in str(error.orig) for said in SQLITE_AWAY)
    )


def newest() -> str:
    """The last revision of this release; its file is named by it."""
    return max(file.name.partition("_")[0] for file in (MIGRATIONS / "versions").iterdir() if file.name[:1].isdigit())


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return version


def migrations(connection: object) -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - see Database.upgrade

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _check_known(config: "Config", connection: Connection) -> None:
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - see Database.upgrade

    found = _version(connection)
    known = [one.revision for one in ScriptDirectory.from_config(config).walk_revisions()]
    if found is not None and found not in known:
        raise UnknownSchema(f"the schema is at {found}, this release knows {known[-1]} to {known[0]}")


def _let_rebuild(connection: Connection) -> None:
    """SQLite changes a table by making it anew, which rows of other tables that point to it would forbid."""
    if connection.dialect.name == "sqlite":
        # The pragma takes effect only before the first BEGIN, and this connection never returns to the pool.
        connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        connection.detach()


def _check_links(connection: Connection) -> None:
    """Rebuilding tables without foreign keys must leave every row with the rows that it points to."""
    if connection.dialect.name == "sqlite" and (lost := connection.exec_driver_sql("PRAGMA foreign_key_check").first()):
        raise ValueError(f"a migration took away what a row of {lost[0]} points to in {lost[2]}")


# A process that is stopped, or whose machine is gone, in the middle of a transaction would keep its rows for hours.
_PATIENCE = "SET idle_in_transaction_session_timeout = '30s'"


def _prepare_postgres(connection: Any, _record: object) -> None:
    connection.execute(_PATIENCE)
    connection.commit()
