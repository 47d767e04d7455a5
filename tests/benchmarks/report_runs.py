"""An engine as a whole process: how long, how much memory, and whether it made the same report as the others."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.benchmarks.report_content import content

FLOOR, OURS, NODE = "floor (zip, write)", "ours", "docxtemplater (npm)"
ENGINES = Path(__file__).parent / "report_engines"
ROOT = Path(__file__).parents[2]
PYTHON = {
    FLOOR: "floor.py",
    OURS: "ours.py",
    "docxtpl": "docxtpl_.py",
    "python-docx by cells": "python_docx.py",
}
PACKAGES = ("docxtemplater@3.71.0", "docxtemplater-image-module-free@1.1.1", "pizzip@3.2.0")
Command = Sequence[str]


@dataclass
class Runs:
    """Seconds and peak megabytes of each run; `ended`: why there are none."""

    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    ended: str = ""

    def took(self) -> str:
        return self.ended or f"{median(self.seconds):.3f}"

    def peak(self) -> str:
        return f"{max(self.megabytes):.0f}" if self.megabytes else "-"


def commands(cache: Path) -> tuple[dict[str, Command], str]:
    """The engines that can run here, and why one cannot."""
    found: dict[str, Command] = {name: [sys.executable, str(ENGINES / file)] for name, file in PYTHON.items()}
    node = shutil.which("node")
    if not (node and shutil.which("npm")):
        return found, f"{NODE}: skipped, node and npm are not installed here"
    npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(cache), *PACKAGES]
    if subprocess.run(npm, capture_output=True, timeout=300, check=False).returncode:
        return found, f"{NODE}: skipped, npm could not install it"
    return found | {NODE: [node, str(ENGINES / "docxtemplater.cjs"), str(cache)]}, ""


def measure(engines: Mapping[str, Command], folder: Path, rounds: int, limit: float) -> dict[str, Runs]:
    """The first round is not counted: it checks the content and fills every cache."""
    results = {name: Runs() for name in engines}
    made: dict[str, tuple[str, int, int]] = {}
    for turn in range(rounds + 1):
        for name, runs in results.items():
            if runs.ended:
                continue
            try:
                seconds, megabytes = _run(engines[name], folder, limit)
            except subprocess.SubprocessError as error:
                if name in {OURS, FLOOR}:
                    raise
                runs.ended = str(error)
            else:
                runs.seconds += [seconds] if turn else []
                runs.megabytes += [megabytes] if turn else []
                made |= {} if turn else {name: content(folder / "out.docx")}
    if len(set(made.values())) > 1:
        raise SystemExit(f"the engines did not make the same report: {made}")
    return results


def _run(command: Command, folder: Path, limit: float) -> tuple[float, float]:
    target = folder / "out.docx"
    target.unlink(missing_ok=True)
    watch = [sys.executable, "-S", str(ENGINES / "stopwatch.py"), f"{limit:.0f}", *command, str(folder), str(target)]
    told = subprocess.run(watch, capture_output=True, text=True, check=True, env=_environment())
    seconds, megabytes, code = map(float, told.stdout.splitlines()[-1].split())
    if code == -signal.SIGKILL:
        raise subprocess.SubprocessError(f">{limit:.0f}")
    if code:
        raise subprocess.SubprocessError("failed")
    return seconds, megabytes


def _environment() -> dict[str, str]:
    """As installed: modules of Python are compiled once, ours as well."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return plain | {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "bakohumas-pyc")}
