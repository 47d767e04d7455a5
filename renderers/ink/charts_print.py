"""Charts for paper: sixteen centimetres wide at 300 dpi, every bar labelled, told apart by lightness and hatching."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from renderers import indonesian
from renderers.ink import paint
from renderers.ink.glyphs import Weight, width, write
from renderers.ink.lettering import clean, one_line, wrap

LIGHT, MIDDLE = paint.GOLD_LIGHT, paint.GOLD
LINE = 4
_STEPS = 16  # from a colour to white
WIDE = 1890
_EDGE, _TEXT = 24, 36.0
_BASE, _TALL = 480, 380  # where vertical bars stand, how high the highest is
SCALES = "Tinggi batang hanya dapat dibandingkan di dalam satu pasang: setiap pasang memakai skalanya sendiri."
_ROW, _BAR, _NAMES, _FIGURES = 74, 50, 560, 330


@dataclass(frozen=True)
class Bar:
    """A bar with its name and figure; `ahead`: its month has not begun, so that it has neither bar nor figure."""

    name: str
    value: int
    ahead: bool = False


@dataclass(frozen=True)
class Pair:
    """A measure in the period before and in this one; each pair of bars has a scale of its own."""

    name: str
    before: int
    now: int


def months(bars: Sequence[Bar], group: str = "", members: range = range(0)) -> bytes:
    """Bars side by side as PNG bytes, the highest dark; `group` names the columns of `members` below the axis."""
    sheet = Image.new("RGB", (WIDE, _BASE + (150 if group else 76)), paint.WHITE)
    highest, step = max(bar.value for bar in bars), (WIDE - 2 * _EDGE) / len(bars)
    bar_wide = round(min(190, step * 0.62))
    for k, bar in enumerate(bars):
        middle = _EDGE + (k + 0.5) * step
        peak = bar.value == highest
        if not bar.ahead:
            _standing(sheet, middle, bar_wide, bar.value, highest, paint.MAROON if peak else MIDDLE)
        name, size = one_line(bar.name, Weight.SEMIBOLD, _TEXT, step - 8, 20)
        write(sheet, (middle, _BASE + 50), name, Weight.SEMIBOLD, size, colour=paint.INK, anchor="centre")
        if peak:
            _star(sheet, middle, _BASE - round(_TALL * bar.value / highest) - 62)
    fill(sheet, (_EDGE, _BASE, WIDE - 2 * _EDGE, LINE), paint.INK)
    if group:
        _bracket(sheet, _EDGE + members.start * step + 14, _EDGE + members.stop * step - 14, group)
    return png(sheet)


def ranked(bars: Sequence[Bar], note: str = "") -> bytes:
    """Bars below one another in the order given as PNG bytes, each with figure and share; `note` stands below."""
    sheet = Image.new("RGB", (WIDE, 16 + _ROW * len(bars) + (66 if note else 8)), paint.WHITE)
    highest, total = max(bar.value for bar in bars), sum(bar.value for bar in bars)
    room = WIDE - _NAMES - _FIGURES - _EDGE
    for k, bar in enumerate(bars):
        y = 16 + k * _ROW
        name, size = one_line(bar.name, Weight.SEMIBOLD, _TEXT, _NAMES - _EDGE - 24, 26)
        write(sheet, (_NAMES - 24, y + 44), name, Weight.SEMIBOLD, size, colour=paint.INK, anchor="right")
        wide = max(LINE, round(room * bar.value / highest))
        fill(sheet, (_NAMES, y + 6, wide, _BAR), paint.MAROON)
        x = _NAMES + wide + 18.0
        x += write(sheet, (x, y + 44), indonesian.angka(bar.value), Weight.BOLD, 38, colour=paint.INK)
        write(sheet, (x + 16, y + 44), percent(bar.value, total), Weight.SEMIBOLD, 32, colour=paint.MUTED)
    fill(sheet, (_NAMES - LINE, 10, LINE, _ROW * len(bars)), paint.INK)
    if note:
        text, size = one_line(note, Weight.SEMIBOLD, 32, WIDE - 2 * _EDGE, 20)
        write(sheet, (_EDGE, sheet.height - 20), text, Weight.SEMIBOLD, size, colour=paint.MUTED)
    return png(sheet)


def pairs(measures: Sequence[Pair], before: str, now: str, *, changes: bool = True) -> bytes:
    """Two charts of each measure as PNG bytes: light and hatched for the period `before`, dark for `now`. `changes`:
    whether the change is written below, which would mislead for a period that still runs."""
    sheet = Image.new("RGB", (WIDE, _BASE + 190), paint.WHITE)
    _legend(sheet, before, now)
    base, tall, step = _BASE - 20, _TALL - 70, (WIDE - 2 * _EDGE) / len(measures)
    bar_wide = round(min(112, step * 0.36))
    for k, pair in enumerate(measures):
        middle, highest = _EDGE + (k + 0.5) * step, max(pair.before, pair.now, 1)
        for side, value, colour in ((-1, pair.before, LIGHT), (1, pair.now, paint.MAROON)):
            at = middle + side * (bar_wide / 2 + 7)
            _standing(sheet, at, bar_wide, value, highest, colour, base=base, tall=tall, room=4)
        _named(sheet, (middle, base), pair.name, as_change(pair.before, pair.now) if changes else "", step - 30)
    fill(sheet, (_EDGE, base, WIDE - 2 * _EDGE, LINE), paint.INK)
    write(sheet, (_EDGE, sheet.height - 16), SCALES, Weight.SEMIBOLD, 30, colour=paint.MUTED)
    return png(sheet)


def percent(part: int, whole: int) -> str:
    """A share as in "54%"; "< 1%" where it is small but not none."""
    share = indonesian.quotient(part * 100, whole) if whole else 0
    return "< 1%" if part and not share else f"{share}%"


def as_change(before: int, now: int) -> str:
    """The change from `before` to `now` as in "+54%"; "tetap" for none, "baru" where there was nothing before."""
    if before == now:
        return "tetap"
    if not before:
        return "baru"
    share = percent(abs(now - before), before)
    if share.startswith("<"):
        return f"{'naik' if now > before else 'turun'} {share}"
    return f"{'+' if now > before else '–'}{share}"


def hatched(sheet: Image.Image, box: tuple[int, int, int, int]) -> None:
    """A light bar with strokes and an outline, which stays apart from a full bar in any print."""
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
    """A box (left, top, width, height in pixels) in one colour."""
    x, y, right, bottom = (round(v) for v in (box[0], box[1], box[0] + box[2], box[1] + box[3]))
    sheet.paste(colour, (x, y, right, bottom))


def png(sheet: Image.Image) -> bytes:
    """As PNG bytes for 300 dpi, in few colours and so in few bytes."""
    out = BytesIO()
    sheet.quantize(palette=_palette(), dither=Image.Dither.NONE).save(out, "PNG", dpi=(300, 300))
    return out.getvalue()


@cache
def _palette() -> Image.Image:
    """The colours of the charts, with the steps towards white that the edges of letters need."""
    inks = (paint.INK, paint.MAROON, paint.MUTED)
    parts = [255 - round((255 - part) * n / _STEPS) for ink in inks for n in range(_STEPS + 1) for part in ink]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*parts, *MIDDLE, *LIGHT])
    return palette


def _named(sheet: Image.Image, at: tuple[float, float], name: str, change: str, room: float) -> None:
    x, y = at
    for n, line in enumerate(wrap(clean(name), Weight.SEMIBOLD, 34, room)[:2]):
        write(sheet, (x, y + 50 + n * 40), line, Weight.SEMIBOLD, 34, colour=paint.INK, anchor="centre")
    write(sheet, (x, y + 142), change, Weight.EXTRABOLD, 36, colour=paint.MAROON, anchor="centre")


def _standing(
    sheet: Image.Image, middle: float, wide: int, value: int, highest: int, colour: tuple[int, int, int],
    *, base: int = _BASE, tall: int = _TALL, room: int = 60,
) -> None:  # fmt: skip
    high = max(round(tall * value / highest), LINE if value else 0) if highest else 0
    box = (round(middle - wide / 2), base - high, wide, high)
    if colour == LIGHT:
        hatched(sheet, box)
    elif high:
        fill(sheet, box, colour)
    size = min(40.0, 40 * (wide + room) / max(1.0, width(indonesian.angka(value), Weight.BOLD, 40)))
    shown = indonesian.angka(value)
    write(sheet, (middle, base - high - 16), shown, Weight.BOLD, size, colour=paint.INK, anchor="centre")


def _legend(sheet: Image.Image, before: str, now: str) -> None:
    x = float(_EDGE)
    for name, light in ((before, True), (now, False)):
        hatched(sheet, (round(x), 12, 64, 40)) if light else fill(sheet, (round(x), 12, 64, 40), paint.MAROON)
        text, size = one_line(name, Weight.BOLD, _TEXT, WIDE / 2 - 160, 20)
        x += 84 + write(sheet, (x + 84, 46), text, Weight.BOLD, size, colour=paint.INK) + 70


def _bracket(sheet: Image.Image, left: float, right: float, name: str) -> None:
    y = _BASE + 78
    for box in ((left, y, right - left, LINE), (left, y - 14, LINE, 14), (right - LINE, y - 14, LINE, 14)):
        fill(sheet, box, paint.MUTED)
    text, size = one_line(name, Weight.BOLD, _TEXT, right - left, 22)
    write(sheet, ((left + right) / 2, y + 48), text, Weight.BOLD, size, colour=paint.INK, anchor="centre")


def _star(sheet: Image.Image, middle: float, y: float) -> None:
    write(sheet, (middle, y), "tertinggi", Weight.BOLD, 30, colour=paint.MAROON, anchor="centre")
