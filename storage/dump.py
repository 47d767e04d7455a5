"""What the tools of PostgreSQL need to take a database down and put it back, and the proof that both are the same."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.exc import DBAPIError

from storage.database import Database, Session
from storage.locks import shared

Tables = dict[str, tuple[int, str]]
"""For each table the number of its rows, and a sum of their hashes that does not depend on their order."""


class Silent(Exception):  # noqa: N818 - an answer to the operator
    """The server lets nobody in, or nobody make anything; the message is its own."""


class Half(Exception):  # noqa: N818 - an answer to the operator
    """A backup is being restored into the database, or was not to its end."""


# A row as text is the same on every server that is told to write it so; and whoever waits for pg_dump is not idle.
_PLAIN = (
    "timezone = 'UTC'",
    "datestyle = 'ISO, YMD'",
    "intervalstyle = 'postgres'",
    "bytea_output = 'hex'",
    "extra_float_digits = 1",
    "idle_in_transaction_session_timeout = 0",
)
_SUM = "sum(('x' || left(md5(CAST(of_it AS text)), 16))::bit(64)::bigint::numeric)"
_OWN = "SELECT count(*) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('r', 'p', 'v', 'S')"
_OWN += " AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')"
# A table that stands for as long as a backup is restored, and stays where that was broken off.
_MARK = "half_restored"
_ALONE = f"SELECT pg_try_advisory_lock(hashtextextended('{_MARK}', 0))"


def environment(database: Database) -> dict[str, str]:
    """The address of the database as the variables that every program of PostgreSQL reads, the password among them."""
    from psycopg.pq import Conninfo  # noqa: PLC0415 - only where PostgreSQL is used need it be installed

    _, told = database.engine.dialect.create_connect_args(database.url)
    names = {one.keyword.decode(): one.envvar.decode() for one in Conninfo.get_defaults() if one.envvar}
    return {names[key]: str(value) for key, value in told.items() if key in names and value is not None}


@contextmanager
def snapshot(database: Database) -> Iterator[tuple[Session, str]]:
    """A transaction that sees one moment, and the name by which another program sees the same one."""
    with database.engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        _plain(connection)
        yield Session(connection), str(connection.scalar(text("SELECT pg_export_snapshot()")))


def version(database: Database) -> int:
    """The first number of the version of the server."""
    with database.engine.connect() as connection:
        return int(connection.scalar(text("SHOW server_version_num")) or 0) // 10_000


def empty(database: Database) -> bool:
    """Whether nobody has made anything in it."""
    with database.engine.connect() as connection:
        return not connection.scalar(text(_OWN))


@contextmanager
def alone(database: Database) -> Iterator[None]:
    """Only one at a time may restore into it; Half where another does, Silent where it cannot be asked."""
    with _opened(database) as connection:
        # The lock goes with the connection, also where this process is killed, and never back into the pool.
        connection.detach()
        if not connection.scalar(text(_ALONE)):
            raise Half("another bot restore is at work on the database of DATABASE_URL")
        if _marked(connection):
            clear(database)
        yield


@contextmanager
def marked(database: Database) -> Iterator[None]:
    """Around all that is restored: where it is broken off the database is known as half restored, and where it fails
    it is empty again."""
    try:
        _execute(database, f"CREATE TABLE {_MARK} ()")
    except DBAPIError as error:
        raise Silent(str(error.orig)) from None
    try:
        yield
    except BaseException:
        clear(database)
        raise
    _execute(database, f"DROP TABLE {_MARK}")


def refuse_half(database: Database) -> None:
    """Half where what stands in it may not be all of a backup, and is not yet another deployment than the one saved."""
    if not shared(database):
        return
    with database.engine.connect() as connection:
        if _marked(connection):
            raise Half(
                "bot restore has not ended in the database of DATABASE_URL; if it was broken off, start it again"
            )


def tables(connection: Connection) -> Tables:
    """What stands in it, to be compared with another one of the same schema."""
    names = set(inspect(connection).get_table_names()) - {_MARK}
    return {name: _told(connection, name) for name in sorted(names)}


def tables_of(database: Database) -> Tables:
    with database.engine.begin() as connection:
        _plain(connection)
        return tables(connection)


def clear(database: Database) -> None:
    """Take every table away again."""
    with database.engine.begin() as connection:
        known = MetaData()
        known.reflect(connection)
        known.drop_all(connection)


def _opened(database: Database) -> Connection:
    try:
        return database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    except DBAPIError as error:
        raise Silent(str(error.orig)) from None


def _marked(connection: Connection) -> bool:
    return inspect(connection).has_table(_MARK)


def _execute(database: Database, statement: str) -> None:
    with database.engine.begin() as connection:
        connection.execute(text(statement))


def _told(connection: Connection, name: str) -> tuple[int, str]:
    quoted = connection.dialect.identifier_preparer.quote(name)
    asked = text(f"SELECT count(*), CAST(coalesce({_SUM}, 0) AS text) FROM {quoted} AS of_it")  # noqa: S608 - a name that the database itself told
    count, told = connection.execute(asked).one()
    return int(count), str(told)


def _plain(connection: Connection) -> None:
    for one in _PLAIN:
        connection.execute(text(f"SET LOCAL {one}"))
