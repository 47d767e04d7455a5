"""Write the pictures of the sample: `python -m tests.scenes DIR`."""

import sys
from pathlib import Path

from tests.scenes import scene

WIDE, BROAD, TALL = (1600, 1200), (1600, 1067), (1200, 1600)
# One line a picture, in the order in which the sample numbers them: scene, seed, size.
SAMPLE: tuple[tuple[str, int, tuple[int, int]], ...] = (
    ("english class", 1, WIDE),
    ("boardroom", 0, WIDE),
    ("briefing", 2, BROAD),
    ("plenary", 4, WIDE),
    ("ceremony", 0, WIDE),
    ("handover", 5, BROAD),
    ("training", 1, WIDE),
    ("plenary", 10, BROAD),
    ("english class", 8, TALL),
    ("facing", 4, WIDE),
    ("facing", 7, BROAD),
    ("talk show", 3, BROAD),
    ("apel", 8, WIDE),
    ("boardroom", 6, BROAD),
    ("training", 11, BROAD),
    ("plenary", 3, WIDE),
    ("panel", 0, WIDE),
    ("flag ceremony", 0, BROAD),
    ("gathering", 4, BROAD),
    ("desks", 2, WIDE),
    ("apel", 2, BROAD),
    ("boardroom", 9, WIDE),
    ("plenary", 1, TALL),
    ("huddle", 11, WIDE),
    ("launch", 9, BROAD),
    ("hall", 1, WIDE),
    ("jambore", 0, BROAD),
    ("visit", 6, WIDE),
    ("facing", 8, BROAD),
    ("lobby", 4, TALL),
    ("hearing", 2, WIDE),
    ("courtesy", 7, WIDE),
    ("council", 5, BROAD),
    ("breakfast", 3, WIDE),
)


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, seed, size) in enumerate(SAMPLE, 1):
        scene(name, seed, size).save(folder / f"{number:02}.jpg", quality=74, optimize=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
