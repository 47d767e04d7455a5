"""Inserts that say what is to be done where a row is there already, in the words of each database, composed once."""

from collections.abc import Callable
from typing import TypeAlias, TypeVar

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from storage.database import Session

Insert: TypeAlias = sqlite.Insert | postgresql.Insert
T = TypeVar("T")


def upsert(table: Table, told: Callable[[Insert], T]) -> Callable[[Session], T]:
    """The insert for the database of a session. `told`: says to a plain one what is to be done."""
    composed = {"sqlite": told(sqlite.insert(table)), "postgresql": told(postgresql.insert(table))}
    return lambda session: composed[session.get_bind().dialect.name]


def kept(new: Insert) -> Insert:
    """For `upsert`: the row that is there stays as it is."""
    return new.on_conflict_do_nothing()
