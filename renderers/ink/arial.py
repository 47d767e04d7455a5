"""The widths of Arial's letters, which those of Liberation Sans equal: what fits into a line or a column of paper."""

import unicodedata
from functools import lru_cache, partial

from renderers.ink.syllables import filled

TWIPS = 20  # to the point
_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 "
    "584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 "
    "333 611 556 778 556 556 500 389 280 389 584"
)
# Thousandths of the size for each sign from space to tilde; any other sign counts as a full square.
_WIDTHS = tuple({chr(n): int(w) for n, w in enumerate(line.split(), start=32)} for line in (_REGULAR, _BOLD))
_OTHER = 1000


@lru_cache(maxsize=4096)
def width(text: str, points: float, *, bold: bool = False, spacing: float = 0) -> float:
    """The width in twips of a text of so many points; `spacing`: points added behind each letter. Kept,
    for a report prints the same figures hundreds of times."""
    known = _WIDTHS[bold]
    return sum(known.get(_plain(sign), _OTHER) * points / 1000 + spacing for sign in text) * TWIPS


def widest_word(text: str, points: float, *, bold: bool = False) -> float:
    """The width in twips of the longest piece of a text that no line can break."""
    return max((width(word, points, bold=bold) for word in text.split()), default=0)


def balanced(text: str, room: float, points: float, *, bold: bool = False, spacing: float = 0) -> str:
    """The text with line breaks where it is wider than `room` twips: in as few lines as it needs, about equally wide,
    so that no word stands alone."""
    words, measure = text.split(), partial(width, points=points, bold=bold, spacing=spacing)
    if not words or measure(text) <= room:
        return text
    lines = filled(words, room, measure)
    while len(narrower := filled(words, max(map(measure, lines)) - 1, measure)) == len(lines) and narrower != lines:
        lines = narrower
    return "\n".join(lines)


def _plain(sign: str) -> str:
    """A letter without its accent, which is as wide."""
    return sign if sign.isascii() else unicodedata.normalize("NFD", sign)[0]
