"""The photo strip of the one-page summary."""

from pathlib import Path

from PIL import Image, ImageOps

from renderers.boards.ringkas_angka import Ringkas
from renderers.boards.ringkas_bagian import KOSONG, RADIUS, Bagian, row
from renderers.ink import paint
from renderers.ink.boxes import Box
from renderers.ink.glyphs import Weight, write
from renderers.ink.lettering import fit
from renderers.ink.letters import clean
from renderers.photo.flatten import FAULTS

_CAPTION = 74
_PHOTO = {1: 440, 2: 310, 3: 220, 4: 176}  # the fewer, the higher: nobody's head is cut off


def foto(ringkas: Ringkas, folder: Path) -> Bagian:
    """A strip of photos in one size, each with the name of its kegiatan."""
    found = [(image, cell.caption) for cell in ringkas.foto[:4] if (image := _opened(folder / cell.foto)) is not None]
    if not found:
        return KOSONG
    high = _PHOTO[len(found)]
    boxes = row(len(found), 0, high + _CAPTION)

    def draw(sheet: Image.Image, y: float) -> None:
        for box, (image, caption) in zip(boxes, found, strict=True):
            _photo(sheet, Box(box.x, y, box.w, box.h), image, caption)

    return Bagian(high + _CAPTION, tuple(boxes), draw)


def _opened(path: Path) -> Image.Image | None:
    try:
        with Image.open(path, formats=["JPEG"]) as image:
            image.draft("RGB", (1000, 600))
            return image.convert("RGB")
    except FAULTS:
        return None


def _photo(sheet: Image.Image, box: Box, image: Image.Image, caption: str) -> None:
    paint.rectangle(sheet, box, paint.WHITE, RADIUS)
    size = (round(box.w), round(box.h) - _CAPTION)
    # People's heads are in the upper part: what must go goes below.
    shown = ImageOps.fit(image, size, Image.Resampling.LANCZOS, centering=(0.5, 0.3))
    mask = paint.rounded(size, RADIUS, (True, True, False, False))
    sheet.paste(shown, (round(box.x), round(box.y)), mask)
    _caption(sheet, box, caption)


def _caption(sheet: Image.Image, box: Box, caption: str) -> None:
    lines = fit(clean(caption), Weight.SEMIBOLD, box.w - 28, (23, 21, 19, 18), lambda _: 2)
    first = box.y + box.h - _CAPTION + (45 if len(lines.lines) == 1 else 32)
    for n, line in enumerate(lines.lines[:2]):
        at = (box.x + box.w / 2, first + n * 26)
        write(sheet, at, line, Weight.SEMIBOLD, lines.size, colour=paint.INK, anchor="centre")
