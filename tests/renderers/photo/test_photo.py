"""What arrives as a photo: kept upright and bare, or refused with one sentence."""

import io
import struct
import threading
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageDraw

from renderers.photo import photo
from renderers.photo.photo import Unreadable, upright

RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 60), (30, 60, 200), (230, 200, 40)


def quarters(width: int = 400, height: int = 300) -> Image.Image:
    image = Image.new("RGB", (width, height), RED)
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height // 2), fill=GREEN)
    draw.rectangle((0, height // 2, width // 2, height), fill=BLUE)
    draw.rectangle((width // 2, height // 2, width, height), fill=YELLOW)
    return image


def saved(image: Image.Image, form: str = "JPEG", **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data), formats=["JPEG"])
    image.load()
    return image


def colour_name(pixel: tuple[int, int, int]) -> str:
    known = {"red": RED, "green": GREEN, "blue": BLUE, "yellow": YELLOW, "white": (255, 255, 255), "black": (0, 0, 0)}
    return min(known, key=lambda name: sum(abs(a - b) for a, b in zip(known[name], pixel, strict=True)))


def corners(data: bytes) -> list[str]:
    image = opened(data).convert("RGB")
    places = [(x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)]
    pixels = [image.getpixel((int(image.width * x), int(image.height * y))) for x, y in places]
    return [colour_name(pixel) for pixel in pixels if isinstance(pixel, tuple) and len(pixel) == 3]


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        upright(data)
    return str(caught.value)


def png(width: int, height: int, rows: bytes, *, extra: bytes = b"") -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + extra + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def exif(orientation: object = 1, *, gps: bool = False) -> bytes:
    tags = Image.Exif()
    tags[0x0112] = orientation
    if gps:
        tags[0x8825] = {1: "S", 2: (7.0, 45.0, 12.0), 3: "E", 4: (113.0, 12.0, 58.0)}
        tags[0x0110] = "Telepon Pelapor"
    return tags.tobytes()


UPRIGHT = ["red", "green", "blue", "yellow"]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "MPO"])
def test_every_format_is_kept_as_jpeg(form: str) -> None:
    result = upright(saved(quarters(), form))
    assert (opened(result).size, corners(result)) == ((400, 300), UPRIGHT)


def test_a_bare_jpeg_is_kept_byte_for_byte() -> None:
    data = saved(quarters(), quality=80)
    assert upright(data) == data


def test_a_jpeg_with_something_behind_its_end_is_written_anew() -> None:
    data = saved(quarters()) + b"PK\x03\x04 tersembunyi"
    assert (b"tersembunyi" in upright(data), corners(upright(data))) == (False, UPRIGHT)


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


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "PNG", "AVIF"])
def test_gps_and_camera_are_dropped(form: str) -> None:
    result = upright(saved(quarters(), form, exif=exif(gps=True)))
    assert b"Telepon Pelapor" not in result
    assert (dict(opened(result).getexif()), sorted(opened(result).info)) == (
        {},
        ["jfif", "jfif_density", "jfif_unit", "jfif_version"],
    )


def test_a_comment_is_dropped() -> None:
    assert b"rahasia" not in upright(saved(quarters(), comment=b"rahasia"))


def test_the_long_side_is_reduced() -> None:
    assert [opened(upright(saved(quarters(*size)))).size for size in ((3200, 2400), (1500, 4000), (2560, 100))] == [
        (2560, 1920),
        (960, 2560),
        (2560, 100),
    ]


def test_a_line_of_pixels_stays_a_picture() -> None:
    assert opened(upright(saved(Image.new("RGB", (9000, 1), RED)))).size == (2560, 1)


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


def test_nothing() -> None:
    assert refusal(b"") == "Berkas ini kosong. Mohon kirim ulang fotonya."


@pytest.mark.parametrize(
    "data",
    [
        b"Izin melaporkan kegiatan hari ini",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\nshowpage\n",
        b"%PDF-1.4\n",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"RIFF\x00\x00\x00\x00WEBP",
        b"\x00\x00\x00\x1cftypavif" + b"\x00" * 40,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x00" * 100,
    ],
)
def test_no_photo(data: bytes) -> None:
    assert refusal(data) == ("Berkas ini bukan foto yang dapat dibaca. Mohon kirim sebagai foto JPEG atau PNG.")


def test_tiff_and_bmp_are_no_photos_of_a_phone() -> None:
    expected = "Berkas ini bukan foto yang dapat dibaca. Mohon kirim sebagai foto JPEG atau PNG."
    assert [refusal(saved(quarters(), form)) for form in ("TIFF", "BMP", "EPS")] == [expected] * 3


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_truncated(form: str, share: float) -> None:
    noise = Image.effect_noise((400, 300), 80).convert("RGB")
    data = saved(noise, form)
    assert refusal(data[: int(len(data) * share)]) in {
        photo.BROKEN,
        photo.NOT_A_PHOTO if form == "WEBP" else photo.BROKEN,
    }


def test_truncated_says() -> None:
    data = saved(Image.effect_noise((400, 300), 80).convert("RGB"))
    assert refusal(data[:-2000]) == "Foto ini terpotong atau rusak. Mohon kirim ulang."


def test_heic_of_a_turned_phone() -> None:
    """A file of an iPhone, 320 x 240 with a light corner top left and turned a quarter clockwise; its GPS goes."""
    received = upright((Path(__file__).parent / "foto.heic").read_bytes())
    with Image.open(io.BytesIO(received)) as image:
        assert (image.size, image.getexif().get(0x8825)) == ((240, 320), None)
        light = [min(pixel) > 200 for pixel in (image.getpixel((10, 10)), image.getpixel((230, 10)))]  # type: ignore[arg-type]
    assert light == [False, True]


def test_169_megapixels_in_20_kilobytes() -> None:
    data = png(13_000, 13_000, b"\x00" * (13_000 // 8 + 1) * 13_000)
    assert len(data) < 25_000
    assert refusal(data) == ("Foto ini berukuran 169 megapiksel, paling banyak 64. Mohon kirim versi yang lebih kecil.")


def test_a_header_that_promises_the_moon() -> None:
    assert refusal(png(200_000, 200_000, b"\x00")) == photo.NOT_A_PHOTO


def test_a_text_chunk_that_explodes() -> None:
    body = b"Comment\x00\x00" + zlib.compress(b"a" * 80_000_000, 9)
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    assert refusal(png(8, 8, b"\x00\x00" * 8, extra=chunk)) == photo.NOT_A_PHOTO


def test_a_progressive_jpeg_beyond_the_limit() -> None:
    data = bytearray(saved(Image.new("L", (64, 64)), progressive=True))
    at = data.index(b"\xff\xc2")
    data[at + 5 : at + 9] = struct.pack(">HH", 10_000, 10_000)
    assert refusal(bytes(data)) == (
        "Foto ini berukuran 100 megapiksel, paling banyak 64. Mohon kirim versi yang lebih kecil."
    )


def test_too_many_bytes() -> None:
    assert refusal(b"\xff\xd8" + b"\x00" * (32 * 2**20)) == (
        "Foto ini lebih dari 32 MB. Mohon kirim versi yang lebih kecil."
    )


def test_two_threads_at_once() -> None:
    """Good and broken photos side by side must not change one another's outcome."""
    good, bad = saved(quarters(), exif=exif(6)), saved(quarters())[:1500]
    outcomes: list[object] = []

    def work(job: Callable[[], object]) -> None:
        outcomes.extend(job() for _ in range(20))

    threads = [
        threading.Thread(target=work, args=(lambda: corners(upright(good)),)),
        threading.Thread(target=work, args=(lambda: refusal(bad),)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count(["blue", "red", "yellow", "green"]) == 20
    assert outcomes.count(photo.BROKEN) == 20


def cmyk() -> bytes:
    return saved(quarters().convert("CMYK"))


def sixteen_bits() -> bytes:
    return saved(Image.new("I;16", (256, 16), 40_000), "PNG")


def see_through() -> bytes:
    return saved(quarters().convert("RGBA"), "PNG")


def animated() -> bytes:
    frames = [Image.new("RGB", (400, 300), colour) for colour in (RED, BLUE)]
    return saved(frames[0], "WEBP", save_all=True, append_images=frames[1:])


def huge() -> bytes:
    return saved(Image.new("RGB", (8064, 6048), RED), quality=60)


def turned() -> bytes:
    return saved(quarters(), exif=exif(6, gps=True))


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        (huge, "2560x1920"),
        (turned, "300x400"),
        ((Path(__file__).parent / "foto.heic").read_bytes, "240x320"),
        (lambda: saved(quarters(), "WEBP"), "400x300"),
        (cmyk, "400x300"),
        (sixteen_bits, "256x16"),
        (see_through, "400x300"),
        (animated, "400x300"),
        (lambda: saved(quarters(), "MPO"), "400x300"),
        (lambda: b"Izin melaporkan, ini bukan foto.jpg", photo.NOT_A_PHOTO),
        (lambda: saved(quarters(), "TIFF"), photo.NOT_A_PHOTO),
        (lambda: saved(Image.effect_noise((400, 300), 80).convert("RGB"))[:-2000], photo.BROKEN),
        (lambda: png(13_000, 13_000, b"\x00" * 10), photo.TOO_LARGE.format(169, 64)),
        (lambda: png(200_000, 200_000, b"\x00"), photo.NOT_A_PHOTO),
        (lambda: b"\xff\xd8" + bytes(32 * 2**20), photo.TOO_HEAVY),
        (lambda: b"", photo.EMPTY),
    ],
    ids=[
        *("48 MP", "turned", "HEIC", "WebP", "CMYK", "16 bits", "alpha", "animated", "MPO"),
        *("text", "TIFF", "cut off", "bomb", "moon", "heavy", "empty"),
    ],
)
def test_what_arrives_is_drawn_or_refused_with_one_sentence(data: Callable[[], bytes], outcome: str) -> None:
    try:
        size = "x".join(str(side) for side in opened(upright(data())).size)
    except Unreadable as refused:
        size = str(refused)
    assert size == outcome
