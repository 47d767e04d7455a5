"""The rectangles of a sheet, in units of the sheet at 1×."""

from typing import NamedTuple


# The layout makes thousands of these for each sheet that it tries, and a named tuple is made four times as fast.
class Box(NamedTuple):
    """A rectangle: the left and upper edge, width, height."""

    x: float
    y: float
    w: float
    h: float


class Tile(NamedTuple):
    """A card of a kolase: its own box, that of its photo, that of its words, the size of the caption.

    `beside`: the words stand to the right of the photo, not below it; `faces`: what the date must not cover;
    `parts`: the places of several photos in that of the photo.
    """

    card: Box
    photo: Box
    text: Box
    size: float
    beside: bool = False
    faces: tuple[Box, ...] = ()
    parts: tuple[Box, ...] = ()

    @property
    def photos(self) -> tuple[Box, ...]:
        """The places of all its photos."""
        return self.parts or (self.photo,)


class Shape(NamedTuple):
    """A photo as the layout sees it: `aspect` is width by height, `wide` and `high` the shares that its people take,
    `words` the share of its height that they take together with the banner above them."""

    aspect: float
    wide: float = 0.0
    high: float = 0.0
    words: float = 0.0
