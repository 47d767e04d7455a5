"""The kolase of a pekan: captioned photos between the header and the footer of the office, as JPEG sheets."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from renderers.figures import Cell, Kolase
from renderers.ink.lettering import lost, said
from renderers.kolase import sheet, tiles
from renderers.kolase.formats import MOST, POTRET, Format
from renderers.kolase.sheet import Job

WORKERS = 2  # libjpeg and the resampler release the interpreter lock; a third photo at once would only cost memory

LONG, WITH_LONG = 90, 6  # letters that three lines of a narrow card hold; cells of a sheet with many longer titles


@dataclass(frozen=True)
class Divided:
    """`pages`: the cells of each sheet; `sisa`: those for which a fixed number of sheets has no room."""

    pages: tuple[tuple[Cell, ...], ...]
    sisa: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Drawn:
    """`sheets`: JPEG bytes; `sisa`: captions of photos without a place; `catatan`: sentences on lost letters."""

    sheets: tuple[bytes, ...]
    sisa: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()


def draw(
    kolase: Kolase, folder: Path, form: Format = POTRET, scale: float = 1, lembar: int | None = None
) -> list[bytes]:
    """The sheets as JPEG bytes, evenly filled; see draw_all."""
    return list(draw_all(kolase, folder, form, scale, lembar).sheets)


def draw_all(kolase: Kolase, folder: Path, form: Format = POTRET, scale: float = 1, lembar: int | None = None) -> Drawn:
    """The sheets of a pekan and a remark about photos that cannot be read, which are left blank. `folder`: that of the
    photos; `form`: the format; `scale`: pixels to its unit; `lembar`: number of sheets, None for as many as the photos
    need."""
    parts = divide(kolase.cells, form, lembar)
    names = [f"{k} / {len(parts.pages)}" if len(parts.pages) > 1 else "" for k in range(1, len(parts.pages) + 1)]
    with ThreadPoolExecutor(WORKERS) as pool:
        jobs = [
            Job(kolase, cells, folder, form, scale, name, varied=k % 2 == 1)
            for k, (cells, name) in enumerate(zip(parts.pages, names, strict=True))
        ]
        drawn = tuple(one.result() for one in [*_sheets(jobs, pool)])
    return Drawn(drawn, tuple(said(cell.caption) for cell in parts.sisa), tuple(_notes(kolase.cells)))


def _sheets(jobs: Sequence[Job], pool: ThreadPoolExecutor) -> Iterator[Future[bytes]]:
    """The photos of the next sheet are opened while this one is drawn, and it is encoded while the next one is."""
    waiting = sheet.opened(jobs[0], pool)
    for job, following in zip(jobs, [*jobs[1:], None], strict=True):
        found = list(waiting)
        waiting = sheet.opened(following, pool) if following else iter(())
        yield sheet.draw(job, found, pool)


def divide(cells: Sequence[Cell], form: Format = POTRET, lembar: int | None = None) -> Divided:
    """The cells in their order on evenly filled sheets; the last are left over where `lembar` sheets have no room."""
    room = MOST * lembar if lembar else len(cells)
    shown = cells[:room]
    sizes = tiles.evenly(len(shown), lembar) if lembar else tiles.sheets(len(shown), _most(shown, form)) or [0]
    ends = list(accumulate(sizes))
    pages = tuple(tuple(shown[end - size : end]) for size, end in zip(sizes, ends, strict=True) if size or end == 0)
    return Divided(pages[:1] + tuple(page for page in pages[1:] if page), tuple(cells[room:]))


def _most(cells: Sequence[Cell], form: Format) -> int:
    """The most cells of a sheet: fewer where most of them have titles that need wide cards."""
    long = sum(len(cell.caption) > LONG for cell in cells)
    return min(WITH_LONG, form.limits.cells) if 2 * long > len(cells) else form.limits.cells


def _notes(cells: Sequence[Cell]) -> Iterator[str]:
    for cell in cells:
        if letters := lost(cell.caption):
            kind = "Huruf" if letters.isalpha() else "Tanda"
            yield f"{kind} {letters} pada “{said(cell.caption)}” ({cell.tanggal}) tidak dapat ditulis di kolase."
