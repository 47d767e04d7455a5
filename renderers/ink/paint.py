"""The shapes that every picture is made of, drawn fine and reduced for smooth edges; the board with its palette."""

import io
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil

from PIL import Image, ImageDraw, ImageFilter

from renderers.ink import tema
from renderers.ink.boxes import Box
from renderers.ink.glyphs import CAP, Colour, Weight, lay, write
from renderers.ink.lettering import clean, one_line
from renderers.ink.marks import ALL, Corners
from renderers.ink.tema import MARUN

PAPER: Colour = MARUN.paper
INK: Colour = MARUN.ink
MUTED: Colour = MARUN.muted
MAROON: Colour = MARUN.main
GOLD: Colour = MARUN.metal
GOLD_LIGHT: Colour = MARUN.metal_light
WHITE: Colour = MARUN.white
_FINE = 4
# The reach of a shadow beyond its card, and its distance below it, at a quarter of the size.
_SPREAD, _FALL = 36.0, 1.5
Edges = tuple[int, int, int, int]
_TURNS = (None, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)


def rounded(size: tuple[int, int], radius: float, corners: Corners = ALL) -> Image.Image:
    """A grey mask of `size` pixels whose chosen corners are round and smooth."""
    mask = Image.new("L", size, 255)
    radius = min(radius, size[0] / 2, size[1] / 2)
    if radius < 1:
        return mask
    corner = _corner(radius)
    places = (0, 0), (size[0] - corner.width, 0), (size[0] - corner.width, size[1] - corner.width)
    for at, turn, there in zip((*places, (0, size[1] - corner.width)), _TURNS, corners, strict=True):
        if there:
            mask.paste(corner if turn is None else corner.transpose(turn), at)
    return mask


@lru_cache(maxsize=64)
def _corner(radius: float) -> Image.Image:
    """The upper left corner alone: a whole mask drawn fine would cost more time than the photo in it."""
    side = int(radius)
    mask = Image.new("L", (side * _FINE, side * _FINE))
    ImageDraw.Draw(mask).ellipse((0, 0, 2 * radius * _FINE - 1, 2 * radius * _FINE - 1), 255)
    return mask.reduce(_FINE)


def rectangle(image: Image.Image, box: Box, colour: Colour, radius: float = 0) -> None:
    """A box in one colour, with round corners where there is a radius."""
    x, y, right, bottom = (round(v) for v in (box.x, box.y, box.x + box.w, box.y + box.h))
    above, below, ends = _ends((right - x, bottom - y), radius)
    for top, shape in ends:
        lay(image, colour, (x, y + top), shape)
    image.paste(colour, (x, y + above, right, y + below))


def stamp(image: Image.Image, picture: Image.Image, at: tuple[int, int], radius: float, corners: Corners = ALL) -> None:
    """Pastes a picture whose chosen corners are round."""
    wide = picture.width
    above, below, ends = _ends(picture.size, radius, corners)
    for top, shape in ends:
        image.paste(picture.crop((0, top, wide, top + shape.height)), (at[0], at[1] + top), shape)
    image.paste(picture.crop((0, above, wide, below)), (at[0], at[1] + above))


def _ends(
    size: tuple[int, int], radius: float, corners: Corners = ALL
) -> tuple[int, int, list[tuple[int, Image.Image]]]:
    """Where the rows begin and end that have no round corners; the masks of those above and below, which alone need
    one, and where these begin."""
    wide, high = size
    if not radius:
        return 0, high, []
    mask = rounded((wide, min(high, 2 * ceil(radius))), radius, corners)
    above, below = mask.height // 2, high - mask.height + mask.height // 2
    return above, below, [(0, mask.crop((0, 0, wide, above))), (below, mask.crop((0, above, *mask.size)))]


def gradient(image: Image.Image, box: Box, colours: tuple[Colour, Colour] = (MARUN.dark, MARUN.light)) -> None:
    """Fills the box from the first colour on the left to the second on the right."""
    size = (round(box.w), round(box.h))
    dark, light = (Image.new("RGB", (256, 1), colour) for colour in colours)
    ramp = Image.linear_gradient("L").resize((1, 256)).transpose(Image.Transpose.ROTATE_90)
    line = Image.composite(light, dark, ramp).resize((size[0], 1), Image.Resampling.BICUBIC)
    image.paste(line.resize(size, Image.Resampling.NEAREST), (round(box.x), round(box.y)))


def kawung(image: Image.Image, box: Box, strength: float) -> None:
    """The four-petal lattice of Javanese batik as a breath of gold."""
    pattern(image, box, ("kawung", GOLD_LIGHT, strength))


def pattern(
    image: Image.Image,
    box: Box,
    look: tuple[str, Colour, float],
    *,
    scale: float = 1,
    shape: Image.Image | None = None,
) -> None:
    """Lays a pattern over the box: `look` is its name, colour and strength of 0 to 1; `shape` a mask that limits it."""
    name, colour, strength = look
    mask = tema.mask(name, (round(box.w), round(box.h)), scale, strength)
    if mask is None:
        return
    if shape:
        mask = Image.composite(mask, Image.new("L", mask.size), shape)
    lay(image, colour, (round(box.x), round(box.y)), mask)


def shadows(
    image: Image.Image, boxes: Sequence[Box], radius: float, colour: Colour = MARUN.shadow, scale: float = 1
) -> None:
    """One soft shadow around all boxes, made at a quarter of the size: a blur looks the same and costs a sixteenth.
    Cards lie over it, so there is none below them."""
    if not boxes:
        return
    k, spread = 4 * scale, _SPREAD * scale
    left, top = (min(values) - spread for values in ([b.x for b in boxes], [b.y for b in boxes]))
    right, bottom = (max(v) + spread for v in ([b.x + b.w for b in boxes], [b.y + b.h for b in boxes]))
    mask = Image.new("L", (ceil((right - left) / k), ceil((bottom - top) / k)))
    pen = ImageDraw.Draw(mask)
    for box in boxes:
        x, y = (box.x - left) / k, (box.y - top) / k + _FALL
        pen.rounded_rectangle((x, y, x + box.w / k, y + box.h / k), radius / k, 52)
    soft, at = mask.filter(ImageFilter.GaussianBlur(2.5)), (round(left), round(top))
    wide, high = round(soft.width * k), round(soft.height * k)
    across, down = soft.width / wide, soft.height / high
    covered = [_within(box, radius, at) for box in boxes]
    for x, y, end, low in _around((wide, high), covered):
        part = x * across, y * down, end * across, low * down
        shown = soft.resize((end - x, low - y), Image.Resampling.BILINEAR, part)
        lay(image, colour, (at[0] + x, at[1] + y), shown)


def _within(box: Box, radius: float, at: tuple[int, int]) -> Edges:
    """The pixels of a box without its corners, counted from a place."""
    left, top = ceil(box.x + radius) - at[0], ceil(box.y + radius) - at[1]
    return left, top, int(box.x + box.w - radius) - at[0], int(box.y + box.h - radius) - at[1]


def _around(size: tuple[int, int], boxes: Sequence[Edges]) -> Iterator[Edges]:
    """The parts of an area that none of the boxes covers."""
    levels = sorted({0, size[1], *(y for _, top, _, low in boxes for y in (top, low))})
    for y, low in pairwise(levels):
        x = 0
        for left, right in sorted((a, b) for a, top, b, end in boxes if top <= y and end >= low and a < b):
            if left > x:
                yield x, y, left, low
            x = max(x, right)
        yield x, y, size[0], low


WIDE, EDGE, HEAD = 1080, 40, 168
ROOM, SPACE = WIDE - 2 * EDGE, 20  # of the cards of a board, and between two of them


def blank(high: int, office: str, title: str) -> Image.Image:
    """An empty board, WIDE by `high` pixels: office and title in the maroon head, a gold line below it."""
    sheet = Image.new("RGB", (WIDE, high), PAPER)
    gradient(sheet, Box(0, 0, WIDE, HEAD - 6))
    kawung(sheet, Box(0, 0, WIDE, HEAD - 6), 0.1)
    rectangle(sheet, Box(0, HEAD - 6, WIDE, 6), GOLD)
    upper, size = one_line(office, Weight.BOLD, 28, WIDE - 2 * EDGE, 16)
    write(sheet, (EDGE, 66), upper, Weight.BOLD, size, colour=GOLD_LIGHT)
    lower, size = one_line(title, Weight.EXTRABOLD, 48, WIDE - 2 * EDGE, 24)
    write(sheet, (EDGE, 126), lower, Weight.EXTRABOLD, size, colour=WHITE)
    return sheet


def row(count: int, top: float, high: float) -> list[Box]:
    """The boxes of `count` equal cards side by side."""
    wide = (ROOM - SPACE * (count - 1)) / max(1, count)
    return [Box(EDGE + k * (wide + SPACE), top, wide, high) for k in range(count)]


def cards(sheet: Image.Image, boxes: Sequence[Box], radius: float) -> None:
    """White cards in one soft shadow."""
    shadows(sheet, boxes, radius)
    for box in boxes:
        rectangle(sheet, box, WHITE, radius)


def band(sheet: Image.Image, top: float, high: float, colour: Colour, radius: float) -> None:
    """The ground of a row of a table, a little wider than what is written in it."""
    rectangle(sheet, Box(EDGE - 12, top, ROOM + 24, high), colour, radius)


def base(top: float, high: float, size: float) -> float:
    """The baseline of letters of this size in the middle of a row."""
    return top + high / 2 + CAP / 2 * size


def heading(
    sheet: Image.Image,
    at: tuple[float, float],
    text: str,
    room: float,
    colour: Colour = INK,
    sizes: tuple[float, float] = (29, 18),
) -> None:
    """Writes the heading of a card on the baseline `at`, within `room`; `sizes`: its usual one and the smallest."""
    line, size = one_line(text, Weight.EXTRABOLD, sizes[0], room, sizes[1])
    write(sheet, at, line, Weight.EXTRABOLD, size, colour=colour)


def note(sheet: Image.Image, y: float, text: str) -> None:
    """Writes a quiet line at the left edge, its baseline at `y`."""
    line, size = one_line(clean(text), Weight.SEMIBOLD, 22, WIDE - 2 * EDGE, 15)
    write(sheet, (EDGE, y), line, Weight.SEMIBOLD, size, colour=MUTED)


def jpeg(sheet: Image.Image) -> bytes:
    """A sheet or board as JPEG bytes, with colour in full resolution so that letters stay sharp."""
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=92, subsampling=0)
    return out.getvalue()
