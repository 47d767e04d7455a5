"""The parts of the one-page summary below its figures: the months, the jenis, the followers, the photos."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageOps

from renderers import indonesian
from renderers.asked import Month, Ringkas
from renderers.boards.ringkas_parts import EMPTY, RADIUS, Part
from renderers.ink import paint
from renderers.ink.boxes import Box
from renderers.ink.glyphs import Weight, icon, width, write
from renderers.ink.lettering import clean, fit, one_line
from renderers.ink.paint import EDGE, ROOM, SPACE, WIDE, heading, row
from renderers.photo.flatten import FAULTS

_TREND = 296
_CAPTION = 74
_PHOTO = {1: 440, 2: 310, 3: 220, 4: 176}  # height by the number of photos: the fewer, the higher
_KINDS, _STRIP = 252, 84
_WIDE = 600  # width of the card of the most frequent jenis, beside that of the missing ones


def trend(ringkas: Ringkas) -> Part:
    """The chart of the months."""
    box = Box(EDGE, 0, ROOM, _TREND)

    def draw(sheet: Image.Image, y: float) -> None:
        paint.rectangle(sheet, Box(EDGE, y, ROOM, _TREND), paint.WHITE, RADIUS)
        legend = _legend(sheet, y + 46, ringkas)
        heading(sheet, (EDGE + 28, y + 46), ringkas.chart, legend - EDGE - 48)
        highest = max([month.value or 0 for month in ringkas.months] or [0])
        step = (ROOM - 56) / max(1, len(ringkas.months))
        for k, month in enumerate(ringkas.months):
            _month(sheet, EDGE + 28 + (k + 0.5) * step, y + _TREND - 58, month, highest, step)
        paint.rectangle(sheet, Box(EDGE + 28, y + _TREND - 58, ROOM - 56, 3), paint.MUTED)
        if not highest:
            at = (WIDE / 2, y + _TREND / 2 + 16)
            write(sheet, at, "Belum ada yang tercatat", Weight.SEMIBOLD, 26, colour=paint.MUTED, anchor="centre")

    return Part(_TREND, (box,), draw)


def kinds(ringkas: Ringkas) -> Part:
    """The jenis with most postingan, and beside them those of which there is none."""
    wide = _WIDE if ringkas.top else -SPACE
    left = Box(EDGE, 0, _WIDE, _KINDS)
    right = Box(EDGE + wide + SPACE, 0, ROOM - wide - SPACE, _KINDS)
    boxes = (left, right) if ringkas.top else (right,)

    def draw(sheet: Image.Image, y: float) -> None:
        for box in boxes:
            paint.rectangle(sheet, Box(box.x, y, box.w, box.h), paint.WHITE, RADIUS)
        if ringkas.top:
            _most(sheet, y, ringkas.top)
        _missing(sheet, Box(right.x, y, right.w, right.h), ringkas)

    return Part(_KINDS, boxes, draw)


def missing(ringkas: Ringkas) -> tuple[str, str]:
    """A heading, and the jenis without postingan as a sentence; where nothing is recorded at all, none is missing."""
    if not ringkas.top:
        return "Jenis konten", "Belum ada data."
    none = indonesian.daftar([clean(name) for name in ringkas.missing])
    return "Belum dilakukan", none or "Semua jenis konten sudah dilakukan."


def followers(ringkas: Ringkas) -> Part:
    """The followers of the accounts of which they are known."""
    known = ringkas.followers
    if not known:
        return EMPTY
    left = EDGE + 28 + width("Pengikut", Weight.EXTRABOLD, 29) + 44
    step = (WIDE - EDGE - 16 - left) / len(known)
    size = min(one_line(indonesian.angka(n), Weight.EXTRABOLD, 30, step - 56, 15)[1] for _, n in known)

    def draw(sheet: Image.Image, y: float) -> None:
        paint.rectangle(sheet, Box(EDGE, y, ROOM, _STRIP), paint.WHITE, RADIUS)
        heading(sheet, (EDGE + 28, y + 53), "Pengikut", ROOM - 56)
        for k, (name, n) in enumerate(known):
            icon(sheet, name, (left + k * step, y + 58), 32, paint.MAROON)
            at = (left + k * step + 44, y + 53)
            write(sheet, at, indonesian.angka(n), Weight.EXTRABOLD, size, colour=paint.INK)

    return Part(_STRIP, (Box(EDGE, 0, ROOM, _STRIP),), draw)


def photos(ringkas: Ringkas, folder: Path) -> Part:
    """A strip of photos in one size, each with the name of its kegiatan."""
    found = [(image, cell.caption) for cell in ringkas.foto[:4] if (image := _opened(folder / cell.foto)) is not None]
    if not found:
        return EMPTY
    high = _PHOTO[len(found)]
    boxes = row(len(found), 0, high + _CAPTION)

    def draw(sheet: Image.Image, y: float) -> None:
        for box, (image, caption) in zip(boxes, found, strict=True):
            _photo(sheet, Box(box.x, y, box.w, box.h), image, caption)

    return Part(high + _CAPTION, tuple(boxes), draw)


def _month(sheet: Image.Image, middle: float, base: float, month: Month, highest: int, step: float) -> None:
    voice = paint.MUTED if month.earlier or month.value is None else paint.INK
    name, size = one_line(month.nama, Weight.SEMIBOLD, 25, step - 4, 15)
    write(sheet, (middle, base + 38), name, Weight.SEMIBOLD, size, colour=voice, anchor="centre")
    if month.value is None or not highest:
        return
    wide = min(112.0, step * 0.66)
    high = max(4, round(124 * month.value / highest)) if month.value else 0
    if high:
        paint.rectangle(sheet, Box(middle - wide / 2, base - high, wide, high), paint.MAROON)
    if month.earlier and min(high, wide) > 8:  # noqa: PLR2004 - room for an outline around the light bar
        paint.rectangle(sheet, Box(middle - wide / 2 + 3, base - high + 3, wide - 6, high - 3), paint.GOLD_LIGHT)
    shown, size = one_line(indonesian.angka(month.value), Weight.BOLD, 27, step - 12, 15)
    write(sheet, (middle, base - high - 12), shown, Weight.BOLD, size, colour=voice, anchor="centre")


def _legend(sheet: Image.Image, y: float, ringkas: Ringkas) -> float:
    """Writes which bars are of the period before, at the right edge; returns where that begins."""
    if not any(month.earlier for month in ringkas.months):
        return WIDE - EDGE - 8
    x = WIDE - EDGE - 28 - width(ringkas.compared_with, Weight.SEMIBOLD, 23)
    write(sheet, (x, y), ringkas.compared_with, Weight.SEMIBOLD, 23, colour=paint.MUTED)
    paint.rectangle(sheet, Box(x - 36, y - 20, 24, 24), paint.MAROON)
    paint.rectangle(sheet, Box(x - 33, y - 17, 18, 18), paint.GOLD_LIGHT)
    return x - 36


def _most(sheet: Image.Image, y: float, top: Sequence[tuple[str, int]]) -> None:
    heading(sheet, (EDGE + 28, y + 46), "Jenis konten terbanyak", _WIDE - 56)
    highest = max(n for _, n in top)
    for k, (name, n) in enumerate(top):
        base = y + 104 + k * 60
        shown, size = one_line(name, Weight.SEMIBOLD, 25, 266, 15)
        write(sheet, (EDGE + 28, base), shown, Weight.SEMIBOLD, size, colour=paint.INK)
        wide = max(6.0, (_WIDE - 304 - 28 - 100) * n / highest)
        paint.rectangle(sheet, Box(EDGE + 304, base - 27, wide, 36), paint.MAROON, min(8, wide / 2))
        number, size = one_line(indonesian.angka(n), Weight.BOLD, 26, 88, 16)
        write(sheet, (EDGE + 304 + wide + 12, base), number, Weight.BOLD, size, colour=paint.INK)


def _missing(sheet: Image.Image, box: Box, ringkas: Ringkas) -> None:
    title, text = missing(ringkas)
    heading(sheet, (box.x + 28, box.y + 46), title, box.w - 56)
    lines = fit(text, Weight.SEMIBOLD, box.w - 56, (26, 24, 22, 20, 19, 18), lambda size: int(164 / (1.32 * size)))
    for n, line in enumerate(lines.lines):
        at = (box.x + 28, box.y + 88 + n * 1.32 * lines.size)
        write(sheet, at, line, Weight.SEMIBOLD, lines.size, colour=paint.INK)


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
    # Heads are in the upper part of a photo: a crop takes more away below.
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
