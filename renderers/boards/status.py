"""The board of /status: the months of a period as bars beside those of the period before."""

from dataclasses import dataclass

from PIL import Image

from renderers import indonesian
from renderers.ink import paint
from renderers.ink.boxes import Box
from renderers.ink.glyphs import Colour, Weight, width, write
from renderers.ink.lettering import one_line
from renderers.ink.paint import EDGE, HEAD, WIDE, blank, jpeg, note

PANEL, GAP, BAR, TALL = 440, 28, 118, 230
_LEGEND = 34
_BASE, _LINE = 362, 3


@dataclass(frozen=True)
class Series:
    """A period: its name, and for each month a label and a number, None for a month that has not begun."""

    nama: str
    label: tuple[str, ...]
    values: tuple[int | None, ...]

    @property
    def total(self) -> int:
        return sum(n or 0 for n in self.values)


@dataclass(frozen=True)
class Chart:
    """A measure in the period before (`before`) and in this one (`now`), month by month."""

    judul: str
    before: Series
    now: Series


@dataclass(frozen=True)
class Status:
    """The contents of the board: its charts, and the lines below them (`notes`)."""

    satker: str
    judul: str
    charts: tuple[Chart, ...]
    notes: tuple[str, ...] = ()


def draw(status: Status) -> bytes:
    """The board as JPEG bytes, as high as its charts need."""
    high = HEAD + GAP + len(status.charts) * (PANEL + GAP) + _LEGEND * len(status.notes) + 8
    sheet = blank(high, status.satker, status.judul)
    for n, chart in enumerate(status.charts):
        _panel(sheet, HEAD + GAP + n * (PANEL + GAP), chart)
    for n, line in enumerate(status.notes):
        note(sheet, high - _LEGEND * (len(status.notes) - n) + 8, line)
    return jpeg(sheet)


def _panel(sheet: Image.Image, top: float, chart: Chart) -> None:
    box = Box(EDGE, top, WIDE - 2 * EDGE, PANEL)
    paint.cards(sheet, [box], 16)
    legend = _legend(sheet, top + 58, chart)
    title, size = one_line(chart.judul, Weight.EXTRABOLD, 32, legend - EDGE - 52, 18)
    write(sheet, (EDGE + 28, top + 58), title, Weight.EXTRABOLD, size, colour=paint.INK)
    highest = max([n or 0 for n in (*chart.before.values, *chart.now.values)] or [0])
    groups = len(chart.now.values)
    for k in range(groups):
        middle = EDGE + (k + 0.5) * (WIDE - 2 * EDGE) / groups
        _bar(sheet, (middle - BAR - 6, top + _BASE), chart.before, k, highest, old=True)
        _bar(sheet, (middle + 6, top + _BASE), chart.now, k, highest, old=False)
    paint.rectangle(sheet, Box(EDGE + 28, top + _BASE, WIDE - 2 * EDGE - 56, 3), paint.MUTED)


def _legend(sheet: Image.Image, y: float, chart: Chart) -> float:
    """Writes which bars are of which period, with their sums, at the right edge; returns where that begins."""
    x = float(WIDE - EDGE - 28)
    for series, old in ((chart.now, False), (chart.before, True)):
        text = f"{series.nama}: {indonesian.angka(series.total)}"
        x -= width(text, Weight.BOLD, 23)
        write(sheet, (x, y), text, Weight.BOLD, 23, colour=paint.INK)
        x -= 36
        _block(sheet, Box(x, y - 21, 24, 24), old=old)
        x -= 30
    return x


def _bar(sheet: Image.Image, at: tuple[float, float], series: Series, k: int, highest: int, *, old: bool) -> None:
    value, middle = series.values[k], at[0] + BAR / 2
    write(sheet, (middle, at[1] + 42), series.label[k], Weight.SEMIBOLD, 24, colour=_voice(value), anchor="centre")
    if value is None:
        return
    high = round(TALL * value / highest) if highest else 0
    if high:
        _block(sheet, Box(at[0], at[1] - high, BAR, high), old=old)
    shown = indonesian.angka(value)
    write(sheet, (middle, at[1] - high - 12), shown, Weight.BOLD, 27, colour=paint.INK, anchor="centre")


def _voice(value: int | None) -> Colour:
    return paint.MUTED if value is None else paint.INK


def _block(sheet: Image.Image, box: Box, *, old: bool) -> None:
    """A bar; that of the period before is light with a dark outline, so that a grey print tells the two apart."""
    paint.rectangle(sheet, box, paint.MAROON)
    if old and min(box.w, box.h) > 2 * _LINE:
        paint.rectangle(
            sheet, Box(box.x + _LINE, box.y + _LINE, box.w - 2 * _LINE, box.h - 2 * _LINE), paint.GOLD_LIGHT
        )
