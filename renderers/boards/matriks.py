"""The board of /matriks: a month of postingan by jenis and platform, with corrected and unknown cells marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PIL import Image

from renderers import indonesian
from renderers.ink import paint
from renderers.ink.glyphs import Weight, icon, width, write
from renderers.ink.lettering import one_line
from renderers.ink.paint import EDGE, HEAD, WIDE, blank, jpeg, note

STAR = "*"
NAMES, ROW, TOP = 410, 62, 104
_LEGEND = 34


@dataclass(frozen=True)
class Matrix:
    """A month of postingan: `numbers` by jenis (rows) and platform (columns), None where nothing is recorded.

    A 0 was said by somebody. `corrected`: (row, column) of the cells set by hand; `notes`: lines below the table.
    `icons`: the names of the icons of the columns, where they differ from those of the platforms."""

    satker: str
    bulan: date
    jenis: tuple[str, ...]
    platform: tuple[str, ...]
    numbers: tuple[tuple[int | None, ...], ...]
    corrected: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()
    icons: tuple[str, ...] = ()


def draw(matrix: Matrix) -> bytes:
    """The board as JPEG bytes."""
    rows = len(matrix.jenis) + 1
    legend = (*matrix.notes, *legends(matrix))
    sheet = blank(HEAD + TOP + rows * ROW + 40 + _LEGEND * len(legend), matrix.satker, _title(matrix))
    _columns(sheet, matrix.platform, matrix.icons or matrix.platform)
    for n, jenis in enumerate(matrix.jenis):
        _row(sheet, n, jenis, [shown(matrix, n, k) for k in range(len(matrix.platform))])
    _total(sheet, len(matrix.jenis), [indonesian.angka(n) if n else "-" for n in totals(matrix)])
    for n, line in enumerate(legend):
        note(sheet, HEAD + TOP + rows * ROW + 42 + n * _LEGEND, line)
    return jpeg(sheet)


def shown(matrix: Matrix, row: int, column: int) -> str:
    """A cell as people read it: "-", "0", "12", "12*"."""
    value = matrix.numbers[row][column]
    star = STAR if (row, column) in matrix.corrected else ""
    return f"{'-' if value is None else indonesian.angka(value)}{star}"


def totals(matrix: Matrix) -> list[int]:
    """The sum of each column."""
    return [sum(row[k] or 0 for row in matrix.numbers) for k in range(len(matrix.platform))]


def legends(matrix: Matrix) -> list[str]:
    """The explanations of the signs that occur in the cells."""
    cells = [value for row in matrix.numbers for value in row]
    told = ["- belum ada yang tercatat" if None in cells else "", "0 memang tidak ada" if 0 in cells else ""]
    told.append(f"{STAR} dikoreksi Ketua Pelaksana" if matrix.corrected else "")
    line = " · ".join(part for part in told if part)
    return [line] if line else []


def _title(matrix: Matrix) -> str:
    return f"Matriks {indonesian.bulan(matrix.bulan)}"


def _middles(count: int) -> tuple[float, list[float]]:
    """The width of each of `count` columns, and the middles of all."""
    wide = (WIDE - 2 * EDGE - NAMES) / count
    return wide, [EDGE + NAMES + (k + 0.5) * wide for k in range(count)]


def _columns(sheet: Image.Image, platform: Sequence[str], icons: Sequence[str]) -> None:
    wide, middles = _middles(len(platform))
    for name, drawn, middle in zip(platform, icons, middles, strict=True):
        icon(sheet, drawn, (middle - 17, HEAD + 54), 34, paint.MAROON)
        shown, size = one_line(name, Weight.BOLD, 22, wide - 6, 14)
        write(sheet, (middle, HEAD + 86), shown, Weight.BOLD, size, colour=paint.MAROON, anchor="centre")


def _row(sheet: Image.Image, n: int, jenis: str, cells: Sequence[str]) -> None:
    top = HEAD + TOP + n * ROW
    if n % 2 == 0:
        paint.band(sheet, top, ROW, paint.WHITE, 12)
    base = paint.base(top, ROW, 26)
    name, size = one_line(jenis, Weight.SEMIBOLD, 26, NAMES - 16, 18)
    write(sheet, (EDGE + 8, base), name, Weight.SEMIBOLD, size, colour=paint.INK)
    for middle, cell in zip(_middles(len(cells))[1], cells, strict=True):
        _cell(sheet, middle, base, cell)


def _cell(sheet: Image.Image, middle: float, base: float, cell: str) -> None:
    """A figure in the middle of its column; its star hangs behind it, so that figures line up."""
    figure = cell.removesuffix(STAR)
    colour = paint.MUTED if figure == "-" else paint.MAROON if figure != cell else paint.INK
    write(sheet, (middle, base), figure, Weight.BOLD, 28, colour=colour, anchor="centre")
    if figure != cell:
        beside = middle + width(figure, Weight.BOLD, 28) / 2 + 2
        write(sheet, (beside, base), STAR, Weight.BOLD, 28, colour=colour)


def _total(sheet: Image.Image, n: int, cells: Sequence[str]) -> None:
    top = HEAD + TOP + n * ROW
    paint.band(sheet, top, ROW, paint.MAROON, 12)
    base = paint.base(top, ROW, 28)
    write(sheet, (EDGE + 8, base), "Jumlah postingan", Weight.BOLD, 26, colour=paint.WHITE)
    for middle, cell in zip(_middles(len(cells))[1], cells, strict=True):
        write(sheet, (middle, base), cell, Weight.BOLD, 28, colour=paint.GOLD_LIGHT, anchor="centre")
