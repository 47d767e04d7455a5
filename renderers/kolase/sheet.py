"""One sheet of a kolase: its photos opened, placed, and everything painted from the back to the front."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, pairwise, product
from pathlib import Path
from typing import TypeVar

from renderers.figures import Cell, Kolase
from renderers.ink.boxes import Shape, Tile
from renderers.ink.glyphs import Weight
from renderers.ink.lettering import count, said
from renderers.ink.marks import Mark, Shadows
from renderers.ink.paint import jpeg
from renderers.ink.tema import tema
from renderers.kolase import brush, card, cluster, footer, frames, poster, tiles
from renderers.kolase.formats import POTRET, Format
from renderers.kolase.frames import Photo
from renderers.kolase.tiles import kept
from renderers.photo import crop, emblem

T = TypeVar("T")
_CUT = 0.6  # weight of what is cut off several photos of a cell, against empty space around it
_WHOLE = 0.94  # a cell that shows at least this share of a photo cuts no head
_LONG = 3.4  # width by height of a panorama that is shown twice where it is alone
# The share of the width of all cards that a photo may take, from this number of photos on: it is decoded no larger.
_SHARES = ((7, 0.42), (2, 0.52), (0, 1.1))


@dataclass(frozen=True)
class Job:
    """One sheet to be drawn: `cells` are its own; `folder` has the photos; `page` says which sheet of several it is,
    `varied` that it should not look like the one before it."""

    kolase: Kolase
    cells: tuple[Cell, ...]
    folder: Path
    form: Format = POTRET
    scale: float = 1
    page: str = ""
    varied: bool = False


def opened(job: Job, pool: ThreadPoolExecutor) -> Iterator[Photo]:
    """The photos of the sheet as they come from the pool, for the layout."""
    share = next(share for least, share in _SHARES if len(job.cells) >= least)
    side = job.form.area().w * job.scale * share
    return pool.map(lambda foto: frames.opened(job.folder / foto, side), [f for cell in job.cells for f in cell.fotos])


def arrange(
    kolase: Kolase, cells: Sequence[Cell], shapes: Sequence[Shape], form: Format = POTRET, *, varied: bool = False
) -> list[Tile]:
    """The places of all photos and captions, in the order of the cells; `shapes`: those of all photos of each cell."""
    texts = [said(cell.caption) for cell in cells]
    # Kept, because the arrangements that are tried ask for the same few widths.
    lines = cache(lambda i, size, wide: count(texts[i], Weight.SEMIBOLD, size, wide))
    area, groups = form.area(footer.taller(kolase, form)), _of_cells(shapes, cells)
    found = [
        tiles.plan(together, area, lines, form.limits, varied=varied)
        for together in product(*map(cluster.shapes, groups))
    ]
    placed = [_parted(one.tiles, groups) for one in found]
    cut = [sum(cluster.lost(tile.photos, group) for tile, group in zip(one, groups, strict=True)) for one in placed]
    costs = [one.cost + _CUT * lost for one, lost in zip(found, cut, strict=True)]
    return placed[costs.index(min(costs))]


def _parted(placed: Sequence[Tile], groups: Sequence[Sequence[Shape]]) -> list[Tile]:
    """The cards with a place for each of several photos."""
    return [
        tile._replace(parts=cluster.places(group, tile.photo)) if len(group) > 1 else tile
        for tile, group in zip(placed, groups, strict=True)
    ]


def _of_cells(each: Sequence[T], cells: Sequence[Cell]) -> list[Sequence[T]]:
    """What belongs to the photos of each cell."""
    ends = [0, *accumulate(len(cell.fotos) for cell in cells)]
    return [each[a:b] for a, b in pairwise(ends)]


def compose(
    kolase: Kolase, cells: Sequence[Cell], placed: Sequence[Tile], form: Format, page: str, *, own_emblem: bool
) -> Iterator[Mark]:
    """The parts of a sheet, from the back to the front."""
    look = tema(kolase.tema, kolase.pola)
    yield from poster.header(kolase, form, look, own_emblem=own_emblem)
    yield from poster.title(kolase, form, look, page)
    if not cells:
        yield from poster.nothing(form.area(footer.taller(kolase, form)), look)
    yield Shadows(tuple(tile.card for tile in placed), card.RADIUS, look.shadow)
    # Before the cards, for these wait for their photos.
    yield from footer.footer(kolase, form, look)
    first = accumulate((len(cell.fotos) for cell in cells), initial=0)
    for number, tile, cell in zip(first, placed, card.dated(placed, cells), strict=False):
        yield from card.card(number, tile, cell, look)


def place(job: Job, found: list[Photo], pool: ThreadPoolExecutor) -> tuple[list[Photo], list[Tile]]:
    """The photos and their places; faces, which take long, are looked for only where a cell would cut something off."""
    shifts = _shifts(job.cells)
    while True:
        shapes = [_shape(photo, geser, job.form) for photo, geser in zip(found, shifts, strict=True)]
        placed = arrange(job.kolase, job.cells, shapes, job.form, varied=job.varied) if job.cells else []
        boxes = [box for tile in placed for box in tile.photos]
        blind = [k for k, box in enumerate(boxes) if not found[k].known and kept(box, shapes[k].aspect) < _WHOLE]
        if not blind:
            return found, list(map(_with_faces, placed, _of_cells(found, job.cells), job.cells))
        seen = dict(zip(blind, pool.map(frames.looked_at, [found[k] for k in blind]), strict=True))
        found = [seen.get(k, photo) for k, photo in enumerate(found)]


def _shape(photo: Photo, geser: str, form: Format) -> Shape:
    shape = crop.shape(photo.seen, geser)
    return shape if geser != cluster.CLOSER else cluster.closer(crop.shape(photo.seen), form.area())


def _shifts(cells: Sequence[Cell]) -> list[str]:
    """How the crop of each photo was moved; only that of the large one can be."""
    return [geser for cell in cells for geser in (cell.geser, *[""] * len(cell.lagi))]


def _with_faces(tile: Tile, photos: Sequence[Photo], cell: Cell) -> Tile:
    each = zip(photos, tile.photos, _shifts([cell]), strict=True)
    return tile._replace(faces=tuple(face for photo, box, geser in each for face in frames.faces(photo, box, geser)))


def _closer(job: Job, found: list[Photo]) -> tuple[Job, list[Photo]]:
    """A lone row of people is seen whole, and its middle larger above it: by itself it would leave the sheet bare."""
    if len(found) != 1 or found[0].seen.aspect < _LONG or job.cells[0].geser:
        return job, found
    found = [photo if photo.known else frames.looked_at(photo) for photo in found]
    if not found[0].seen.faces:
        return job, found
    [cell] = job.cells
    return replace(job, cells=(replace(cell, geser=cluster.CLOSER, lagi=(cell.foto,)),)), found * 2


def draw(job: Job, waiting: list[Photo], pool: ThreadPoolExecutor) -> Future[bytes]:
    """The sheet as JPEG bytes, which come from the pool; `waiting`: its photos, as `opened` gave them."""
    job, waiting = _closer(job, waiting)
    kolase, scale, look = job.kolase, job.scale, tema(job.kolase.tema, job.kolase.pola)
    found, placed = place(job, waiting, pool)
    sizes = [brush.pixels(box, scale)[2:] for tile in placed for box in tile.photos]
    framed = zip(found, sizes, _shifts(job.cells), strict=True)
    photos = [pool.submit(frames.framed, *each, look) for each in framed]
    own = emblem.opened(job.folder / kolase.logo if kolase.logo else None, round(96 * scale))
    blank = brush.blank((job.form.wide, job.form.high), scale, look)
    sheet = brush.Sheet(blank, scale, look, photos, own)
    brush.render(sheet, compose(kolase, job.cells, placed, job.form, job.page, own_emblem=own is not None))
    return pool.submit(jpeg, blank)
