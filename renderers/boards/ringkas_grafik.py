"""The months of the one-page summary as bars: those of the period before light, those of this one dark."""

from PIL import Image

from renderers import indonesian
from renderers.boards.ringkas_angka import Bulanan, Ringkas
from renderers.boards.ringkas_bagian import RADIUS, ROOM, Bagian, heading
from renderers.ink import paint
from renderers.ink.board import EDGE, WIDE
from renderers.ink.boxes import Box
from renderers.ink.glyphs import Weight, width, write
from renderers.ink.lettering import one_line

_TREND = 296


def trend(ringkas: Ringkas) -> Bagian:
    box = Box(EDGE, 0, ROOM, _TREND)

    def draw(sheet: Image.Image, y: float) -> None:
        paint.rectangle(sheet, Box(EDGE, y, ROOM, _TREND), paint.WHITE, RADIUS)
        legend = _legend(sheet, y + 46, ringkas)
        heading(sheet, (EDGE + 28, y + 46), ringkas.grafik, legend - EDGE - 48)
        highest = max([month.nilai or 0 for month in ringkas.bulan] or [0])
        step = (ROOM - 56) / max(1, len(ringkas.bulan))
        for k, month in enumerate(ringkas.bulan):
            _month(sheet, EDGE + 28 + (k + 0.5) * step, y + _TREND - 58, month, highest, step)
        paint.rectangle(sheet, Box(EDGE + 28, y + _TREND - 58, ROOM - 56, 3), paint.MUTED)
        if not highest:
            at = (WIDE / 2, y + _TREND / 2 + 16)
            write(sheet, at, "Belum ada yang tercatat", Weight.SEMIBOLD, 26, colour=paint.MUTED, anchor="centre")

    return Bagian(_TREND, (box,), draw)


def _month(sheet: Image.Image, middle: float, base: float, month: Bulanan, highest: int, step: float) -> None:
    voice = paint.MUTED if month.lama or month.nilai is None else paint.INK
    name, size = one_line(month.nama, Weight.SEMIBOLD, 25, step - 4, 15)
    write(sheet, (middle, base + 38), name, Weight.SEMIBOLD, size, colour=voice, anchor="centre")
    if month.nilai is None or not highest:
        return
    wide = min(112.0, step * 0.66)
    high = max(4, round(124 * month.nilai / highest)) if month.nilai else 0
    if high:
        paint.rectangle(sheet, Box(middle - wide / 2, base - high, wide, high), paint.MAROON)
    if month.lama and min(high, wide) > 8:  # noqa: PLR2004 - room for an outline around the light bar
        paint.rectangle(sheet, Box(middle - wide / 2 + 3, base - high + 3, wide - 6, high - 3), paint.GOLD_LIGHT)
    shown, size = one_line(indonesian.angka(month.nilai), Weight.BOLD, 27, step - 12, 15)
    write(sheet, (middle, base - high - 12), shown, Weight.BOLD, size, colour=voice, anchor="centre")


def _legend(sheet: Image.Image, y: float, ringkas: Ringkas) -> float:
    """Which bars are those of the period before; returns where it begins."""
    if not any(month.lama for month in ringkas.bulan):
        return WIDE - EDGE - 8
    x = WIDE - EDGE - 28 - width(ringkas.dibanding, Weight.SEMIBOLD, 23)
    write(sheet, (x, y), ringkas.dibanding, Weight.SEMIBOLD, 23, colour=paint.MUTED)
    paint.rectangle(sheet, Box(x - 36, y - 20, 24, 24), paint.MAROON)
    paint.rectangle(sheet, Box(x - 33, y - 17, 18, 18), paint.GOLD_LIGHT)
    return x - 36
