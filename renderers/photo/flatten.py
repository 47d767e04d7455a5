"""A picture that Pillow has opened becomes an upright one in plain RGB, whatever its alpha, depth or colour profile."""

import io
import struct
import warnings
from collections.abc import Callable
from contextlib import suppress

import numpy as np
from PIL import ExifTags, Image, ImageCms

# Errors that Pillow raises for files that break off, lie about themselves or were made to do harm.
FAULTS = (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, MemoryError, Image.DecompressionBombError)
_SRGB = ImageCms.createProfile("sRGB")
# The modes in which pixels may lie for a profile of each space of colours.
_MODES = {
    "RGB": ("RGB", "RGBA", "RGBX", "P", "PA", "L", "LA"),
    "GRAY": ("1", "L", "LA", "I"),
    "CMYK": ("CMYK",),
}
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
    profile = _profile(image)
    # Inks mean a colour by their profile alone, so they stay inks until it is applied.
    own = image if profile and image.mode == "CMYK" else _plain(image, size)
    return _turn(_srgb(own.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0), profile), orientation(image))


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
    if image.mode.startswith("I"):
        return _of_16_bits(image)
    if image.has_transparency_data:
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image.convert("RGBA")).convert("RGB")
    return image.convert("RGB")


def _of_16_bits(image: Image.Image) -> Image.Image:
    # convert() clips 16 bits to 8: everything above 255 would turn white.
    grey = image.convert("I").point(lambda v: v * (1 / 257)).convert("L")
    clear = image.info.get("transparency")
    if isinstance(clear, int):
        grey.paste(255, mask=Image.fromarray(np.asarray(image) == clear))
    return grey.convert("RGB")


def _profile(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """The colour profile of a picture; None without one, and where it is broken or speaks of other colours."""
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(image.info.get("icc_profile") or b""))
    except (*FAULTS, ImageCms.PyCMSError):
        return None
    fits = _MODES.get(_space(profile), ())
    return profile if image.mode.partition(";")[0] in fits else None


def _space(profile: ImageCms.ImageCmsProfile) -> str:
    return profile.profile.xcolor_space.strip()


def _srgb(image: Image.Image, profile: ImageCms.ImageCmsProfile | None) -> Image.Image:
    if profile is None:
        return image
    own = image.convert("L") if _space(profile) == "GRAY" else image
    try:
        return ImageCms.profileToProfile(own, profile, _SRGB, outputMode="RGB") or image
    except (*FAULTS, ImageCms.PyCMSError):
        return image.convert("RGB")


def _turn(image: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def orientation(image: Image.Image) -> int:
    """The turn that the metadata ask for, 1 for none."""
    # Pillow warns about every half-broken block; what it can read of one is enough.
    with warnings.catch_warnings(action="ignore"), suppress(*FAULTS, struct.error, TypeError):
        told = image.getexif().get(ExifTags.Base.Orientation, 1)
        return int(told[0] if isinstance(told, bytes | tuple) else told)
    return 1
