"""The kolase of a pekan: captioned photos between the header and the footer of the office, as JPEG sheets."""

import io
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate
from pathlib import Path

from renderers import brush, cards, frames, kaki, poster, potong, tiles
from renderers.figures import Cell, Kolase
from renderers.formats import MOST, POTRET, Format
from renderers.frames import Photo
from renderers.glyphs import Weight
from renderers.lettering import count, lost, said
from renderers.marks import Mark, Shadows
from renderers.tema import tema
from renderers.tiles import Shape, Tile
from renderers.weigh import kept

_WHOLE = 0.97  # a cell that shows this much of a photo cuts nobody
WORKERS = 2  # libjpeg and the resampler release the interpreter lock; a third photo at once would only cost memory
# How much of the width of all cards a photo may take, by the number of photos: it is decoded no larger.
_SHARES = ((7, 0.42), (2, 0.52), (0, 1.1))


@dataclass(frozen=True)
class Divided:
    """The cells of each sheet, and those for which a fixed number of sheets has no room."""

    pages: tuple[tuple[Cell, ...], ...]
    sisa: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Drawn:
    """`sisa`: the captions that found no place; `catatan`: what could not be written, as sentences."""

    sheets: tuple[bytes, ...]
    sisa: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()


@dataclass(frozen=True)
class Job:
    """One sheet to be drawn."""

    kolase: Kolase
    cells: tuple[Cell, ...]
    folder: Path
    form: Format = POTRET
    scale: float = 1
    page: str = ""


def draw(
    kolase: Kolase, folder: Path, form: Format = POTRET, scale: float = 1, lembar: int | None = None
) -> list[bytes]:
    """One JPEG for every nine photos or fewer; several sheets are filled evenly."""
    return list(draw_all(kolase, folder, form, scale, lembar).sheets)


def draw_all(kolase: Kolase, folder: Path, form: Format = POTRET, scale: float = 1, lembar: int | None = None) -> Drawn:
    """The sheets, in as many as `lembar` says where it does, and what is to be told about them."""
    parts = divide(kolase.cells, form, lembar)
    names = [f"{k} / {len(parts.pages)}" if len(parts.pages) > 1 else "" for k in range(1, len(parts.pages) + 1)]
    with ThreadPoolExecutor(WORKERS) as pool:
        jobs = [Job(kolase, cells, folder, form, scale, name) for cells, name in zip(parts.pages, names, strict=True)]
        drawn = [_sheet(job, pool) for job in jobs]
    return Drawn(tuple(drawn), tuple(said(cell.caption) for cell in parts.sisa), tuple(_notes(kolase.cells)))


def divide(cells: Sequence[Cell], form: Format = POTRET, lembar: int | None = None) -> Divided:
    """Cells in their order over sheets that are evenly filled; the last ones stay over where sheets are fixed."""
    room = MOST * lembar if lembar else len(cells)
    shown = cells[:room]
    sizes = tiles.evenly(len(shown), lembar) if lembar else tiles.sheets(len(shown), form.limits.cells) or [0]
    ends = list(accumulate(sizes))
    pages = tuple(tuple(shown[end - size : end]) for size, end in zip(sizes, ends, strict=True) if size or end == 0)
    return Divided(pages[:1] + tuple(page for page in pages[1:] if page), tuple(cells[room:]))


def _notes(cells: Sequence[Cell]) -> Iterator[str]:
    for cell in cells:
        if letters := lost(cell.caption):
            yield f"Huruf {letters} pada “{said(cell.caption)}” ({cell.tanggal}) tidak dapat ditulis di kolase."


def arrange(kolase: Kolase, cells: Sequence[Cell], shapes: Sequence[Shape], form: Format = POTRET) -> list[Tile]:
    """Where each photo and caption stands."""
    texts = [said(cell.caption) for cell in cells]
    # The same few widths come up in most arrangements that are tried.
    lines = cache(lambda i, size, wide: count(texts[i], Weight.SEMIBOLD, size, wide))
    return tiles.plan(shapes, form.area(kaki.taller(kolase, form)), lines, form.limits)


def compose(
    kolase: Kolase, cells: Sequence[Cell], placed: Sequence[Tile], form: Format, page: str, *, own_emblem: bool
) -> Iterator[Mark]:
    """Everything that stands on a sheet, from the back to the front."""
    look = tema(kolase.tema, kolase.pola)
    yield from poster.header(kolase, form, look, own_emblem=own_emblem)
    yield from poster.title(kolase, form, look, page)
    if not cells:
        yield from poster.nothing(form.area(kaki.taller(kolase, form)), look)
    yield Shadows(tuple(tile.card for tile in placed), cards.RADIUS, look.bayang)
    for number, (tile, cell) in enumerate(zip(placed, cells, strict=True)):
        yield from cards.card(number, tile, cell, look)
    yield from kaki.footer(kolase, form, look)


def place(job: Job, pool: ThreadPoolExecutor) -> tuple[list[Photo], list[Tile]]:
    """The photos and their places. Faces are looked for only where something would be cut off."""
    share = next(share for least, share in _SHARES if len(job.cells) >= least)
    side = job.form.area().w * job.scale * share
    found = list(pool.map(lambda cell: frames.opened(job.folder / cell.foto, side), job.cells))
    while True:
        shapes = [potong.shape(photo.seen, cell.geser) for photo, cell in zip(found, job.cells, strict=True)]
        placed = arrange(job.kolase, job.cells, shapes, job.form) if job.cells else []
        blind = [
            k for k, tile in enumerate(placed) if not found[k].known and kept(tile.photo, shapes[k].aspect) < _WHOLE
        ]
        if not blind:
            return found, placed
        for k, photo in zip(blind, pool.map(frames.looked_at, [found[k] for k in blind]), strict=True):
            found[k] = photo


def _sheet(job: Job, pool: ThreadPoolExecutor) -> bytes:
    kolase, scale, look = job.kolase, job.scale, tema(job.kolase.tema, job.kolase.pola)
    found, placed = place(job, pool)
    sizes = [brush.pixels(tile.photo, scale)[2:] for tile in placed]
    photos = list(pool.map(partial(frames.framed, tema=look), found, sizes, [cell.geser for cell in job.cells]))
    emblem = frames.logo(job.folder / kolase.logo if kolase.logo else None, round(96 * scale))
    blank = brush.blank((job.form.wide, job.form.high), scale, look)
    sheet = brush.Sheet(blank, scale, look, photos, emblem)
    brush.render(sheet, compose(kolase, job.cells, placed, job.form, job.page, own_emblem=emblem is not None))
    out = io.BytesIO()
    sheet.image.save(out, "JPEG", quality=92, subsampling=0)
    return out.getvalue()
