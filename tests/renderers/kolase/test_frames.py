"""Photos that cannot be read are replaced, and the others are drawn."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from renderers.figures import Cell
from renderers.ink.boxes import Shape
from renderers.ink.tema import MARUN
from renderers.kolase import frames, kolase
from renderers.kolase.formats import FORMATS, Format
from renderers.photo.crop import Face
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


@pytest.mark.parametrize("size", [(700, 300), (300, 400), (800, 300)], ids=["at the sides", "above and below", "wide"])
def test_no_seam_is_seen_where_a_photo_goes_on_out_of_focus(tmp_path: Path, size: tuple[int, int]) -> None:
    """Whatever its colours: a light wall at the left, a dark door at the right."""
    photo = Image.linear_gradient("L").rotate(90).resize((640, 480)).convert("RGB")
    photo.save(tmp_path / "1.jpg", quality=95)
    shown = frames.framed(frames.opened(tmp_path / "1.jpg", 640), size, "utuh", MARUN)
    wide, high = min(size[0], round(size[1] * 4 / 3)), min(size[1], round(size[0] * 3 / 4))
    left, top = (size[0] - wide) // 2, (size[1] - high) // 2
    for y in range(top + 20, top + high - 20, 40):
        row = [shown.getpixel((x, y)) for x in ((left - 3, left + 3) if left else (5, 5))]
        column = [shown.getpixel((size[0] // 2, at)) for at in ((top - 3, top + 3) if top else (5, 5))]
        assert max(gap(*row), gap(*column)) < 40


def gap(one: object, other: object) -> int:
    assert isinstance(one, tuple)
    assert isinstance(other, tuple)
    return max(abs(int(a) - int(b)) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_a_lone_panorama_is_seen_whole_and_its_middle_larger(tmp_path: Path, form: Format) -> None:
    """Who stands at the ends is seen once, who stands in the middle is seen twice, on a sheet that is full."""
    photo = Image.new("RGB", (2400, 600), (30, 160, 30))
    photo.paste((0, 220, 220), (0, 0, 240, 600))
    photo.paste((220, 0, 220), (2160, 0, 2400, 600))
    photo.save(tmp_path / "1.jpg", quality=95)
    people = [asdict(Face((k + 0.3) / 10, 0.4, 0.04, 0.16)) for k in range(10)]
    note = json.dumps({"aspect": 4.0, "faces": people, "columns": (), "rows": ()}).encode()
    photo.save(tmp_path / "1.kecil.jpg", quality=95, comment=note)
    cells = (Cell("1.jpg", "Apel Pagi", "Senin, 18 April 2022"),)
    sheet = opened(kolase.draw(replace(PEKAN, cells=cells), tmp_path, form)[0])
    left, right, middle = (share(sheet, colour) for colour in ((0, 220, 220), (220, 0, 220), (30, 160, 30)))
    assert (left > 0.005, right > 0.005, middle > 0.27) == (True, True, True)


def share(sheet: Image.Image, colour: tuple[int, int, int]) -> float:
    """The share of the sheet that has about this colour."""
    plain = (
        ImageChops.difference(sheet, Image.new("RGB", sheet.size, colour)).convert("L").point(lambda v: 255 * (v < 20))
    )
    return ImageStat.Stat(plain).mean[0] / 255
