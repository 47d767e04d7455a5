"""Dataclasses frozen as JSON, and back from it, without the time that a validator takes to start."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Read = Callable[[Any], Any]
_PLAIN = (str, int, float, NoneType)


def freeze(figures: object) -> dict[str, Any]:
    """A dataclass as JSON, with all that stands in it."""
    frozen: dict[str, Any] = _json(figures)
    return frozen


def _json(value: Any) -> Any:
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_json(one) for one in value]
    if isinstance(value, dict):
        return {key: _json(one) for key, one in value.items()}
    kind: Any = type(value)
    return {name: _json(getattr(value, name)) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


def thaw(kind: type[T], data: Any) -> T:
    """A `kind` from data that the program froze: a missing name keeps its default, an unknown one is left out."""
    wanted: Any = kind
    thawed: T = _reader(wanted)(data)
    return thawed


@cache
def _reader(kind: Any) -> Read:
    origin, args = get_origin(kind), get_args(kind)
    if kind is date:
        return date.fromisoformat
    if is_dataclass(kind):
        return _record(kind)
    if origin is tuple:
        return _tuple(args)
    if origin in {Union, UnionType}:
        return _optional(_reader(next(arg for arg in args if arg is not NoneType)))
    return _same


def _same(data: Any) -> Any:
    return data


def _record(kind: Any) -> Read:
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    # Most fields are what they are in JSON, and a long report has tens of thousands of records.
    changed = {name: read for name, read in readers.items() if read is not _same}
    return lambda data: kind(**_given(data, readers, changed))


def _given(data: dict[str, Any], known: dict[str, Read], changed: dict[str, Read]) -> dict[str, Any]:
    named = data if data.keys() <= known.keys() else {name: one for name, one in data.items() if name in known}
    return named | {name: read(named[name]) for name, read in changed.items() if name in named}


def _tuple(args: tuple[Any, ...]) -> Read:
    if args[-1] is Ellipsis:
        each = _reader(args[0])
        return tuple if each is _same else lambda data: tuple(map(each, data))
    readers = [_reader(arg) for arg in args]
    return lambda data: tuple(read(value) for read, value in zip(readers, data, strict=True))


def _optional(read: Read) -> Read:
    return lambda data: None if data is None else read(data)
