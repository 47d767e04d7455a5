"""What an arrangement of photos costs: what is cut off, who does not fit, what stays empty, how small the words are."""

from collections.abc import Sequence

from renderers.ink.boxes import Box, Shape, Tile

SIDES = 1.35  # what a cut side weighs against ceiling and table
HEADS = 0.35  # a photo whose people do not fit its cell
# Beyond a few photos, one that stands out by its caption at the side needs a reason.
ASIDE, FEW = 0.08, 3
LOW, FLATTEST = 100.0, 50.0  # a photo lower than the one shows little, lower than the other nobody
BESIDE_ROOM = 0.6  # beside a photo there must be room for the chip and some lines as well


def kept(photo: Box, aspect: float) -> float:
    """Share of a photo of this aspect that remains in the box."""
    shape = photo.w / photo.h
    return min(shape, aspect) / max(shape, aspect)


def _loss(photo: Box, shape: Shape) -> float:
    """People stand side by side: what is cut off left and right costs more than ceiling and table."""
    remains = kept(photo, shape.aspect)
    narrower = photo.w / photo.h < shape.aspect
    lost: float = ((1 - remains) * (SIDES if narrower else 1)) ** 1.5
    missing = (shape.wide if narrower else shape.high) - remains
    return lost + (HEADS + missing if missing > 0 else 0.0)


def cost(tiles: Sequence[Tile], shapes: Sequence[Shape], area: Box) -> float:
    lowest = min(tile.photo.h * (BESIDE_ROOM if tile.beside else 1) for tile in tiles)
    if lowest < FLATTEST:
        return 1000.0 - lowest
    areas = [tile.photo.w * tile.photo.h for tile in tiles]
    size: float = min(tile.size for tile in tiles)
    crop: float = sum(_loss(t.photo, s) for t, s in zip(tiles, shapes, strict=True)) / len(tiles)
    empty = 1 - sum(areas) / (area.w * area.h)
    uneven = 0.05 * (max(areas) / min(areas) - 1)
    aside = ASIDE * sum(t.beside for t in tiles) if len(tiles) > FEW else 0.0
    # Large cards ask for large words, on a phone and on paper alike.
    wished = 14.5 + min(tile.card.w for tile in tiles) / 60
    words = 0.02 * max(0.0, min(21.0, wished) - size) + 0.006 * max(0.0, wished - size)
    low = 0.03 * max(0.0, LOW - lowest)
    return crop + 0.6 * empty + uneven + aside + words + low
