"""Merged cells of a sheet, of which a file fills only the first: what people see is in all that it covers."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from openpyxl.utils import column_index_from_string

from renderers.received import BESIDE, Row

_RANGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?\bref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")


def filled(rows: Sequence[Row], xml: bytes, most: int, width: int) -> list[Row]:
    """The rows of a sheet, from its part of the workbook. A merged cell stands in each row that it covers and that has
    something of its own; beside it stands BESIDE, for nobody knows which of two columns was meant. `most`: how many
    cells may be covered; `width`: the columns that are read. Raises ValueError for more, as no real sheet has."""
    cells = {row.number: list(row.cells) for row in rows}
    for number, column, told in _covered(cells, xml, most, width):
        row = cells[number]
        row.extend([""] * (column - len(row)))
        row[column - 1] = told
    return [Row(number, tuple(row)) for number, row in cells.items()]


def _covered(cells: dict[int, list[str]], xml: bytes, most: int, width: int) -> Iterator[tuple[int, int, str]]:
    """The row, the column and the text of each cell below the headings that a filled one covers."""
    there = sorted(cells)
    for left, top, right, bottom in _ranges(xml, width):
        told = cells.get(top, [])[left - 1 : left]
        if top == 1 or not told or not told[0]:
            continue
        for number in there[bisect_left(there, top) : bisect_left(there, bottom + 1)]:
            most -= right - left + 1
            if most < 0:
                raise ValueError("merged over each other")
            if number != top:
                yield number, left, told[0]
            yield from ((number, column, BESIDE) for column in range(left + 1, right + 1))


def _ranges(xml: bytes, width: int) -> Iterator[tuple[int, int, int, int]]:
    """Left, top, right and bottom of each merged cell, as far as it is read."""
    for left, top, right, bottom in _RANGE.findall(xml):
        first = column_index_from_string(left.decode())
        if first <= width:
            yield first, int(top), min(column_index_from_string(right.decode()), width), int(bottom)
