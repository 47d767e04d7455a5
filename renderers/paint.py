"""The palette of the kolase and the few shapes everything on it is made of, drawn fine and reduced."""

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter

from renderers.glyphs import Colour
from renderers.tiles import Box

PAPER: Colour = (250, 246, 238)
CARD: Colour = (255, 255, 255)
INK: Colour = (38, 20, 18)
MUTED: Colour = (118, 98, 90)
MAROON: Colour = (122, 14, 22)
MAROON_DARK: Colour = (84, 8, 14)
MAROON_LIGHT: Colour = (158, 28, 34)
GOLD: Colour = (224, 176, 74)
GOLD_LIGHT: Colour = (246, 214, 140)
WHITE: Colour = (255, 255, 255)
_FINE = 4
Corners = tuple[bool, bool, bool, bool]
ALL: Corners = (True, True, True, True)


def rounded(size: tuple[int, int], radius: float, corners: Corners = ALL) -> Image.Image:
    """A mask with smooth corners: upper left, upper right, lower right, lower left."""
    mask = Image.new("L", (size[0] * _FINE, size[1] * _FINE))
    box = (0, 0, size[0] * _FINE - 1, size[1] * _FINE - 1)
    ImageDraw.Draw(mask).rounded_rectangle(box, radius * _FINE, 255, corners=corners)
    return mask.reduce(_FINE)


def rectangle(image: Image.Image, box: Box, colour: Colour, radius: float = 0) -> None:
    x, y, right, bottom = (round(v) for v in (box.x, box.y, box.x + box.w, box.y + box.h))
    image.paste(colour, (x, y), rounded((right - x, bottom - y), radius))


def disc(image: Image.Image, at: tuple[float, float], radius: float, colour: Colour) -> None:
    rectangle(image, Box(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius), colour, radius)


def gradient(image: Image.Image, box: Box) -> None:
    """Maroon from dark on the left to light on the right."""
    size = (round(box.w), round(box.h))
    ramp = Image.linear_gradient("L").rotate(90).resize(size, Image.Resampling.BICUBIC)
    image.paste(
        Image.composite(Image.new("RGB", size, MAROON_LIGHT), Image.new("RGB", size, MAROON_DARK), ramp),
        (round(box.x), round(box.y)),
    )


def kawung(image: Image.Image, box: Box, strength: float, tile: int = 44) -> None:
    """The four-petal lattice of Javanese batik as a breath of gold."""
    size = (round(box.w), round(box.h))
    mask, pattern = Image.new("L", size), _petals(tile)
    for x in range(0, size[0], tile):
        for y in range(0, size[1], tile):
            mask.paste(pattern, (x, y))
    image.paste(GOLD_LIGHT, (round(box.x), round(box.y)), mask.point([round(v * strength) for v in range(256)]))


def _petals(tile: int) -> Image.Image:
    side = tile * _FINE
    mask = Image.new("L", (side, side))
    pen = ImageDraw.Draw(mask)
    for x, y in ((0, 0), (side, 0), (0, side), (side, side)):
        pen.ellipse((x - side * 0.71, y - side * 0.71, x + side * 0.71, y + side * 0.71), outline=255, width=5)
    pen.ellipse((side * 0.46, side * 0.46, side * 0.54, side * 0.54), fill=255)
    return mask.reduce(_FINE)


def shadows(image: Image.Image, boxes: Sequence[Box], radius: float) -> None:
    """One soft shadow for all cards, made at half size because nobody can tell."""
    mask = Image.new("L", (image.width // 2, image.height // 2))
    pen = ImageDraw.Draw(mask)
    for box in boxes:
        pen.rounded_rectangle((box.x / 2, box.y / 2 + 3, (box.x + box.w) / 2, (box.y + box.h) / 2 + 3), radius / 2, 52)
    soft = mask.filter(ImageFilter.GaussianBlur(5)).resize(image.size, Image.Resampling.BILINEAR)
    image.paste((70, 30, 20), (0, 0), soft)
