"""The sections of a document: how each numbers its pages, and how large its text is."""

from typing import NamedTuple

from lxml import etree

from renderers.word.model.styles import whole
from renderers.word.ooxml import W, twips

FULL = twips(16), twips(25.2)
"""Width and height in twips of the text of our own template, for which its tables and pictures are made."""
_PAPER, _MARGIN = (12240, 15840), 1440  # what Word takes where a section names none


class Start(NamedTuple):
    """The page numbering of a section: its figures, one of Word's formats; `first` None continues those before."""

    format: str
    first: int | None


def start(section: etree._Element) -> Start:
    numbers = section.find(f"{W}pgNumType")
    if numbers is None:
        return Start("decimal", None)
    first = numbers.get(f"{W}start")
    return Start(numbers.get(f"{W}fmt", "decimal"), whole(first, 1) if first else None)


def room(section: etree._Element) -> tuple[int, int]:
    """Width and height in twips of the text, or of the narrowest of its columns."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    wide, high = (_twips(size, name, n) for name, n in zip("wh", _PAPER, strict=True))
    left, right, top, bottom = (_twips(margins, name, _MARGIN) for name in ("left", "right", "top", "bottom"))
    # A negative margin above or below only says that the text may run over the header or footer.
    return _column(section, wide - left - right - _twips(margins, "gutter", 0)), high - abs(top) - abs(bottom)


def _column(section: etree._Element, wide: int) -> int:
    columns = section.find(f"{W}cols")
    if columns is None:
        return wide
    if own := [_twips(one, "w", wide) for one in columns.iterfind(f"{W}col")]:
        return min(own)
    many = max(1, _twips(columns, "num", 1))
    return (wide - _twips(columns, "space", 720) * (many - 1)) // many


def _twips(node: etree._Element | None, name: str, default: int) -> int:
    return whole(node.get(f"{W}{name}", ""), default) if node is not None else default
