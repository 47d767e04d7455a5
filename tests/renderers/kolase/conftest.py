"""The photos of the week, in a folder of their own."""

from pathlib import Path

import pytest

from tests.scenes import scene


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("foto")
    drawn = (("plenary", 10, (600, 400)), ("english class", 1, (600, 450)), ("facing", 4, (600, 450)))
    more = (("facing", 7, (600, 400)), ("talk show", 3, (600, 400)), ("lobby", 4, (450, 600)), ("hall", 1, (640, 360)))
    for number, (name, seed, size) in enumerate(drawn + more, 1):
        scene(name, seed, size).save(where / f"{number}.jpg", quality=85)
    return where
