"""One sheet of a kolase: its photos opened, placed, and everything painted from the back to the front."""

import io
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from renderers.figures import Cell, Kolase
from renderers.ink.boxes import Shape, Tile
from renderers.ink.glyphs import Weight
from renderers.ink.lettering import count, said
from renderers.ink.marks import Mark, Shadows
from renderers.ink.tema import tema
from renderers.kolase import brush, card, footer, frames, poster, tiles
from renderers.kolase.formats import POTRET, Format
from renderers.kolase.frames import Photo
from renderers.kolase.tiles import kept
from renderers.photo import crop, emblem

_WHOLE = 0.94  # a cell that shows at least this share of a photo cuts no head
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
    return pool.map(lambda cell: frames.opened(job.folder / cell.foto, side), job.cells)


def arrange(
    kolase: Kolase, cells: Sequence[Cell], shapes: Sequence[Shape], form: Format = POTRET, *, varied: bool = False
) -> list[Tile]:
    """The places of all photos and captions, in the order of the cells."""
    texts = [said(cell.caption) for cell in cells]
    # Kept, because the arrangements that are tried ask for the same few widths.
    lines = cache(lambda i, size, wide: count(texts[i], Weight.SEMIBOLD, size, wide))
    return tiles.plan(shapes, form.area(footer.taller(kolase, form)), lines, form.limits, varied=varied)


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
    for number, (tile, cell) in enumerate(zip(placed, cells, strict=True)):
        yield from card.card(number, tile, cell, look)
    yield from footer.footer(kolase, form, look)


def place(job: Job, found: list[Photo], pool: ThreadPoolExecutor) -> tuple[list[Photo], list[Tile]]:
    """The photos and their places; faces, which take long, are looked for only where a cell would cut something off."""
    while True:
        shapes = [crop.shape(photo.seen, cell.geser) for photo, cell in zip(found, job.cells, strict=True)]
        placed = arrange(job.kolase, job.cells, shapes, job.form, varied=job.varied) if job.cells else []
        blind = [
            k for k, tile in enumerate(placed) if not found[k].known and kept(tile.photo, shapes[k].aspect) < _WHOLE
        ]
        if not blind:
            return found, list(map(_with_faces, placed, found, job.cells))
        seen = dict(zip(blind, pool.map(frames.looked_at, [found[k] for k in blind]), strict=True))
        found = [seen.get(k, photo) for k, photo in enumerate(found)]


def _with_faces(tile: Tile, photo: Photo, cell: Cell) -> Tile:
    return tile._replace(faces=frames.faces(photo, tile.photo, cell.geser))


def draw(job: Job, waiting: list[Photo], pool: ThreadPoolExecutor) -> bytes:
    """The sheet as JPEG bytes; `waiting`: its photos, as `opened` gave them."""
    kolase, scale, look = job.kolase, job.scale, tema(job.kolase.tema, job.kolase.pola)
    found, placed = place(job, waiting, pool)
    sizes = [brush.pixels(tile.photo, scale)[2:] for tile in placed]
    photos = list(pool.map(partial(frames.framed, tema=look), found, sizes, [cell.geser for cell in job.cells]))
    own = emblem.opened(job.folder / kolase.logo if kolase.logo else None, round(96 * scale))
    blank = brush.blank((job.form.wide, job.form.high), scale, look)
    sheet = brush.Sheet(blank, scale, look, photos, own)
    brush.render(sheet, compose(kolase, job.cells, placed, job.form, job.page, own_emblem=own is not None))
    out = io.BytesIO()
    sheet.image.save(out, "JPEG", quality=92, subsampling=0)
    return out.getvalue()
