"""The matrix as a picture: its size follows its rows, its signs follow its cells."""

import io
from datetime import date

import pytest
from PIL import Image

from renderers.boards import matriks
from renderers.boards.matriks import NAMES, ROW, TOP, Matrix
from renderers.ink import paint
from renderers.ink.paint import EDGE, HEAD

COLUMN = 118  # of five

JENIS = ("Foto Berita", "Ucapan Dukacita", "Repost")
PLATFORM = ("IG", "Twitter", "FB", "YouTube", "TikTok")
NONE = (None,) * 5
Angka = tuple[tuple[int | None, ...], ...]


def lembar(
    numbers: tuple[tuple[int | None, ...], ...], *corrected: tuple[int, int], notes: tuple[str, ...] = ()
) -> Matrix:
    return Matrix("KPU Kota Probolinggo", date(2022, 6, 1), JENIS, PLATFORM, numbers, corrected, notes)


MIXED = lembar(((51, 51, 1818, None, None), (0, None, None, None, None), (12, 8, 8, None, None)), (1, 0), (2, 0))


def picture(drawn: Matrix) -> Image.Image:
    return Image.open(io.BytesIO(matriks.draw(drawn)))


def test_it_is_a_jpeg_as_wide_as_a_phone_shows_and_as_high_as_its_rows() -> None:
    image = picture(MIXED)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1080, HEAD + TOP + 4 * ROW + 40 + 34))
    taller = picture(lembar((NONE,) * 3, notes=("Publikasi (IG): 3", "dua")))
    assert taller.height == image.height + 2 * 34


def test_the_same_figures_give_the_same_bytes() -> None:
    assert matriks.draw(MIXED) == matriks.draw(MIXED)


@pytest.mark.parametrize(
    ("row", "column", "cell"),
    [(0, 0, "51"), (0, 2, "1.818"), (0, 3, "-"), (1, 0, "0*"), (1, 1, "-"), (2, 0, "12*"), (2, 1, "8")],
)
def test_a_cell_is_written_as_people_read_it(row: int, column: int, cell: str) -> None:
    assert matriks.shown(MIXED, row, column) == cell


def test_the_sums_are_of_postingan() -> None:
    assert matriks.totals(MIXED) == [63, 59, 1826, 0, 0]


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        (MIXED, ["- belum ada yang tercatat · 0 memang tidak ada · * dikoreksi Ketua Pelaksana"]),
        (lembar((NONE,) * 3), ["- belum ada yang tercatat"]),
        (lembar(((1,) * 5,) * 3), []),
    ],
)
def test_only_signs_that_are_there_are_explained(drawn: Matrix, told: list[str]) -> None:
    assert matriks.legends(drawn) == told


def ink(image: Image.Image, row: int, column: int) -> int:
    """How many pixels of a cell are not paper."""
    x, y = EDGE + NAMES + column * COLUMN, HEAD + TOP + row * ROW
    return sum(image.convert("L").crop((x + 8, y + 8, x + COLUMN - 8, y + ROW - 8)).histogram()[:180])


def test_figures_stand_in_their_cells_and_a_dash_is_slight() -> None:
    image = picture(MIXED)
    found = [["dash" if ink(image, row, column) < 60 else "figure" for column in range(5)] for row in range(3)]
    assert found == [
        ["figure", "figure", "figure", "dash", "dash"],
        ["figure", "dash", "dash", "dash", "dash"],
        ["figure", "figure", "figure", "dash", "dash"],
    ]
    assert min(ink(image, row, column) for row in range(3) for column in range(5)) > 10


def test_the_head_and_the_sum_row_are_maroon() -> None:
    image = picture(MIXED)
    at = image.getpixel((EDGE, HEAD + TOP + 3 * ROW + ROW // 2))
    assert isinstance(at, tuple)
    assert max(abs(a - b) for a, b in zip(at, paint.MAROON, strict=True)) < 8


def test_a_name_that_is_too_long_or_strange_is_still_drawn() -> None:
    strange = Matrix("KPU 🗳 " + "Kabupaten " * 12, date(2022, 6, 1), ("x" * 200,), PLATFORM, (NONE,))
    assert picture(strange).size == (1080, HEAD + TOP + 2 * ROW + 40 + 34)
