"""Which cells of the matrices read otherwise than before: by name, for jenis and platforms come and go."""

from collections.abc import Iterator, Sequence
from datetime import date

from renderers.figures import Matriks, Sel

Cells = dict[tuple[date, str, str], int]


def cells(matriks: Sequence[Matriks], jenis: Sequence[str], platform: Sequence[str]) -> Cells:
    return {
        (month.bulan, kind, where): n
        for month in matriks
        for kind, line in zip(jenis, month.angka, strict=True)
        for where, n in zip(platform, line, strict=True)
    }


def differing(before: Cells, now: Cells) -> Iterator[Sel]:
    """Of the months that both tell of; a cell that one of them does not know holds nothing there."""
    both = {bulan for bulan, *_ in before} & {bulan for bulan, *_ in now}
    for cell in sorted(dict.fromkeys([*before, *now]), key=lambda cell: cell[0]):
        old, new = before.get(cell, 0), now.get(cell, 0)
        if cell[0] in both and old != new:
            yield Sel(*cell, old, new)
