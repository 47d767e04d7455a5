"""The emblem of an office: made square when it comes, read for documents and pictures, drawn where none is given."""

from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from renderers.photo.flatten import FAULTS

SIDE, LEAST = 512, 32  # pixels: of an emblem that is kept, and of the least that can be seen
PAPER = 24  # how far a pixel may be from white and still be paper: a JPEG is never quite white
CORNERS = 0.01  # a smaller share of ink in the corners is dirt, no emblem
WHITE = (255, 255, 255)
_LONG_SIDE = 900  # pixels in a document
_MOST_PIXELS = 40_000_000
_MAROON, _GOLD = (122, 14, 22), (224, 176, 74)
_FAULTS = (*FAULTS, Image.DecompressionBombWarning)


def logo(folder: Path, name: str | None) -> bytes:
    """The emblem of the satker as PNG bytes for a document; a drawn ballot box where there is none or it is broken."""
    if not name:
        return emblem()
    try:
        with Image.open(folder / name, formats=["PNG", "JPEG", "WEBP", "GIF"]) as image:
            return _png(image) if image.width * image.height <= _MOST_PIXELS else emblem()
    except _FAULTS:
        return emblem()


def _png(image: Image.Image) -> bytes:
    shown = image.convert("RGBA")
    shown.thumbnail((_LONG_SIDE, _LONG_SIDE))
    out = BytesIO()
    shown.save(out, "PNG")
    return out.getvalue()


@cache
def emblem() -> bytes:
    """A ballot box as PNG bytes; drawn too large and reduced, for Pillow's shapes have no smooth edges."""
    image = Image.new("RGBA", (2400, 2400))
    draw = ImageDraw.Draw(image)
    draw.ellipse((20, 20, 2380, 2380), fill=_GOLD)
    draw.ellipse((80, 80, 2320, 2320), fill=_MAROON)
    draw.ellipse((170, 170, 2230, 2230), outline=_GOLD, width=22)
    draw.polygon([(900, 620), (1500, 620), (1500, 1250), (900, 1250)], fill="white")
    draw.line([(1030, 900), (1160, 1030), (1390, 770)], fill=_MAROON, width=80, joint="curve")
    draw.polygon([(560, 1180), (1840, 1180), (1740, 1860), (660, 1860)], fill=_GOLD)
    draw.rectangle((520, 1120, 1880, 1270), fill="white")
    draw.rectangle((820, 1165, 1580, 1225), fill=_MAROON)
    return _png(image)


def opened(path: Path | None, size: int) -> Image.Image | None:
    """The emblem of the satker for a sheet or board, at most `size` pixels a side; None where none can be read."""
    if path is None:
        return None
    try:
        with Image.open(path, formats=["PNG", "JPEG", "WEBP"]) as image:
            opaque = not image.has_transparency_data
            emblem = image.convert("RGBA")
    except FAULTS:
        return None
    emblem.thumbnail((size, size), Image.Resampling.LANCZOS)
    if opaque and emblem.width == emblem.height:
        # A white corner would lie over the ring that is drawn around an emblem.
        emblem.putalpha(field(emblem.width))
    return emblem


def square(data: bytes) -> bytes | None:
    """A received JPEG or PNG as a square JPEG of SIDE pixels, its margins gone; None where nothing can be seen."""
    try:
        with Image.open(BytesIO(data), formats=["JPEG", "PNG"]) as image:
            image.draft("RGB", (2 * SIDE, 2 * SIDE))
            found = image.convert("RGB")
    except FAULTS:
        return None
    seen = _ink(found).getbbox()
    if seen is None or min(seen[2] - seen[0], seen[3] - seen[1]) < LEAST:
        return None
    out = BytesIO()
    _fitted(found.crop(seen)).save(out, "JPEG", quality=92, subsampling=0)
    return out.getvalue()


def _ink(image: Image.Image) -> Image.Image:
    """A grey mask of where the image is not white."""
    distance = ImageChops.difference(image, Image.new("RGB", image.size, WHITE)).convert("L")
    return distance.point(lambda value: 255 if value > PAPER else 0)


def _fitted(emblem: Image.Image) -> Image.Image:
    """On a white square; an emblem that fills its corners stands smaller, so that the round field shows all of it."""
    side = max(emblem.size)
    sheet = _padded(emblem, side)
    if _in_corners(sheet) > CORNERS:
        sheet = _padded(emblem, round((emblem.width**2 + emblem.height**2) ** 0.5))
    return sheet.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def _padded(emblem: Image.Image, side: int) -> Image.Image:
    sheet = Image.new("RGB", (side, side), WHITE)
    sheet.paste(emblem, ((side - emblem.width) // 2, (side - emblem.height) // 2))
    return sheet


def _in_corners(sheet: Image.Image) -> float:
    outside = ImageChops.invert(field(sheet.width))
    ink = ImageChops.multiply(_ink(sheet), outside)
    return ink.histogram()[255] / max(1, outside.histogram()[255])


def field(side: int) -> Image.Image:
    """The round field in which an emblem is seen, as a grey mask of `side` pixels with a smooth edge."""
    large = Image.new("L", (4 * side, 4 * side))
    ImageDraw.Draw(large).ellipse((0, 0, 4 * side - 1, 4 * side - 1), fill=255)
    return large.resize((side, side), Image.Resampling.LANCZOS)
