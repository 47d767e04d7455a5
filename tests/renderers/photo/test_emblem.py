"""An emblem becomes a square of 512 that a round field shows whole."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from renderers.photo import emblem as photo_emblem
from renderers.photo.album import Album
from renderers.photo.emblem import emblem, logo


def sent(size: tuple[int, int], shape: str = "ellipse", box: tuple[int, int, int, int] | None = None) -> bytes:
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    getattr(draw, shape)(box or (size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4), fill=(180, 20, 20))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90)
    return out.getvalue()


def seen(made: bytes) -> tuple[tuple[int, int], tuple[int, int, int, int]]:
    with Image.open(io.BytesIO(made)) as image:
        ink = image.convert("L").point(lambda v: 255 if v < 128 else 0).getbbox()
        assert ink
        return image.size, ink


def near(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 6 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize(("size", "shape", "wanted"), [
    ((800, 600), "ellipse", (0, 64, 512, 448)),
    ((600, 600), "ellipse", (0, 0, 512, 512)),
    # A rectangle of 400 by 300 has a diagonal of 500.
    ((800, 600), "rectangle", (51, 102, 461, 410)),
])  # fmt: skip
def test_margins_go_and_corners_stay_in_sight(
    size: tuple[int, int], shape: str, wanted: tuple[int, int, int, int]
) -> None:
    made = photo_emblem.square(sent(size, shape))
    assert made
    square, ink = seen(made)
    assert square == (512, 512)
    assert near(ink, wanted), ink


@pytest.mark.parametrize(
    "data", [b"", b"no picture", sent((300, 300), box=(9, 9, 12, 12)), sent((40, 40), box=(0, 0, 0, 0))]
)
def test_what_shows_nothing_is_no_emblem(data: bytes) -> None:
    assert photo_emblem.square(data) is None


def test_its_white_corners_do_not_cover_the_ring(tmp_path: Path) -> None:
    made = photo_emblem.square(sent((600, 600)))
    assert made
    (tmp_path / "l.jpg").write_bytes(made)
    emblem = photo_emblem.opened(tmp_path / "l.jpg", 96)
    assert emblem
    corner, middle = emblem.getpixel((0, 0)), emblem.getpixel((48, 48))
    assert isinstance(corner, tuple)
    assert isinstance(middle, tuple)
    assert (emblem.size, corner[3], middle[3]) == ((96, 96), 0, 255)


@pytest.mark.parametrize("name", [None, "hilang.png", "rusak.png", "besar.png"])
def test_an_emblem_that_cannot_be_read_is_replaced_by_a_drawn_one(tmp_path: Path, name: str | None) -> None:
    (tmp_path / "rusak.png").write_bytes(b"<html>")
    Image.new("1", (9000, 9000)).save(tmp_path / "besar.png")
    assert logo(tmp_path, name) == emblem()


def test_an_emblem_keeps_its_shape_and_its_transparency(tmp_path: Path) -> None:
    Image.new("RGBA", (2000, 1000), (0, 0, 0, 0)).save(tmp_path / "logo.png")
    (tmp_path / "out.png").write_bytes(logo(tmp_path, "logo.png"))
    with Image.open(tmp_path / "out.png") as image:
        assert (image.size, image.mode) == ((900, 450), "RGBA")
    placed = Album().place(logo(tmp_path, "logo.png"), "Lambang", 4.0, 4.0)
    assert (placed.width, placed.height) == (4.0, 2.0)
