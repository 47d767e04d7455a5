"""Where the headings and sections of a Word document are: found and marked with bookmarks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from renderers.word.numbering import Numbering

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = {"Heading1": 1, "Heading2": 2, "JudulDepan": 1, "JudulLampiran": 1}
_TC = re.compile(r'^\s*TC\s+"(?P<text>[^"]*)"(?:.*\\l\s*"?(?P<level>\d))?')
_SECTION_IDS = 90_000  # bookmark ids beside those of the headings


@dataclass(frozen=True)
class Entry:
    """A heading; `roman`: it stands in a section with roman page numbers."""

    bookmark: str
    level: int
    text: str
    roman: bool


class Start(NamedTuple):
    """How a section numbers its pages; without a first number it goes on from the section before."""

    roman: bool
    first: int | None


def mark_headings(blocks: Sequence[etree._Element], starts: Sequence[Start], numbering: Numbering) -> Iterator[Entry]:
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


def mark_sections(blocks: Sequence[etree._Element]) -> Iterator[Start]:
    begins, count = True, 0
    for block in blocks:
        if begins and block.tag != f"{W}sectPr" and (place := _first_paragraph(block)) is not None:
            _bookmark(place, f"_Sec{count}", _SECTION_IDS + count)
            begins, count = False, count + 1
        ending = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if ending is not None:
            begins = True
            yield _numbering(ending)


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


def instructions(block: etree._Element) -> str:
    return "".join(code.text or "" for code in block.iter(f"{W}instrText")).strip()
