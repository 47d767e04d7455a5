"""Received bytes become an upright JPEG without metadata, or one polite sentence why not."""

import io
import math
from typing import Any

from pi_heif import open_heif, register_heif_opener
from PIL import Image

from renderers.photo import weight
from renderers.photo.flatten import FAULTS, flatten, joined, orientation
from renderers.photo.jpeg import Jpeg, ended
from renderers.photo.markers import bare
from renderers.photo.refusal import (
    EMPTY,
    NOT_A_PHOTO,
    TOO_HEAVY,
    TOO_MUCH,
    Broken,
    Unreadable,
)

LONGEST_SIDE = 2560
MOST_BYTES = 32 * 2**20
Image.MAX_IMAGE_PIXELS = weight.MOST_MEGAPIXELS_JPEG * 1_000_000

# Pillow would otherwise try all its readers, and its reader of EPS starts Ghostscript.
_FORMATS = ("PNG", "WEBP", "GIF", "AVIF", "HEIF")
register_heif_opener()


def weighed(data: bytes) -> int:
    """The bytes of memory that `upright` will need beyond those of an idle process, by the header alone. Raises
    Unreadable with the sentence for the sender where that is too much."""
    _taken(data)
    if _is_webp(data):
        return weight.of_webp(data)
    with _open(data) as image:
        return weight.of(image, LONGEST_SIDE)


def upright(data: bytes) -> bytes:
    """The received bytes as an upright JPEG without metadata, at most LONGEST_SIDE pixels a side. Raises Unreadable
    with the sentence for the sender. Where the pixels can stay, only the metadata is cut out, for encoding anew costs
    quality."""
    try:
        return _upright(data)
    except Broken:
        if whole := _with_end(data):
            return _upright(whole)
        raise


def _upright(data: bytes) -> bytes:
    with _open(data) as image:
        weight.of(image, LONGEST_SIDE)
        may_stay = _may_stay(image)
        whole = _loaded(image, data)
        return (bare(data) if may_stay else None) or _encode(flatten(whole, _fitted(whole.size)))


def _with_end(data: bytes) -> bytes | None:
    """The picture with its end mark, None where more than that is missing."""
    with _open(data) as image:
        return ended(data, _fitted(image.size)) if isinstance(image, Jpeg) else None


def size(jpeg: bytes) -> tuple[int, int]:
    """Width and height in pixels of an upright JPEG as `upright` makes it."""
    with _open(jpeg) as image:
        return image.size


def _open(data: bytes) -> Image.Image:
    _taken(data)
    try:
        return _reader(data)
    except (*FAULTS, Warning) as fault:
        raise Unreadable(NOT_A_PHOTO) from fault


def _taken(data: bytes) -> None:
    if not data:
        raise Unreadable(EMPTY)
    if len(data) > MOST_BYTES:
        raise Unreadable(TOO_HEAVY)


def _is_webp(data: bytes) -> bool:
    return data.startswith(b"RIFF") and data[8:12] == b"WEBP"


def _reader(data: bytes) -> Image.Image:
    # Image.open warns about the half-made MPO files of some phones, whose first picture is a plain JPEG.
    if data.startswith(b"\xff\xd8"):
        return Jpeg(io.BytesIO(data))
    if _is_webp(data):
        weight.of_webp(data)
    return Image.open(io.BytesIO(data), formats=_FORMATS)


def _loaded(image: Image.Image, data: bytes) -> Image.Image:
    """The picture with its pixels, reduced where the decoder can do so."""
    try:
        if image.format == "HEIF":
            return _heic(data, image.info)
        image.draft(None, _fitted(image.size))
        image.load()
    except MemoryError:
        raise Unreadable(TOO_MUCH) from None
    except FAULTS as fault:
        raise Broken from fault
    return image


def _heic(data: bytes, info: dict[str | tuple[int, int], Any]) -> Image.Image:
    """Taken from libheif in bands, for Pillow would make another whole copy of it."""
    found = open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
    pixels, stride, mode, (width, height) = found.data, found.stride, found.mode, found.size

    def band(top: int, bottom: int) -> Image.Image:
        rows = pixels[top * stride : bottom * stride]
        return Image.frombuffer(mode, (width, bottom - top), rows, "raw", mode, stride, 1)

    whole = joined((width, height), _fitted((width, height)), band)
    whole.info = dict(info)
    return whole


def _fitted(size: tuple[int, int]) -> tuple[int, int]:
    scale = min(1, LONGEST_SIDE / max(size))
    return max(1, math.ceil(size[0] * scale)), max(1, math.ceil(size[1] * scale))


def _may_stay(image: Image.Image) -> bool:
    """Whether the pixels need no change, as in the photos that Telegram itself has encoded; asked before they are
    decoded, for a large one is reduced on the way."""
    return (
        isinstance(image, Jpeg)
        and image.mode in ("RGB", "L")
        and max(image.size) <= LONGEST_SIDE
        and "icc_profile" not in image.info
        and orientation(image) == 1
    )


def _encode(image: Image.Image) -> bytes:
    image.info.clear()  # Pillow writes a comment found in the source again
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90)
    return out.getvalue()
