"""Turns, depths, transparency and colour profiles are resolved when a photo arrives."""

import struct

import pytest
from PIL import Image, ImageCms

from renderers.photo.photo import upright
from tests.renderers.photo.made import BLUE, RED, UPRIGHT, corners, exif, opened, quarters, saved


@pytest.mark.parametrize(
    ("orientation", "expected"),
    [
        (1, UPRIGHT),
        (2, ["green", "red", "yellow", "blue"]),
        (3, ["yellow", "blue", "green", "red"]),
        (4, ["blue", "yellow", "red", "green"]),
        (5, ["red", "blue", "green", "yellow"]),
        (6, ["blue", "red", "yellow", "green"]),
        (7, ["yellow", "green", "blue", "red"]),
        (8, ["green", "yellow", "red", "blue"]),
        (0, UPRIGHT),
        (99, UPRIGHT),
    ],
)
def test_orientation_is_applied_and_bogus_values_are_ignored(orientation: int, expected: list[str]) -> None:
    result = upright(saved(quarters(), exif=exif(orientation)))
    size = (300, 400) if 5 <= orientation <= 8 else (400, 300)
    assert (opened(result).size, corners(result)) == (size, expected)


@pytest.mark.parametrize(
    "broken",
    [
        b"Exif\x00\x00",
        b"Exif\x00\x00II*\x00\x08\x00\x00\x00\xff\xff",
        b"Exif\x00\x00MM\x00*\xff\xff\xff\xff",
        b"Exif\x00\x00bukan exif sama sekali",
    ],
)
def test_broken_exif_leaves_the_photo_as_it_lies(broken: bytes) -> None:
    assert corners(upright(saved(quarters(), exif=broken))) == UPRIGHT


def test_cmyk() -> None:
    result = upright(saved(quarters().convert("CMYK")))
    assert (opened(result).mode, corners(result)) == ("RGB", UPRIGHT)


def test_grey_of_16_bits_keeps_its_shades() -> None:
    ramp = Image.new("I;16", (256, 16))
    ramp.putdata([x * 257 for _ in range(16) for x in range(256)])
    grey = opened(upright(saved(ramp, "PNG"))).convert("L")
    assert [round(int(str(grey.getpixel((x, 8)))) / 16) for x in (0, 64, 128, 192, 255)] == [0, 4, 8, 12, 16]


def test_hidden_colour_under_transparency_is_white() -> None:
    image = quarters().convert("RGBA")
    image.putalpha(Image.new("L", image.size, 0))
    image.paste((*RED, 255), (0, 0, 200, 150))
    expected = ["red", "white", "white", "white"]
    assert [corners(upright(saved(image, form))) for form in ("PNG", "WEBP")] == [expected, expected]


def test_transparent_palette_is_white() -> None:
    image = Image.new("P", (400, 300), 0)
    image.putpalette([*BLUE, *RED])
    image.paste(1, (0, 0, 200, 150))
    assert corners(upright(saved(image, "PNG", transparency=0))) == ["red", "white", "white", "white"]


def test_the_first_frame_of_an_animation() -> None:
    other = Image.new("RGB", (400, 300), BLUE)
    data = saved(quarters(), "GIF", save_all=True, append_images=[other])
    assert corners(upright(data)) == UPRIGHT


# Worked out by hand from these primaries: (200, 30, 30) in Display P3 is (219, 0, 6) in sRGB.
P3_PRIMARIES = {b"rXYZ": (0.51512, 0.2412, -0.00105), b"gXYZ": (0.29198, 0.69225, 0.04189)}
P3_PRIMARIES[b"bXYZ"] = (0.1571, 0.06657, 0.78407)


def p3_profile() -> bytes:
    """An sRGB profile with the three primaries of Display P3 written over its own."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for place in range(132, 132 + 12 * struct.unpack_from(">I", profile, 128)[0], 12):
        tag, at, _ = struct.unpack_from(">4sII", profile, place)
        if tag in P3_PRIMARIES:
            struct.pack_into(">3i", profile, at + 8, *(round(v * 65536) for v in P3_PRIMARIES[tag]))
    return bytes(profile)


def test_a_wide_colour_profile_is_applied() -> None:
    plain = Image.new("RGB", (64, 64), (200, 30, 30))
    pixel = opened(upright(saved(plain, icc_profile=p3_profile(), quality=100))).getpixel((32, 32))
    assert isinstance(pixel, tuple)
    assert [abs(a - b) <= 3 for a, b in zip(pixel, (219, 0, 6), strict=True)] == [True, True, True]


def test_a_broken_colour_profile_is_ignored() -> None:
    assert corners(upright(saved(quarters(), icc_profile=b"bukan profil"))) == UPRIGHT


def test_the_profile_of_another_kind_of_colours_is_ignored() -> None:
    assert corners(upright(saved(quarters().convert("CMYK"), icc_profile=p3_profile()))) == UPRIGHT


def grey_profile(gamma: float) -> bytes:
    """A profile of greys with so steep a curve, written by hand: header, white point and curve."""
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))
    tags = struct.pack(">I4sII4sII", 2, b"wtpt", 156, len(white), b"kTRC", 156 + len(white), len(curve))
    size = 128 + len(tags) + len(white) + len(curve)
    head = struct.pack(
        ">I4xI4s4s4s12x4s24x3i", size, 0x02400000, b"mntr", b"GRAY", b"XYZ ", b"acsp", 63190, 65536, 54061
    )
    return head.ljust(128, b"\0") + tags + white + curve


@pytest.mark.parametrize("mode", ["L", "LA"])
def test_greys_follow_their_profile(mode: str) -> None:
    """A middle grey of gamma 1 is 188 in sRGB; one of gamma 2.2 stays what it is."""
    grey = Image.new("L", (64, 64), 128).convert(mode)
    shown = [
        opened(upright(saved(grey, "PNG", icc_profile=grey_profile(g)))).convert("L").getpixel((9, 9)) for g in (1, 2.2)
    ]
    assert [abs(int(str(a)) - b) <= 2 for a, b in zip(shown, (188, 128), strict=True)] == [True, True]


def test_grey_of_16_bits_is_white_only_where_it_is_transparent() -> None:
    ramp = Image.new("I;16", (256, 16))
    ramp.putdata([x * 257 for _ in range(16) for x in range(256)])
    grey = opened(upright(saved(ramp, "PNG", transparency=64 * 257))).convert("L")
    assert [round(int(str(grey.getpixel((x, 8)))) / 16) for x in (0, 64, 128, 192)] == [0, 16, 8, 12]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("kind", "letter"), [(1, "B"), (3, "H"), (4, "I")])
def test_the_turn_is_read_whatever_the_type_of_its_number(order: str, kind: int, letter: str) -> None:
    value = struct.pack(order + letter, 6).ljust(4, b"\0")
    tiff = (
        (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HIHHHI", 42, 8, 1, 0x0112, kind, 1) + value + bytes(4)
    )
    result = upright(saved(quarters(), exif=b"Exif\0\0" + tiff))
    assert (opened(result).size, corners(result)) == ((300, 400), ["blue", "red", "yellow", "green"])
