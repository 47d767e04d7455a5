"""What was done most and not at all, and who follows: cards of the one-page summary."""

from collections.abc import Sequence

from PIL import Image

from renderers import indonesian
from renderers.boards.ringkas_angka import Ringkas
from renderers.boards.ringkas_bagian import KOSONG, RADIUS, ROOM, SPACE, Bagian, heading
from renderers.ink import paint
from renderers.ink.board import EDGE, WIDE
from renderers.ink.boxes import Box
from renderers.ink.glyphs import Weight, icon, width, write
from renderers.ink.lettering import fit, one_line
from renderers.ink.letters import clean

_JENIS, _STRIP = 252, 84
_WIDE = 600  # the card of the jenis beside the other one


def jenis(ringkas: Ringkas) -> Bagian:
    """The jenis with most postingan, and beside them those of which there is none."""
    wide = _WIDE if ringkas.teratas else -SPACE
    left = Box(EDGE, 0, _WIDE, _JENIS)
    right = Box(EDGE + wide + SPACE, 0, ROOM - wide - SPACE, _JENIS)
    boxes = (left, right) if ringkas.teratas else (right,)

    def draw(sheet: Image.Image, y: float) -> None:
        for box in boxes:
            paint.rectangle(sheet, Box(box.x, y, box.w, box.h), paint.WHITE, RADIUS)
        if ringkas.teratas:
            _most(sheet, y, ringkas.teratas)
        _missing(sheet, Box(right.x, y, right.w, right.h), ringkas)

    return Bagian(_JENIS, boxes, draw)


def _most(sheet: Image.Image, y: float, teratas: Sequence[tuple[str, int]]) -> None:
    heading(sheet, (EDGE + 28, y + 46), "Jenis konten terbanyak", _WIDE - 56)
    highest = max(n for _, n in teratas)
    for k, (name, n) in enumerate(teratas):
        base = y + 104 + k * 60
        shown, size = one_line(name, Weight.SEMIBOLD, 25, 266, 15)
        write(sheet, (EDGE + 28, base), shown, Weight.SEMIBOLD, size, colour=paint.INK)
        wide = max(6.0, (_WIDE - 304 - 28 - 100) * n / highest)
        paint.rectangle(sheet, Box(EDGE + 304, base - 27, wide, 36), paint.MAROON, min(8, wide / 2))
        number, size = one_line(indonesian.angka(n), Weight.BOLD, 26, 88, 16)
        write(sheet, (EDGE + 304 + wide + 12, base), number, Weight.BOLD, size, colour=paint.INK)


def _missing(sheet: Image.Image, box: Box, ringkas: Ringkas) -> None:
    title, text = belum(ringkas)
    heading(sheet, (box.x + 28, box.y + 46), title, box.w - 56)
    lines = fit(text, Weight.SEMIBOLD, box.w - 56, (26, 24, 22, 20, 19, 18), lambda size: int(164 / (1.32 * size)))
    for n, line in enumerate(lines.lines):
        at = (box.x + 28, box.y + 88 + n * 1.32 * lines.size)
        write(sheet, at, line, Weight.SEMIBOLD, lines.size, colour=paint.INK)


def belum(ringkas: Ringkas) -> tuple[str, str]:
    """Of a period of which nothing is known, nothing is missing either."""
    if not ringkas.teratas:
        return "Jenis konten", "Belum ada data."
    none = indonesian.daftar([clean(name) for name in ringkas.belum])
    return "Belum dilakukan", none or "Semua jenis konten sudah dilakukan."


def pengikut(ringkas: Ringkas) -> Bagian:
    """The followers of every account of which they are known."""
    known = ringkas.pengikut
    if not known:
        return KOSONG
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

    return Bagian(_STRIP, (Box(EDGE, 0, ROOM, _STRIP),), draw)
