"""A prepared picture: measured without decoding, made once for a size."""

from io import BytesIO

import pytest
from PIL import Image

from renderers.photo.album import Album, size


def picture(kind: str, mode: str = "RGB", **options: object) -> bytes:
    out = BytesIO()
    Image.new(mode, (123, 77)).save(out, kind, **options)
    return out.getvalue()


def exif() -> bytes:
    found = Image.Exif()
    found[0x010E] = "x" * 3000
    return found.tobytes()


@pytest.mark.parametrize(
    "data",
    [
        picture("PNG"),
        picture("PNG", "RGBA"),
        picture("JPEG"),
        picture("JPEG", progressive=True),
        picture("JPEG", "L"),
        picture("JPEG", "CMYK"),
        picture("JPEG", exif=exif(), icc_profile=bytes(200_000), comment="x" * 400),
    ],
)
def test_the_size_of_a_prepared_picture_is_read_without_pillow(data: bytes) -> None:
    assert size(data) == (123, 77)


def test_a_picture_fits_both_sides_and_is_kept_once() -> None:
    album = Album()
    first, second = album.place(picture("PNG"), "Satu", 4.0, 1.0), album.place(picture("PNG"), "Dua", 2.0, 9.0)
    assert (round(first.width, 3), first.height) == (round(123 / 77, 3), 1.0)
    assert (second.width, round(second.height, 3)) == (2.0, round(154 / 123, 3))
    assert (first.rid, second.rid, first.number, second.number) == ("rIdG1", "rIdG1", 1, 2)
    assert list(album.files.values()) == [picture("PNG")]
