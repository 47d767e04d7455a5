"""Shapes on a picture: what is laid quickly looks like what is laid through a mask of the whole."""

from itertools import product

import pytest
from PIL import Image, ImageChops

from renderers.ink.boxes import Box
from renderers.ink.marks import ALL, Corners
from renderers.ink.paint import rectangle, rounded, shadows, stamp

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


CARDS = {
    "one": [Box(40, 40, 300, 200)],
    "rows": [Box(40, 40, 142.5, 120), Box(200.5, 40, 139.5, 120), Box(40, 180, 300, 61.3)],
    "columns": [Box(40, 40, 180, 201), Box(238, 40, 102, 90), Box(238, 150, 102, 91)],
    "small": [Box(40, 40, 20, 20), Box(300, 200, 40, 40)],
}


@pytest.mark.parametrize("boxes", CARDS.values(), ids=CARDS)
@pytest.mark.parametrize("scale", [1, 0.8])
def test_a_shadow_is_laid_only_around_its_cards(
    boxes: list[Box], scale: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    scaled = [Box(box.x * scale, box.y * scale, box.w * scale, box.h * scale) for box in boxes]

    def drawn() -> Image.Image:
        sheet = Image.new("RGB", (380, 300), (250, 246, 238))
        shadows(sheet, scaled, 16 * scale, (90, 20, 20), scale)
        cards = sheet.copy()
        for box in scaled:
            rectangle(cards, box, (255, 255, 255), 16 * scale)
        assert cards.tobytes() != sheet.tobytes()
        return cards

    around = drawn()
    monkeypatch.setattr("renderers.ink.paint._within", lambda *_: (0, 0, 0, 0))
    differs = ImageChops.difference(around, drawn()).point(lambda value: 255 * (value > 1))
    assert differs.getbbox() is None
