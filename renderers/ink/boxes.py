"""The rectangles of a sheet, in units of the sheet at 1×."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Tile:
    """A card: its photo, the box its caption must stay in, and whether that lies beside the photo."""

    card: Box
    photo: Box
    text: Box
    size: float
    beside: bool = False


@dataclass(frozen=True)
class Shape:
    """A photo as the layout sees it: width by height, and the shares of both that its people take."""

    aspect: float
    wide: float = 0.0
    high: float = 0.0
