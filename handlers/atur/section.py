"""A section of settings as data: the fields of the office itself, or a list of rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.atur.read import day_or_none, one_of
from handlers.chat.door import Door
from handlers.dialog.fields import Field, Read
from renderers import indonesian
from storage.kantor.people import Anggota
from storage.kantor.satker import Akun, DasarHukum, Here, Keputusan, Satker

Setting = Satker | Akun | DasarHukum | Keputusan | Anggota
YES_NO = {"Ya": True, "Tidak": False}


@dataclass(frozen=True)
class Section:
    """Fields of one row, or a list of rows: `rows` are those of an office, `line` tells one of them in its list. A new
    row is asked for with `ask` and `example`, and `begun` reads the columns that it starts with. `leads` is a button to
    a card elsewhere, with its label; `alias` are other words for the section after /atur. `dated`: a new row belongs to
    the team, from the day on which that began."""

    key: str
    label: str
    kind: type[Setting]
    fields: tuple[Field, ...]
    rows: Callable[[Here], Sequence[Setting]]
    line: Callable[[Any], str] = str
    begun: Read | None = None
    ask: str = ""
    example: str = ""
    note: str = ""
    leads: tuple[str, Door] | None = None
    alias: tuple[str, ...] = ()
    removable: bool = False
    ordered: bool = False
    dated: bool = False


def the_office(here: Here) -> Sequence[Setting]:
    return [here.satker]


def choice(name: str, label: str, values: dict[str, Any]) -> Field:
    """A field that takes one of the labels, each with its value."""
    return Field(name, label, one_of(values), _label_of(values), tuple(values))


def _label_of(values: dict[str, Any]) -> Callable[[Any], str]:
    return lambda value: next((label for label, known in values.items() if known == value), str(value))


def may_be_dated(name: str, label: str) -> Field:
    """A field that takes a day or nothing."""
    example = "Misalnya: 3 Maret 2022; “-” untuk mengosongkannya"
    return Field(name, label, day_or_none, told_day, example=example)


def told_day(day: date | None) -> str:
    return indonesian.tanggal(day) if day else ""


def until(day: date | None) -> str:
    """The day on which a row ends, as a list tells it."""
    return f" (sampai {told_day(day)})" if day else ""
