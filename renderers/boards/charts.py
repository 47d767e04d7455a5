"""Charts: months of a period as bars beside those of the period before, told apart by lightness and outline."""

from dataclasses import dataclass

from PIL import Image

from renderers import indonesian
from renderers.ink import paint
from renderers.ink.board import EDGE, HEAD, WIDE, blank, jpeg, note
from renderers.ink.boxes import Box
from renderers.ink.glyphs import Colour, Weight, width, write
from renderers.ink.lettering import one_line

PANEL, GAP, BAR, TALL = 440, 28, 118, 230
_LEGEND = 34
_BASE, _LINE = 362, 3


@dataclass(frozen=True)
class Series:
    """A period: its name, and for every month a label and a number, None where it has not begun."""

    nama: str
    label: tuple[str, ...]
    nilai: tuple[int | None, ...]

    @property
    def jumlah(self) -> int:
        return sum(n or 0 for n in self.nilai)


@dataclass(frozen=True)
class Chart:
    judul: str
    dulu: Series
    kini: Series


@dataclass(frozen=True)
class Status:
    satker: str
    judul: str
    grafik: tuple[Chart, ...]
    kaki: tuple[str, ...] = ()


def draw(status: Status) -> bytes:
    high = HEAD + GAP + len(status.grafik) * (PANEL + GAP) + _LEGEND * len(status.kaki) + 8
    sheet = blank(high, status.satker, status.judul)
    for n, grafik in enumerate(status.grafik):
        _panel(sheet, HEAD + GAP + n * (PANEL + GAP), grafik)
    for n, line in enumerate(status.kaki):
        note(sheet, high - _LEGEND * (len(status.kaki) - n) + 8, line)
    return jpeg(sheet)


def _panel(sheet: Image.Image, top: float, grafik: Chart) -> None:
    box = Box(EDGE, top, WIDE - 2 * EDGE, PANEL)
    paint.shadows(sheet, [box], 16)
    paint.rectangle(sheet, box, paint.WHITE, 16)
    legend = _legend(sheet, top + 58, grafik)
    title, size = one_line(grafik.judul, Weight.EXTRABOLD, 32, legend - EDGE - 52, 18)
    write(sheet, (EDGE + 28, top + 58), title, Weight.EXTRABOLD, size, colour=paint.INK)
    highest = max([n or 0 for n in (*grafik.dulu.nilai, *grafik.kini.nilai)] or [0])
    groups = len(grafik.kini.nilai)
    for k in range(groups):
        middle = EDGE + (k + 0.5) * (WIDE - 2 * EDGE) / groups
        _bar(sheet, (middle - BAR - 6, top + _BASE), grafik.dulu, k, highest, old=True)
        _bar(sheet, (middle + 6, top + _BASE), grafik.kini, k, highest, old=False)
    paint.rectangle(sheet, Box(EDGE + 28, top + _BASE, WIDE - 2 * EDGE - 56, 3), paint.MUTED)


def _legend(sheet: Image.Image, y: float, grafik: Chart) -> float:
    """Right-aligned: a swatch, the period, its sum; returns where it begins."""
    x = float(WIDE - EDGE - 28)
    for seri, old in ((grafik.kini, False), (grafik.dulu, True)):
        text = f"{seri.nama}: {indonesian.angka(seri.jumlah)}"
        x -= width(text, Weight.BOLD, 23)
        write(sheet, (x, y), text, Weight.BOLD, 23, colour=paint.INK)
        x -= 36
        _block(sheet, Box(x, y - 21, 24, 24), old=old)
        x -= 30
    return x


def _bar(sheet: Image.Image, at: tuple[float, float], seri: Series, k: int, highest: int, *, old: bool) -> None:
    value, middle = seri.nilai[k], at[0] + BAR / 2
    write(sheet, (middle, at[1] + 42), seri.label[k], Weight.SEMIBOLD, 24, colour=_voice(value), anchor="centre")
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
    """The period before is light with a dark outline, so that a grey print still tells the two apart."""
    paint.rectangle(sheet, box, paint.MAROON)
    if old and min(box.w, box.h) > 2 * _LINE:
        paint.rectangle(
            sheet, Box(box.x + _LINE, box.y + _LINE, box.w - 2 * _LINE, box.h - 2 * _LINE), paint.GOLD_LIGHT
        )
