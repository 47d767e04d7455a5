"""A mild tone for photos that were taken too dark; those of a night or of a projector stay as they are."""

from functools import lru_cache
from math import log

from PIL import Image

# Brightness of 0 to 255. A photo is too dark if half of it is darker than MIDDLE and nothing in it is brighter than
# LIGHT: lamps, a screen or a window say that the darkness was there. Below NIGHT nothing is to be seen anyway.
MIDDLE, LIGHT, NIGHT = 96, 172, 14
AIM, WHITE = 100, 235  # the brightness that its middle should reach, and the most of its lightest thing
# Never more than this. First all of it becomes brighter alike, which keeps its contrasts: darkness alone made lighter
# lies on the photo like a grey veil.
GAIN, GAMMA = 1.9, 0.85
_GRID = 96  # pixels of the long side at which a photo is measured


def toned(photo: Image.Image) -> Image.Image:
    """The photo, brighter where it is too dark."""
    small = photo.reduce(max(1, max(photo.size) // _GRID))
    # The strongest of the three colours: a stage in red or blue light is not dark.
    middle, light = measured(small.convert("HSV").getchannel("V").histogram())
    if not NIGHT < middle < MIDDLE or light > LIGHT:
        return photo
    return photo.point(_table(middle, light) * 3)


def measured(histogram: list[int]) -> tuple[int, int]:
    """The brightness of the middle and that of the lightest thing of some size."""
    total, seen, middle = sum(histogram), 0, 0
    for value, count in enumerate(histogram):
        middle = middle or (value if seen + count >= total / 2 else 0)
        seen += count
        if seen >= total * 0.9993:
            return middle, value
    return middle, 255


@lru_cache(maxsize=64)
def _table(middle: int, light: int) -> list[int]:
    gain = min(GAIN, WHITE / max(1, light), AIM / middle)
    gamma = min(1.0, max(GAMMA, log(AIM / 255) / log(min(254.0, middle * gain) / 255)))
    return [min(255, round(255 * min(1.0, value * gain / 255) ** gamma)) for value in range(256)]
