"""The quarterly report: ours beside a floor and what people would use instead; whole processes, the same data."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks import report_inputs, report_whole
from tests.benchmarks.report_runs import FLOOR, OURS, Runs, commands, measure

SHEETS, MANY = 13, 130


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
    report_whole.compare(min(3, rounds))
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
