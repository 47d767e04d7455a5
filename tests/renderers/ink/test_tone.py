"""A photo taken too dark becomes a little brighter; a night, a projector and a usual photo stay as they are."""

import pytest
from PIL import Image, ImageStat

from renderers.ink import tone
from tests.scenes import SCENES, scene


def darker(photo: Image.Image, share: float) -> Image.Image:
    return photo.point([round(value * share) for value in range(256)] * 3)


def brightness(photo: Image.Image) -> float:
    mean: float = ImageStat.Stat(photo.convert("L")).mean[0]
    return mean


@pytest.mark.parametrize("name", SCENES)
def test_a_usual_photo_is_left_alone(name: str) -> None:
    photo = scene(name, 0, (400, 300))
    assert tone.toned(photo) is photo


@pytest.mark.parametrize("share", [0.15, 0.25, 0.35])
def test_a_dark_photo_becomes_brighter_but_never_much(share: float) -> None:
    dark = darker(scene("boardroom", 0, (400, 300)), share)
    lighter = tone.toned(dark)
    assert 1.2 < brightness(lighter) / brightness(dark) < 2.6
    assert brightness(lighter) < 130


def lit(photo: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    photo.paste((250, 250, 240), box)
    return photo


@pytest.mark.parametrize("box", [(150, 40, 250, 110), (60, 40, 72, 52)], ids=["projector", "lamp"])
def test_where_something_shines_the_darkness_is_meant(box: tuple[int, int, int, int]) -> None:
    photo = lit(darker(scene("boardroom", 0, (400, 300)), 0.2), box)
    assert tone.toned(photo) is photo


def test_of_a_black_photo_nothing_is_made() -> None:
    photo = Image.new("RGB", (40, 30), (3, 3, 3))
    assert tone.toned(photo) is photo


@pytest.mark.parametrize(
    ("share", "taken", "shown"), [(0.2, (2, 51), (6, 112)), (0.3, (2, 76), (4, 129)), (0.45, (3, 115), (3, 129))]
)
def test_no_grey_veil_lies_on_it(share: float, taken: tuple[int, int], shown: tuple[int, int]) -> None:
    """What was black stays black, and what was lightest becomes light."""
    dark = darker(scene("boardroom", 0, (400, 300)), share)
    assert [photo.convert("L").getextrema() for photo in (dark, tone.toned(dark))] == [taken, shown]
