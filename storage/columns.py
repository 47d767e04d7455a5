"""The columns of a row as JSON, as the audit keeps them, and back as the values that they were."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import Date, Time, inspect

from storage.database import Instant, Row, Session

FROM_ISO = {Date: date.fromisoformat, Time: time.fromisoformat, Instant: datetime.fromisoformat}


def told(row: Row) -> dict[str, Any]:
    """All columns of a row as JSON."""
    return {column.key: json(getattr(row, column.key)) for column in inspect(type(row)).columns}


def write(session: Session, row: Row, values: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Write new values into columns; returns as JSON the values before and after."""
    before = {name: json(getattr(row, name)) for name in values}
    for name, value in values.items():
        setattr(row, name, value)
    session.flush()
    return before, {name: json(value) for name, value in values.items()}


def json(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date | time) else value


def moment(at: datetime) -> str:
    """An instant as text, in UTC and to the second."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def values(kind: type[Row], told: Mapping[str, Any]) -> dict[str, Any]:
    """The values of columns from the JSON of `told`."""
    columns = inspect(kind).columns
    return {name: _value(columns[name].type, value) for name, value in told.items()}


def _value(column: Any, value: Any) -> Any:
    if value is None:
        return None
    if read := FROM_ISO.get(type(column)):
        return read(value)
    enum = getattr(column, "enum_class", None)
    return enum(value) if enum else value
