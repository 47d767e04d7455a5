"""Recipes out of a page: its diff blocks applied to a copy of the project, its sh blocks run there."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "mengembangkan.md"
PARTS = ("bot", "handlers", "storage", "renderers", "tests")
# What Python has compiled goes along: it is as old as its source there too.
HEAVY = shutil.ignore_patterns("foto", "transcripts", "panduan", "*.heic", "*.png")
BLOCK = re.compile(r"^```(diff|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def recipes() -> dict[str, str]:
    """Title -> text, of the six."""
    six = PAGE.read_text("utf-8").split("\n## Six recipes\n")[1].split("\n## ")[0]
    _, *parts = re.split(r"^### (.+)$", six, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def copied(folder: Path) -> Path:
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=HEAVY)
    for file in ("README.md", "pyproject.toml"):
        shutil.copyfile(ROOT / file, folder / file)
    return folder


def apply(recipe: str, folder: Path) -> list[str]:
    """The files that a person wrote to; what a command makes is not among them."""
    touched: list[str] = []
    for kind, block in BLOCK.findall(recipe):
        if kind == "sh":
            run(folder, *shlex.split(block)[1:])
        for name, hunks in _files(block) if kind == "diff" else ():
            path = folder / name
            path.write_text(_changed(path.read_text("utf-8") if path.exists() else "", hunks), "utf-8")
            touched.append(name)
    return touched


def run(folder: Path, *words: str) -> None:
    """Python in that folder, whose modules come first."""
    environment = {k: v for k, v in os.environ.items() if k != "TEST_DATABASE_URL"} | {"PYTHONPATH": str(folder)}
    command = [sys.executable, *words]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout[-3000:]}{done.stderr[-1000:]}"


def _files(block: str) -> Iterator[tuple[str, list[list[str]]]]:
    _, *parts = re.split(r"^--- (.+)\n", block, flags=re.MULTILINE)
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        yield name, [hunk.splitlines() for hunk in re.split(r"^@@\n", text, flags=re.MULTILINE)]


def _changed(text: str, hunks: Sequence[Sequence[str]]) -> str:
    lines = text.splitlines()
    for hunk in hunks:
        old = [line for line in hunk if not line.startswith("+")]
        (at,) = [n for n in range(len(lines) - len(old) + 1) if _fits(old, lines[n:])] if old else [0]
        lines[at : at + len(old)] = _new(hunk, lines[at : at + len(old)])
    return "\n".join(lines) + "\n"


def _fits(old: Sequence[str], there: Sequence[str]) -> bool:
    """What stays is known by how it begins, what goes must be the whole line."""
    pairs = zip(old, there, strict=False)
    return all(line == one[1:] if one.startswith("-") else line.startswith(one[1:]) for one, line in pairs)


def _new(hunk: Sequence[str], there: Sequence[str]) -> Iterator[str]:
    left = iter(there)
    for line in hunk:
        kept = line[1:] if line.startswith("+") else next(left)
        if not line.startswith("-"):
            yield kept
