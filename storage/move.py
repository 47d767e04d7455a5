"""Copies all rows from one database into another, and proves that both are the same."""

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text

from storage.database import Database, Row

BATCH = 500


class NotEmpty(Exception):  # noqa: N818 - an answer to the operator
    """The database that is to be filled holds something already."""


class Differs(Exception):  # noqa: N818 - an answer to the operator
    """Tables that arrived other than they were sent, by name; nothing was kept."""


def move(source: Database, target: Database) -> dict[str, int]:
    """Fill an empty database with all rows of another, in one transaction; the count of each table."""
    with source.engine.connect() as old, target.engine.begin() as new:
        # This transaction begins before anything is read, so that all tables are of one moment, whatever is written
        # meanwhile.
        old.execute(select(1))
        if any(new.scalar(select(func.count()).select_from(table)) for table in Row.metadata.sorted_tables):
            raise NotEmpty
        for table in Row.metadata.sorted_tables:
            _copied(old, new, table)
        _numbered(new)
        told = {table.name: _told(old, table) for table in Row.metadata.sorted_tables}
        if wrong := [name for name, one in told.items() if _told(new, Row.metadata.tables[name]) != one]:
            raise Differs(", ".join(wrong))
    return {name: count for name, (count, _) in told.items()}


def _copied(old: Connection, new: Connection, table: Table) -> None:
    for rows in old.execute(_all(table)).mappings().partitions(BATCH):
        new.execute(insert(table), [dict(row) for row in rows])


def _numbered(new: Connection) -> None:
    """PostgreSQL gives the next number from a sequence, which knows nothing of rows that brought their own."""
    if new.dialect.name != "postgresql":
        return
    for table in Row.metadata.sorted_tables:
        if "id" in table.columns and not table.columns["id"].foreign_keys:
            highest = new.scalar(select(func.max(table.columns["id"])))
            setval = "SELECT setval(pg_get_serial_sequence(:name, 'id'), :highest) WHERE :highest IS NOT NULL"
            new.execute(text(setval).bindparams(name=table.name, highest=highest))


def _all(table: Table) -> Any:
    return select(table).order_by(*table.primary_key.columns)


def _told(connection: Connection, table: Table) -> tuple[int, str]:
    """(number of rows, hash of their contents); sorted here, since databases order text differently."""
    lines = sorted(_lines(connection, table))
    return len(lines), hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _lines(connection: Connection, table: Table) -> Iterator[str]:
    for row in connection.execute(select(table)):
        yield repr(tuple(row))
