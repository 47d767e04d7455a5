"""The arrangement of the photos of a sheet: rows over the whole width, in the order of the days, cropped as little as
possible."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from heapq import nsmallest
from itertools import pairwise
from math import inf, sqrt

from renderers.ink.boxes import Box, Shape, Tile
from renderers.kolase import rows, sharing
from renderers.kolase.rows import GAP_X, GAP_Y, LARGEST, MANY, PANEL, SIZES, Limits, Lines, Photos, Row, chip, indent

SIDES = 1.35  # weight of a crop at the sides, against 1 for above and below
HEADS, BANNER = 1.2, 0.15  # cost of a photo whose people, or whose banner with them, do not fit into its cell
# Cost of a caption beside its photo: on a sheet of more than a few photos it stands out.
ASIDE, FEW = 0.12, 3
LOW, FLATTEST = 100.0, 50.0  # heights: below the first a photo shows little, below the second no face at all
BESIDE_ROOM = 0.6  # share of the height of such a photo: the words beside it need a certain height as well
LOOSEST = 16.0  # the most that a gap between rows grows where a sheet has room to spare
ALIKE = (6, 8)  # photos of a sheet that only one split suits: 6 + 6 become 7 + 5
RHYTHM = 0.15  # what another split than the one before may cost more on every second sheet of several
CROWDED = 2.0  # cost of a caption that is too long for its card and would be cut: words are lost, a crop is not missed
BESIDE_NARROWEST, WIDENED, STEP = 640.0, 1.35, 12
# Cost of the empty space beside the words of a card, as a share of the sheet: on a full sheet, on one of few photos,
# and below a photo that can be no higher.
HOLE, HOLE_OF_FEW, HOLE_BELOW = 3.5, 1.2, 0.4
BARE, GAPS = 2.0, 0.15  # cost of paper that no card covers, beyond the share that gaps take
# A sheet this much wider than high, and one of three photos, may have a large photo at its left, the others at its
# right; the shares of the width that the large one takes, and the least width of a column of the others.
BROAD, SHARES, COLUMN = 1.25, (0.4, 0.5, 0.6), 238.0
SUITED = 10  # arrangements whose rows are shared out anew for the people on them
STRIDE, LEADING_WAYS = 4, 4  # each so many-th size is tried of every way, all sizes of so many ways
LOWEST = 0.4  # of the ideal height of rows: lower ones cut off too much of their photos to be worth a try
SMALLEST = 16.0  # a caption on a phone; on a sheet that is printed small it is larger
USUAL = Limits(3, 4, 9)


@dataclass(frozen=True)
class Tried:
    """An arrangement of photos in rows of `split` cells. `extra`: what its cost has beside that of its tiles, for
    captions that are too long, holes beside short ones, and uneven rows."""

    cost: float
    tiles: list[Tile]
    extra: float
    split: tuple[int, ...]


def sheets(count: int, most: int = USUAL.cells) -> list[int]:
    """The numbers of cells of the sheets, evenly filled: 10 become 5 + 5, 12 become 7 + 5."""
    return evenly(count, -(-count // most))


def evenly(count: int, pages: int) -> list[int]:
    """The count shared out among pages, the first ones larger by one; pages that would all look alike differ by two."""
    shared = [count // pages + (k < count % pages) for k in range(pages)]
    if len(set(shared)) != 1 or shared[0] not in ALIKE:
        return shared
    return [size + (-1) ** k * (k - k % 2 + 1 < pages) for k, size in enumerate(shared)]


def plan(shapes: Sequence[Shape], area: Box, lines: Lines, limits: Limits = USUAL, *, varied: bool = False) -> Tried:
    """The places of all photos in the area: of every split into rows at every size of captions, the one of least cost.

    `lines` says how many lines a caption needs; see Lines. `varied`: another split where that costs little more, so
    that a sheet does not repeat the one before it.
    """
    photos = Photos(shapes, area, lines, words=limits.words)
    most = SIZES[0] if len(shapes) <= FEW else rows.largest(area.w, 1)
    sizes = [size for size in SIZES if SMALLEST * limits.words <= size <= most]
    tried = _tried([*_ways(photos, limits)], sizes)
    tried = [_suited(photos, one) for one in nsmallest(SUITED, tried, key=lambda one: one.cost)]
    best = min(tried, key=lambda one: one.cost)
    others = (one for one in tried if one.split != best.split and one.cost < best.cost + RHYTHM)
    return min(others, key=lambda one: one.cost, default=best) if varied else best


def _suited(photos: Photos, one: Tried) -> Tried:
    tiles = sharing.suited(one.tiles, photos)
    return one if tiles == one.tiles else replace(one, tiles=tiles, cost=cost(tiles, photos) + one.extra)


Way = Callable[[float], "Tried | None"]
"""A way to arrange the photos, at a size of captions; None where it has no use for that size."""


def _tried(ways: Sequence[Way], sizes: Sequence[float]) -> list[Tried]:
    """Arrangements among which is the best, those of large captions first. Every way is tried at a few sizes, and only
    those that then lead at all: what a way costs changes little from one size to the next."""
    found = {(size, k): one for size in _few(sizes) for k, way in enumerate(ways) if (one := way(size))}
    known = {k for _, k in found}
    found |= {(size, k): one for size in sizes for k, way in enumerate(ways) if k not in known and (one := way(size))}
    costs = [min((one.cost for (_, of), one in found.items() if of == k), default=inf) for k in range(len(ways))]
    leading = nsmallest(LEADING_WAYS, range(len(ways)), key=costs.__getitem__)
    rest = [(size, k) for size in sizes for k in leading if (size, k) not in found]
    found |= {(size, k): one for size, k in rest if (one := ways[k](size))}
    return [found[at] for at in sorted(found, key=lambda at: (-at[0], at[1]))]


def _few(sizes: Sequence[float]) -> list[float]:
    return sorted({*sizes[::STRIDE], sizes[-1]}, reverse=True)


Split = tuple[tuple[int, ...], int]
"""The number of cells in each row, and whether rows of one, or of up to two, have their captions beside them."""


def _ways(photos: Photos, limits: Limits) -> Iterator[Way]:
    for split, aside in _splits(photos, limits):
        yield partial(_whole, photos, split, aside)
    if len(photos.shapes) == FEW or (photos.area.w / photos.area.h > BROAD and len(photos.shapes) > FEW):
        yield from (partial(_two_blocks, photos, _blocks(photos, limits, share)) for share in SHARES)


def _splits(photos: Photos, limits: Limits) -> list[Split]:
    """The splits whose rows are not much too high for the sheet together, and those in which captions are cut least."""
    splits = rows.splits(len(photos.shapes), limits, 2 if len(photos.shapes) >= MANY else 1)
    found = [(split, aside) for split in splits for aside in _asides(split, photos.area.w)]
    if len(photos.shapes) < FEW:
        return found
    told = [rows.squeezed(photos, *one) for one in found]
    below = [each for (_, aside), each in zip(found, told, strict=True) if not aside]
    least = min((crowded for crowded, _ in below), default=0)
    enough = min(LOWEST, max((share for crowded, share in below if crowded == least), default=0.0))
    return [one for one, (_, share) in zip(found, told, strict=True) if share >= enough]


def _whole(photos: Photos, split: tuple[int, ...], aside: int, size: float) -> Tried | None:
    fits = size <= rows.largest(photos.area.w, max(split)) or len(photos.shapes) < FEW
    return _laid_out(photos, split, size, aside) if fits else None


def kept(photo: Box, aspect: float) -> float:
    """The share of a photo of this aspect that a box shows."""
    shape = photo.w / photo.h
    return min(shape, aspect) / max(shape, aspect)


def cost(tiles: Sequence[Tile], photos: Photos) -> float:
    """The cost of an arrangement: crops, empty space, uneven or small photos, small words; lower is better."""
    # Lists, not generators: asked for every arrangement that is tried.
    lowest = min([tile.photo.h * (BESIDE_ROOM if tile.beside else 1) for tile in tiles])
    if lowest < FLATTEST:
        return 1000.0 - lowest
    areas, area = [tile.photo.w * tile.photo.h for tile in tiles], photos.area
    size: float = tiles[0].size
    crop: float = sum([loss(t.photo, s) for t, s in zip(tiles, photos.shapes, strict=True)]) / len(tiles)
    empty = 1 - sum(areas) / (area.w * area.h)
    bare = 1 - sum([tile.card.w * tile.card.h for tile in tiles]) / (area.w * area.h)
    uneven = 0.05 * (max(areas) / min(areas) - 1)
    aside = ASIDE * sum(t.beside for t in tiles) if len(tiles) > FEW else 0.0
    # Large cards ask for large words, on a phone and on paper alike.
    wished = min(LARGEST, photos.words * (14.5 + min([tile.card.w for tile in tiles]) / 60))
    words = 0.03 * max(0.0, min(21.0 * photos.words, wished) - size) + 0.014 * max(0.0, wished - size)
    low = 0.03 * max(0.0, LOW - lowest)
    return crop + 0.6 * empty + BARE * max(0.0, bare - GAPS) + uneven + aside + words + low


def _asides(split: tuple[int, ...], wide: float) -> Iterator[int]:
    yield 0
    yield from (n for n in (1, 2) if n in split and (wide - GAP_X * (n - 1)) / n >= BESIDE_NARROWEST)


def _blocks(photos: Photos, limits: Limits, share: float) -> list[tuple[Photos, list[Split]]]:
    """The first photo large at the left, rows of the others at its right, both as high as the sheet; a single row of
    them would be a row of the sheet."""
    area, found = photos.area, []
    left = Box(area.x, area.y, (area.w - GAP_X) * share, area.h)
    right = Box(area.x + left.w + GAP_X, area.y, area.w - GAP_X - left.w, area.h)
    for start, end, box in ((0, 1, left), (1, len(photos.shapes), right)):
        part = Photos(photos.shapes[start:end], box, photos.lines, start, photos.words)
        columns = Limits(max(1, int(box.w / COLUMN)), limits.rows, limits.cells)
        found.append((part, [one for one in _splits(part, columns) if start == 0 or len(one[0]) > 1]))
    return found


def _two_blocks(photos: Photos, blocks: Sequence[tuple[Photos, list[Split]]], size: float) -> Tried | None:
    found = []
    for part, splits in blocks:
        tried = (_laid_out(part, split, size, aside, fill=True) for split, aside in splits)
        found.append(min(tried, key=lambda one: one.cost, default=None))
    lead, others = found
    if lead is None or others is None:
        return None
    tiles, extra = [*lead.tiles, *others.tiles], lead.extra + others.extra
    return Tried(cost(tiles, photos) + extra, tiles, extra, (1, *others.split))


def _laid_out(photos: Photos, split: tuple[int, ...], size: float, aside: int, *, fill: bool = False) -> Tried:
    found = rows.rows(photos, split, size, aside)
    free = photos.area.h - GAP_Y * (len(found) - 1) - sum(row.caption for row in found)
    heights = rows.heights(found, free, fill=fill)
    spare = free - sum(heights)
    found = rows.roomier(found, spare - LOOSEST * (len(found) + 1), size)
    boxes = _cards(found, heights, photos.area, spare)
    top, inner = chip(size) / 2 + 0.45 * size, indent(size)
    tiles = [
        _strip(card, photos.shapes[cell], size) if row.beside else _upright(card, high, size, top, inner)
        for row, card, high, cell in boxes
    ]
    uneven = 0.03 * (split != split[::-1]) + 0.02 * sum(abs(a - b) > 1 for a, b in pairwise(split))
    extra = (
        CROWDED * sum(row.crowded for row in found)
        + (_holes(photos, tiles) if aside or size > LARGEST else 0.0)
        + uneven
    )
    return Tried(cost(tiles, photos) + extra, tiles, extra, split)


def _cards(
    found: Sequence[Row], heights: Sequence[float], area: Box, spare: float
) -> Iterator[tuple[Row, Box, float, int]]:
    gap = GAP_Y + min(LOOSEST, max(0.0, spare) / (len(found) + 1))
    block = sum(heights) + sum(row.caption for row in found) + gap * (len(found) - 1)
    y = area.y + max(0.0, area.h - block) / 2
    for row, high in zip(found, heights, strict=True):
        x = area.x
        whole = high + row.caption
        for cell, wide, below in zip(row.cells, row.widths, row.captions, strict=True):
            yield row, Box(x, y, wide, whole), whole - below, cell
            x += wide + GAP_X
        y += whole + gap


def _upright(card: Box, high: float, size: float, top: float, inner: float) -> Tile:
    """`top`, `inner`: the space above the words and at their sides."""
    photo = Box(card.x, card.y, card.w, high)
    text = Box(card.x + inner, card.y + high + top, card.w - 2 * inner, card.h - high - top - 0.3 * size)
    return Tile(card, photo, text, size)


def _strip(card: Box, shape: Shape, size: float) -> Tile:
    """The photo is widened as far as its people allow: what it leaves to the words is no wider than these need."""
    widest = card.h * shape.aspect * min(WIDENED, 1 / max(0.1, shape.high))
    wide = max(0.36 * card.w, min(widest, card.w - PANEL))
    photo = Box(card.x, card.y, wide, card.h)
    inner = min(30.0, 0.03 * card.w)
    text = Box(card.x + wide + inner, card.y + inner, card.w - wide - 2 * inner, card.h - 2 * inner)
    return Tile(card, photo, text, size, beside=True)


def _holes(photos: Photos, tiles: Sequence[Tile]) -> float:
    """The cost of captions beside their photos that are too long, and of the empty space around short ones."""
    extra = 0.0
    for k, tile in enumerate(tiles):
        # A few widths only, for which the count is kept.
        wide = tile.text.w // STEP * STEP if tile.beside else tile.text.w
        lines, most = photos.lines(photos.first + k, tile.size, wide), rows.most_lines(tile)
        block = min(lines, most) * rows.LEADING * tile.size
        price = HOLE if len(tiles) > FEW else HOLE_OF_FEW if tile.beside else HOLE_BELOW
        if tile.beside:
            block += chip(tile.size) + rows.BELOW_CHIP * tile.size
            extra += CROWDED * (lines > most)
        room = tile.card.w - (tile.photo.w if tile.beside else 0.0)
        extra += price * room * max(0.0, tile.text.h - block) / (photos.area.w * photos.area.h)
    return extra


def loss(photo: Box, shape: Shape) -> float:
    """The cost of a crop, higher at the sides, where people stand, than above and below."""
    # Asked for every photo of every plan: `kept` is written out here.
    own, aspect = photo.w / photo.h, shape.aspect
    narrower = own < aspect
    remains = own / aspect if narrower else aspect / own
    lost = (1 - remains) * (SIDES if narrower else 1)
    unread = BANNER if not narrower and shape.words > remains else 0.0
    missing = (shape.wide if narrower else shape.high) - remains
    return lost * sqrt(lost) + unread + (HEADS + missing if missing > 0 else 0.0)
