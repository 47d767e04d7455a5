"""A link as a picture that a phone's camera reads, with the name of whom it is for below."""

import io

import segno
from PIL import Image

from renderers.ink import glyphs
from renderers.ink.glyphs import Weight
from renderers.ink.lettering import one_line

MODULE, QUIET = 16, 4  # pixels of a module, modules around the code
INK, MUTED, PAPER = (38, 20, 18), (118, 98, 90), (255, 255, 255)
NAME, OFFICE, SMALLEST = 36, 24, 16


def draw(link: str, nama: str, satker: str) -> bytes:
    """The link as PNG bytes, with `nama` and `satker` below it.

    The quiet zone of four modules belongs to the code: cameras do not find one without it.
    """
    code = segno.make_qr(link, error="m").matrix
    side = (len(code) + 2 * QUIET) * MODULE
    sheet = Image.new("RGB", (side, side + 3 * NAME), PAPER)
    sheet.paste(_modules([bytes(row) for row in code]), (QUIET * MODULE, QUIET * MODULE))
    _line(sheet, nama, side + NAME - 6, NAME, INK)
    _line(sheet, satker, side + 2 * NAME + 2, OFFICE, MUTED)
    out = io.BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue()


def _modules(rows: list[bytes]) -> Image.Image:
    small = Image.frombytes("L", (len(rows), len(rows)), b"".join(rows)).point(lambda dark: 0 if dark else 255)
    return small.resize((len(rows) * MODULE,) * 2, Image.Resampling.NEAREST)


def _line(sheet: Image.Image, text: str, base: int, largest: int, colour: glyphs.Colour) -> None:
    room = sheet.width - 2 * QUIET * MODULE
    shown, size = one_line(text, Weight.BOLD, largest, room, SMALLEST)
    glyphs.write(sheet, (sheet.width / 2, base), shown, Weight.BOLD, size, colour=colour, anchor="centre")
