"""What a page of a PDF draws, lines and pictures, as boxes in points."""

from collections.abc import Iterator

from pypdf import PageObject
from pypdf.generic import ContentStream

Matrix = tuple[float, ...]
_UNIT: Matrix = (1, 0, 0, 1, 0, 0)
_DRAWN = {b"f", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*"}


def sides(page: PageObject) -> tuple[float, float]:
    """The leftmost and rightmost place of all that is drawn on a page; texts have no box."""
    found = list(_places(page))
    return min(found), max(found)


def _places(page: PageObject) -> Iterator[float]:
    kept, now, path = list[Matrix](), _UNIT, list[float]()
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        told = [float(one) for one in operands] if operator in {b"cm", b"re", b"m", b"l", b"c"} else []
        if operator == b"q":
            kept.append(now)
        elif operator == b"Q":
            now = kept.pop()
        elif operator == b"cm":
            now = _times(told, now)
        elif operator == b"re":
            path += [_across(now, told[0], told[1]), _across(now, told[0] + told[2], told[1] + told[3])]
        elif operator in {b"m", b"l", b"c"}:
            path += [_across(now, x, y) for x, y in zip(told[::2], told[1::2], strict=True)]
        elif operator == b"Do":
            yield from (_across(now, 0, 0), _across(now, 1, 1))
        elif operator in _DRAWN:
            yield from path
        if operator in _DRAWN | {b"n"}:
            path = []


def _across(by: Matrix, x: float, y: float) -> float:
    return by[0] * x + by[2] * y + by[4]


def _times(a: list[float], b: Matrix) -> Matrix:
    rows = ((a[0], a[1], 0.0), (a[2], a[3], 0.0), (a[4], a[5], 1.0))
    return tuple(v for x, y, one in rows for v in (x * b[0] + y * b[2] + one * b[4], x * b[1] + y * b[3] + one * b[5]))
