"""What charts for paper are made of: fills and hatching that stay apart in any print, shares, few colours."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from renderers.ink import paint

LIGHT, MIDDLE = paint.GOLD_LIGHT, paint.GOLD
LINE = 4
_STEPS = 16


def persen(part: int, whole: int) -> str:
    """A share that is there but small is not said to be none."""
    share = round(part * 100 / whole) if whole else 0
    return "< 1%" if part and not share else f"{share}%"


def perubahan(dulu: int, kini: int) -> str:
    """As in "+54%"; "tetap", or "baru" where there was nothing before."""
    if dulu == kini:
        return "tetap"
    if not dulu:
        return "baru"
    share = persen(abs(kini - dulu), dulu)
    if share.startswith("<"):
        return f"{'naik' if kini > dulu else 'turun'} {share}"
    return f"{'+' if kini > dulu else '–'}{share}"


def hatched(sheet: Image.Image, box: tuple[int, int, int, int]) -> None:
    """Light, with strokes and an outline: it stays apart from a full bar in any print."""
    x, y, wide, high = box
    if high <= 2 * LINE:
        fill(sheet, box, paint.MAROON)
        return
    area = Image.new("RGB", (wide, high), LIGHT)
    pen = ImageDraw.Draw(area)
    for start in range(-high, wide, 26):
        pen.line((start, high, start + high, 0), fill=paint.MAROON, width=3)
    pen.rectangle((0, 0, wide - 1, high - 1), outline=paint.MAROON, width=LINE)
    sheet.paste(area, (x, y))


def fill(sheet: Image.Image, box: tuple[float, float, float, float], colour: tuple[int, int, int]) -> None:
    x, y, right, bottom = (round(v) for v in (box[0], box[1], box[0] + box[2], box[1] + box[3]))
    sheet.paste(colour, (x, y, right, bottom))


def png(sheet: Image.Image) -> bytes:
    """Few colours, so few bytes; those of letters with the steps to white that their edges need."""
    out = BytesIO()
    sheet.quantize(palette=_palette(), dither=Image.Dither.NONE).save(out, "PNG", dpi=(300, 300))
    return out.getvalue()


@cache
def _palette() -> Image.Image:
    inks = (paint.INK, paint.MAROON, paint.MUTED)
    parts = [255 - round((255 - part) * n / _STEPS) for ink in inks for n in range(_STEPS + 1) for part in ink]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*parts, *MIDDLE, *LIGHT])
    return palette
