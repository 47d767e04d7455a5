"""Faces are found where they are, at a size and in a time that a kolase can bear."""

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from renderers.photo import faces as photo_faces
from renderers.photo import yunet
from renderers.photo.faces import Face
from tests.benchmarks.heads import drawn
from tests.scenes import scene


def centre(face: Face) -> tuple[float, float]:
    return face.x + face.w / 2, face.y + face.h / 2


def near(one: Face, other: Face) -> bool:
    (x, y), (a, b) = centre(one), centre(other)
    return abs(x - a) < other.w / 2 and abs(y - b) < other.h / 2


def test_most_heads_of_the_drawn_scenes_are_found_and_little_else() -> None:
    found = missed = wrong = 0
    for _, picture, heads in list(drawn(0, (800, 600))):
        faces = photo_faces.found(picture)
        found += sum(any(near(face, head) for face in faces) for head in heads)
        missed += sum(not any(near(face, head) for face in faces) for head in heads)
        wrong += sum(not any(near(face, head) for head in heads) for face in faces)
    assert (found / (found + missed) > 0.9, wrong / found < 0.05) == (True, True)


@pytest.mark.parametrize("size", [(1, 1), (33, 1), (4000, 30), (320, 320)])
def test_pictures_of_any_shape_can_be_looked_at(size: tuple[int, int]) -> None:
    assert photo_faces.found(Image.new("RGB", size, (90, 120, 60))) == ()


def test_the_same_face_is_found_at_any_size() -> None:
    faces = [photo_faces.found(scene("english class", 1, size)) for size in ((400, 300), (1600, 1200))]
    assert [len(found) for found in faces] == [1, 1]
    assert near(faces[0][0], faces[1][0])


def test_a_face_counts_once() -> None:
    boxes = np.array([[0, 0, 10, 10, 0.9], [1, 1, 10, 10, 0.8], [40, 0, 10, 10, 0.7]], np.float32)
    assert [box[0] for box in yunet._apart(boxes).tolist()] == [0.0, 40.0]  # noqa: SLF001 - the rule in small


def test_numpy_starts_no_thread_of_its_own() -> None:
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"


def test_the_licence_of_the_weights_ships_beside_them() -> None:
    folder = Path(yunet.__file__).parent
    assert ((folder / "weights.npy").stat().st_size < 110_000, (folder / "LICENSE.txt").exists()) == (True, True)
