"""Every name that a template may ask for: what it is, what it means, and which name was probably meant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from dataclasses import fields as parts_of
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from renderers.photo.album import Album, Picture
from renderers.rekap.fields import fields
from renderers.templat_kantor import example
from renderers.templat_kantor.tags import short
from renderers.word.tables import Xml

MEANINGS = Path(__file__).parent / "meanings.txt"


@dataclass(frozen=True)
class Kind:
    """`bagian` of a record, `isi` of a list; `apa` is "teks", "angka", "ya/tidak", "gambar", "tabel", "kumpulan" or
    "daftar"."""

    apa: str
    bagian: Mapping[str, "Kind"] | None = None
    isi: "Kind | None" = None


_HIDDEN = {"logo"}  # names of files are nothing to print
LOOP = Kind(
    "kumpulan",
    {name: Kind("angka") for name in ("index", "index0", "revindex", "length")}
    | {name: Kind("ya/tidak") for name in ("first", "last")},
)
"""What Jinja itself tells inside of a loop."""


@cache
def vocabulary() -> Kind:
    return _kind(fields(example.FULL, example.material(), Album()))


def _kind(value: Any) -> Kind:
    for kind, apa in ((Xml, "tabel"), (Picture, "gambar"), (str, "teks"), (bool, "ya/tidak"), (int, "angka")):
        if isinstance(value, kind):
            return Kind(apa)
    if isinstance(value, Mapping):
        return Kind("kumpulan", {name: _kind(part) for name, part in value.items()})
    if is_dataclass(value):
        parts = (f.name for f in parts_of(value) if f.name not in _HIDDEN)
        return Kind("kumpulan", {name: _kind(getattr(value, name)) for name in parts})
    first = next((_kind(item) for item in value if item is not None), None)
    if first is None:
        raise ValueError(f"the example leaves {value!r} empty")
    return Kind("daftar", isi=first)


def paths(jenis: Kind, path: str = "") -> Iterator[tuple[str, Kind]]:
    """Every path with its kind: "surat.nomor", "anggota[].nama"."""
    if path:
        yield path, jenis
    for name, part in (jenis.bagian or {}).items():
        yield from paths(part, f"{path}.{name}" if path else name)
    if jenis.isi is not None and jenis.isi.apa in {"kumpulan", "daftar"}:
        yield from paths(jenis.isi, f"{path}[]")


def nearest(name: str, known: Mapping[str, Kind]) -> str:
    """The known name that is nearest, or nothing."""
    folded = {other.casefold(): other for other in known}
    near = get_close_matches(name.casefold(), folded, n=1, cutoff=0.7)
    return folded[near[0]] if near else ""


@cache
def place_of(name: str) -> str:
    """Where a bare name stands as a part of something: "nomor" is "surat.nomor"."""
    return next((path for path, _ in paths(vocabulary()) if "[" not in path and path.endswith(f".{name}")), "")


@cache
def meanings() -> Mapping[str, str]:
    """What each path means, in the words of meanings.txt."""
    lines = MEANINGS.read_text("utf-8").splitlines()
    return dict(line.split(" = ", 1) for line in lines if line and not line.startswith(";"))


_HEAD = "| Isian | Arti | Contoh |\n|---|---|---|"
_PREFIXES = {"gambar": "r ", "tabel": "p "}


def listing() -> str:
    filled = fields(example.FULL, example.material(), Album())
    rows = (_row(path, jenis, filled) for path, jenis in paths(vocabulary()) if not path.endswith("[]"))
    return "\n".join([_HEAD, *rows])


def _row(path: str, jenis: Kind, filled: dict[str, Any]) -> str:
    return f"| {_written(path, jenis)} | {meanings()[path]} | {_example(path, jenis, filled)} |"


def _written(path: str, jenis: Kind) -> str:
    name = path.rpartition("[].")[2] if "[]." in path else path
    name = f"x.{name}" if "[]." in path else name
    inside = f" *(di dalam {path.rpartition('[].')[0]})*" if "[]." in path else ""
    if jenis.apa == "daftar":
        return f"`{{%p for x in {name} %}}`{inside}"
    if jenis.apa == "ya/tidak":
        return f"`{{%p if {name} %}}`{inside}"
    if jenis.apa == "kumpulan":
        return f"**{name}**"
    return f"`{{{{{_PREFIXES.get(jenis.apa, ' ')}{name} }}}}`{inside}"


def _example(path: str, jenis: Kind, filled: dict[str, Any]) -> str:
    value = next(_values(path.replace("[]", ".0").split("."), filled))
    if jenis.apa == "ya/tidak":
        return "ya" if value else "tidak"
    if jenis.apa in {"teks", "angka"}:
        return short(str(value), 60).replace("|", "\\|")
    if jenis.apa == "daftar" and jenis.isi is not None and jenis.isi.apa == "teks":
        return short(str(value[0]), 60)
    return "" if jenis.apa == "kumpulan" else f"({jenis.apa})"


def _values(names: list[str], value: Any) -> Iterator[Any]:
    for name in names:
        value = value[int(name)] if name == "0" else value[name] if isinstance(value, dict) else getattr(value, name)
    yield value
