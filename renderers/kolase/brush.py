"""The marks of a sheet become pixels, at any scale."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from PIL import Image

from renderers.ink import glyphs, paint
from renderers.ink.boxes import Box
from renderers.ink.marks import Area, Band, Emblem, Icon, Mark, Pattern, Photo, Shadows, Text
from renderers.ink.paint import rounded
from renderers.ink.tema import Tema
from renderers.kolase.poster import PATTERNED


@dataclass(frozen=True)
class Sheet:
    """A picture that marks are painted on; `scale`: pixels to the unit of the sheet at 1×.

    `photos`: in the order of the cells, of the size of their boxes; what lies below them is painted while they come.
    """

    image: Image.Image
    scale: float
    tema: Tema
    photos: Sequence[Future[Image.Image]] = ()
    emblem: Image.Image | None = None


def blank(size: tuple[float, float], scale: float, tema: Tema) -> Image.Image:
    """An empty sheet; `size` in units at 1×."""
    return Image.new("RGB", (round(size[0] * scale), round(size[1] * scale)), tema.paper)


def pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    """A box as left, top, width and height in whole pixels, such that neighbours meet."""
    left, top = round(box.x * scale), round(box.y * scale)
    return left, top, round((box.x + box.w) * scale) - left, round((box.y + box.h) * scale) - top


def render(sheet: Sheet, marks: Iterable[Mark]) -> None:
    """Paints the marks in their order, each over those before it."""
    for mark in marks:
        _PAINT[type(mark)](sheet, mark)


def _scaled(box: Box, scale: float) -> Box:
    return Box(box.x * scale, box.y * scale, box.w * scale, box.h * scale)


def _area(sheet: Sheet, mark: Area) -> None:
    paint.rectangle(sheet.image, _scaled(mark.box, sheet.scale), mark.colour, mark.radius * sheet.scale)


def _text(sheet: Sheet, mark: Text) -> None:
    k, tracking = sheet.scale, mark.tracking
    at, size = (mark.x * k, mark.y * k), mark.size * k
    glyphs.write(sheet.image, at, mark.text, mark.weight, size, colour=mark.colour, tracking=tracking)


def _icon(sheet: Sheet, mark: Icon) -> None:
    k = sheet.scale
    glyphs.icon(sheet.image, mark.name, (mark.x * k, mark.y * k), mark.size * k, mark.colour)


def _band(sheet: Sheet, mark: Band) -> None:
    paint.gradient(sheet.image, Box(*pixels(mark.box, sheet.scale)), mark.colours)
    _pattern(sheet, Pattern(mark.box, sheet.tema.metal_light, PATTERNED))


def _pattern(sheet: Sheet, mark: Pattern) -> None:
    box = Box(*pixels(mark.box, sheet.scale))
    size = round(box.w), round(box.h)
    shape = rounded(size, mark.radius * sheet.scale, mark.corners) if mark.radius else None
    look = sheet.tema.pola, mark.colour, mark.strength
    paint.pattern(sheet.image, box, look, scale=sheet.scale, shape=shape)


def _shadows(sheet: Sheet, mark: Shadows) -> None:
    boxes = [_scaled(box, sheet.scale) for box in mark.boxes]
    paint.shadows(sheet.image, boxes, mark.radius * sheet.scale, mark.colour, sheet.scale)


def _emblem(sheet: Sheet, mark: Emblem) -> None:
    x, y, wide, high = pixels(mark.box, sheet.scale)
    if sheet.emblem:
        at = x + (wide - sheet.emblem.width) // 2, y + (high - sheet.emblem.height) // 2
        sheet.image.paste(sheet.emblem, at, sheet.emblem)


def _photo(sheet: Sheet, mark: Photo) -> None:
    x, y, *_ = pixels(mark.box, sheet.scale)
    paint.stamp(sheet.image, sheet.photos[mark.number].result(), (x, y), mark.radius * sheet.scale, mark.corners)


_PAINT: dict[type, Callable[[Sheet, Any], None]] = {
    Area: _area,
    Text: _text,
    Icon: _icon,
    Band: _band,
    Pattern: _pattern,
    Shadows: _shadows,
    Emblem: _emblem,
    Photo: _photo,
}
