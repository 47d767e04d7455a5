"""A picture that Pillow has opened becomes an upright one in plain RGB, whatever its alpha, depth or colour profile."""

import io
import struct
from collections.abc import Callable

from PIL import Image, ImageCms

# Errors that Pillow raises for files that break off, lie about themselves or were made to do harm.
FAULTS = (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, MemoryError, Image.DecompressionBombError)
_ORIENTATION = 0x0112
_ROWS = 256  # of a band, after it is reduced
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def flatten(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture at `size` pixels (as it lies in the file), upright, in sRGB, on white where it was transparent."""
    flat = _plain(image, size).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return _turn(_srgb(flat, image.info.get("icc_profile")), orientation(image))


def _plain(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    if image.mode == "RGB" and not image.has_transparency_data:
        return image
    return joined(image.size, size, lambda top, bottom: image.crop((0, top, image.width, bottom)))


def joined(whole: tuple[int, int], size: tuple[int, int], band: Callable[[int, int], Image.Image]) -> Image.Image:
    """A picture of `whole` pixels in plain RGB, put together from bands between two rows. A picture that is to
    become much smaller is reduced band by band: a second copy of a large one would need more memory than there is."""
    factor = _factor(max(whole) / max(size))
    flat = Image.new("RGB", (-(-whole[0] // factor), -(-whole[1] // factor)))
    for top in range(0, whole[1], factor * _ROWS):
        part = plain(band(top, min(whole[1], top + factor * _ROWS)))
        flat.paste(part.reduce(factor), (0, top // factor))
    return flat


def _factor(ratio: float) -> int:
    return 1 if ratio < 2 else max(2, int(ratio / 1.5))  # noqa: PLR2004 - less would be larger than it has to become


def plain(image: Image.Image) -> Image.Image:
    """The picture in RGB, on white where it was transparent."""
    if image.has_transparency_data:
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image.convert("RGBA")).convert("RGB")
    if image.mode.startswith("I"):
        # convert() clips 16 bits to 8: everything above 255 would turn white.
        return image.convert("I").point(lambda v: v * (1 / 257)).convert("L").convert("RGB")
    return image.convert("RGB")


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space.strip() != "RGB":
            return image
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB")) or image
    except (*FAULTS, ImageCms.PyCMSError):
        return image


def _turn(image: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def orientation(image: Image.Image) -> int:
    """The turn that EXIF asks for, 1 for none, read by hand: Pillow's reader warns about every half-broken block."""
    tiff = (image.info.get("exif") or b"").removeprefix(b"Exif\x00\x00")
    order = ">" if tiff.startswith(b"MM") else "<"
    try:
        start = struct.unpack_from(order + "I", tiff, 4)[0]
        (count,) = struct.unpack_from(order + "H", tiff, start)
        tags = [struct.unpack_from(order + "H6xH", tiff, start + 2 + 12 * i) for i in range(count)]
    except struct.error:
        return 1
    return int(dict(tags).get(_ORIENTATION, 1))
