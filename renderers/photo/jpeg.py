"""A JPEG as phones write it: read without a warning, and given its end mark where nothing but that is missing."""

import hashlib
import io
from collections.abc import Iterator

from PIL import Image, JpegImagePlugin

from renderers.photo.flatten import FAULTS

END = b"\xff\xd9"
_ROWS = 256  # looked at together, for a copy of all of them needs memory
# A decoder takes these for the rest of a picture that misses one, and skips them where nothing is missing.
_RESTS = (b"", b"\x55" * 64, b"\x93\x2c" * 32)


class Jpeg(JpegImagePlugin.JpegImageFile):
    def _read_dpi_from_exif(self) -> None:
        """Replaces Pillow's reader of the resolution, which warns about a broken block that is thrown away here."""


def ended(jpeg: bytes, size: tuple[int, int]) -> bytes | None:
    """The same JPEG with its end mark; None where a part of its picture is missing, or it is broken otherwise. The
    pixels tell: what a decoder draws where nothing came differs with what is written there. `size` in pixels is how
    small the pictures may be that are compared."""
    body = jpeg.rstrip(b"\xff")
    try:
        whole = len({*_pictures(body, size)}) == 1
    except FAULTS:
        return None
    return body + END if whole else None


def _pictures(body: bytes, size: tuple[int, int]) -> Iterator[bytes]:
    """A digest of the picture with each of the rests, one after the other, for two pictures need twice the memory."""
    for rest in _RESTS:
        with Jpeg(io.BytesIO(body + rest + END)) as image:
            image.draft(None, size)
            image.load()
            yield _digest(image)


def _digest(image: Image.Image) -> bytes:
    found = hashlib.sha256()
    for top in range(0, image.height, _ROWS):
        found.update(image.crop((0, top, image.width, min(top + _ROWS, image.height))).tobytes())
    return found.digest()
