"""A photo in its frame: decoded no larger than needed and cropped from the bottom rather than from the heads."""

from math import ceil
from pathlib import Path

from PIL import Image

from renderers.flatten import FAULTS
from renderers.glyphs import icon
from renderers.paint import PAPER

USUAL = 4 / 3
ABOVE = 0.3  # share of what is cut off that is taken from above
_OVERSAMPLE = 1.25
_TAN = (196, 176, 150)


def aspect(path: Path) -> float:
    """The shape of a photo, of a usual one where it cannot be read; panoramas count as less extreme than they are."""
    try:
        with Image.open(path, formats=["JPEG"]) as image:
            return min(2.2, max(0.56, image.width / image.height))
    except FAULTS:
        return USUAL


def framed(path: Path, size: tuple[int, int]) -> Image.Image:
    try:
        with Image.open(path, formats=["JPEG"]) as image:
            scale = max(size[0] / image.width, size[1] / image.height) * _OVERSAMPLE
            if scale < 1:
                image.draft("RGB", (ceil(image.width * scale), ceil(image.height * scale)))
            return image.convert("RGB").resize(size, Image.Resampling.LANCZOS, _crop(image.size, size), 3.0)
    except FAULTS:
        return _missing(size)


def _crop(photo: tuple[int, int], size: tuple[int, int]) -> tuple[float, float, float, float]:
    shape = size[0] / size[1]
    wide, high = min(photo[0], photo[1] * shape), min(photo[1], photo[0] / shape)
    left, top = (photo[0] - wide) / 2, (photo[1] - high) * ABOVE
    return left, top, left + wide, top + high


def _missing(size: tuple[int, int]) -> Image.Image:
    blank = Image.new("RGB", size, tuple(round(a * 0.75 + b * 0.25) for a, b in zip(PAPER, _TAN, strict=True)))
    side = min(size) * 0.42
    icon(blank, "ballot", ((size[0] - side) / 2, (size[1] + side) / 2), side, _TAN)
    return blank


def logo(path: Path | None, size: int) -> Image.Image | None:
    """The office's own emblem with its transparency, or nothing."""
    if path is None:
        return None
    try:
        with Image.open(path, formats=["PNG", "JPEG", "WEBP"]) as image:
            emblem = image.convert("RGBA")
    except FAULTS:
        return None
    emblem.thumbnail((size, size), Image.Resampling.LANCZOS)
    return emblem
