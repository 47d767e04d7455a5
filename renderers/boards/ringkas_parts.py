"""The parts of the one-page summary, and the first of them: the figures in rows of three."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from renderers import indonesian
from renderers.asked import Figure, Ringkas
from renderers.ink import paint
from renderers.ink.boxes import Box
from renderers.ink.charts_print import as_change
from renderers.ink.glyphs import Weight, width, write
from renderers.ink.lettering import one_line
from renderers.ink.paint import SPACE, row

RADIUS = 20
_FIGURE = 184
_DETAIL = 172  # height of the lines below a figure that tell its parts


@dataclass(frozen=True)
class Part:
    """A part of the page: its height in pixels, its cards from its own upper edge, and how it is drawn on a sheet at y.

    A part with nothing to show has no height.
    """

    high: int
    cards: tuple[Box, ...]
    draw: Callable[[Image.Image, float], None]


def _none(_sheet: Image.Image, _y: float) -> None: ...


EMPTY = Part(0, (), _none)


def figures(ringkas: Ringkas) -> Part:
    """The figures, three in a row."""
    rows = -(-len(ringkas.figures) // 3)
    boxes = [box for n in range(rows) for box in row(3, n * (_FIGURE + SPACE), _FIGURE)][: len(ringkas.figures)]

    def draw(sheet: Image.Image, y: float) -> None:
        for box, one in zip(boxes, ringkas.figures, strict=True):
            _figure(sheet, Box(box.x, y + box.y, box.w, box.h), one, ringkas)

    return Part(rows * (_FIGURE + SPACE) - SPACE, tuple(boxes), draw)


def _figure(sheet: Image.Image, box: Box, one: Figure, ringkas: Ringkas) -> None:
    paint.rectangle(sheet, box, paint.WHITE, RADIUS)
    inner = box.w - 44
    name, size = one_line(one.nama, Weight.BOLD, 26, inner, 15)
    write(sheet, (box.x + 22, box.y + 42), name, Weight.BOLD, size, colour=paint.MUTED)
    room = inner - _DETAIL if one.parts else inner
    shown, size = one_line(indonesian.angka(one.now), Weight.EXTRABOLD, 76, room, 24)
    wide = write(sheet, (box.x + 20, box.y + 117), shown, Weight.EXTRABOLD, size, colour=paint.MAROON)
    for n, part in enumerate(one.parts.splitlines()):
        line, size = one_line(part, Weight.SEMIBOLD, 22, inner - wide - 16, 13)
        write(sheet, (box.x + 20 + wide + 16, box.y + 84 + n * 32), line, Weight.SEMIBOLD, size, colour=paint.INK)
    if one.before is None:
        return
    if ringkas.running:
        told, size = one_line(
            f"{ringkas.compared_with}: {indonesian.angka(one.before)}", Weight.SEMIBOLD, 23, inner, 14
        )
        write(sheet, (box.x + 22, box.y + 162), told, Weight.SEMIBOLD, size, colour=paint.MUTED)
    else:
        _change(sheet, (box.x + 20, box.y + 162), one.now, one.before, inner)


def _change(sheet: Image.Image, at: tuple[float, float], now: int, before: int, room: float) -> None:
    told = as_change(before, now)
    fill = paint.GOLD_LIGHT if now > before else (236, 228, 218)
    wide = width(told, Weight.EXTRABOLD, 23) + 28
    paint.rectangle(sheet, Box(at[0], at[1] - 27, wide, 37), fill, 18)
    write(sheet, (at[0] + 14, at[1]), told, Weight.EXTRABOLD, 23, colour=paint.INK)
    line, size = one_line(f"dari {indonesian.angka(before)}", Weight.SEMIBOLD, 23, room - wide - 12, 14)
    write(sheet, (at[0] + wide + 12, at[1]), line, Weight.SEMIBOLD, size, colour=paint.MUTED)
