"""The manuals as they are printed: files of this folder, made from docs/panduan."""

from importlib import resources


def draw(name: str) -> tuple[str, bytes]:
    """The name of the file as people see it on their phone, and the PDF; `name`: "anggota" or "ketua-pelaksana"."""
    data = (resources.files("renderers.boards.panduan") / f"{name}.pdf").read_bytes()
    return f"Panduan {name.replace('-', ' ')} Bakohumas.pdf", data
