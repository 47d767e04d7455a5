"""The matrix of a month as a picture: jenis by platform, corrected cells marked, none and unknown told apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PIL import Image

from renderers import indonesian
from renderers.ink import paint
from renderers.ink.board import EDGE, HEAD, WIDE, blank, jpeg, note
from renderers.ink.boxes import Box
from renderers.ink.glyphs import CAP, Weight, icon, width, write
from renderers.ink.lettering import one_line

STAR = "*"
NAMES, ROW, TOP = 410, 62, 104
_LEGEND = 34


@dataclass(frozen=True)
class Matrix:
    """`angka` by jenis and platform: None where nothing is recorded, 0 where it was said that there is none.
    `dikoreksi`: (row, column) of the cells that were set by hand; `kaki`: the lines below the table."""

    satker: str
    bulan: date
    jenis: tuple[str, ...]
    platform: tuple[str, ...]
    angka: tuple[tuple[int | None, ...], ...]
    dikoreksi: tuple[tuple[int, int], ...] = ()
    kaki: tuple[str, ...] = ()


def draw(lembar: Matrix) -> bytes:
    rows = len(lembar.jenis) + 1
    legend = (*lembar.kaki, *legends(lembar))
    sheet = blank(HEAD + TOP + rows * ROW + 40 + _LEGEND * len(legend), lembar.satker, _title(lembar))
    _columns(sheet, lembar.platform)
    for n, jenis in enumerate(lembar.jenis):
        _row(sheet, n, jenis, [shown(lembar, n, k) for k in range(len(lembar.platform))])
    _total(sheet, len(lembar.jenis), [indonesian.angka(n) if n else "-" for n in totals(lembar)])
    for n, line in enumerate(legend):
        note(sheet, HEAD + TOP + rows * ROW + 42 + n * _LEGEND, line)
    return jpeg(sheet)


def shown(lembar: Matrix, row: int, column: int) -> str:
    """A cell as people read it: "-", "0", "12", "12*"."""
    value = lembar.angka[row][column]
    star = STAR if (row, column) in lembar.dikoreksi else ""
    return f"{'-' if value is None else indonesian.angka(value)}{star}"


def totals(lembar: Matrix) -> list[int]:
    return [sum(row[k] or 0 for row in lembar.angka) for k in range(len(lembar.platform))]


def legends(lembar: Matrix) -> list[str]:
    """What the signs in the cells mean, if they are there."""
    cells = [value for row in lembar.angka for value in row]
    told = ["- belum ada yang tercatat" if None in cells else "", "0 memang tidak ada" if 0 in cells else ""]
    told.append(f"{STAR} dikoreksi Ketua Pelaksana" if lembar.dikoreksi else "")
    line = " · ".join(part for part in told if part)
    return [line] if line else []


def _title(lembar: Matrix) -> str:
    return f"Matriks {indonesian.bulan(lembar.bulan)}"


def _middles(count: int) -> tuple[float, list[float]]:
    """How wide a column is, and where the middle of each lies."""
    wide = (WIDE - 2 * EDGE - NAMES) / count
    return wide, [EDGE + NAMES + (k + 0.5) * wide for k in range(count)]


def _columns(sheet: Image.Image, platform: Sequence[str]) -> None:
    wide, middles = _middles(len(platform))
    for name, middle in zip(platform, middles, strict=True):
        icon(sheet, name, (middle - 17, HEAD + 54), 34, paint.MAROON)
        shown, size = one_line(name, Weight.BOLD, 22, wide - 6, 14)
        write(sheet, (middle, HEAD + 86), shown, Weight.BOLD, size, colour=paint.MAROON, anchor="centre")


def _row(sheet: Image.Image, n: int, jenis: str, cells: Sequence[str]) -> None:
    top = HEAD + TOP + n * ROW
    if n % 2 == 0:
        paint.rectangle(sheet, Box(EDGE - 12, top, WIDE - 2 * EDGE + 24, ROW), paint.WHITE, 12)
    base = top + ROW / 2 + CAP / 2 * 26
    name, size = one_line(jenis, Weight.SEMIBOLD, 26, NAMES - 16, 18)
    write(sheet, (EDGE + 8, base), name, Weight.SEMIBOLD, size, colour=paint.INK)
    for middle, cell in zip(_middles(len(cells))[1], cells, strict=True):
        _cell(sheet, middle, base, cell)


def _cell(sheet: Image.Image, middle: float, base: float, cell: str) -> None:
    """The figure stands in the middle of its column and the star hangs behind it, so that figures line up."""
    figure = cell.removesuffix(STAR)
    colour = paint.MUTED if figure == "-" else paint.MAROON if figure != cell else paint.INK
    write(sheet, (middle, base), figure, Weight.BOLD, 28, colour=colour, anchor="centre")
    if figure != cell:
        beside = middle + width(figure, Weight.BOLD, 28) / 2 + 2
        write(sheet, (beside, base), STAR, Weight.BOLD, 28, colour=colour)


def _total(sheet: Image.Image, n: int, cells: Sequence[str]) -> None:
    top = HEAD + TOP + n * ROW
    paint.rectangle(sheet, Box(EDGE - 12, top, WIDE - 2 * EDGE + 24, ROW), paint.MAROON, 12)
    base = top + ROW / 2 + CAP / 2 * 28
    write(sheet, (EDGE + 8, base), "Jumlah postingan", Weight.BOLD, 26, colour=paint.WHITE)
    for middle, cell in zip(_middles(len(cells))[1], cells, strict=True):
        write(sheet, (middle, base), cell, Weight.BOLD, 28, colour=paint.GOLD_LIGHT, anchor="centre")
