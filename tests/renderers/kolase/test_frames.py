"""Photos that cannot be read are replaced, and the others are drawn."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from renderers.ink.boxes import Shape
from renderers.ink.tema import MARUN
from renderers.kolase import frames, kolase
from tests.renderers.kolase.pekan import PEKAN, composed, opened


def is_blank(image: Image.Image, at: tuple[int, int]) -> bool:
    pixel = image.getpixel(at)
    return isinstance(pixel, tuple) and max(abs(a - b) for a, b in zip(pixel, frames.empty(MARUN), strict=True)) < 3


@pytest.mark.parametrize(
    "content",
    [None, b"", b"bukan foto", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"\x89PNG\r\n\x1a\n"],
    ids=["missing", "empty", "text", "header only", "another format"],
)
def test_a_photo_that_cannot_be_read_does_not_stop_the_others(
    folder: Path, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "1.jpg").write_bytes(content)
    (tmp_path / "2.jpg").write_bytes((folder / "2.jpg").read_bytes())
    cells = PEKAN.cells[:2]
    [sheet] = kolase.draw(replace(PEKAN, cells=cells), tmp_path)
    places = [tile.photo for tile in composed(replace(PEKAN, cells=cells), shapes=[Shape(4 / 3)])[0]]
    image = opened(sheet)
    blank = [is_blank(image, (round(box.x + 30), round(box.y + box.h / 2))) for box in places]
    assert blank == [True, False]


def test_a_truncated_photo_is_replaced_too(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "1.jpg").write_bytes((folder / "1.jpg").read_bytes()[:9000])
    [sheet] = kolase.draw(replace(PEKAN, cells=PEKAN.cells[:1]), tmp_path)
    assert is_blank(opened(sheet), (70, 500))


def test_a_very_small_photo_is_no_more_enlarged_than_it_bears(tmp_path: Path) -> None:
    Image.effect_noise((64, 64), 90).convert("RGB").save(tmp_path / "1.jpg")
    photo = frames.opened(tmp_path / "1.jpg", 1080)
    shown = frames.framed(photo, (1000, 828), "", MARUN)
    calm, busy = (
        ImageStat.Stat(shown.crop(box).convert("L")).stddev[0] for box in ((0, 0, 300, 828), (310, 230, 690, 600))
    )
    assert (shown.size, calm < 20 < busy) == ((1000, 828), True)
