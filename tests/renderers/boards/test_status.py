"""Bars: as high as their figures, told apart without colour, drawn for whatever comes."""

import io
from dataclasses import replace

from PIL import Image

from renderers.boards import status as boards_status
from renderers.boards.status import BAR, GAP, PANEL, TALL, Chart, Series, Status
from renderers.ink.paint import EDGE, HEAD, WIDE

DULU = Series("Triwulan I 2022", ("Jan", "Feb", "Mar"), (79, 72, 0))
KINI = Series("Triwulan II 2022", ("Apr", "Mei", "Jun"), (120, 60, None))
STATUS = Status("KPU Kota Probolinggo", "Status Triwulan II 2022", (Chart("Publikasi (IG)", DULU, KINI),), ("Kaki.",))


def picture(status: Status) -> Image.Image:
    return Image.open(io.BytesIO(boards_status.draw(status))).convert("L")


def middle(k: int, *, old: bool) -> int:
    centre = EDGE + (k + 0.5) * (WIDE - 2 * EDGE) / 3
    return round(centre - 6 - BAR / 2 if old else centre + 6 + BAR / 2)


def tall(image: Image.Image, k: int, *, old: bool) -> int:
    """How many rows of a bar are not white, counted upwards from the base line at the bar's edge."""
    x, y, high = middle(k, old=old) - BAR // 2 + 1, HEAD + GAP + 362 - 1, 0
    while int(image.getpixel((x, y - high)) or 0) < 150:  # type: ignore[arg-type]
        high += 1
    return high


def test_it_is_a_jpeg_of_one_panel_for_each_chart() -> None:
    image = Image.open(io.BytesIO(boards_status.draw(STATUS)))
    assert (image.format, image.size) == ("JPEG", (1080, HEAD + GAP + PANEL + GAP + 34 + 8))
    two = replace(STATUS, charts=STATUS.charts * 2)
    assert picture(two).height == image.height + PANEL + GAP


def test_bars_are_as_high_as_their_figures() -> None:
    image = picture(STATUS)
    found = [tall(image, k, old=old) for k in range(3) for old in (True, False)]
    wanted = [round(TALL * n / 120) for n in (79, 120, 72, 60, 0, 0)]
    assert [abs(a - b) <= 2 for a, b in zip(found, wanted, strict=True)] == [True] * 6


def test_the_two_periods_differ_in_grey() -> None:
    image = picture(STATUS)
    y = HEAD + GAP + 362 - 60
    old, new = (int(image.getpixel((middle(0, old=old), y)) or 0) for old in (True, False))  # type: ignore[arg-type]
    assert old - new > 120


def test_the_same_figures_give_the_same_bytes() -> None:
    assert boards_status.draw(STATUS) == boards_status.draw(STATUS)


def test_sums_leave_out_months_that_have_not_begun() -> None:
    assert (DULU.total, KINI.total) == (151, 180)


def test_a_triwulan_without_anything_and_very_long_names_are_drawn() -> None:
    empty = Series("T" * 30, ("Jan", "Feb", "Mar"), (0, 0, None))
    bare = Status("x 🗳" * 80, "y" * 200, (Chart("z" * 99, empty, empty),))
    assert picture(bare).size == (1080, HEAD + GAP + PANEL + GAP + 8)
