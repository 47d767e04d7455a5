"""Whoever has LibreOffice print may be killed at any moment: neither a process nor a document of it stays."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from renderers.templat_bawaan import build
from renderers.word import office
from renderers.word.ooxml import pack
from tests.patience import PATIENCE

SOFFICE = office.program()
# One that starts LibreOffice and then lies still, and one that has a document printed.
WAITING = """
import sys, time
from renderers.word.printing.ahead import ahead
with ahead(sys.argv[1]):
    time.sleep(600)
"""
PRINTING = """
import sys
from renderers.word import office
while True:
    office.pdf(sys.stdin.buffer.read(), sys.argv[1])
"""

pytestmark = pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="the system tells of no processes")


def about(folder: Path) -> dict[int, str]:
    """The processes that work in a folder or below it, and their command lines."""
    return dict(_about(folder))


def _about(folder: Path) -> Iterator[tuple[int, str]]:
    for process in Path("/proc").glob("[0-9]*"):
        try:
            place, words = (process / "cwd").readlink(), (process / "cmdline").read_bytes()
        except OSError:
            continue
        if place.is_relative_to(folder) or str(folder).encode() in words:
            yield int(process.name), words.replace(b"\0", b" ").decode(errors="replace")


def until(fits: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE
    while not fits():
        assert time.monotonic() < ends
        time.sleep(0.02)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("code", [WAITING, PRINTING], ids=["waiting for a document", "printing one"])
def test_it_ends_with_its_owner(tmp_path: Path, code: str) -> None:
    docx = tmp_path / "laporan.docx"
    docx.write_bytes(pack(build.parts()))
    own = tmp_path / "own"
    own.mkdir()
    with docx.open("rb") as given:
        owner = subprocess.Popen(
            [sys.executable, "-c", code, SOFFICE or ""], env=os.environ | {"TMPDIR": str(own)}, stdin=given
        )
    with owner:
        try:
            until(lambda: any("soffice.bin" in words for words in about(own).values()))
        finally:
            owner.kill()
    until(lambda: about(own) == {})
    until(lambda: [*own.iterdir()] == [])
