"""A photo made ready for the kolase when it arrives: small, with what was seen in it, beside the photo itself."""

import io
import json
from dataclasses import asdict
from math import ceil
from pathlib import Path
from typing import Any

from PIL import Image

from renderers.photo import crop
from renderers.photo import faces as photo_faces
from renderers.photo.crop import Seen
from renderers.photo.faces import Face
from renderers.photo.flatten import FAULTS

LONG_SIDE = 1080  # the widest cell but that of a lone photo needs no more
_QUALITY = 88
_ENOUGH, _OVERSAMPLE = 0.9, 1.25


def beside(path: Path) -> Path:
    """Where the small copy of a photo stands."""
    return path.with_suffix(".kecil.jpg")


def make(jpeg: bytes) -> bytes:
    """The small copy of an upright photo; what was seen in it stands in the comment, which never leaves the machine."""
    with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as image:
        scale = min(1.0, LONG_SIDE / max(image.size))
        size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        aspect = image.width / image.height
        image.draft("RGB", size)
        small = image.convert("RGB").resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    out = io.BytesIO()
    note = json.dumps(asdict(look(small, aspect)), separators=(",", ":")).encode()
    small.save(out, "JPEG", quality=_QUALITY, comment=note)
    return out.getvalue()


def look(photo: Image.Image, aspect: float) -> Seen:
    faces = photo_faces.found(photo)
    columns, rows = ((), ()) if faces else crop.detail(photo)
    return Seen(round(aspect, 4), faces, columns, rows)


def read(path: Path) -> Seen | None:
    """What was seen in a photo when it arrived; nothing where it has no small copy, or one of another make."""
    try:
        with Image.open(beside(path), formats=["JPEG"]) as image:
            return _seen(json.loads(image.info["comment"]))
    except (*FAULTS, TypeError):
        return None


def _seen(note: dict[str, Any]) -> Seen:
    faces = tuple(Face(**face) for face in note["wajah"])
    return Seen(note["aspect"], faces, tuple(note["columns"]), tuple(note["rows"]))


def opened(path: Path, size: tuple[int, int], share: tuple[float, float]) -> Image.Image:
    """The photo, decoded no larger than a cell of this size needs that shows this share of it."""
    try:
        with Image.open(beside(path), formats=["JPEG"]) as image:
            if image.width * share[0] >= size[0] * _ENOUGH and image.height * share[1] >= size[1] * _ENOUGH:
                return _decoded(image, size, share)
    except FAULTS:
        pass  # there is none, or it broke: the photo itself is still there
    with Image.open(path, formats=["JPEG"]) as image:
        return _decoded(image, size, share)


def _decoded(image: Image.Image, size: tuple[int, int], share: tuple[float, float]) -> Image.Image:
    scale = _OVERSAMPLE * max(size[0] / share[0] / image.width, size[1] / share[1] / image.height)
    if scale < 1:
        image.draft("RGB", (ceil(image.width * scale), ceil(image.height * scale)))
    return image.convert("RGB")
