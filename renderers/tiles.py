"""Where the photos of a sheet stand: rows of the whole width, in the order of the days, cropped as little as can be."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

GAP_X, GAP_Y = 18.0, 20.0
LOOSEST = 16.0  # what a gap between rows may gain when a sheet has room to spare
NARROWEST = 254.0  # a date such as "Rabu, 21 September 2022" fits its chip
ROWS, COLUMNS, CELLS = 4, 3, 9
STRETCH, STRETCH_ONE, STRETCH_BESIDE = 1.5, 1.12, 1.2
ALIKE = 1.25  # photos whose shapes differ less get cells of equal width
SIDES = 1.35
FLATTEST = 100.0  # a photo lower than this shows nobody
SIZES = (38.0, 34.0, 30.0, 27.0, 24.5, 22.5, 21.0, 20.0, 19.0, 18.0, 17.5)
FLOOR = SIZES[-1]
LEADING = 1.26

Lines = Callable[[int, float, float], int]
"""How many lines the caption of cell i needs in a size and width."""


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
class _Row:
    cells: tuple[int, ...]
    widths: tuple[float, ...]
    beside: bool
    ideal: float
    caption: float
    crowded: int


def chip(size: float) -> float:
    """Height of the date chip that goes with captions of this size."""
    return round(min(40.0, 1.42 * size))


def indent(size: float) -> float:
    return max(14.0, round(0.66 * size))


def most_lines(size: float) -> int:
    return 4 if size <= FLOOR else 3


def sheets(count: int, most: int = CELLS) -> list[int]:
    """Fill several sheets evenly: 10 -> 5 + 5."""
    pages = -(-count // most)
    return [count // pages + (k < count % pages) for k in range(pages)]


def plan(aspects: Sequence[float], area: Box, lines: Lines) -> list[Tile]:
    """Try every split into rows at every size of caption and keep the one that loses least."""
    tried = [
        _laid_out(aspects, area, lines, split, size)
        for split, size in product(_splits(len(aspects)), SIZES)
        if size <= _largest(area.w, max(split))
    ]
    return min(tried, key=lambda one: one[0])[1]


def _largest(wide: float, columns: int) -> float:
    return max(FLOOR, 17 + wide / columns / 48)


def _splits(count: int) -> Iterator[tuple[int, ...]]:
    """Rows of one to three; the order of the cells never changes."""
    if count == 0:
        yield ()
    for first in range(1, min(COLUMNS, count) + 1):
        for rest in _splits(count - first):
            if len(rest) < ROWS:
                yield (first, *rest)


def _laid_out(
    aspects: Sequence[float], area: Box, lines: Lines, split: tuple[int, ...], size: float
) -> tuple[float, list[Tile]]:
    rows = _rows(aspects, area, lines, split, size)
    free = area.h - GAP_Y * (len(rows) - 1) - sum(row.caption for row in rows)
    heights = _heights(rows, free)
    tiles = _placed(rows, heights, area, size, free - sum(heights), aspects)
    return _cost(tiles, aspects, area, split) + 0.25 * sum(row.crowded for row in rows), tiles


def _rows(aspects: Sequence[float], area: Box, lines: Lines, split: tuple[int, ...], size: float) -> list[_Row]:
    rows, start = [], 0
    for count in split:
        cells = tuple(range(start, start + count))
        start += count
        if count == 1 and len(split) > 1:
            rows.append(_beside(cells, aspects[cells[0]], area))
        else:
            rows.append(_below(cells, [aspects[i] for i in cells], area, lines, size))
    return rows


def _beside(cells: tuple[int, ...], aspect: float, area: Box) -> _Row:
    return _Row(cells, (area.w,), beside=True, ideal=min(0.42 * area.w, 0.6 * area.w / aspect), caption=0, crowded=0)


def _below(cells: tuple[int, ...], aspects: Sequence[float], area: Box, lines: Lines, size: float) -> _Row:
    widths = _widths(aspects, area.w - GAP_X * (len(cells) - 1))
    needed = [lines(i, size, w - 2 * indent(size)) for i, w in zip(cells, widths, strict=True)]
    caption = _caption(min(max(needed), most_lines(size)), size)
    ideal = sum(w / a for w, a in zip(widths, aspects, strict=True)) / len(cells)
    return _Row(
        cells, widths, beside=False, ideal=ideal, caption=caption, crowded=sum(n > most_lines(size) for n in needed)
    )


def _caption(lines: int, size: float) -> float:
    return round(chip(size) / 2 + 0.45 * size + lines * LEADING * size + 0.62 * size)


def _widths(aspects: Sequence[float], wide: float) -> tuple[float, ...]:
    """Cells of one row share its width by the shape of their photos; alike photos get equal cells that line up."""
    if max(aspects) / min(aspects) < ALIKE:
        return (wide / len(aspects),) * len(aspects)
    shares = [aspect**0.7 for aspect in aspects]
    spare = wide - NARROWEST * len(aspects)
    widths = [wide * share / sum(shares) for share in shares]
    if min(widths) < NARROWEST:
        above = [max(0.0, w - NARROWEST) for w in widths]
        widths = [NARROWEST + spare * a / sum(above) for a in above]
    return tuple(widths)


def _heights(rows: Sequence[_Row], free: float) -> list[float]:
    """Photos grow or shrink in the same proportion, but are not stretched out of all shape."""
    ratio = max(0.01, free / sum(row.ideal for row in rows))
    return [row.ideal * min(ratio, _stretch(row)) for row in rows]


def _stretch(row: _Row) -> float:
    if row.beside:
        return STRETCH_BESIDE
    return STRETCH_ONE if len(row.cells) == 1 else STRETCH


def _placed(
    rows: Sequence[_Row], heights: Sequence[float], area: Box, size: float, spare: float, aspects: Sequence[float]
) -> list[Tile]:
    gap = GAP_Y + min(LOOSEST, spare / (len(rows) + 1))
    block = sum(heights) + sum(row.caption for row in rows) + gap * (len(rows) - 1)
    y, tiles = area.y + max(0.0, area.h - block) / 2, []
    for row, high in zip(rows, heights, strict=True):
        x = area.x
        for cell, wide in zip(row.cells, row.widths, strict=True):
            card = Box(x, y, wide, high + row.caption)
            tiles.append(_strip(card, aspects[cell], size) if row.beside else _upright(card, high, size))
            x += wide + GAP_X
        y += high + row.caption + gap
    return tiles


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
    lowest = min(tile.photo.h for tile in tiles)
    if lowest < FLATTEST:
        return 1000.0 - lowest
    areas = [tile.photo.w * tile.photo.h for tile in tiles]
    size: float = min(tile.size for tile in tiles)
    crop: float = sum(_loss(t.photo, a) ** 1.5 for t, a in zip(tiles, aspects, strict=True)) / len(tiles)
    empty = 1 - sum(areas) / (area.w * area.h)
    uneven = 0.05 * (max(areas) / min(areas) - 1) + 0.03 * (split != split[::-1])
    jumps = 0.02 * sum(abs(a - b) > 1 for a, b in pairwise(split))
    return crop + 0.6 * empty + uneven + jumps + 0.02 * max(0.0, 21 - size) - 0.003 * max(0.0, size - 21)
