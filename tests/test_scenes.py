"""The stand-ins for photos are the same on every draw and differ from one another."""

from tests.scenes import SCENES, scene


def test_a_scene_is_the_same_twice() -> None:
    assert scene("plenary", 3, (160, 120)).tobytes() == scene("plenary", 3, (160, 120)).tobytes()


def test_every_scene_and_seed_is_a_picture_of_its_own() -> None:
    pictures = {scene(name, seed, (96, 72)).tobytes() for name in SCENES for seed in (0, 1)}
    assert len(pictures) == 2 * len(SCENES)


def test_scenes_come_in_any_shape() -> None:
    assert [scene("apel", 0, size).size for size in ((160, 90), (90, 160), (100, 100))] == [
        (160, 90),
        (90, 160),
        (100, 100),
    ]
