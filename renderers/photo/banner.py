"""The words of a banner behind people: places above their heads where letters stand close together in a line; and those
of a page, of which a photo is full."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grid = NDArray[np.bool_]
Edges = tuple[float, float, float, float]
_CELL = 8  # pixels of a side of a place: the height of small letters
_STEP = 28  # of 255: the least difference between a letter and its ground
# The least share of a place that is an upright and a level edge: curtains and lamps have but one of them.
_UPRIGHT, _LEVEL = 0.22, 0.12
_LEAST, _SHARE = 5, 0.15  # places of a line of words, and its share of the width
_BETWEEN = 2  # places without letters that part two words
# Light and colour of paper, of 255, and the least share of a photo of a page that is paper; the share of its usual
# detail that a column or row with words has at least.
_LIGHT, _COLOURLESS, _PAPER, _INKED = 140, 48, 0.55, 0.3


def above(photo: Image.Image, top: float) -> Edges | None:
    """The left, upper, right and lower edge of the words above `top`, in shares of a small photo; None if there are
    none."""
    grid = _lettered(np.asarray(photo.convert("L"), np.int16))
    high, wide = grid.shape
    rows = grid[: round(top * high)]
    found = [(y, *line) for y, row in enumerate(rows) for line in _lines(row.tolist(), max(_LEAST, _SHARE * wide))]
    if not found:
        return None
    left, right = min(a for _, a, _ in found) - 1, max(b for *_, b in found) + 1
    upper, lower = found[0][0] - 1, found[-1][0] + 2
    return max(0.0, left / wide), max(0.0, upper / high), min(1.0, right / wide), min(1.0, lower / high)


def page(photo: Image.Image, columns: Sequence[float], rows: Sequence[float]) -> Edges | None:
    """The edges of the words of a page that the photo is of, by the spread of its detail; None for another photo."""
    colours = np.asarray(photo.convert("HSV"))
    paper = (colours[..., 1] < _COLOURLESS) & (colours[..., 2] > _LIGHT)
    if paper.mean() < _PAPER:
        return None
    (left, right), (upper, lower) = _inked(columns), _inked(rows)
    return left, upper, right, lower


def _inked(detail: Sequence[float]) -> tuple[float, float]:
    """The begin and end of what has words, in shares of the whole."""
    count = len(detail)
    inked = [k for k, share in enumerate(detail) if share * count > _INKED] or [0, count - 1]
    return inked[0] / count, (inked[-1] + 1) / count


def _lettered(grey: NDArray[np.int16]) -> Grid:
    upright = np.abs(np.diff(grey, axis=1, append=grey[:, -1:])) > _STEP
    level = np.abs(np.diff(grey, axis=0, append=grey[-1:])) > _STEP
    both: Grid = (_shares(upright) > _UPRIGHT) & (_shares(level) > _LEVEL)
    return both


def _shares(edges: Grid) -> NDArray[np.float64]:
    high, wide = (side // _CELL for side in edges.shape)
    cells = edges[: high * _CELL, : wide * _CELL].reshape(high, _CELL, wide, _CELL)
    shares: NDArray[np.float64] = cells.mean((1, 3))
    return shares


def _lines(row: Sequence[bool], least: float) -> Iterator[tuple[int, int]]:
    """The begin and end of each stretch of letters that is as long as words are."""
    begin = end = -_BETWEEN - 1
    for place in [k for k, there in enumerate(row) if there]:
        if place - end > _BETWEEN:
            if end - begin >= least:
                yield begin, end
            begin = place
        end = place + 1
    if end - begin >= least:
        yield begin, end
