"""The drawn scenes with the places of their heads, which are known exactly."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from PIL import Image

from renderers.photo.crop import Face
from tests.scenes import SCENES, scene
from tests.scenes.people import Figure

SCENE_SIZES = ((800, 600), (600, 800), (800, 534))
_WIDE, _HIGH = 0.78, 0.95  # a drawn face, in half heads


def drawn(seed: int, size: tuple[int, int]) -> Iterator[tuple[str, Image.Image, list[Face]]]:
    for name in SCENES:
        with _noted() as figures:
            picture = scene(name, seed, size)
        faces = [_face(figure) for figure in figures]
        yield f"{name} {seed}", picture, [face for face in faces if _inside(face)]


@contextmanager
def _noted() -> Iterator[list[Figure]]:
    """Every figure whose face is drawn while this lasts."""
    figures: list[Figure] = []
    draw = Figure.head

    def head(self: Figure, *, back: bool = False) -> None:
        if not back:
            figures.append(self)
        draw(self, back=back)

    with mock.patch.object(Figure, "head", head):
        yield figures


def _face(figure: Figure) -> Face:
    wide, high = figure.c.w, figure.c.h
    x, y = figure.x - _WIDE * figure.r, figure.y - _HIGH * figure.r
    return Face(x / wide, y / high, 2 * _WIDE * figure.r / wide, 2 * _HIGH * figure.r / high)


def _inside(face: Face) -> bool:
    return face.x >= 0 and face.y >= 0 and face.x + face.w <= 1 and face.y + face.h <= 1
