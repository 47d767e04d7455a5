"""The numbers that Word shows before a paragraph and stores nowhere: "BAB IV", "A.", counted from numbering.xml."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from renderers.indonesian import romawi
from renderers.word.package import Parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AFTER = {"space": " ", "nothing": ""}
_DEEPEST = 9


class Level(NamedTuple):
    start: int
    format: str
    text: str
    after: str


Place = tuple[str, int]
"""A list by its numId, and a level of it."""


def _value(node: etree._Element | None, default: str = "") -> str:
    return node.get(f"{W}val", default) if node is not None else default


class Numbering:
    """Counts along a document; ask for each paragraph once, in order."""

    def __init__(self, parts: Parts) -> None:
        self.levels = _levels(parts["word/numbering.xml"]) if "word/numbering.xml" in parts else {}
        self.styles = _styles(parts["word/styles.xml"]) if "word/styles.xml" in parts else {}
        self.counts: dict[str, list[int]] = {}

    def label(self, paragraph: etree._Element) -> str:
        """What stands before the text, with the tab or space behind it."""
        place = self._place(paragraph)
        if place is None or place not in self.levels:
            return ""
        counts = self.counts.setdefault(place[0], [0] * _DEEPEST)
        level = self.levels[place]
        counts[place[1]] = counts[place[1]] + 1 if counts[place[1]] else level.start
        counts[place[1] + 1 :] = [0] * (_DEEPEST - place[1] - 1)
        shown = re.sub(r"%([1-9])", lambda found: self._figure(place[0], int(found[1]) - 1), level.text)
        return shown + _AFTER.get(level.after, "\t") if shown else ""

    def _place(self, paragraph: etree._Element) -> Place | None:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return None
        own = properties.find(f"{W}numPr")
        styled = self.styles.get(_value(properties.find(f"{W}pStyle")))
        if own is None:
            return styled
        number = _value(own.find(f"{W}numId"), styled[0] if styled else "")
        return number, int(_value(own.find(f"{W}ilvl"), str(styled[1] if styled else 0)))

    def _figure(self, number: str, depth: int) -> str:
        level = self.levels.get((number, depth))
        if level is None:
            return ""
        return _written(self.counts[number][depth] or level.start, level.format)


def _written(n: int, format_: str) -> str:
    if format_ in {"upperRoman", "lowerRoman"}:
        return romawi(n) if format_ == "upperRoman" else romawi(n).lower()
    if format_ in {"upperLetter", "lowerLetter"}:
        # After Z Word goes on with AA, BB, CC.
        letters = chr(ord("A") + (n - 1) % 26) * ((n - 1) // 26 + 1)
        return letters if format_ == "upperLetter" else letters.lower()
    return "" if format_ == "none" else str(n)


def _levels(data: bytes) -> Mapping[Place, Level]:
    root = etree.fromstring(data)
    kinds = {node.get(f"{W}abstractNumId"): node for node in root.iterfind(f"{W}abstractNum")}
    found: dict[Place, Level] = {}
    for number in root.iterfind(f"{W}num"):
        kind = kinds.get(_value(number.find(f"{W}abstractNumId")))
        for node in kind.iterfind(f"{W}lvl") if kind is not None else ():
            found[number.get(f"{W}numId", ""), int(node.get(f"{W}ilvl", "0"))] = _level(node)
    return found


def _level(node: etree._Element) -> Level:
    start, format_ = _value(node.find(f"{W}start"), "1"), _value(node.find(f"{W}numFmt"), "decimal")
    return Level(int(start), format_, _value(node.find(f"{W}lvlText")), _value(node.find(f"{W}suff"), "tab"))


def _styles(data: bytes) -> Mapping[str, Place]:
    """Styles that number their paragraphs, by id."""
    found: dict[str, Place] = {}
    for style in etree.fromstring(data).iterfind(f"{W}style"):
        numbers = style.find(f"{W}pPr/{W}numPr")
        if numbers is not None and (number := _value(numbers.find(f"{W}numId"))) not in {"", "0"}:
            found[style.get(f"{W}styleId", "")] = number, int(_value(numbers.find(f"{W}ilvl"), "0"))
    return found
