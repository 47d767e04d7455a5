"""The table of all names that the manual of the templates lists, made from the names themselves."""

from collections.abc import Iterator
from typing import Any

from renderers.photo.album import Album
from renderers.rekap.fields import fields
from renderers.templat_kantor import example
from renderers.templat_kantor.tags import short
from renderers.templat_kantor.vocabulary import Kind, meanings, paths, vocabulary

_HEAD = "| Isian | Arti | Contoh |\n|---|---|---|"
_PREFIXES = {"gambar": "r ", "tabel": "p "}


def listing() -> str:
    """The table of all names for the manual, as Markdown: how each is written, what it means, an example."""
    filled = fields(example.FULL, example.material(), Album())
    rows = (_row(path, kind, filled) for path, kind in paths(vocabulary()) if not path.endswith("[]"))
    return "\n".join([_HEAD, *rows])


def _row(path: str, kind: Kind, filled: dict[str, Any]) -> str:
    return f"| {_written(path, kind)} | {meanings()[path]} | {_example(path, kind, filled)} |"


def _written(path: str, kind: Kind) -> str:
    name = path.rpartition("[].")[2] if "[]." in path else path
    name = f"x.{name}" if "[]." in path else name
    inside = f" *(di dalam {path.rpartition('[].')[0]})*" if "[]." in path else ""
    if kind.what == "daftar":
        return f"`{{%p for x in {name} %}}`{inside}"
    if kind.what == "ya/tidak":
        return f"`{{%p if {name} %}}`{inside}"
    if kind.what == "kumpulan":
        return f"**{name}**"
    return f"`{{{{{_PREFIXES.get(kind.what, ' ')}{name} }}}}`{inside}"


def _example(path: str, kind: Kind, filled: dict[str, Any]) -> str:
    value = next(_values(path.replace("[]", ".0").split("."), filled))
    if kind.what == "ya/tidak":
        return "ya" if value else "tidak"
    if kind.what in {"teks", "angka"}:
        return short(str(value), 60).replace("|", "\\|")
    if kind.what == "daftar" and kind.item is not None and kind.item.what == "teks":
        return short(str(value[0]), 60)
    return "" if kind.what == "kumpulan" else f"({kind.what})"


def _values(names: list[str], value: Any) -> Iterator[Any]:
    for name in names:
        value = value[int(name)] if name == "0" else value[name] if isinstance(value, dict) else getattr(value, name)
    yield value
