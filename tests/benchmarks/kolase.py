"""A week as a picture: ours beside the floor and beside what people would use, same photos, cells and output."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import click

from renderers.figures import Cell
from renderers.ink.boxes import Shape
from renderers.kolase import kolase, sheet
from renderers.kolase.brush import pixels
from tests.benchmarks import kolase_peers, kolase_photos
from tests.benchmarks.kolase_ways import Placed
from tests.renderers.kolase.pekan import PEKAN

CASES = (
    (4, kolase_photos.TWELVE),
    (9, kolase_photos.TWELVE),
    (36, kolase_photos.TWELVE),
    (9, kolase_photos.FORTY_EIGHT),
)
LAST = (9, kolase_photos.TWELVE)


@dataclass
class Result:
    took: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    memory: float = 0.0


def compare(rounds: int, work: Path | None, peers: Path | None = None) -> None:
    """`peers`: a folder into which sharp and pyvips are installed first."""
    if peers:
        kolase_peers.fetch(peers)
    with ExitStack() as stack:
        folder = work or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for count, size in CASES:
            results = _case(folder, count, size, rounds)
            for line in _table(count, size, results):
                click.echo(line)
            if (count, size) == LAST:
                last = _ratio(results)
        click.echo(last)


def _case(folder: Path, count: int, size: tuple[int, int], rounds: int) -> dict[str, Result]:
    names = kolase_photos.make(folder / "foto", size, count)
    job = _job(folder / "foto", names)
    results: dict[str, Result] = {}
    with ExitStack() as stack:
        there = kolase_peers.runners(job, _job(folder / "siap", names), folder)
        runners = {name: stack.enter_context(one) for name, one in there}
        for _ in range(rounds + 1):
            for name, run in runners.items():
                took, work, memory = run()
                one = results.setdefault(name, Result())
                one.took.append(took)
                one.work.append(work)
                one.memory = max(one.memory, memory)
    # The first round warms files and libraries.
    return {name: Result(one.took[1:], one.work[1:], one.memory) for name, one in results.items()}


def _job(folder: Path, names: Sequence[str]) -> list[list[Placed]]:
    """The places our own layout gives to these photos; everybody fills the same ones."""
    cells = tuple(Cell(name, "Rapat Pleno Rutin", "Senin, 18 April 2022") for name in names)
    sheets = []
    for page in kolase.divide(cells).pages:
        placed = sheet.arrange(PEKAN, page, [Shape(4 / 3)] * len(page))
        boxes = [pixels(tile.photo, 1) for tile in placed]
        sheets.append([(str(folder / cell.foto), *box) for cell, box in zip(page, boxes, strict=True)])
    return sheets


def _table(count: int, size: tuple[int, int], results: dict[str, Result]) -> Iterator[str]:
    mega = round(size[0] * size[1] / 1e6)
    yield f"{count} photos of {mega} MP{'':10}{'ms':>8}{'x floor':>9}{'cpu ms':>8}{'MB':>6}"
    for name, one in results.items():
        took, work = median(one.took), median(one.work)
        yield f"{name:24}{took:>8.0f}{_beside(one, results['floor']):>9.2f}{work:>8.0f}{one.memory:>6.0f}"
    for name in kolase_peers.PEERS:
        if name not in results:
            yield f"{name:24} left out: not installed here"
    yield ""


def _beside(one: Result, other: Result) -> float:
    """The middle ratio of runs that stood side by side: another program on the machine slows both."""
    return median(a / b for a, b in zip(one.took, other.took, strict=True))


def _ratio(results: dict[str, Result]) -> str:
    ours, floor = results["ours"], results["floor"]
    best = min((name for name in kolase_peers.PEERS if name in results), key=lambda name: median(results[name].took))
    told = f"ratio ours:floor {_beside(ours, floor):.2f} ours:best-peer {_beside(ours, results[best]):.2f}"
    return f"{told} ({best})"
