"""Patterns of Javanese batik as light masks that repeat: kawung, parang, truntum; polos has none."""

from functools import lru_cache
from math import cos, pi, sin

from PIL import Image, ImageDraw

_FINE = 4
_SIDE = 44


@lru_cache(maxsize=16)
def tile(name: str, scale: float) -> Image.Image | None:
    """One tile of the pattern, to be laid edge to edge."""
    draw = {"kawung": _kawung, "parang": _parang, "truntum": _truntum}.get(name)
    if draw is None:
        return None
    side = round(_SIDE * scale) * _FINE
    mask = Image.new("L", (side, side))
    draw(ImageDraw.Draw(mask), side)
    return mask.reduce(_FINE)


def mask(name: str, size: tuple[int, int], scale: float) -> Image.Image | None:
    found = tile(name, scale)
    if found is None:
        return None
    whole = Image.new("L", size)
    for x in range(0, size[0], found.width):
        for y in range(0, size[1], found.height):
            whole.paste(found, (x, y))
    return whole


def _kawung(pen: ImageDraw.ImageDraw, side: int) -> None:
    """Four petals that meet in a dot."""
    width = max(1, round(side * 5 / 176))
    for x, y in ((0, 0), (side, 0), (0, side), (side, side)):
        pen.ellipse((x - side * 0.71, y - side * 0.71, x + side * 0.71, y + side * 0.71), outline=255, width=width)
    pen.ellipse((side * 0.46, side * 0.46, side * 0.54, side * 0.54), fill=255)


def _parang(pen: ImageDraw.ImageDraw, side: int) -> None:
    """Slanting rows of blades with a fine line between them."""
    width = max(1, round(side * 5 / 176))
    for shift in (-side, 0, side):
        pen.line([(shift, side), (shift + side, 0)], fill=255, width=width)
        for k in (0.25, 0.75):
            x, y = shift + side * (k + 0.25), side * (1 - k + 0.25)
            curve = [
                (x + side * 0.17 * sin(t * pi) - side * 0.2 * (t - 0.5), y - side * 0.36 * (t - 0.5)) for t in _STEPS
            ]
            pen.line(curve, fill=255, width=width, joint="curve")


def _truntum(pen: ImageDraw.ImageDraw, side: int) -> None:
    """Little flowers like stars, a dot between them."""
    for x, y in ((side / 4, side / 4), (side * 3 / 4, side * 3 / 4)):
        for k in range(8):
            dx, dy = cos(k * pi / 4), sin(k * pi / 4)
            at = x + dx * side * 0.13, y + dy * side * 0.13
            r = side * 0.035
            pen.ellipse((at[0] - r, at[1] - r, at[0] + r, at[1] + r), fill=255)
            pen.line([(x, y), at], fill=200, width=max(1, side // 60))
    for x, y in ((side * 3 / 4, side / 4), (side / 4, side * 3 / 4)):
        r = side * 0.03
        pen.ellipse((x - r, y - r, x + r, y + r), fill=255)


_STEPS = [k / 8 for k in range(9)]
