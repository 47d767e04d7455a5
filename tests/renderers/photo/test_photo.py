"""What arrives as a photo: kept upright and bare, or refused with one sentence."""

import io
import struct
import threading
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from renderers.photo import refusal as why
from renderers.photo.photo import upright
from renderers.photo.refusal import Unreadable
from tests.renderers.photo.made import BLUE, RED, UPRIGHT, corners, exif, opened, quarters, saved


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        upright(data)
    return str(caught.value)


def png(width: int, height: int, rows: bytes, *, extra: bytes = b"") -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + extra + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


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
        why.BROKEN,
        why.NOT_A_PHOTO if form == "WEBP" else why.BROKEN,
    }


def test_truncated_says() -> None:
    data = saved(Image.effect_noise((400, 300), 80).convert("RGB"))
    assert refusal(data[:-2000]) == "Foto ini terpotong atau rusak. Mohon kirim ulang."


NOISE = Image.effect_noise((200, 150), 80).convert("RGB")
JPEGS = {
    "plain": saved(NOISE),
    "progressive": saved(NOISE, progressive=True),
    "with restarts": saved(NOISE, restart_marker_rows=1),
    "grey": saved(NOISE.convert("L")),
}


@pytest.mark.parametrize("jpeg", JPEGS.values(), ids=JPEGS)
def test_a_jpeg_that_lacks_only_its_end_mark_is_kept_with_one(jpeg: bytes) -> None:
    assert [upright(jpeg[:-2] + left) for left in (b"", b"\xff", b"\xff\xff")] == [jpeg] * 3


@pytest.mark.parametrize("jpeg", JPEGS.values(), ids=JPEGS)
@pytest.mark.parametrize("missing", [10, 100, 1000, 3000])
def test_a_jpeg_of_which_a_part_is_missing_is_refused(jpeg: bytes, missing: int) -> None:
    assert refusal(jpeg[:-missing]) == why.BROKEN


def test_a_turned_jpeg_without_its_end_mark_is_upright_like_others() -> None:
    whole = saved(quarters(), exif=exif(6, gps=True))
    assert upright(whole[:-2]) == upright(whole)


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
    assert refusal(png(200_000, 200_000, b"\x00")) == why.NOT_A_PHOTO


def test_a_text_chunk_that_explodes() -> None:
    body = b"Comment\x00\x00" + zlib.compress(b"a" * 80_000_000, 9)
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    assert refusal(png(8, 8, b"\x00\x00" * 8, extra=chunk)) == why.NOT_A_PHOTO


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
    assert outcomes.count(why.BROKEN) == 20


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
        (lambda: b"Izin melaporkan, ini bukan foto.jpg", why.NOT_A_PHOTO),
        (lambda: saved(quarters(), "TIFF"), why.NOT_A_PHOTO),
        (lambda: saved(Image.effect_noise((400, 300), 80).convert("RGB"))[:-2000], why.BROKEN),
        (lambda: png(13_000, 13_000, b"\x00" * 10), why.TOO_LARGE.format(169, 64)),
        (lambda: png(200_000, 200_000, b"\x00"), why.NOT_A_PHOTO),
        (lambda: b"\xff\xd8" + bytes(32 * 2**20), why.TOO_HEAVY),
        (lambda: b"", why.EMPTY),
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
