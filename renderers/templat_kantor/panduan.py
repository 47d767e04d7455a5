"""The list of everything that a template may ask for, as a table for the staff: how it is written, meaning, example."""

from collections.abc import Iterator
from typing import Any

from renderers.photo.album import Album
from renderers.rekap.fields import fields
from renderers.templat_kantor import contoh
from renderers.templat_kantor.kamus import Jenis, arti, jalan, kamus
from renderers.templat_kantor.tanda import pendek

_HEAD = "| Isian | Arti | Contoh |\n|---|---|---|"
_AWALAN = {"gambar": "r ", "tabel": "p "}


def tabel() -> str:
    filled = fields(contoh.CONTOH, contoh.bahan(), Album())
    rows = (_row(path, jenis, filled) for path, jenis in jalan(kamus()) if not path.endswith("[]"))
    return "\n".join([_HEAD, *rows])


def _row(path: str, jenis: Jenis, filled: dict[str, Any]) -> str:
    return f"| {_written(path, jenis)} | {arti()[path]} | {_example(path, jenis, filled)} |"


def _written(path: str, jenis: Jenis) -> str:
    name = path.rpartition("[].")[2] if "[]." in path else path
    name = f"x.{name}" if "[]." in path else name
    inside = f" *(di dalam {path.rpartition('[].')[0]})*" if "[]." in path else ""
    if jenis.apa == "daftar":
        return f"`{{%p for x in {name} %}}`{inside}"
    if jenis.apa == "ya/tidak":
        return f"`{{%p if {name} %}}`{inside}"
    if jenis.apa == "kumpulan":
        return f"**{name}**"
    return f"`{{{{{_AWALAN.get(jenis.apa, ' ')}{name} }}}}`{inside}"


def _example(path: str, jenis: Jenis, filled: dict[str, Any]) -> str:
    value = next(_values(path.replace("[]", ".0").split("."), filled))
    if jenis.apa == "ya/tidak":
        return "ya" if value else "tidak"
    if jenis.apa in {"teks", "angka"}:
        return pendek(str(value), 60).replace("|", "\\|")
    if jenis.apa == "daftar" and jenis.isi is not None and jenis.isi.apa == "teks":
        return pendek(str(value[0]), 60)
    return "" if jenis.apa == "kumpulan" else f"({jenis.apa})"


def _values(names: list[str], value: Any) -> Iterator[Any]:
    for name in names:
        value = value[int(name)] if name == "0" else value[name] if isinstance(value, dict) else getattr(value, name)
    yield value
