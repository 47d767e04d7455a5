"""Platforms of the country with their names by date, their words and their addresses; the data is platform.toml."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from storage.nasional import rows

FILE = "platform.toml"


@dataclass(frozen=True)
class Nama:
    """A name from a day on; None: from the beginning."""

    tampil: str
    sejak: date | None = None


@dataclass(frozen=True)
class Pola:
    """An address of single konten: `host` and `jalur` are patterns; the group of `jalur`, or the parameter `tanya`, is
    the code; `alamat` has "{}" for it, and is empty where the address stays as it is."""

    host: str
    jalur: str
    alamat: str = ""
    tanya: str = ""


@dataclass(frozen=True)
class Platform:
    """`kunci` is what records keep. `kata` name it anywhere, `singkat` only where a platform is asked for; `penampung`
    counts what is no platform of the list, and is named by nobody."""

    kunci: str
    nama: tuple[Nama, ...]
    panjang: tuple[Nama, ...]
    kata: tuple[str, ...] = ()
    singkat: tuple[str, ...] = ()
    sejak: date | None = None
    umum: bool = False
    video: bool = False
    penampung: bool = False
    tautan: tuple[Pola, ...] = field(default=(), repr=False)
    rumah: tuple[str, ...] = field(default=(), repr=False)

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that people call it, in small letters: key, names of all times, further words."""
        named = (self.kunci, *(one.tampil for one in (*self.nama, *self.panjang)))
        return tuple(dict.fromkeys((*(name.casefold() for name in named), *self.kata)))


def _read(row: dict[str, Any]) -> Platform:
    told: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    told |= {part: tuple(Nama(**one) for one in told[part]) for part in ("nama", "panjang")}
    return Platform(**told | {"tautan": tuple(Pola(**one) for one in told.get("tautan", ()))})


@cache
def every() -> dict[str, Platform]:
    """All platforms by their keys, in the order of the matrices."""
    found = [_read(row) for row in rows.of(FILE, "platform")]
    rows.once(FILE, (word for one in found for word in (*one.words, *one.singkat)))
    return {one.kunci: one for one in found}


def _on(names: Iterable[Nama], day: date) -> str:
    return [one.tampil for one in names if one.sejak is None or one.sejak <= day][-1]


def shown(kunci: str, day: date) -> str:
    """The name of a platform on a day, for a table or a button; an office's own is called by its key."""
    found = every().get(kunci)
    return _on(found.nama, day) if found else kunci


def called(one: Platform, day: date) -> str:
    """The name of a platform on a day, for a sentence."""
    return _on(one.panjang, day)


def there(day: date) -> list[Platform]:
    """The platforms that existed on a day."""
    return [one for one in every().values() if one.sejak is None or one.sejak <= day]


@cache
def words() -> dict[str, str]:
    """The key of a platform by each of its words, in small letters."""
    return {word: one.kunci for one in every().values() for word in one.words if not one.penampung}


def in_order(named: Iterable[str]) -> list[str]:
    """Platforms in the order of the country; what is none of them stands behind them as it is named."""
    told = list(dict.fromkeys(named))
    return [*(key for key in every() if key in told), *(key for key in told if key not in every())]


def other() -> str:
    """The row that counts what is no platform of the list."""
    return next(one.kunci for one in every().values() if one.penampung)


def usual() -> tuple[str, ...]:
    """The platforms of an office that has told no account yet."""
    return tuple(one.kunci for one in every().values() if one.umum)
