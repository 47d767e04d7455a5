"""The manuals as they are printed: files of this folder, made from docs/panduan."""

from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True)
class Panduan:
    """The manuals that somebody asked for, by their names: "anggota" or "ketua-pelaksana"."""

    panduan: tuple[str, ...]


def draw(name: str) -> tuple[str, bytes]:
    """The name of the file as people see it on their phone, and the PDF."""
    data = (resources.files("renderers.boards.panduan") / f"{name}.pdf").read_bytes()
    return f"Panduan {name.replace('-', ' ')} Bakohumas.pdf", data
