"""The headings and sections of a Word document, found and marked with bookmarks, and the numbers before headings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from renderers import indonesian
from renderers.word.ooxml import Parts, W

LEVELS = {"Heading1": 1, "Heading2": 2, "JudulDepan": 1, "JudulLampiran": 1}
_TC = re.compile(r'^\s*TC\s+"(?P<text>[^"]*)"(?:.*\\l\s*"?(?P<level>\d))?')
_SECTION_IDS = 90_000  # bookmark ids beside those of the headings
_AFTER = {"space": " ", "nothing": ""}
_DEEPEST = 9


class Level(NamedTuple):
    """A level of a list: its first number, its kind of figures, its text as in "BAB %1", what follows it."""

    start: int
    format: str
    text: str
    after: str


Place = tuple[str, int]
"""The numId of a list, and a level of it."""


@dataclass(frozen=True)
class Entry:
    """A heading by its bookmark; `level`: 1 or 2; `roman`: it stands in a section with roman page numbers."""

    bookmark: str
    level: int
    text: str
    roman: bool


class Start(NamedTuple):
    """The page numbering of a section; `first` None continues that of the section before."""

    roman: bool
    first: int | None


class Numbering:
    """The numbers of lists as Word would write them: asked for each paragraph once, in their order."""

    def __init__(self, parts: Parts) -> None:
        self.levels = _levels(parts["word/numbering.xml"]) if "word/numbering.xml" in parts else {}
        self.styles = _styles(parts["word/styles.xml"]) if "word/styles.xml" in parts else {}
        self.counts: dict[str, list[int]] = {}

    def label(self, paragraph: etree._Element) -> str:
        """The number before the text of a paragraph, with the tab or space behind it; empty for one without."""
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


def mark_headings(blocks: Sequence[etree._Element], starts: Sequence[Start], numbering: Numbering) -> Iterator[Entry]:
    """The headings of the blocks of a body, each marked; `starts`: one for each section."""
    section = number = 0
    for block in blocks:
        for place in block.iter(f"{W}p"):
            before = numbering.label(place)
            level, text = _heading(place, before)
            if level and text:
                number += 1
                _bookmark(place, f"_Toc{number:05}", number)
                yield Entry(f"_Toc{number:05}", level, text, starts[section].roman)
        section += block.find(f"{W}pPr/{W}sectPr") is not None


def mark_sections(blocks: Sequence[etree._Element]) -> Iterator[Start]:
    """The page numbering of each section of a body; the first paragraph of each is marked."""
    begins, count = True, 0
    for block in blocks:
        if begins and block.tag != f"{W}sectPr" and (place := _first_paragraph(block)) is not None:
            _bookmark(place, f"_Sec{count}", _SECTION_IDS + count)
            begins, count = False, count + 1
        ending = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if ending is not None:
            begins = True
            yield _numbering(ending)


def instructions(block: etree._Element) -> str:
    """The instructions of all fields in a block."""
    return "".join(code.text or "" for code in block.iter(f"{W}instrText")).strip()


def _heading(block: etree._Element, before: str) -> tuple[int, str]:
    if tc := _TC.match(instructions(block)):
        return int(tc["level"] or 1), tc["text"]
    style, text = block.find(f"{W}pPr/{W}pStyle"), _text(block)
    level = LEVELS.get(style.get(f"{W}val", ""), 0) if style is not None else 0
    return level, f"{before}{text}".strip() if text.strip() else ""


def _text(block: etree._Element) -> str:
    shown = {f"{W}br": " ", f"{W}tab": "\t"}
    parts = [
        node.text or "" if node.tag == f"{W}t" else shown.get(str(node.tag), "")
        for run_ in block.iter(f"{W}r")
        for node in run_
    ]
    return "".join(parts)


def _first_paragraph(block: etree._Element) -> etree._Element | None:
    return block if block.tag == f"{W}p" else next(block.iter(f"{W}p"), None)


def _numbering(section: etree._Element) -> Start:
    numbers = section.find(f"{W}pgNumType")
    start = numbers.get(f"{W}start") if numbers is not None else None
    return Start(numbers is not None and numbers.get(f"{W}fmt") == "lowerRoman", int(start) if start else None)


def _bookmark(block: etree._Element, name: str, number: int) -> None:
    begin = etree.Element(f"{W}bookmarkStart", {f"{W}id": str(number), f"{W}name": name})
    end = etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(number)})
    at = 1 if block.find(f"{W}pPr") is not None else 0
    block.insert(at, begin)
    block.append(end)


def _value(node: etree._Element | None, default: str = "") -> str:
    return node.get(f"{W}val", default) if node is not None else default


def _written(n: int, format_: str) -> str:
    if format_ in {"upperRoman", "lowerRoman"}:
        return indonesian.roman(n) if format_ == "upperRoman" else indonesian.roman(n).lower()
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
    """The styles that number their paragraphs, by id."""
    found: dict[str, Place] = {}
    for style in etree.fromstring(data).iterfind(f"{W}style"):
        numbers = style.find(f"{W}pPr/{W}numPr")
        if numbers is not None and (number := _value(numbers.find(f"{W}numId"))) not in {"", "0"}:
            found[style.get(f"{W}styleId", "")] = number, int(_value(numbers.find(f"{W}ilvl"), "0"))
    return found
