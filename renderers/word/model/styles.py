"""The paragraph styles of a Word file: what each inherits along its chain."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from renderers.word.ooxml import Parts, W

_PROPERTIES, _STYLE, _LEVEL, _NUMBERS = (f"{W}{name}" for name in ("pPr", "pStyle", "outlineLvl", "numPr"))
_HEADING = re.compile(r"heading ?([1-9])")
BODY = 10
"""The level of a paragraph that is no heading, in Word's count."""


class Numbered(NamedTuple):
    """The list of a style: its numId, its level, and the style of the chain that names them."""

    number: str
    depth: int
    style: str


class Style(NamedTuple):
    """One style, without what it inherits; `outline`: its level from 1, 0 where it has none of its own."""

    name: str
    based_on: str
    outline: int
    number: str
    depth: str

    @property
    def heading(self) -> int:
        """The level of one of Word's own heading styles; 0 of every other style."""
        found = _HEADING.fullmatch(self.name.casefold())
        return int(found[1]) if found else 0


class Told(NamedTuple):
    """What a paragraph tells of itself: its style, its outline level, its place in a list; empty what it leaves out."""

    style: str = ""
    level: str = ""
    numbers: etree._Element | None = None


def properties(block: etree._Element) -> etree._Element | None:
    """The properties of a paragraph, which are its first element; looking for them takes several times as long."""
    first = block[0] if len(block) else None
    return first if first is None or first.tag == _PROPERTIES else block.find(_PROPERTIES)


def told_of(paragraph: etree._Element) -> Told:
    of = properties(paragraph)
    found = {one.tag: one for one in reversed(of) if one.tag in _TOLD} if of is not None else {}
    return Told(value(found.get(_STYLE)), value(found.get(_LEVEL)), found.get(_NUMBERS)) if found else _NOTHING


_TOLD, _NOTHING = {_STYLE, _LEVEL, _NUMBERS}, Told()


class Styles:
    """The styles by id; an unknown id stands for a style of that name."""

    def __init__(self, parts: Parts) -> None:
        data = parts.get("word/styles.xml")
        nodes = list(etree.fromstring(data).iterfind(f"{W}style")) if data is not None else []
        self.known = {node.get(f"{W}styleId", ""): _style(node) for node in nodes}
        first = (n for n in nodes if n.get(f"{W}type") == "paragraph" and n.get(f"{W}default") in {"1", "true", "on"})
        self._numbered: dict[str, Numbered | None] = {}
        self.default = next((node.get(f"{W}styleId", "") for node in first), "")

    def of(self, paragraph: etree._Element) -> str:
        """The id of the style of a paragraph."""
        return told_of(paragraph).style or self.default

    def get(self, style: str) -> Style:
        return self.known.get(style) or Style(style, "", 0, "", "")

    def chain(self, style: str) -> Iterator[str]:
        """The style and those it is based on, nearest first."""
        seen = set[str]()
        while style and style not in seen:
            yield style
            seen.add(style)
            style = self.get(style).based_on

    def outline(self, style: str) -> int:
        """The level of the headings of this style, from 1; BODY for none."""
        found = (self.get(one).outline or self.get(one).heading for one in self.chain(style))
        return next((level for level in found if level), BODY)

    def numbered(self, style: str) -> Numbered | None:
        """The list whose numbers stand before the paragraphs of a style, kept: thousands of these ask."""
        if style not in self._numbered:
            self._numbered[style] = self._number(style)
        return self._numbered[style]

    def _number(self, style: str) -> Numbered | None:
        depth = ""
        for one in self.chain(style):
            found = self.get(one)
            depth = depth or found.depth
            if found.number:
                return None if found.number == "0" else Numbered(found.number, whole(depth, 0), one)
        return None


def value(node: etree._Element | None, default: str = "") -> str:
    """The w:val of an element."""
    return node.get(f"{W}val", default) if node is not None else default


def whole(text: str, default: int) -> int:
    """The number in an attribute; the default where another hand has left anything else."""
    try:
        return round(float(text))
    except (ValueError, OverflowError):
        return default


def _style(node: etree._Element) -> Style:
    outline, number = node.find(f"{W}pPr/{W}outlineLvl"), node.find(f"{W}pPr/{W}numPr")
    return Style(
        value(node.find(f"{W}name")),
        value(node.find(f"{W}basedOn")),
        whole(value(outline), -1) + 1,
        value(number.find(f"{W}numId")) if number is not None else "",
        value(number.find(f"{W}ilvl")) if number is not None else "",
    )
