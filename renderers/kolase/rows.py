"""Rows of photos: which cells stand side by side, how wide each is, how high each row would be without a crop."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from renderers.ink.boxes import Box, Shape, Tile

GAP_X, GAP_Y = 18.0, 20.0
NARROWEST = 254.0  # of a cell: the chip has room for a date such as "Rabu, 21 September 2022"
# The limits of a row's height, in multiples of its ideal one: of several photos, of one, with captions beside.
STRETCH, STRETCH_BESIDE = 1.5, 1.2
ALIKE = 1.25  # photos whose shapes differ less get cells of equal width
LARGEST = 38.0  # of usual captions; larger ones stand only where photos leave room that they cannot use
SIZES = (45.0, LARGEST, 34.0, 30.0, 27.0, 24.5, 22.5, 21.0, 20.0, 19.0, 18.0, 17.5)
FLOOR = SIZES[-1]
PANEL = 330.0  # the least width beside a photo for its words
MOST_MORE = 2.5  # of a caption's size: the most empty space around a large one
LEADING = 1.26
BELOW_CHIP = 0.75  # of a caption's size: the space between the date and a caption beside the photo
MOST_LINES = 3  # of a caption: a longer one is read below the picture
SNUG = 1.005  # room for rounding where people just fit
BROADEST = 2.2  # how many times as flat as it is a photo without people may become, for others who need the height
MANY = 8  # from here on no row is left to a single photo

Lines = Callable[[int, float, float], int]
"""From the number of a cell, a size and a width: how many lines its caption needs."""


@dataclass(frozen=True)
class Limits:
    """The most columns and rows of a sheet, and the cells that it holds unless their number is fixed. `words`: how many
    times as large as on a phone captions should be, on a sheet that is printed small."""

    columns: int
    rows: int
    cells: int
    words: float = 1.0


@dataclass(frozen=True)
class Photos:
    """The photos to be placed in `area`: their shapes in order, how long captions run, the number of the first, and how
    large words should be; see Limits."""

    shapes: Sequence[Shape]
    area: Box
    lines: Lines
    first: int = 0
    words: float = 1.0
    known: dict[tuple[range, float], "Row"] = field(default_factory=dict)
    """Rows at a size of captions, kept: every split into rows asks for the same few."""

    @cached_property
    def narrowest(self) -> list[float]:
        """The least width of each photo, in multiples of its height, that cuts nobody and not too much."""
        return [SNUG * shape.aspect * max(shape.wide, 1 / STRETCH) for shape in self.shapes]

    @cached_property
    def broadest(self) -> list[float]:
        """The most width of each photo, in multiples of its height, that cuts nobody and not too much."""
        return [SNUG * shape.aspect / max(shape.high, 1 / BROADEST) for shape in self.shapes]


class Row(NamedTuple):
    """Cells side by side. `ideal`: the mean height at which their photos need no crop; `captions`: the height of the
    words below each, `caption`: their mean; a photo is the higher, the fewer words stand below it.

    `beside`: captions stand beside the photos; `crowded`: how many captions are too long; `least`, `most`: the
    heights of photos between which nobody is cut, if their widths are shared out for that.
    """

    cells: range
    widths: tuple[float, ...]
    beside: bool
    ideal: float
    captions: tuple[float, ...]
    caption: float
    crowded: int
    least: float
    most: float


def chip(size: float) -> float:
    """Height of the date chip that goes with captions of this size."""
    return round(min(42.0, 1.5 * size))


def indent(size: float) -> float:
    """The space at the left and right of a caption of this size."""
    return max(14.0, round(0.66 * size))


def most_lines(tile: Tile) -> int:
    """The most lines that the caption of a card may have; beside the photo stands the date as well."""
    if not tile.beside:
        return MOST_LINES
    room = tile.text.h - chip(tile.size) - BELOW_CHIP * tile.size
    return max(1, min(MOST_LINES, int(room / (LEADING * tile.size))))


def largest(wide: float, columns: int) -> float:
    """The largest size of captions in rows of so many columns."""
    return max(FLOOR, 17 + wide / columns / 48)


def splits(count: int, limits: Limits, least: int = 1) -> Iterator[tuple[int, ...]]:
    """Every way to share the cells out among rows, as the number of cells in each; their order never changes."""
    if count == 0:
        yield ()
    for first in range(least, min(limits.columns, count) + 1):
        for rest in splits(count - first, limits, least):
            if len(rest) < limits.rows:
                yield (first, *rest)


def squeezed(photos: Photos, split: tuple[int, ...], aside: int) -> tuple[int, float]:
    """Of rows with the smallest captions: how many of these are too long, and the share of their ideal height that the
    rows have on the sheet."""
    found = rows(photos, split, FLOOR, aside)
    free = photos.area.h - GAP_Y * (len(found) - 1) - sum([row.caption for row in found])
    return sum([row.crowded for row in found]), free / sum([row.ideal for row in found])


def rows(photos: Photos, split: tuple[int, ...], size: float, aside: int) -> list[Row]:
    """Rows of at most `aside` photos have their captions beside them, the others below."""
    found, start = [], 0
    for count in split:
        cells = range(start, start + count)
        start += count
        beside = count <= aside
        found.append(_beside(photos, cells, len(split)) if beside else _below(photos, cells, size))
    return found


def _below(photos: Photos, cells: range, size: float) -> Row:
    found = photos.known.get((cells, size))
    if found is None:
        found = photos.known[cells, size] = _captioned(photos, cells, size)
    return found


def _beside(photos: Photos, cells: range, rows: int) -> Row:
    wide = (photos.area.w - GAP_X * (len(cells) - 1)) / len(cells)
    most = photos.area.h if rows == 1 else max(0.42 * wide, photos.area.h / rows)
    ideal = min(most, 0.6 * wide / min(photos.shapes[i].aspect for i in cells))
    people = max(SNUG * photos.shapes[i].aspect * photos.shapes[i].wide for i in cells)
    most = min(STRETCH_BESIDE * ideal, (wide - PANEL) / max(people, 0.1))
    return Row(cells, (wide,) * len(cells), True, ideal, (0.0,) * len(cells), 0.0, 0, 0.0, most)


def _captioned(photos: Photos, cells: range, size: float) -> Row:
    """A row with captions below its photos; its cells are equally wide where a narrow one has no room for its words,
    and wider for the words of a long one where even that is not enough."""
    aspects = [photos.shapes[i].aspect for i in cells]
    wide = photos.area.w - GAP_X * (len(cells) - 1)
    widths = _widths(aspects, wide)
    needed = _needed(photos, cells, size, widths)
    if max(needed) > MOST_LINES:
        widths = (wide / len(cells),) * len(cells)
        needed = _needed(photos, cells, size, widths)
    if max(needed) > MOST_LINES and sum(needed) <= MOST_LINES * len(cells):
        widths = _at_least([max(MOST_LINES, n) ** 2 for n in needed], wide)
        needed = _needed(photos, cells, size, widths)
    ideal = sum(w / a for w, a in zip(widths, aspects, strict=True)) / len(cells)
    crowded = sum(n > MOST_LINES for n in needed)
    below = tuple(_caption(min(n, MOST_LINES), size) for n in needed)
    start, end, mean = cells.start, cells.stop, sum(below) / len(below)
    most = min(STRETCH * ideal, wide / sum(photos.narrowest[start:end]) - mean + min(below))
    least = min(most, wide / sum(photos.broadest[start:end]) - mean + max(below))
    return Row(cells, widths, False, ideal, below, mean, crowded, least, most)


def _needed(photos: Photos, cells: range, size: float, widths: Sequence[float]) -> list[int]:
    """The lines of each caption of a row."""
    edges = 2 * indent(size)
    return [photos.lines(photos.first + i, size, w - edges) for i, w in zip(cells, widths, strict=True)]


def _caption(lines: int, size: float) -> float:
    return round(chip(size) / 2 + 0.45 * size + lines * LEADING * size + 0.62 * size)


def _widths(aspects: Sequence[float], wide: float) -> tuple[float, ...]:
    """The widths of the cells of a row, by the shapes of their photos; equal where these are much alike."""
    if max(aspects) / min(aspects) < ALIKE:
        return (wide / len(aspects),) * len(aspects)
    return _at_least([aspect**0.7 for aspect in aspects], wide)


def _at_least(shares: Sequence[float], wide: float) -> tuple[float, ...]:
    """The width shared out so, but enough of it to each cell for its date."""
    widths = [wide * share / sum(shares) for share in shares]
    least = min(NARROWEST, wide / len(shares))
    above = [max(0.0, w - least) for w in widths]
    if min(widths) < least and any(above):
        spare, over = wide - least * len(shares), sum(above)
        widths = [least + spare * a / over for a in above]
    return tuple(widths)


def heights(rows: Sequence[Row], free: float, *, fill: bool = False) -> list[float]:
    """The height of each row: all stretched alike to fill the `free` height, but where people would be cut; a row that
    may not grow leaves its share to the others. Beyond all limits only where they `fill` the height or must shrink."""
    ratio = max(0.01, free / sum(row.ideal for row in rows))
    found = [row.ideal * ratio for row in rows]
    for row, high in zip(rows, found, strict=True):
        if not fill and not row.least <= high <= row.most:
            return _limited(rows, found, free)
    return found


def _limited(rows: Sequence[Row], found: list[float], free: float) -> list[float]:
    # Asked for most arrangements that are tried: plain loops are the quickest here.
    for _ in rows:
        total, taking = 0.0, 0.0
        for k, row in enumerate(rows):
            found[k] = row.least if found[k] < row.least else min(found[k], row.most)
            total += found[k]
        over = free - total
        open_ = [k for k, row in enumerate(rows) if (found[k] < row.most if over > 0 else found[k] > row.least)]
        if -1 < over < 1 or not open_:
            break
        taking = sum([rows[k].ideal for k in open_])
        for k in open_:
            found[k] += over * rows[k].ideal / taking
    total = sum(found)
    return [high * free / total for high in found] if total > free else found


def roomier(rows: list[Row], spare: float, size: float) -> list[Row]:
    """The rows with more room for captions, where photos cannot take the `spare` height; none for usual captions."""
    below = [row for row in rows if not row.beside] if size > LARGEST else []
    if not below:
        return rows
    more = min(max(0.0, spare) / len(below), MOST_MORE * size)
    return [
        row if row.beside else row._replace(captions=tuple(c + more for c in row.captions), caption=row.caption + more)
        for row in rows
    ]
