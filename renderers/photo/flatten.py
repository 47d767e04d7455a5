"""A picture that Pillow has opened becomes an upright one in plain RGB, whatever its alpha, depth or colour profile."""

import io
import struct

from PIL import Image, ImageCms

# Errors that Pillow raises for files that break off, lie about themselves or were made to do harm.
FAULTS = (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, MemoryError, Image.DecompressionBombError)
_ORIENTATION = 0x0112
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
    flat = _plain_mode(image).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return _turn(_srgb(_on_white(flat), image.info.get("icc_profile")), orientation(image))


def _plain_mode(image: Image.Image) -> Image.Image:
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode.startswith("I"):
        # convert() clips 16 bits to 8: everything above 255 would turn white.
        return image.convert("I").point(lambda v: v * (1 / 257)).convert("L").convert("RGB")
    return image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image).convert("RGB")


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
