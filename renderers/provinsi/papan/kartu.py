"""The parts that the pictures of a roll-up share: cards, headings, short names of offices."""

import re
from collections.abc import Sequence

from PIL import Image

from renderers.indonesian import angka
from renderers.ink import paint
from renderers.ink.boxes import Box
from renderers.ink.glyphs import CAP, Colour, Weight, write
from renderers.ink.lettering import one_line
from renderers.ink.paint import EDGE, WIDE
from renderers.provinsi.recap import RekapSatker

ROOM, SPACE, RADIUS = WIDE - 2 * EDGE, 20, 18
_OFFICE = re.compile(r"^(?:KPU|KIP) ")


def begun(high: int, recap: RekapSatker) -> Image.Image:
    return paint.blank(high, recap.provinsi, f"Rekap Satker {recap.judul}")


def cards(sheet: Image.Image, boxes: Sequence[Box]) -> None:
    paint.shadows(sheet, list(boxes), RADIUS)
    for box in boxes:
        paint.rectangle(sheet, box, paint.WHITE, RADIUS)


def heading(sheet: Image.Image, at: tuple[float, float], text: str, room: float, colour: Colour = paint.INK) -> None:
    line, size = one_line(text, Weight.EXTRABOLD, 28, room, 16)
    write(sheet, at, line, Weight.EXTRABOLD, size, colour=colour)


def short(nama: str) -> str:
    """The name of an office without what all of them have: "Kab. Malang", "Kota Batu"."""
    return _OFFICE.sub("", nama).replace("Kabupaten ", "Kab. ")


def shown(value: float | None) -> str:
    """A number as people read it, a part of one with a comma."""
    if value is None:
        return "–"
    return angka(value) if isinstance(value, int) else f"{angka(int(value))},{round(value * 10) % 10}"


def base(top: float, high: float, size: float) -> float:
    """The baseline of letters of this size in the middle of a row."""
    return top + high / 2 + CAP / 2 * size
