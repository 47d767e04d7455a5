"""Doors of every kind, built from the least, a usual and the greatest that their fields can hold."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, get_args

from handlers.chat.door import Door
from handlers.koreksi.doors import Place, Whose
from handlers.reading.dates.pekan import Pekan
from handlers.reading.dates.periods import Periode
from handlers.table import ASKS, DOORS

EVERY: dict[str, type[Door]] = {code: one.door for code, one in (DOORS | ASKS).items()}
LONGEST = 999_999_999
VALUES: dict[type, tuple[Any, Any, Any]] = {
    int: (0, 1, LONGEST),
    bool: (False, True, True),
    str: ("", "1", "x" * 20),
    date: (date(1000, 1, 1), date(2022, 6, 1), date(9999, 12, 31)),
    Pekan: (Pekan(date(2000, 1, 3)), Pekan(date(2022, 6, 13)), Pekan(date(2099, 12, 28))),
    Periode: (Periode("bulan", 1, 2000), Periode("triwulan", 2, 2022), Periode("tahun", 1, 2099)),
    Whose: (Whose(0, draft=True), Whose(1), Whose(LONGEST)),
    Place: (Place(-LONGEST), Place(1), Place(LONGEST)),
}


def built(door: type[Door]) -> Iterator[Door]:
    """Three of a class: of the least, the usual and the greatest in each of its fields."""
    for at in range(3):
        yield door(**{name: _values(kind)[at] for name, kind in door.kinds.items()})


def _values(kind: Any) -> tuple[Any, Any, Any]:
    if inner := [one for one in get_args(kind) if one is not NoneType]:
        return (None, *_values(inner[0])[1:])
    if issubclass(kind, StrEnum):
        known = list(kind)
        return known[0], known[len(known) // 2], known[-1]
    return VALUES[kind]
