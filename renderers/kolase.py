"""The kolase of a pekan: captioned photos between the header and the footer of the office, as JPEG sheets."""

import io
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import accumulate
from pathlib import Path

from PIL import Image

from renderers import cards, frames, paint, poster, tiles
from renderers.figures import Cell, Kolase
from renderers.glyphs import Weight
from renderers.lettering import clean, count
from renderers.tiles import Box, Tile

AREA = Box(
    poster.EDGE,
    poster.HEADER + poster.TITLE + 4,
    poster.WIDE - 2 * poster.EDGE,
    poster.HIGH - poster.HEADER - poster.TITLE - 4 - poster.FOOTER - 24,
)


def draw(kolase: Kolase, folder: Path) -> list[bytes]:
    """One JPEG for every nine photos or fewer; several sheets are filled evenly."""
    sizes = tiles.sheets(len(kolase.cells)) or [0]
    ends = list(accumulate(sizes))
    pages = [kolase.cells[end - size : end] for size, end in zip(sizes, ends, strict=True)]
    names = [f"{k} / {len(pages)}" if len(pages) > 1 else "" for k in range(1, len(pages) + 1)]
    return [_sheet(kolase, cells, folder, name) for cells, name in zip(pages, names, strict=True)]


def arrange(cells: Sequence[Cell], folder: Path) -> list[Tile]:
    """Where each photo and caption stands."""
    texts = [clean(cell.caption) for cell in cells]
    aspects = [frames.aspect(folder / cell.foto) for cell in cells]
    # The same few widths come up in most arrangements that are tried.
    lines = cache(lambda i, size, wide: count(texts[i], Weight.SEMIBOLD, size, wide))
    return tiles.plan(aspects, AREA, lines)


def _sheet(kolase: Kolase, cells: Sequence[Cell], folder: Path, page: str) -> bytes:
    sheet = Image.new("RGB", (poster.WIDE, poster.HIGH), paint.PAPER)
    emblem = frames.logo(folder / kolase.logo if kolase.logo else None, 96)
    poster.header(sheet, kolase, emblem)
    poster.title(sheet, kolase, page)
    if cells:
        _cards(sheet, cells, folder)
    else:
        poster.nothing(sheet)
    poster.footer(sheet, kolase)
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=92, subsampling=0)
    return out.getvalue()


def _cards(sheet: Image.Image, cells: Sequence[Cell], folder: Path) -> None:
    placed = arrange(cells, folder)
    sizes = [(round(tile.photo.w), round(tile.photo.h)) for tile in placed]
    # libjpeg and the resampler release the interpreter lock: two photos are decoded at once.
    with ThreadPoolExecutor(2) as pool:
        photos = list(pool.map(frames.framed, [folder / cell.foto for cell in cells], sizes))
    paint.shadows(sheet, [tile.card for tile in placed], cards.RADIUS)
    for tile, photo, cell in zip(placed, photos, cells, strict=True):
        cards.draw(sheet, tile, photo, cell.caption, cell.tanggal)
