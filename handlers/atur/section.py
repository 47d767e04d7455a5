"""A section of settings as data: the fields of the office itself, or a list of rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.atur.read import day_or_none, one_of
from handlers.chat.door import Door
from handlers.chat.messages import Menu, Turn
from handlers.dialog.fields import Field, Read
from renderers import indonesian
from storage.kantor.akun import Akun
from storage.kantor.dasar import DasarHukum, Keputusan
from storage.kantor.fakta import About, Fakta
from storage.kantor.media import Media
from storage.kantor.people import Anggota
from storage.kantor.satker import Here, Satker

Setting = Satker | Akun | DasarHukum | Fakta | Keputusan | Media | Anggota
YES_NO = {"Ya": True, "Tidak": False}


@dataclass(frozen=True)
class Fact:
    """A fact of the office that holds for a time. `read`: what people type -> the columns of its row; `yearly`: it
    holds to the end of a year."""

    about: About
    label: str
    read: Read
    show: Callable[[Fakta], str]
    example: str = ""
    yearly: bool = False


@dataclass(frozen=True)
class Section:
    """Fields of one row, or a list of rows: `rows` are those of an office, `line` tells one of them in its list. A new
    row is asked for with `ask` and `example`, and `begun` reads the columns that it starts with. `leads` is a button to
    a card elsewhere, with its label; `alias` are other words for the section after /atur. `dated`: a new row belongs to
    the team, from the day on which that began. `facts` are shown with the fields of the office, as they are
    today. `picks`: buttons above those of the question for a new row, and for the field `picked`, by row and page;
    `beside`: what else a new value of a field sets."""

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
    picks: Callable[[Turn, int, int], Menu] | None = None
    picked: str = ""
    beside: Callable[[Field, Any], Mapping[Field, Any]] = lambda _field, _value: {}
    facts: tuple[Fact, ...] = ()


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
