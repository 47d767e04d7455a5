"""The names that a template may use, with kind and meaning, and the nearest name to an unknown one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from dataclasses import fields as parts_of
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from renderers.photo.album import Album, Picture
from renderers.rekap.fields import fields
from renderers.templat_bawaan import build
from renderers.templat_kantor import example
from renderers.word.ooxml import MAIN
from renderers.word.tables import Xml

MEANINGS = Path(__file__).parent / "meanings.txt"
_HIDDEN = {"logo"}  # the name of a file is nothing to print


@dataclass(frozen=True)
class Kind:
    """The kind of value behind a name, in the words of the manual.

    `what`: "teks", "angka", "ya/tidak", "gambar", "tabel", "kumpulan" or "daftar"; `parts`: the names of a kumpulan
    with their kinds; `item`: the kind of each entry of a daftar.
    """

    what: str
    parts: Mapping[str, "Kind"] | None = None
    item: "Kind | None" = None


LOOP = Kind(
    "kumpulan",
    {name: Kind("angka") for name in ("index", "index0", "revindex", "length")}
    | {name: Kind("ya/tidak") for name in ("first", "last")},
)
"""The name `loop`, by which Jinja tells inside of a loop how far it is."""


@cache
def vocabulary() -> Kind:
    """All names as one kumpulan, read off the fields of the example."""
    return _kind(fields(example.FULL, example.material(), Album()))


def _kind(value: Any) -> Kind:
    for type_, what in ((Xml, "tabel"), (Picture, "gambar"), (str, "teks"), (bool, "ya/tidak"), (int, "angka")):
        if isinstance(value, type_):
            return Kind(what)
    if isinstance(value, Mapping):
        return Kind("kumpulan", {name: _kind(part) for name, part in value.items()})
    if is_dataclass(value):
        parts = (f.name for f in parts_of(value) if f.name not in _HIDDEN)
        return Kind("kumpulan", {name: _kind(getattr(value, name)) for name in parts})
    first = next((_kind(item) for item in value if item is not None), None)
    if first is None:
        raise ValueError(f"the example leaves {value!r} empty")
    return Kind("daftar", item=first)


def paths(kind: Kind, path: str = "") -> Iterator[tuple[str, Kind]]:
    """The paths of all names with their kinds: "surat.nomor", "anggota[].nama"."""
    if path:
        yield path, kind
    for name, part in (kind.parts or {}).items():
        yield from paths(part, f"{path}.{name}" if path else name)
    if kind.item is not None and kind.item.what in {"kumpulan", "daftar"}:
        yield from paths(kind.item, f"{path}[]")


def nearest(name: str, known: Mapping[str, Kind]) -> str:
    """The known name that is most alike, or an empty text."""
    folded = {other.casefold(): other for other in known}
    near = get_close_matches(name.casefold(), folded, n=1, cutoff=0.7)
    return folded[near[0]] if near else ""


@cache
def place_of(name: str) -> str:
    """The path that ends in this name: "surat.nomor" for "nomor"; empty where there is none."""
    return next((path for path, _ in paths(vocabulary()) if "[" not in path and path.endswith(f".{name}")), "")


@cache
def meanings() -> Mapping[str, str]:
    """The meaning of each path, in the words of meanings.txt."""
    lines = MEANINGS.read_text("utf-8").splitlines()
    return dict(line.split(" = ", 1) for line in lines if line and not line.startswith(";"))


@cache
def loops() -> frozenset[str]:
    """Names that the loops of our own template make: they are unknown where staff have broken such a loop."""
    return frozenset({"loop", *re.findall(r"for (\w+) in", build.parts()[MAIN].decode())})
