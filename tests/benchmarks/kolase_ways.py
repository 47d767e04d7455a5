"""The ways of making the picture of a week, each a process of its own that is told when to run: its own memory, its own
threads, everything imported. `python -m tests.benchmarks.kolase_ways WAY JOB`; answers milliseconds passed
and worked, and megabytes.
"""

import io
import json
import math
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageOps

from renderers.figures import Cell
from renderers.ink.tema import MARUN
from renderers.kolase import frames, kolase
from renderers.photo.crop import Seen
from tests.renderers.kolase.pekan import PEKAN

Placed = tuple[str, int, int, int, int]
"""File, left, top, width, height."""
SIZE = (1080, 1350)


def _sheet(photos: Sequence[Image.Image], places: Sequence[Placed]) -> bytes:
    sheet = Image.new("RGB", SIZE, MARUN.paper)
    for photo, (_, x, y, *_size) in zip(photos, places, strict=True):
        sheet.paste(photo, (x, y))
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=92, subsampling=0)
    return out.getvalue()


def floor(sheets: list[list[Placed]], threads: int) -> None:
    """Nothing but what nobody can do without: a scaled decoding of every photo, one encoding of every sheet."""

    def decode(place: Placed) -> Image.Image:
        name, _, _, wide, high = place
        with Image.open(name, formats=["JPEG"]) as image:
            scale = max(wide / image.width, high / image.height)
            image.draft("RGB", (math.ceil(image.width * scale), math.ceil(image.height * scale)))
            image.load()
            return image.crop((0, 0, wide, high))

    with ThreadPoolExecutor(threads) as pool:
        for places in sheets:
            _sheet(list(pool.map(decode, places)), places)


def pixels(sheets: list[list[Placed]]) -> None:
    """Ours without faces, words and ornaments: the same photos in the same cells."""

    def framed(place: Placed) -> Image.Image:
        name, _, _, wide, high = place
        with Image.open(name, formats=["JPEG"]) as image:
            aspect = image.width / image.height
        return frames.framed(frames.Photo(Path(name), Seen(aspect)), (wide, high), "", MARUN)

    with ThreadPoolExecutor(kolase.WORKERS) as pool:
        for places in sheets:
            _sheet(list(pool.map(framed, places)), places)


def poster(sheets: list[list[Placed]]) -> None:
    """Ours, whole: faces, layout, words and ornaments."""
    names = [Path(place[0]) for places in sheets for place in places]
    cells = tuple(Cell(name.name, f"Rapat Pleno Rutin ke-{k}", "Senin, 18 April 2022") for k, name in enumerate(names))
    kolase.draw(replace(PEKAN, cells=cells), names[0].parent)


def naive(sheets: list[list[Placed]]) -> None:
    for places in sheets:
        photos = []
        for name, _, _, wide, high in places:
            with Image.open(name) as image:
                photos.append(ImageOps.fit(ImageOps.exif_transpose(image), (wide, high), Image.Resampling.LANCZOS))
        _sheet(photos, places)


def vips(sheets: list[list[Placed]]) -> None:
    import pyvips

    for places in sheets:
        sheet = pyvips.Image.black(*SIZE, bands=3).copy(interpretation="srgb") + list(MARUN.paper)
        sheet = sheet.cast("uchar")
        for name, x, y, wide, high in places:
            sheet = sheet.insert(pyvips.Image.thumbnail(name, wide, height=high, crop="centre"), x, y)
        sheet.jpegsave_buffer(Q=92, subsample_mode="off")


WAYS: dict[str, Callable[[list[list[Placed]]], None]] = {
    "floor": lambda sheets: floor(sheets, 2),
    "floor, one thread": lambda sheets: floor(sheets, 1),
    "ours, pixels only": pixels,
    "ours": poster,
    "ours, prepared": poster,
    "naive Pillow": naive,
    "pyvips": vips,
}


def _memory(what: str) -> float:
    """VmRSS now, VmHWM at its peak; the peak that getrusage knows is that of the parent as well."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines())
    return int(status[what].split()[0]) / 1024


def main(way: str, job: str) -> None:
    sheets = json.loads(job)
    if way == "pyvips":
        import pyvips

        assert pyvips.cache_set_max(0) is None
    idle = _memory("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    for _ in sys.stdin:
        began, worked = time.perf_counter(), time.process_time()
        WAYS[way](sheets)
        took, work = (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000
        print(f"{took:.1f} {work:.1f} {_memory('VmHWM') - idle:.1f}", flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
