"""The date of a card lies over no face, as far as there is a place for it, and all dates of a sheet have one size."""

from dataclasses import replace
from random import Random

import pytest

from renderers.figures import Cell
from renderers.ink.boxes import Box, Shape, Tile
from renderers.ink.marks import Area, Text
from renderers.ink.tema import MARUN
from renderers.kolase import card
from renderers.kolase.formats import FORMATS, Format
from tests.renderers.kolase.pekan import PEKAN, composed

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


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize("count", range(1, 10))
def test_all_dates_of_a_sheet_are_of_one_form_and_size_and_none_is_cut(form: Format, count: int) -> None:
    for turn in range(4):
        chance = Random(f"{form.nama} {count} {turn}")
        days = ("Senin, 19 September 2022", "Jumat, 23 Desember 2022", "12 November s/d 3 Desember 2022")
        titles = (
            "Apel",
            "Rapat Koordinasi Data Pemilih",
            "Sosialisasi Pemilih Pemula di SMA Negeri 2 Kota Probolinggo",
        )
        cells = tuple(Cell("1.jpg", chance.choice(titles), chance.choice(days)) for _ in range(count))
        shapes = [Shape(chance.choice((4 / 3, 4 / 3, 3 / 4, 9 / 16, 2.2)), chance.random(), 0.4) for _ in range(count)]
        _, marks = composed(replace(PEKAN, cells=cells), form, shapes)
        dates = [mark for mark in marks if isinstance(mark, Text) and mark.ground == (MARUN.main,)]
        assert (len(dates), len({date.size for date in dates})) == (count, 1)
        assert [date.text for date in dates if "…" in date.text] == []


def test_dates_are_no_shorter_than_the_narrowest_card_asks_for() -> None:
    tiles = [TILE._replace(text=Box(20, 330, wide, 60)) for wide in (300, 290, 225, 180)]
    cells = [Cell("1.jpg", "Apel", "Selasa, 20 September 2022")] * 4
    told = [[cell.tanggal for cell in card.dated(tiles[:count], cells[:count])] for count in range(5)]
    assert told == [
        [],
        ["Selasa, 20 September 2022"],
        ["Selasa, 20 Sep 2022"] * 2,
        ["Sel, 20 Sep 2022"] * 3,
        ["Sel, 20 Sep"] * 4,
    ]
