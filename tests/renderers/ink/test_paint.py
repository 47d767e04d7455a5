"""Shapes on a picture: what is laid quickly looks like what is laid through a mask of the whole."""

from itertools import product

import pytest
from PIL import Image

from renderers.ink.boxes import Box
from renderers.ink.marks import ALL, Corners
from renderers.ink.paint import rectangle, rounded, stamp

SIDES = 1, 2, 15, 16, 31, 32, 33, 90


def noise(size: tuple[int, int]) -> Image.Image:
    grain = Image.effect_noise(size, 90)
    return Image.merge("RGB", (grain, grain.rotate(90), grain.rotate(180)))


@pytest.mark.parametrize("radius", [0, 0.4, 1.5, 12.8, 16, 40])
@pytest.mark.parametrize("corners", [ALL, (True, True, False, False), (True, False, False, True)])
def test_a_stamp_is_the_picture_through_a_rounded_mask(radius: float, corners: Corners) -> None:
    ground, whole = noise((100, 100)), noise((90, 90))
    for size in product(SIDES, SIDES):
        quick, plain, picture = ground.copy(), ground.copy(), whole.crop((0, 0, *size))
        stamp(quick, picture, (5, 7), radius, corners)
        plain.paste(picture, (5, 7), rounded(size, radius, corners))
        assert quick.tobytes() == plain.tobytes(), size


@pytest.mark.parametrize("radius", [0, 16])
def test_a_rectangle_is_its_colour_within_its_corners(radius: float) -> None:
    quick, plain = noise((100, 100)), noise((100, 100))
    plain.paste(quick)
    rectangle(quick, Box(9.6, 4.4, 80, 60.2), (122, 14, 22), radius)
    plain.paste((122, 14, 22), (10, 4), rounded((80, 61), radius))
    assert quick.tobytes() == plain.tobytes()
