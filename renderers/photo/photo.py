"""Received bytes become an upright JPEG without metadata, or one polite sentence why not."""

import io
import math

from pi_heif import register_heif_opener
from PIL import Image, JpegImagePlugin

from renderers.photo.flatten import FAULTS, flatten, orientation
from renderers.photo.markers import bare

LONGEST_SIDE = 2560
MOST_BYTES = 32 * 2**20
MOST_PIXELS = 64_000_000
# libjpeg reduces a baseline JPEG while it decodes, but must hold all of a progressive one in memory.
MOST_PIXELS_JPEG = 210_000_000
Image.MAX_IMAGE_PIXELS = MOST_PIXELS_JPEG

EMPTY = "Berkas ini kosong. Mohon kirim ulang fotonya."
TOO_HEAVY = "Foto ini lebih dari 32 MB. Mohon kirim versi yang lebih kecil."
NOT_A_PHOTO = "Berkas ini bukan foto yang dapat dibaca. Mohon kirim sebagai foto JPEG atau PNG."
BROKEN = "Foto ini terpotong atau rusak. Mohon kirim ulang."
TOO_LARGE = "Foto ini berukuran {} megapiksel, paling banyak {}. Mohon kirim versi yang lebih kecil."

# Without a list Pillow tries all its readers, and its reader of EPS starts Ghostscript.
_FORMATS = ("PNG", "WEBP", "GIF", "AVIF", "HEIF")
register_heif_opener()


class Unreadable(Exception):  # noqa: N818  (an outcome with a sentence, like Rejected; not a fault)
    """The message is the sentence for the sender."""


class _Jpeg(JpegImagePlugin.JpegImageFile):
    def _read_dpi_from_exif(self) -> None:
        """Nothing: Pillow would warn about a broken block that is thrown away here."""


def upright(data: bytes) -> bytes:
    """The received bytes as an upright JPEG without metadata, at most LONGEST_SIDE pixels a side.

    Raises Unreadable with the sentence for the sender. Where the pixels may stay as they are, only what is told of them
    is taken out of the file: encoding costs quality.
    """
    with _open(data) as image:
        _check_pixels(image)
        may_stay = _may_stay(image)
        _load(image)
        return (bare(data) if may_stay else None) or _encode(flatten(image, _fitted(image.size)))


def size(jpeg: bytes) -> tuple[int, int]:
    """Width and height in pixels of what `upright` gave back."""
    with _open(jpeg) as image:
        return image.size


def _open(data: bytes) -> Image.Image:
    if not data:
        raise Unreadable(EMPTY)
    if len(data) > MOST_BYTES:
        raise Unreadable(TOO_HEAVY)
    try:
        return _reader(data)
    except (*FAULTS, Warning) as fault:
        raise Unreadable(NOT_A_PHOTO) from fault


def _reader(data: bytes) -> Image.Image:
    # Image.open warns about the half-made MPO files of some phones, whose first picture is a plain JPEG.
    if data.startswith(b"\xff\xd8"):
        return _Jpeg(io.BytesIO(data))
    return Image.open(io.BytesIO(data), formats=_FORMATS)


def _check_pixels(image: Image.Image) -> None:
    scalable = image.format == "JPEG" and not image.info.get("progressive")
    limit = MOST_PIXELS_JPEG if scalable else MOST_PIXELS
    if image.width * image.height > limit:
        raise Unreadable(TOO_LARGE.format(round(image.width * image.height / 1e6), limit // 1_000_000))


def _load(image: Image.Image) -> None:
    image.draft(None, _fitted(image.size))
    try:
        image.load()
    except FAULTS as fault:
        raise Unreadable(BROKEN) from fault


def _fitted(size: tuple[int, int]) -> tuple[int, int]:
    scale = min(1, LONGEST_SIDE / max(size))
    return max(1, math.ceil(size[0] * scale)), max(1, math.ceil(size[1] * scale))


def _may_stay(image: Image.Image) -> bool:
    """Whether the pixels need no change, as in the photos that Telegram itself has encoded; asked before they are
    decoded, for a large one is reduced on the way."""
    return (
        isinstance(image, _Jpeg)
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
