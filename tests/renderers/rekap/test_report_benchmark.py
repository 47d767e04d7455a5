"""The engines that the benchmark of reports compares make the same report."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks import report_inputs
from tests.benchmarks.report_content import content
from tests.benchmarks.report_runs import ENGINES, FLOOR, OURS, PYTHON, measure


@pytest.mark.slow
def test_every_engine_of_the_benchmark_makes_the_same_report(tmp_path: Path) -> None:
    report_inputs.prepare(tmp_path / "in", 1, 2)
    engines = {name: [sys.executable, str(ENGINES / file)] for name, file in PYTHON.items()}
    results = measure(engines, tmp_path / "in", 1, 60)
    assert {name: runs.ended for name, runs in results.items()} == dict.fromkeys(PYTHON, "")
    assert {len(runs.seconds) for runs in results.values()} == {1}
    (_, cells, pictures) = content(tmp_path / "in" / "out.docx")
    assert (cells > 1000, pictures > 3) == (True, True)
    assert {OURS, FLOOR} < set(results)
