"""The date of a card lies over no face, as far as there is a place for it."""

import pytest

from renderers.figures import Cell
from renderers.ink.boxes import Box, Tile
from renderers.ink.marks import Area
from renderers.ink.tema import MARUN
from renderers.kolase import card

TILE = Tile(Box(0, 0, 500, 400), Box(0, 0, 500, 300), Box(20, 330, 460, 60), 21.0)


def chip(*faces: Box) -> Box:
    marks = card.card(0, TILE._replace(faces=faces), Cell("1.jpg", "Rapat Pleno", "Senin, 18 April 2022"), MARUN)
    [found] = [mark.box for mark in marks if isinstance(mark, Area) and mark.colour == MARUN.main]
    return found


def apart(one: Box, other: Box) -> bool:
    across = one.x + one.w <= other.x or other.x + other.w <= one.x
    return across or one.y + one.h <= other.y or other.y + other.h <= one.y


@pytest.mark.parametrize(
    "faces",
    [
        (),
        (Box(40, 20, 60, 80),),
        (Box(40, 240, 60, 50),),
        (Box(40, 240, 60, 50), Box(120, 250, 60, 50)),
        (Box(430, 240, 60, 50),),
        (Box(20, 240, 40, 50), Box(430, 240, 60, 50)),
        (Box(30, 240, 60, 55), Box(400, 250, 60, 50)),
    ],
)
def test_the_date_goes_where_nobody_is(faces: tuple[Box, ...]) -> None:
    found = chip(*faces)
    assert [apart(found, face) for face in faces] == [True] * len(faces)
    assert (TILE.text.x <= found.x, found.x + found.w <= TILE.text.x + TILE.text.w) == (True, True)


def test_without_faces_it_stands_at_the_left() -> None:
    assert chip().x == TILE.text.x
