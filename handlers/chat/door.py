"""A door is what the button of a card leads to: typed data that writes itself into the button and reads itself from the
press, with the roles that may press it."""

from collections.abc import Iterable
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, ClassVar, Self, dataclass_transform, get_args, get_type_hints

from handlers.chat.messages import Rejected
from storage.kantor.people import Role

# Telegram gives a button 64 bytes of data; an id in the database never has more than 9 digits.
LONGEST, DIGITS = 64, 9
NOT_YOURS = "Tombol ini bukan untuk peran Anda."

PENGIRIM = frozenset({Role.PENGIRIM})
EVERYONE = frozenset(Role) - PENGIRIM
ANYBODY = EVERYONE | PENGIRIM
ANGGOTA = EVERYONE - {Role.PEMBINA}
PEMIMPIN = frozenset({Role.KETUA, Role.KETUA_PELAKSANA})
KETUA_PELAKSANA = frozenset({Role.KETUA_PELAKSANA})
REMINDED = frozenset({Role.ANGGOTA, Role.KETUA_PELAKSANA})
TEAM_NAMES = {
    Role.PEMBINA: "Pembina",
    Role.ANGGOTA: "Anggota",
    Role.KETUA: "Ketua",
    Role.KETUA_PELAKSANA: "Ketua Pelaksana",
}
ROLE_NAMES = TEAM_NAMES | {Role.PENGIRIM: "Pengirim"}


class Stale(Rejected):
    """A press of a button that no card shows any more; the person is told that it no longer works."""

    def __init__(self) -> None:
        super().__init__("Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah.")


@dataclass_transform(frozen_default=True)
class Door:
    """Subclasses are frozen dataclasses: `class Gaps(Door, code="pk", who=PEMIMPIN)` with the fields that its handler
    needs. A field is an int, a str, a bool, a date, a StrEnum, or has `kode` and `of_kode` as Periode and Pekan have;
    it may be None. The last field may hold colons. `in_group`: the button stands in the satker's group, and there only
    such a button is taken."""

    code: ClassVar[str]
    who: ClassVar[frozenset[Role]]
    in_group: ClassVar[bool]
    kinds: ClassVar[dict[str, Any]]
    defaults: ClassVar[dict[str, str]]

    def __init_subclass__(cls, *, code: str, who: frozenset[Role] = EVERYONE, in_group: bool = False) -> None:
        super().__init_subclass__()
        cls.code, cls.who, cls.in_group = code, who, in_group
        dataclass(frozen=True)(cls)
        known, hints = fields(cls), get_type_hints(cls)  # type: ignore[arg-type]  # it is a dataclass by now
        cls.kinds = {one.name: hints[one.name] for one in known}
        cls.defaults = {one.name: _written(one.default) for one in known if one.default is not MISSING}

    @classmethod
    def open_to(cls, role: Role) -> bool:
        return role in cls.who

    def written(self) -> str:
        """The code and the fields of the door, joined by colons, as button data: at most 64 bytes, else ValueError.
        Fields at the end that have their default are left out."""
        parts = {name: _written(getattr(self, name)) for name in self.kinds}
        for name in reversed(self.kinds):
            if self.defaults.get(name) != parts[name]:
                break
            del parts[name]
        data = ":".join((self.code, *parts.values()))
        if len(data.encode()) > LONGEST:
            raise ValueError(data)
        return data

    @classmethod
    def read(cls, data: str) -> Self:
        """The door that button data tells of; Stale where its fields do not fit this door, or no button has so many
        bytes."""
        _, colon, rest = data.partition(":")
        parts = rest.split(":", max(0, len(cls.kinds) - 1)) if colon else []
        try:
            if len(data.encode()) > LONGEST:
                raise ValueError(data)  # noqa: TRY301 - it is the same answer as that of a field that does not fit
            return cls(**{name: _read(cls.kinds[name], part) for name, part in _named(cls.kinds, parts)})
        except (ValueError, TypeError, KeyError) as misfit:
            raise Stale from misfit


class Run(Door, code="j"):
    """Runs a command that a card has in place of the list after a slash, as if somebody had typed its word."""

    word: str


class More(Door, code="lg"):
    """Shows the choices of the message that did not fit into it."""


def _named(kinds: Iterable[str], parts: list[str]) -> list[tuple[str, str]]:
    """The parts of button data by the names of the fields, with defaults for those left out at the end; ValueError for
    more parts than fields."""
    names = list(kinds)[: len(parts)]
    return list(zip(names, parts, strict=True))


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, date):
        return f"{value:%Y%m%d}"
    return str(value.kode) if hasattr(value, "kode") else str(value)


def _read(kind: Any, part: str) -> Any:
    if isinstance(kind, UnionType):
        inner = next(one for one in get_args(kind) if one is not NoneType)
        return _read(inner, part) if part else None
    if issubclass(kind, str) and not issubclass(kind, StrEnum):
        return part
    return _READ.get(kind, getattr(kind, "of_kode", kind))(part)


def _number(part: str) -> int:
    if not part.isascii() or not part.isdigit() or len(part) > DIGITS:
        raise ValueError(part)
    return int(part)


def _flag(part: str) -> bool:
    return {"0": False, "1": True}[part]


def _day(part: str) -> date:
    return date(_number(part[:4]), _number(part[4:6]), _number(part[6:]))


_READ = {int: _number, bool: _flag, date: _day}
