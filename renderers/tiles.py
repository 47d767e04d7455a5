"""Where the photos of a sheet stand: rows of the whole width, in the order of the days, cropped as little as can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from renderers import rows
from renderers.rows import CELLS, GAP_X, GAP_Y, SIZES, Lines, Photos, Row, chip, indent

LOOSEST = 16.0  # what a gap between rows may gain when a sheet has room to spare
SIDES, CROWDED = 1.35, 0.25  # what a cut side, a caption too long for its card weigh against other losses
# Beyond a few photos, one that stands out by its caption at the side needs a reason.
ASIDE, FEW = 0.08, 3
FLATTEST = 100.0  # a photo lower than this shows nobody
BESIDE_ROOM = 0.6  # beside a photo there must be room for the chip and some lines as well


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


def sheets(count: int, most: int = CELLS) -> list[int]:
    """Fill several sheets evenly: 10 -> 5 + 5."""
    pages = -(-count // most)
    return [count // pages + (k < count % pages) for k in range(pages)]


def plan(aspects: Sequence[float], area: Box, lines: Lines) -> list[Tile]:
    """Try every split into rows at every size of caption and keep the one that loses least."""
    photos = Photos(aspects, area.w, area.h, lines)
    tried = [
        _laid_out(photos, area, split, size)
        for split, size in product(rows.splits(len(aspects)), SIZES)
        if size <= rows.largest(area.w, max(split))
    ]
    return min(tried, key=lambda one: one[0])[1]


def _laid_out(photos: Photos, area: Box, split: tuple[int, ...], size: float) -> tuple[float, list[Tile]]:
    found = rows.rows(photos, split, size)
    free = area.h - GAP_Y * (len(found) - 1) - sum(row.caption for row in found)
    heights = rows.heights(found, free)
    boxes = _cards(found, heights, area, free - sum(heights))
    tiles = [
        _strip(card, photos.aspects[cell], size) if row.beside else _upright(card, high, size)
        for row, card, high, cell in boxes
    ]
    return _cost(tiles, photos.aspects, area, split) + CROWDED * sum(row.crowded for row in found), tiles


def _cards(
    found: Sequence[Row], heights: Sequence[float], area: Box, spare: float
) -> Iterator[tuple[Row, Box, float, int]]:
    gap = GAP_Y + min(LOOSEST, spare / (len(found) + 1))
    block = sum(heights) + sum(row.caption for row in found) + gap * (len(found) - 1)
    y = area.y + max(0.0, area.h - block) / 2
    for row, high in zip(found, heights, strict=True):
        x = area.x
        for cell, wide in zip(row.cells, row.widths, strict=True):
            yield row, Box(x, y, wide, high + row.caption), high, cell
            x += wide + GAP_X
        y += high + row.caption + gap


def _upright(card: Box, high: float, size: float) -> Tile:
    photo = Box(card.x, card.y, card.w, high)
    top, inner = chip(size) / 2 + 0.45 * size, indent(size)
    text = Box(card.x + inner, card.y + high + top, card.w - 2 * inner, card.h - high - top - 0.3 * size)
    return Tile(card, photo, text, size)


def _strip(card: Box, aspect: float, size: float) -> Tile:
    wide = min(0.62 * card.w, max(0.36 * card.w, card.h * aspect))
    photo = Box(card.x, card.y, wide, card.h)
    inner = 30.0
    text = Box(card.x + wide + inner, card.y + inner, card.w - wide - 2 * inner, card.h - 2 * inner)
    return Tile(card, photo, text, max(size, min(36.0, 0.085 * card.h)), beside=True)


def kept(photo: Box, aspect: float) -> float:
    """Share of a photo of this aspect that remains in the box."""
    shape = photo.w / photo.h
    return min(shape, aspect) / max(shape, aspect)


def _loss(photo: Box, aspect: float) -> float:
    """People stand side by side: what is cut off left and right costs more than ceiling and table."""
    lost = 1 - kept(photo, aspect)
    return lost * SIDES if photo.w / photo.h < aspect else lost


def _cost(tiles: Sequence[Tile], aspects: Sequence[float], area: Box, split: tuple[int, ...]) -> float:
    lowest = min(tile.photo.h * (BESIDE_ROOM if tile.beside else 1) for tile in tiles)
    if lowest < FLATTEST:
        return 1000.0 - lowest
    areas = [tile.photo.w * tile.photo.h for tile in tiles]
    size: float = min(tile.size for tile in tiles)
    crop: float = sum(_loss(t.photo, a) ** 1.5 for t, a in zip(tiles, aspects, strict=True)) / len(tiles)
    empty = 1 - sum(areas) / (area.w * area.h)
    uneven = 0.05 * (max(areas) / min(areas) - 1) + 0.03 * (split != split[::-1])
    jumps = 0.02 * sum(abs(a - b) > 1 for a, b in pairwise(split))
    aside = ASIDE * sum(t.beside for t in tiles) if len(tiles) > FEW else 0.0
    return crop + 0.6 * empty + uneven + jumps + aside + 0.02 * max(0.0, 21 - size) - 0.003 * max(0.0, size - 21)
