"""The quarterly report: ours beside a floor and what people would use instead; whole processes, the same data."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeVar

from renderers.clean import clean
from renderers.figures import Cell, Kolase
from renderers.kolase import kolase
from renderers.photo import emblem
from renderers.rekap import charts, document, rekap
from renderers.rekap.pictures import Material, Sheet
from renderers.word import contents, office
from tests.benchmarks import report_data, report_inputs
from tests.benchmarks.report_runs import FLOOR, OURS, Runs, commands, measure

T = TypeVar("T")
SHEETS, MANY = 13, 130
CELLS = 6


def compare(scales: tuple[int, ...], rounds: int, limit: float, cache: Path) -> None:
    engines, skipped = commands(cache)
    results: dict[str, dict[str, Runs]] = {}
    with TemporaryDirectory(prefix="bench-") as name:
        sizes = [(f"x{scale}", scale, SHEETS) for scale in scales] + [(f"x1, {MANY} pictures", 1, MANY)]
        for label, scale, sheets in sizes:
            folder = Path(name) / label
            report_inputs.prepare(folder, scale, sheets)
            results[label] = measure(engines, folder, rounds if label == "x1" else min(3, rounds), limit)
    _table(results, skipped)
    _whole()
    _growth(results, scales)
    _ratio(results[f"x{scales[0]}"])


def _table(results: Mapping[str, Mapping[str, Runs]], skipped: str) -> None:
    print("one report, .docx without LibreOffice: median seconds of whole processes / peak MB")  # noqa: T201 - the table is what this is for
    print(f"{'':22}" + "".join(f"{label:>20}" for label in results))  # noqa: T201
    for name in next(iter(results.values())):
        print(f"{name:22}" + "".join(f"{f'{of[name].took()} / {of[name].peak()}':>20}" for of in results.values()))  # noqa: T201
    if skipped:
        print(skipped)  # noqa: T201


def _growth(results: Mapping[str, Mapping[str, Runs]], scales: tuple[int, ...]) -> None:
    print("growth, each size to the next (ten times the data)")  # noqa: T201
    for name in next(iter(results.values())):
        taken = [results[f"x{scale}"][name].seconds for scale in scales]
        pairs = pairwise([median(seconds) if seconds else 0.0 for seconds in taken])
        print(f"{name:22}" + " ".join(f"{b / a:.1f}" if a and b else "-" for a, b in pairs))  # noqa: T201


def _ratio(at_one: Mapping[str, Runs]) -> None:
    took = {name: median(runs.seconds) for name, runs in at_one.items() if runs.seconds}
    ours, floor = took.pop(OURS), took.pop(FLOOR)
    peer = min(took, key=lambda name: took[name])
    print(f"ratio ours:floor {ours / floor:.2f} ours:best-peer {ours / took[peer]:.2f} ({peer})")  # noqa: T201


def _whole() -> None:
    """In one process, once: what a person waits for."""
    print("whole report incl. pictures, seconds")  # noqa: T201
    figures = clean(report_data.rekap(1))
    with TemporaryDirectory(prefix="bench-") as name:
        weeks = _weeks(Path(name))
        drawn = _timed(
            f"kolase ({SHEETS} sheets of {CELLS} photos, 12 megapixels each)", lambda: _sheets(weeks, Path(name))
        )
    diagram = _timed("diagrams", lambda: charts.diagrams(figures))
    bahan = Material(emblem.emblem(), drawn, (), diagram)
    written = _timed("document", lambda: document.assemble(figures, bahan))
    _timed("zip and gate", lambda: document.finished(written, None))
    if soffice := office.program():
        guessed = contents.guess(written.plan)
        _timed("pages and PDF (LibreOffice)", lambda: office.pdf(document.for_office(written, guessed), soffice))


def _timed(what: str, do: Callable[[], T]) -> T:
    began = time.perf_counter()
    result = do()
    print(f"  {time.perf_counter() - began:6.2f}  {what}")  # noqa: T201
    return result


def _weeks(folder: Path) -> list[Kolase]:
    for n in range(CELLS):
        report_data.photo(n).save(folder / f"{n}.jpg", quality=85)
    cells = tuple(Cell(f"{n}.jpg", f"Rapat koordinasi ke-{n + 1}", "Senin, 18 April 2022") for n in range(CELLS))
    week = Kolase("KPU", "Sukamaju", ("Satu",), "Kegiatan KPU", "", "", cells, "laman.id", ())
    return [replace(week, pekan=f"Pekan ke-{n + 1}") for n in range(SHEETS)]


def _sheets(weeks: list[Kolase], folder: Path) -> list[Sheet]:
    return [sheet for week in weeks for sheet in rekap.sheets_of(week, kolase.draw(week, folder))]
