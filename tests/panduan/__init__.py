"""The printed manuals: put together from their sources in docs/panduan, with chats as the bot would hold them today."""

import hashlib
import re
from pathlib import Path

from tests.panduan.layar import ponsel

ROOT = Path(__file__).parents[2]
SOURCE, PICTURES, MADE = ROOT / "docs" / "panduan", ROOT / "docs" / "gambar", ROOT / "renderers" / "boards" / "panduan"
LAYAR = sorted((SOURCE / "layar").glob("*.txt"))
MANUALS = {"anggota": 1, "ketua-pelaksana": 2}
"""Each manual, and on how many sheets' sides it must fit."""

_FIGURE = re.compile(r'<figure data-layar="(?P<nama>[\w-]+)"(?P<rest>[^>]*)></figure>')
_GIVEN = re.compile(r'data-(\w+)="([^"]*)"')
_BESIDE = re.compile(r'(?:src="|url\(")([^"]+)"')


def source(name: str) -> str:
    return (SOURCE / f"{name}.html").read_text("utf-8")


def composed(name: str) -> str:
    """The manual as it is printed: every figure that names a chat shows it."""
    return _FIGURE.sub(lambda found: _shown(found["nama"], found["rest"]), source(name))


def _shown(nama: str, rest: str) -> str:
    given = dict(_GIVEN.findall(rest))
    return ponsel((SOURCE / "layar" / f"{nama}.txt").read_text("utf-8"), **given)


def layar_of(name: str) -> list[str]:
    return [found["nama"] for found in _FIGURE.finditer(source(name))]


def beside(name: str) -> list[Path]:
    """The files that the page needs, the style and what that needs included."""
    style = SOURCE / "panduan.css"
    named = _BESIDE.findall(composed(name) + style.read_text("utf-8"))
    return [style, *sorted({(SOURCE / one).resolve() for one in named})]


def mark(name: str) -> str:
    """Changes with everything that can be seen on the manual."""
    parts = [composed(name).encode(), *(path.read_bytes() for path in beside(name))]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
