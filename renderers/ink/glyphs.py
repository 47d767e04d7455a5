"""Text placed glyph by glyph from the metrics of our own fonts, so that it looks the same on every machine."""

import json
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFont

Colour = tuple[int, int, int]
ICONS = {
    "IG": "\ue001",
    "FB": "\ue002",
    "Twitter": "\ue003",
    "X": "\ue003",
    "TikTok": "\ue004",
    "YouTube": "\ue005",
    "globe": "\ue006",
    "calendar": "\ue007",
    "ballot": "\ue008",
}
CAP = 0.745  # height of a capital letter, in em
_FINE = 4  # glyphs are drawn this much larger and reduced: a quarter pixel is the step of their places


class Weight(StrEnum):
    SEMIBOLD = "PlusJakartaSans-SemiBold.ttf"
    BOLD = "PlusJakartaSans-Bold.ttf"
    EXTRABOLD = "PlusJakartaSans-ExtraBold.ttf"


@cache
def metrics(weight: Weight) -> tuple[dict[str, int], dict[str, int]]:
    """The advance of each character and the kerning of each pair, in thousandths of an em."""
    text = (resources.files("renderers") / "fonts" / "metrics.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)[weight.value]
    return found["advance"], found["kern"]


@lru_cache(maxsize=64)
def load(package: str, name: str, size: float) -> ImageFont.FreeTypeFont:
    """A font file of the folder `package`, at `size` pixels to the em."""
    data = (resources.files("renderers") / package / name).read_bytes()
    return ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


def known(char: str) -> bool:
    """Whether our fonts can write the character."""
    return char in metrics(Weight.SEMIBOLD)[0]


def places(text: str, weight: Weight, size: float, tracking: float = 0) -> list[float]:
    """The left edges of all glyphs and the right edge of the last one, in pixels; `tracking` in em."""
    return [(x / 1000 + k * tracking) * size for k, x in enumerate(steps(text, weight))]


def steps(text: str, weight: Weight) -> list[int]:
    """The left edges of all glyphs and the right edge of the last one, in thousandths of an em."""
    advance, kern = metrics(weight)
    x, found = 0, [0]
    for char, following in zip(text, text[1:] + " ", strict=True):
        # Plus Jakarta Sans sets its words tight; a little more space keeps them apart at small sizes.
        space = 50 if char in " \xa0" else 0
        x += advance[char] + kern.get(char + following, 0) + space
        found.append(x)
    return found


@lru_cache(maxsize=8192)
def _units(text: str, weight: Weight) -> int:
    """Width in thousandths of an em, kept: the layout asks for the same lines at many sizes."""
    return steps(text, weight)[-1]


def width(text: str, weight: Weight, size: float, tracking: float = 0) -> float:
    """The width of a line in pixels; `tracking` in em."""
    return (_units(text, weight) / 1000 + tracking * (len(text) - 1)) * size if text else 0.0


def write(
    image: Image.Image,
    at: tuple[float, float],
    text: str,
    weight: Weight,
    size: float,
    *,
    colour: Colour,
    anchor: str = "left",
    tracking: float = 0,
) -> float:
    """Write one line on the baseline `at`; `anchor` says which part of the line lies there. Returns its width."""
    if not text:
        return 0.0
    wide = width(text, weight, size, tracking)
    left = at[0] - wide * {"left": 0.0, "centre": 0.5, "right": 1.0}[anchor]
    origins = places(text, weight, size, tracking)
    glyphs = ((char, left + x) for char, x in zip(text, origins, strict=False) if char not in " \xa0")
    _stamp(image, glyphs, ("fonts", weight.value, size * _FINE), at[1], colour)
    return wide


def icon(image: Image.Image, name: str, at: tuple[float, float], size: float, colour: Colour) -> None:
    """Draw an icon with its lower left corner `at`; a platform without an icon of its own gets the globe."""
    face = ("icons", "icons.ttf", size * _FINE)
    _stamp(image, [(ICONS.get(name, ICONS["globe"]), at[0])], face, at[1], colour)


_Face = tuple[str, str, float]


@lru_cache(maxsize=8192)
def _shape(face: _Face, char: str, right: int, down: int) -> tuple[Image.Image, int, int]:
    """A glyph as a mask, drawn fine and reduced, and where it lies from the pixel of its origin, which is `right` and
    `down` quarter pixels into it; kept, for a sheet repeats its letters."""
    font = load(*face)
    left, top, end, low = (round(v) for v in font.getbbox(char, anchor="ls"))
    x, y = (left + right) // _FINE - 1, (top + down) // _FINE - 1
    size = (end + right) // _FINE + 2 - x, (low + down) // _FINE + 2 - y
    mask = Image.new("L", (size[0] * _FINE, size[1] * _FINE))
    ImageDraw.Draw(mask).text((right - x * _FINE, down - y * _FINE), char, 255, font, anchor="ls")
    return mask.reduce(_FINE), x, y


def _stamp(
    image: Image.Image, glyphs: Iterable[tuple[str, float]], face: _Face, baseline: float, colour: Colour
) -> None:
    y, down = divmod(round(baseline * _FINE), _FINE)
    for char, left in glyphs:
        x, right = divmod(round(left * _FINE), _FINE)
        shape, across, below = _shape(face, char, right, down)
        image.paste(colour, (x + across, y + below), shape)


def lay(image: Image.Image, colour: Colour, at: tuple[int, int], mask: Image.Image) -> None:
    """Lay a colour where the mask is light; as a picture of that colour it takes half the time."""
    image.paste(Image.new("RGB", mask.size, colour), at, mask)
