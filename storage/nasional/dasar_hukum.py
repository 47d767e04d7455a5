"""The national list of regulations, read from dasar_hukum.toml: which are in force on a day, and how each is cited."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Peraturan:
    """A regulation. `kunci` is its short name ("PKPU 22/2023"). Days are inclusive, None where it was in force before
    the first report or still is. `diubah_oleh` and `diganti_oleh` are keys of the list; `perubahan` counts an amendment
    among those of the regulation that it amends, 0 for one that amends none."""

    kunci: str
    judul: str
    pokok: str
    sumber: str
    diperiksa: date
    berlaku_dari: date | None = None
    berlaku_sampai: date | None = None
    diganti_oleh: str = ""
    diubah_oleh: tuple[str, ...] = ()
    perubahan: int = 0
    catatan: str = ""

    def in_force(self, on: date) -> bool:
        return (self.berlaku_dari or on) <= on <= (self.berlaku_sampai or on)

    def ended(self, on: date) -> bool:
        return self.berlaku_sampai is not None and self.berlaku_sampai < on

    @property
    def nomor(self) -> str:
        """The kind and number without the title, as an amendment is named."""
        return self.judul.partition(" tentang ")[0]


Known = Mapping[str, Peraturan]


class Flawed(Exception):  # noqa: N818 - what is wrong with the file, in one sentence
    """The list does not hold together."""


@cache
def regulations() -> Known:
    """All regulations by their short name, in the order of the file."""
    return read((files("storage.nasional") / "dasar_hukum.toml").read_text(encoding="utf-8"))


def cited(one: Peraturan, on: date) -> str:
    """A regulation with the amendments that are in force on a day."""
    changes = [change for change in _amendments(one, regulations()) if change.in_force(on)]
    if not changes:
        return one.judul
    often = "beberapa kali diubah, terakhir" if changes[-1].perubahan > 1 else "diubah"
    return f"{one.judul} sebagaimana telah {often} dengan {changes[-1].nomor}"


def _amendments(one: Peraturan, known: Known) -> list[Peraturan]:
    return [known[kunci] for kunci in one.diubah_oleh]


# Kinds of regulations, each with the ways in which people write it; a longer one stands before one that it begins with.
_LAW = "Undang ?[-–]? ?Undang"
_KPU = "(?:KPU|Komisi Pemilihan Umum)"
_KINDS = {
    "Perppu": rf"Perp?pu|Peraturan Pemerintah Pengganti {_LAW}",
    "UU": rf"UU|{_LAW}",
    "PP": "PP|Peraturan Pemerintah",
    "PKPU": rf"PKPU|Peraturan {_KPU}",
    "Perki": "Perki(?: SLIP)?|PKI|Peraturan Komisi Informasi(?: Pusat| Publik)?",
    "Permenkominfo": "Permenkominfo|Peraturan Menteri (?:Kominfo|Komunikasi dan Informatika)",
    "Keputusan KPU": rf"(?:Keputusan|SK) {_KPU}",
    "Surat KPU": rf"Surat {_KPU}",
}
# What may stand behind each: the country, and the abbreviation of the kind in brackets.
_BEHIND = r"(?: RI| Republik Indonesia)?(?: \([\w ]+\))?"
_MENTION = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<k{n}>{said})' for n, said in enumerate(_KINDS.values()))}){_BEHIND}"
    r"(?:,? (?:Nomor|No))?[.:]* ?0*(?P<number>\d+)(?:(?:/| Tahun | Th\.? )|/\S*/)(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def key_of(text: str) -> str:
    """The short name of the regulation that a text mentions first, in the list or not; empty without one."""
    found = _MENTION.search(" ".join(text.split()))
    if found is None:
        return ""
    kind = next(kind for n, kind in enumerate(_KINDS) if found[f"k{n}"])
    return f"{kind} {found['number']}/{found['year']}"


def named(text: str) -> Peraturan | None:
    """The regulation of the list that a text mentions first."""
    return regulations().get(key_of(text))


def read(text: str) -> Known:
    """The list in the words of its file; Flawed with what is wrong in it."""
    found = {kunci: _of(kunci, told) for kunci, told in tomllib.loads(text).items()}
    for one in found.values():
        for flaw in _flaws(one, found):
            raise Flawed(f"{one.kunci}: {flaw}")
    return found


_NEEDED: Mapping[str, type] = {"judul": str, "pokok": str, "sumber": str, "diperiksa": date}
_FACTS: Mapping[str, type] = {
    **_NEEDED, "berlaku_dari": date, "berlaku_sampai": date, "diganti_oleh": str, "diubah_oleh": list, "perubahan": int,
    "catatan": str,
}  # fmt: skip


def _of(kunci: str, told: Mapping[str, Any]) -> Peraturan:
    for name, value in told.items():
        if not isinstance(value, _FACTS.get(name, ())):
            raise Flawed(f"{kunci}: {name} is no fact of a regulation, or of another kind")
    if lacking := [name for name in _NEEDED if not told.get(name)]:
        raise Flawed(f"{kunci}: {lacking[0]} is missing")
    facts: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in told.items()}
    return Peraturan(kunci, **facts)


def _flaws(one: Peraturan, known: Known) -> Iterator[str]:
    if key_of(one.judul) != one.kunci:
        yield "its title tells another number"
    if not one.sumber.startswith("https://"):
        yield "sumber is no https address"
    if one.berlaku_dari and one.ended(one.berlaku_dari):
        yield "it ends before it begins"
    if strange := [kunci for kunci in (*one.diubah_oleh, one.diganti_oleh) if kunci and kunci not in known]:
        yield f"{strange[0]} is not in the list"
        return
    yield from _disorder(_amendments(one, known))
    if one.diganti_oleh and not _followed(one.berlaku_sampai, known[one.diganti_oleh].berlaku_dari):
        yield f"{one.diganti_oleh} does not begin on the day after its end"


def _disorder(changes: Sequence[Peraturan]) -> Iterator[str]:
    days = [change.berlaku_dari for change in changes if change.berlaku_dari]
    counts = [change.perubahan for change in changes]
    if days != sorted(days) or counts != sorted(counts):
        yield "its amendments are not in their order"
    if 0 in counts:
        yield "one of its amendments counts as none"


def _followed(end: date | None, begin: date | None) -> bool:
    """Whether a successor takes over without a gap; one that was there before the first report does."""
    return end is not None and (begin is None or (begin - end).days == 1)
