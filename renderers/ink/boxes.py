"""The rectangles of a sheet, in units of the sheet at 1×."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A rectangle: the left and upper edge, width, height."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Tile:
    """A card of a kolase: its own box, that of its photo, that of its words, the size of the caption.

    `beside`: the words stand to the right of the photo, not below it.
    """

    card: Box
    photo: Box
    text: Box
    size: float
    beside: bool = False


@dataclass(frozen=True)
class Shape:
    """A photo as the layout sees it: `aspect` is width by height, `wide` and `high` the shares that its people take."""

    aspect: float
    wide: float = 0.0
    high: float = 0.0
