"""The manuals as they are printed: files of this folder, made from docs/panduan."""

from importlib import resources


def draw(name: str) -> tuple[str, bytes]:
    """A manual under the name that it has on somebody's phone."""
    data = (resources.files("renderers.boards.panduan") / f"{name}.pdf").read_bytes()
    return f"Panduan {name.replace('-', ' ')} Bakohumas.pdf", data
