"""Sheets of a report that were drawn before: the stamp of all that makes their pixels, and their bytes as they were
kept."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from PIL import __version__ as pillow
from PIL import features

from renderers.figures import Kolase
from renderers.frozen import freeze
from renderers.kolase.formats import A4

FORM, SCALE = A4, 0.8  # how the sheets are drawn, and pixels to a unit: 230 to the inch
# What draws a sheet, and what it draws with.
_DRAWS = ("kolase", "ink", "photo", "fonts", "icons")


def unheard(_week: int, _sheets: Sequence[bytes]) -> None: ...


def _none(_week: int) -> list[bytes]:
    return []


@dataclass(frozen=True)
class Kept:
    """`files`: for each week of a report the names of its sheets in the folder of the photos, none where it is to be
    drawn; `drawn`: told the number of a week and its sheets, once these were; `given`: the sheets of a week that
    somebody else draws meanwhile, none where nobody does."""

    files: Sequence[Sequence[str]] = ()
    drawn: Callable[[int, Sequence[bytes]], None] = unheard
    given: Callable[[int], list[bytes]] = _none

    def read(self, folder: Path, week: int) -> list[bytes]:
        """The sheets of a week; empty where one of them is gone, or is not what was kept."""
        found = [_sound(folder / name) for name in self.files[week]] if week < len(self.files) else []
        return found if all(found) else []


NONE = Kept()


def _sound(path: Path) -> bytes:
    """A file that is named by its content; empty where it is missing, broken or half written."""
    try:
        data = path.read_bytes()
    except OSError:
        return b""
    return data if sha256(data).hexdigest() == path.stem else b""


def stamp(kolase: Kolase) -> str:
    """By its figures, in which photos and emblem are named by their content, and by the program that draws it."""
    told = [_program(), FORM.nama, SCALE, freeze(kolase)]
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


@cache
def _program() -> str:
    """The version of drawing: every byte of our own that has a part in it, and the libraries that decode and encode."""
    found = sha256(f"{pillow} {features.version('jpg')} {features.version('freetype2')}".encode())
    for folder in _DRAWS:
        for file in _files(files("renderers") / folder):
            found.update(sha256(file.read_bytes()).digest())
    return found.hexdigest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for one in sorted(folder.iterdir(), key=lambda each: each.name):
        if one.is_file():
            yield one
        elif one.name != "__pycache__":
            yield from _files(one)
