"""The memory that opening a picture takes, told by its header alone, so that too heavy a picture is refused before it
is opened."""

import struct

from PIL import Image

from renderers.photo.refusal import TOO_LARGE, Unreadable

MOST = 400 * 2**20  # bytes beyond those of an idle process: no single picture may need more
# Beside the picture itself: the reduced one, its JPEG, the small copy, and the detector of faces.
_BESIDE = 48 * 2**20
# Millions of pixels. An honest 48 MP photo of a phone is a JPEG or HEIC; libwebp and libavif keep many whole copies.
MOST_MEGAPIXELS = {"PNG": 64, "GIF": 64, "HEIF": 50, "AVIF": 25, "WEBP": 20}
# libjpeg reduces a baseline JPEG while it decodes, but must hold all of a progressive one in memory.
MOST_MEGAPIXELS_JPEG, MOST_MEGAPIXELS_PROGRESSIVE = 210, 64
# Bytes for each pixel, measured: those of the library, and Pillow's own four.
_BYTES = {"PNG": 4.5, "GIF": 2.5, "HEIF": 5.0, "AVIF": 9.0, "WEBP": 15.0}
_MORE_WITH_ALPHA = {"PNG": 1.0, "HEIF": 2.0, "AVIF": 5.0, "WEBP": 3.0}
_SCAN, _END = 0xDA, 0xD9
_BARE = (0x01, 0xFF, *range(0xD0, 0xD9))


def of(image: Image.Image, longest: int) -> int:
    """Bytes that it takes to open this picture and to reduce it to `longest` pixels a side; raises Unreadable."""
    form, pixels = image.format or "", image.width * image.height
    jpeg = form in ("JPEG", "MPO")
    check(image.size, _most_of_jpeg(image) if jpeg else MOST_MEGAPIXELS[form])
    each = _each_of_jpeg(image, longest) if jpeg else _BYTES[form]
    if image.has_transparency_data:
        each += _MORE_WITH_ALPHA.get(form, 0)
    return _within(pixels, each)


def of_webp(data: bytes) -> int:
    """The memory of a WEBP from its bytes, for its decoder takes all memory as soon as it is asked."""
    size = _webp_size(data)
    check(size, MOST_MEGAPIXELS["WEBP"])
    return _within(size[0] * size[1], _BYTES["WEBP"] + _MORE_WITH_ALPHA["WEBP"])


def _within(pixels: int, each: float) -> int:
    if pixels * each + _BESIDE > MOST:
        raise Unreadable(TOO_LARGE.format(round(pixels / 1e6), int((MOST - _BESIDE) / each / 1e6)))
    return int(pixels * each) + _BESIDE


def check(size: tuple[int, int], most: int) -> None:
    """Raises Unreadable for more than `most` megapixels."""
    if size[0] * size[1] > most * 1_000_000:
        raise Unreadable(TOO_LARGE.format(round(size[0] * size[1] / 1e6), most))


def _webp_size(data: bytes) -> tuple[int, int]:
    try:
        match data[12:16]:
            case b"VP8X":
                return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
            case b"VP8L":
                (bits,) = struct.unpack_from("<I", data, 21)
                return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
            case _:
                width, height = struct.unpack_from("<HH", data, 26)
                return width & 0x3FFF, height & 0x3FFF
    except struct.error:
        return 0, 0


def _most_of_jpeg(image: Image.Image) -> int:
    return MOST_MEGAPIXELS_PROGRESSIVE if image.info.get("progressive") else MOST_MEGAPIXELS_JPEG


def _each_of_jpeg(image: Image.Image, longest: int) -> float:
    shrunk = next((n for n in (8, 4, 2) if max(image.size) >= n * longest), 1)
    # The reduced picture in Pillow's four bytes a pixel, twice where its colours are to be converted.
    decoded = (4 if image.mode == "RGB" else 8) / shrunk**2
    return decoded + (_coefficients(image) if image.info.get("progressive") or in_scans(image) else 0)


def _coefficients(image: Image.Image) -> float:
    """Bytes a pixel of all coefficients, two for each sample of each colour."""
    layers = [(h, v) for _, h, v, _ in getattr(image, "layer", [])] or [(1, 1)] * 4
    most = max(h for h, _ in layers) * max(v for _, v in layers)
    return float(2 * sum(h * v for h, v in layers) / most)


def in_scans(image: Image.Image) -> bool:
    """Whether the first scan of a JPEG lacks a colour, so that a baseline one too must be held as a whole."""
    source = getattr(image, "fp", None)
    data = source.getvalue() if source is not None else b""
    at = 2
    while at + 4 < len(data) and data[at] == 0xFF:  # noqa: PLR2004 - what every marker begins with
        kind = data[at + 1]
        if kind == _SCAN:
            return bool(data[at + 4] < len(image.getbands()))
        at += 2 if kind in _BARE else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return False
