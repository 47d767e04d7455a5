"""The photos of a sheet: decoded no larger than needed, cropped around people, filled up where these need more room."""

from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from renderers.ink import tone
from renderers.ink.boxes import Box
from renderers.ink.glyphs import Colour, icon
from renderers.ink.tema import Tema, mixed
from renderers.kolase import cluster
from renderers.photo import crop, prepared
from renderers.photo.crop import Seen, Window
from renderers.photo.flatten import FAULTS

USUAL = 4 / 3  # width by height of a photo that cannot be read
_KEPT = 1_200_000  # pixels of a photo that may wait in memory until its cell is known
_FIRST_WHOLE = 1.0  # a photo is first made smaller by a whole number, which is quick, and only then smoothly
_AMPLE = 1.15  # times as small a photo is then to be made, from which on a filter of half the time leaves it as sharp
_TINT = 0.1  # share of the theme's colour in the space beside a photo
_FEW = 16  # a photo in so few pixels fills a wide space
_GRAIN, _SOFT = 12, 1.6  # pixels that become one in a narrow space, and how far these run into each other
_ENLARGED = 6.0  # times that a photo may be enlarged


@dataclass(frozen=True)
class Photo:
    """A photo of a sheet before its place is known.

    `image`: decoded already, because it has no small copy; `known`: its faces were looked for.
    """

    path: Path
    seen: Seen
    image: Image.Image | None = None
    known: bool = True


def opened(path: Path, long_side: float) -> Photo:
    """A photo for the layout, its long side at most `long_side` pixels; of usual shape where it cannot be read."""
    seen = prepared.read(path)
    if seen:
        return Photo(path, seen)
    try:
        with Image.open(path, formats=["JPEG"]) as image:
            aspect = image.width / image.height
            decoded = _decoded(image, long_side)
    except FAULTS:
        return Photo(path, Seen(USUAL))
    keep = decoded.width * decoded.height <= _KEPT
    return Photo(path, Seen(aspect), decoded if keep else None, known=False)


def looked_at(photo: Photo) -> Photo:
    """The photo after its faces were looked for."""
    try:
        with Image.open(photo.path, formats=["JPEG"]) as image:
            decoded = photo.image or _decoded(image, crop.looked_at(image.size))
    except FAULTS:
        return replace(photo, known=True)
    return replace(photo, seen=prepared.look(decoded, photo.seen.aspect), known=True)


def _decoded(image: Image.Image, long_side: float) -> Image.Image:
    scale = long_side / max(image.size)
    image.draft("RGB", (ceil(image.width * scale), ceil(image.height * scale)))
    return prepared.coloured(image)


def framed(photo: Photo, size: tuple[int, int], geser: str, tema: Tema) -> Image.Image:
    """The photo as a picture of `size` pixels for its cell, cropped as `geser` says; a blank one where it is broken."""
    window = cluster.window(photo.seen, size[0] / size[1], geser)
    inner = _inner(photo.seen.aspect * window.w / window.h, size)
    try:
        image = _enough(photo, inner, window)
        x, y = window.x * image.width, window.y * image.height
        box = (x, y, x + window.w * image.width, y + window.h * image.height)
        inner = _sharp(inner, box)
        shown = _resized(image, inner, box)
    except FAULTS:
        return _missing(size, tema)
    shown = tone.toned(shown)
    return shown if shown.size == size else _filled(shown, size, tema)


def faces(photo: Photo, box: Box, geser: str) -> tuple[Box, ...]:
    """The faces of a photo where they lie on the sheet, its place being `box`."""
    window = cluster.window(photo.seen, box.w / box.h, geser)
    shown = photo.seen.aspect * window.w / window.h
    wide, high = min(box.w, box.h * shown), min(box.h, box.w / shown)
    left, top = box.x + (box.w - wide) / 2, box.y + (box.h - high) / 2
    across, down = wide / window.w, high / window.h
    return tuple(
        Box(left + (f.x - window.x) * across, top + (f.y - window.y) * down, f.w * across, f.h * down)
        for f in photo.seen.faces
    )


def _enough(photo: Photo, size: tuple[int, int], window: Window) -> Image.Image:
    image = photo.image
    if image and image.width * window.w >= size[0] and image.height * window.h >= size[1]:
        return image
    return prepared.opened(photo.path, size, (window.w, window.h))


def _inner(aspect: float, size: tuple[int, int]) -> tuple[int, int]:
    """The largest size of that shape in the cell; the cell itself where a pixel is all the difference."""
    wide, high = min(size[0], round(size[1] * aspect)), min(size[1], round(size[0] / aspect))
    close = abs(wide - size[0]) < 2 and abs(high - size[1]) < 2  # noqa: PLR2004
    return size if close else (max(1, wide), max(1, high))


def _sharp(inner: tuple[int, int], box: tuple[float, float, float, float]) -> tuple[int, int]:
    """The size, or a smaller one of the same shape where a very small photo would be nothing but blurred."""
    most = _ENLARGED * (box[2] - box[0]) / inner[0]
    return inner if most >= 1 else (max(1, round(inner[0] * most)), max(1, round(inner[1] * most)))


def _resized(image: Image.Image, size: tuple[int, int], box: tuple[float, float, float, float]) -> Image.Image:
    times = (box[2] - box[0]) / size[0]
    ample = times / max(1, int(times)) >= _AMPLE
    return image.resize(size, Image.Resampling.HAMMING if ample else Image.Resampling.BICUBIC, box, _FIRST_WHOLE)


def _filled(shown: Image.Image, size: tuple[int, int], tema: Tema) -> Image.Image:
    """The photo in its cell; in the space that it leaves free it goes on out of focus, so that no seam is seen."""
    left, top = (size[0] - shown.width) // 2, (size[1] - shown.height) // 2
    narrow = 2 * left <= shown.width and 2 * top <= shown.height
    soft = (_mirrored(shown, left, top) if narrow else shown.resize((_FEW, _FEW))).filter(
        ImageFilter.GaussianBlur(_SOFT)
    )
    ground = Image.blend(soft, Image.new("RGB", soft.size, tema.dark), _TINT).resize(size, Image.Resampling.BICUBIC)
    ground.paste(shown, (left, top))
    return ground


def _mirrored(shown: Image.Image, left: int, top: int) -> Image.Image:
    """The photo in coarse grains, with its edges mirrored into the space beside and above it."""
    coarse = max(1, shown.width // _GRAIN), max(1, shown.height // _GRAIN)
    across, down = min(coarse[0], ceil(left / _GRAIN)), min(coarse[1], ceil(top / _GRAIN))
    grains = np.asarray(shown.resize(coarse, Image.Resampling.BOX))
    return Image.fromarray(np.pad(grains, ((down, down), (across, across), (0, 0)), "symmetric"))


def empty(tema: Tema) -> Colour:
    """The colour of a cell whose photo cannot be read."""
    return mixed(tema.paper, tema.muted, 0.12)


def _missing(size: tuple[int, int], tema: Tema) -> Image.Image:
    sand = mixed(tema.paper, tema.muted, 0.4)
    blank = Image.new("RGB", size, empty(tema))
    side = min(size) * 0.42
    icon(blank, "ballot", ((size[0] - side) / 2, (size[1] + side) / 2), side, sand)
    return blank
