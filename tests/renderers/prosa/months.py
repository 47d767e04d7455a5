"""Months of publikasi for the tests of what is said about them."""

from datetime import date

from renderers.figures import Evaluasi


def months(*counted: int, first: int = 7) -> tuple[Evaluasi, ...]:
    return tuple(Evaluasi(date(2023, first + n, 1), p, 0) for n, p in enumerate(counted))
