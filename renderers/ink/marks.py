"""The parts of a sheet as data: every text knows the room it must stay in and the ground it must be readable on."""

from collections.abc import Iterator
from dataclasses import dataclass

from renderers.ink.boxes import Box
from renderers.ink.glyphs import CAP, Colour, Weight, width

Corners = tuple[bool, bool, bool, bool]
"""Whether each corner is round: upper left, upper right, lower right, lower left."""
ALL: Corners = (True, True, True, True)


@dataclass(frozen=True)
class Text:
    """One line on the baseline `y`, its left end at `x`; it stays in `room`, and any of `ground` may lie below it."""

    x: float
    y: float
    text: str
    weight: Weight
    size: float
    colour: Colour
    room: Box
    ground: tuple[Colour, ...]
    tracking: float = 0

    @property
    def box(self) -> Box:
        """The line from the top of its capitals to below its g and p."""
        high = (CAP + 0.22) * self.size
        return Box(self.x, self.y - CAP * self.size, width(self.text, self.weight, self.size, self.tracking), high)


@dataclass(frozen=True)
class Icon:
    """An icon of a platform; `x`, `y`: its lower left corner."""

    name: str
    x: float
    y: float
    size: float
    colour: Colour


@dataclass(frozen=True)
class Area:
    """A box in one colour."""

    box: Box
    colour: Colour
    radius: float = 0
    corners: Corners = ALL


@dataclass(frozen=True)
class Band:
    """A gradient from left to right with a breath of the pattern of the theme on it."""

    box: Box
    colours: tuple[Colour, Colour]


@dataclass(frozen=True)
class Pattern:
    """The pattern of the theme in a box; `strength` is the share of the colour that its lines show."""

    box: Box
    colour: Colour
    strength: float
    radius: float = 0
    corners: Corners = ALL


@dataclass(frozen=True)
class Shadows:
    """One soft shadow below all of these boxes."""

    boxes: tuple[Box, ...]
    radius: float
    colour: Colour


@dataclass(frozen=True)
class Emblem:
    """The office's own emblem in this square."""

    box: Box


@dataclass(frozen=True)
class Photo:
    """The photo of the cell with this number on the sheet."""

    number: int
    box: Box
    radius: float
    corners: Corners


Mark = Text | Icon | Area | Band | Pattern | Shadows | Emblem | Photo
Marks = Iterator[Mark]


def disc(x: float, y: float, radius: float, colour: Colour) -> Area:
    """A round area about the point `x`, `y`."""
    return Area(Box(x - radius, y - radius, 2 * radius, 2 * radius), colour, radius)
