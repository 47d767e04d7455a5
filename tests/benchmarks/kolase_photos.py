"""Photos as heavy as a phone's: the drawn scenes under the grain of a sensor, 3 to 4 MB at 12 megapixels."""

import shutil
from pathlib import Path

from PIL import Image, ImageChops

from tests.scenes import SCENES, scene

TWELVE, FORTY_EIGHT = (4032, 3024), (8064, 6048)
_QUALITY = 90


def make(folder: Path, size: tuple[int, int], count: int, different: int = 9) -> list[str]:
    """`count` files, of which so many are different: what counts is that each is read and decoded."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"{size[0]}-{number}.jpg" for number in range(count)]
    for number, name in enumerate(names):
        target = folder / name
        if not target.exists() and number < different:
            _photo(number, size).save(target, quality=_QUALITY)
        elif not target.exists():
            shutil.copyfile(folder / names[number % different], target)
    return names


def _photo(number: int, size: tuple[int, int]) -> Image.Image:
    picture = scene(SCENES[number % len(SCENES)], number, (1008, 756)).resize(size, Image.Resampling.BICUBIC)
    for share, strength in ((1, 13), (3, 16), (12, 14)):
        grain = Image.effect_noise((size[0] // share, size[1] // share), strength).resize(
            size, Image.Resampling.BILINEAR
        )
        picture = ImageChops.add(picture, Image.merge("RGB", (grain,) * 3), 1, -128)
    return picture
