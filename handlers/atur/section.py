"""What a setting is, and a section of settings: data that /atur reads, shows and changes by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.atur.read import Read, pilihan
from handlers.chat.door import Door
from handlers.chat.messages import Rejected
from renderers import indonesian
from storage.kantor.people import Anggota
from storage.kantor.satker import Akun, DasarHukum, Here, Keputusan, Satker

Terdaftar = Satker | Akun | DasarHukum | Keputusan | Anggota
YA_TIDAK = {"Ya": True, "Tidak": False}


@dataclass(frozen=True)
class Setelan:
    """One setting; where `choices` (label: value) are given, nothing else is taken."""

    name: str
    label: str
    read: Read
    show: Callable[[Any], str] = str
    choices: tuple[str, ...] = ()

    def may_be_empty(self, today: date) -> bool:
        try:
            return not self.read("-", today)
        except Rejected:
            return False


@dataclass(frozen=True)
class Bagian:
    """A section of /atur: the settings of one row, or a list of rows. `begun` reads what a new row starts with, which
    `ask` asks for; `dated`: it belongs to the team; `door` is a button that leads elsewhere; `alias` other words for
    it."""

    kunci: str
    label: str
    kind: type[Terdaftar]
    setelan: tuple[Setelan, ...]
    rows: Callable[[Here], Sequence[Terdaftar]]
    line: Callable[[Any], str] = str
    begun: Read | None = None
    ask: str = ""
    note: str = ""
    door: tuple[str, Door] | None = None
    alias: tuple[str, ...] = ()
    removable: bool = False
    ordered: bool = False
    dated: bool = False


def satu(here: Here) -> Sequence[Terdaftar]:
    return [here.satker]


def pilih(name: str, label: str, values: dict[str, Any]) -> Setelan:
    return Setelan(name, label, pilihan(values), sebutan(values), tuple(values))


def sebutan(values: dict[str, Any]) -> Callable[[Any], str]:
    return lambda value: next((label for label, known in values.items() if known == value), str(value))


def tgl(value: date | None) -> str:
    return indonesian.tanggal(value) if value else ""


def sampai(day: date | None) -> str:
    return f" (sampai {tgl(day)})" if day else ""


def koma(values: list[str]) -> str:
    return ", ".join(values)
