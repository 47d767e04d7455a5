"""A small copy of each photo, made when it arrives, with notes on its faces and details: a kolase draws from it."""

import io
import json
from dataclasses import asdict
from math import ceil
from pathlib import Path
from typing import Any

from PIL import Image

from renderers.photo import banner, crop
from renderers.photo.crop import Face, Seen, Window
from renderers.photo.flatten import FAULTS

LONG_SIDE = 1080  # pixels: every cell but that of a lone photo needs no more
_SHORTER = 640  # pixels: a cell beside another one needs no more
_QUALITY = 88
_ENOUGH = 0.9  # share of a cell's pixels that a small copy must have to be drawn in it


def beside(path: Path) -> Path:
    """The path of the small copy of a photo."""
    return path.with_suffix(".kecil.jpg")


def make(jpeg: bytes) -> bytes:
    """The small copy of an upright JPEG as JPEG bytes, a Seen as JSON in its comment; it never leaves the machine. A
    second picture in it, as cameras add one, is smaller still: most cells need no more of it, and of its colours no
    less."""
    with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as image:
        size = _within(image.size, LONG_SIDE)
        aspect = image.width / image.height
        image.draft("RGB", size)
        small = image.convert("RGB").resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    out = io.BytesIO()
    note = json.dumps(asdict(look(small, aspect)), separators=(",", ":")).encode()
    smaller = [small.resize(_within(size, _SHORTER), Image.Resampling.LANCZOS)] if max(size) > _SHORTER else []
    small.save(out, "MPO", save_all=True, append_images=smaller, quality=_QUALITY, subsampling=0, comment=note)
    return out.getvalue()


def _within(size: tuple[int, int], most: int) -> tuple[int, int]:
    """The size, made smaller where a side has more than so many pixels."""
    scale = min(1.0, most / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def rehearse() -> None:
    """Load in advance the readers of all formats and the weights of the detector, so that the first photo does not wait
    for them."""
    Image.init()
    out = io.BytesIO()
    Image.new("RGB", (LONG_SIDE, LONG_SIDE)).save(out, "JPEG")
    make(out.getvalue())


def look(photo: Image.Image, aspect: float) -> Seen:
    """The notes on a photo: its faces, or where it has none the spread of its detail. `aspect`: width by height."""
    small = crop.small(photo)
    found = crop.faces_in(small)
    columns, rows = ((), ()) if found else crop.detail(photo)
    edges = banner.above(small, min(face.y for face in found)) if found else banner.page(small, columns, rows)
    return Seen(round(aspect, 4), found, columns, rows, _words(*edges) if edges else None)


def _words(left: float, top: float, right: float, bottom: float) -> Window:
    return Window(round(left, 4), round(top, 4), round(right - left, 4), round(bottom - top, 4))


def read(path: Path) -> Seen | None:
    """The notes on a photo, which its small copy carries; None where there is no copy, or one without notes."""
    try:
        with Image.open(beside(path), formats=["JPEG"]) as image:
            return _seen(json.loads(image.info["comment"]))
    except (*FAULTS, TypeError):
        return None


def _seen(note: dict[str, Any]) -> Seen:
    found = tuple(Face(**face) for face in note["faces"])
    words = note.get("banner")  # copies of an earlier release have none
    banner = Window(**words) if words else None
    return Seen(note["aspect"], found, tuple(note["columns"]), tuple(note["rows"]), banner)


def opened(path: Path, size: tuple[int, int], share: tuple[float, float]) -> Image.Image:
    """The photo as RGB, no larger than a cell of `size` pixels needs that shows `share` of its width and height.

    Raises one of FAULTS where the photo is gone or broken.
    """
    try:
        with Image.open(beside(path), formats=["JPEG"]) as image:
            if _enough(image, size, share):
                return _decoded(image, size, share)
    except FAULTS:
        pass  # the small copy is missing or broken, but the photo itself is still there
    with Image.open(path, formats=["JPEG"]) as image:
        return _decoded(image, size, share)


def _enough(image: Image.Image, size: tuple[int, int], share: tuple[float, float]) -> bool:
    """Whether a small copy has the pixels for a cell; the smallest of its pictures that has them is then turned to."""
    for number in reversed(range(getattr(image, "n_frames", 1))):
        image.seek(number)
        if image.width * share[0] >= size[0] * _ENOUGH and image.height * share[1] >= size[1] * _ENOUGH:
            return True
    return False


def _decoded(image: Image.Image, size: tuple[int, int], share: tuple[float, float]) -> Image.Image:
    scale = max(size[0] / share[0] / image.width, size[1] / share[1] / image.height)
    if scale < 1:
        image.draft("RGB", (ceil(image.width * scale), ceil(image.height * scale)))
    return coloured(image)


def coloured(image: Image.Image) -> Image.Image:
    """The picture as RGB: itself where it is, for a copy takes a tenth of the time of decoding it."""
    image.load()
    return image if image.mode == "RGB" else image.convert("RGB")
