"""Where the faces of a photo are, so that no crop cuts a head; nobody is recognised, nothing leaves the machine."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from renderers.photo import yunet

LOOKED_AT = 320  # pixels of the long side: more finds hardly more in a kolase and takes four times as long
LEAST = 0.6  # how sure the detector must be, of 1


@dataclass(frozen=True)
class Face:
    """The box of a face, in shares of the width and height of its photo."""

    x: float
    y: float
    w: float
    h: float


def found(photo: Image.Image) -> tuple[Face, ...]:
    """The faces in an upright photo, the surest first."""
    scale = LOOKED_AT / max(photo.size)
    size = max(1, round(photo.width * scale)), max(1, round(photo.height * scale))
    small = photo.convert("RGB").resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
    sheet = Image.new("RGB", (_whole(size[0]), _whole(size[1])))
    sheet.paste(small)
    boxes = yunet.faces(np.asarray(sheet), LEAST).tolist()
    return tuple(_shares(x, y, w, h, size) for x, y, w, h, _ in boxes)


def _whole(side: int) -> int:
    return -(-side // yunet.STEP) * yunet.STEP


def _shares(x: float, y: float, w: float, h: float, size: tuple[int, int]) -> Face:
    left, top = max(0.0, x / size[0]), max(0.0, y / size[1])
    right, bottom = min(1.0, (x + w) / size[0]), min(1.0, (y + h) / size[1])
    return Face(round(left, 4), round(top, 4), round(right - left, 4), round(bottom - top, 4))
