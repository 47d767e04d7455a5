"""A board: the sheet that tables and charts are drawn on, with the colours of the kolase and its own title."""

import io

from PIL import Image

from renderers.ink import paint
from renderers.ink.boxes import Box
from renderers.ink.glyphs import Weight, write
from renderers.ink.lettering import clean, one_line

WIDE, EDGE, HEAD = 1080, 40, 168


def blank(high: int, office: str, title: str) -> Image.Image:
    """An empty board, WIDE by `high` pixels: office and title in the maroon head, a gold line below it."""
    sheet = Image.new("RGB", (WIDE, high), paint.PAPER)
    paint.gradient(sheet, Box(0, 0, WIDE, HEAD - 6))
    paint.kawung(sheet, Box(0, 0, WIDE, HEAD - 6), 0.1)
    paint.rectangle(sheet, Box(0, HEAD - 6, WIDE, 6), paint.GOLD)
    upper, size = one_line(office, Weight.BOLD, 28, WIDE - 2 * EDGE, 16)
    write(sheet, (EDGE, 66), upper, Weight.BOLD, size, colour=paint.GOLD_LIGHT)
    lower, size = one_line(title, Weight.EXTRABOLD, 48, WIDE - 2 * EDGE, 24)
    write(sheet, (EDGE, 126), lower, Weight.EXTRABOLD, size, colour=paint.WHITE)
    return sheet


def note(sheet: Image.Image, y: float, text: str) -> None:
    """Writes a quiet line at the left edge, its baseline at `y`."""
    line, size = one_line(clean(text), Weight.SEMIBOLD, 22, WIDE - 2 * EDGE, 15)
    write(sheet, (EDGE, y), line, Weight.SEMIBOLD, size, colour=paint.MUTED)


def jpeg(sheet: Image.Image) -> bytes:
    """The board as JPEG bytes, with colour in full resolution so that letters stay sharp."""
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=92, subsampling=0)
    return out.getvalue()
