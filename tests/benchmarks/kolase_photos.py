"""Photos as heavy as a phone's: the drawn scenes under the grain of a sensor, 3 to 4 MB at 12 megapixels.

Made by a process of its own, `python -m tests.benchmarks.kolase_photos FOLDER WIDTH HEIGHT COUNT`: the kernel counts
the memory of who starts a program to that program as well.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageChops

from renderers.photo import prepared
from tests.scenes import SCENES, scene

TWELVE, FORTY_EIGHT = (4032, 3024), (8064, 6048)
_QUALITY = 90
DIFFERENT = 9  # what counts is that each is read and decoded


def make(folder: Path, size: tuple[int, int], count: int) -> list[str]:
    """The names of the photos in `folder`; the same ones with their small copies are in the folder `siap` beside it."""
    command = [sys.executable, "-m", __name__, str(folder), *map(str, size), str(count)]
    subprocess.run(command, check=True)
    return _names(size, count)


def _names(size: tuple[int, int], count: int) -> list[str]:
    return [f"{size[0]}-{number}.jpg" for number in range(count)]


def _make(folder: Path, size: tuple[int, int], count: int) -> None:
    for one in (folder, folder.with_name("siap")):
        one.mkdir(parents=True, exist_ok=True)
    names = _names(size, count)
    for number, name in enumerate(names):
        if not (folder / name).exists() and number < DIFFERENT:
            made(number, size).save(folder / name, quality=_QUALITY)
        elif not (folder / name).exists():
            shutil.copyfile(folder / names[number % DIFFERENT], folder / name)
        _prepare(folder / name, folder.with_name("siap") / name)


def _prepare(photo: Path, ready: Path) -> None:
    if not ready.exists():
        ready.symlink_to(photo.resolve())
        prepared.beside(ready).write_bytes(prepared.make(photo.read_bytes()))


def made(number: int, size: tuple[int, int]) -> Image.Image:
    picture = scene(SCENES[number % len(SCENES)], number, (1008, 756)).resize(size, Image.Resampling.BICUBIC)
    for share, strength in ((1, 6), (3, 10), (12, 14)):
        grain = Image.effect_noise((size[0] // share, size[1] // share), strength).resize(
            size, Image.Resampling.BILINEAR
        )
        picture = ImageChops.add(picture, Image.merge("RGB", (grain,) * 3), 1, -128)
    return picture


if __name__ == "__main__":
    _make(Path(sys.argv[1]), (int(sys.argv[2]), int(sys.argv[3])), int(sys.argv[4]))
