"""The passages of the report that our own template prints, as its source names them."""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
PASSAGE = re.compile(r"(.*)\{naskah (\w+)\.(\w+)\}")
"""A line of prosa.txt that prints one: its style, the chapter, the key."""


@cache
def passages() -> tuple[tuple[str, str], ...]:
    """Chapter and key of each, in the order of the report."""
    told = (PASSAGE.fullmatch(line) for line in (FOLDER / "prosa.txt").read_text("utf-8").splitlines())
    return tuple((found[2], found[3]) for found in told if found)
