"""The daftar isi: real TOC entries with nested PAGEREF fields, filled with the pages on which the headings really stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import NamedTuple

from lxml import etree
from pypdf import PdfReader

from renderers.indonesian import romawi
from renderers.ooxml import field, paragraph, run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = {"Heading1": 1, "Heading2": 2, "JudulDepan": 1, "JudulLampiran": 1}
_TC = re.compile(r'^\s*TC\s+"(?P<text>[^"]*)"(?:.*\\l\s*"?(?P<level>\d))?')
_PLACE = "daftar-isi"
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


@dataclass(frozen=True)
class Outline:
    """A document with bookmarks set and its daftar isi still open; `starts`: one for each section."""

    xml: str
    instruction: str
    entries: tuple[Entry, ...]
    starts: tuple[Start, ...]


def outline(document: bytes) -> Outline:
    root = etree.fromstring(document)
    body = root.find(f"{W}body")
    if body is None:
        raise ValueError("a document without a body")
    instruction = _open_place(body)
    starts = tuple(_mark_sections(list(body)))
    entries = tuple(_mark_headings(list(body), starts))
    return Outline(etree.tostring(root, encoding="unicode", xml_declaration=False), instruction, entries, starts)


def guess(plan: Outline) -> list[str]:
    """Before any page is laid out: one page for each heading of the front matter."""
    return [romawi(n).lower() if entry.roman else "0" for n, entry in enumerate(plan.entries, start=1)]


def fill(plan: Outline, pages: Sequence[str]) -> bytes:
    """For Word: a TOC field that people can refresh, its numbers already shown."""
    opening, closing = field(plan.instruction, "|").split("|")
    lines = [_link(entry, field(f"PAGEREF {entry.bookmark} \\h", run(page))) for entry, page in zip(plan.entries, pages, strict=True)]
    return _insert(plan, [opening + lines[0], *lines[1:]] if lines else [opening], closing)


def fill_for_office(plan: Outline, pages: Sequence[str]) -> bytes:
    """For LibreOffice: it computes page references only outside of a TOC field, and never in roman figures."""
    numbers = [run(page) if entry.roman else field(f"PAGEREF {entry.bookmark} \\h", run(page)) for entry, page in zip(plan.entries, pages, strict=True)]
    return _insert(plan, list(map(_link, plan.entries, numbers)), "")


def _insert(plan: Outline, lines: list[str], closing: str) -> bytes:
    styles = [f"TOC{entry.level}" for entry in plan.entries] or ["TOC1"]
    shown = "".join(paragraph(style, line) for style, line in zip(styles, lines, strict=True))
    shown = f"{shown.removesuffix('</w:p>')}{closing}</w:p>"
    return plan.xml.replace(f"<!--{_PLACE}-->", shown, 1).encode()


def pages(plan: Outline, pdf: bytes) -> list[str]:
    """The number printed on the page of every entry, with the numbering of its section."""
    reader = PdfReader(BytesIO(pdf))
    found = {_plain(name): reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    sections = [found[f"_Sec{n}"] for n in range(len(plan.starts))]
    return [_number(plan.starts, sections, found[entry.bookmark]) for entry in plan.entries]


def _plain(name: str) -> str:
    # LibreOffice writes "_Toc00001" as "/5FToc00001" or "_5FToc00001".
    return re.sub(r"^[/_]*5F", "_", name)


def _number(starts: Sequence[Start], sections: Sequence[int], page: int) -> str:
    number, roman, before = 1, False, 0
    for (is_roman, start), first in zip(starts, sections, strict=True):
        if first > page:
            break
        number, roman, before = start if start is not None else number + first - before, is_roman, first
    number += page - before
    return romawi(number).lower() if roman else str(number)


def _open_place(body: etree._Element) -> str:
    """Takes the TOC field, of one paragraph or many, out of the body and leaves a mark."""
    blocks = list(body)
    first = next((i for i, block in enumerate(blocks) if _instructions(block).startswith("TOC")), None)
    if first is None:
        return r'TOC \o "1-2" \h \z \u'
    depth, last = 0, first
    for last in range(first, len(blocks)):
        kinds = [mark.get(f"{W}fldCharType") for mark in blocks[last].iter(f"{W}fldChar")]
        depth += kinds.count("begin") - kinds.count("end")
        if not depth:
            break
    instruction = re.split(r"\s(?=PAGEREF|HYPERLINK)", _instructions(blocks[first]))[0]
    body.insert(first, etree.Comment(_PLACE))
    for block in blocks[first : last + 1]:
        body.remove(block)
    return instruction


def _instructions(block: etree._Element) -> str:
    return "".join(code.text or "" for code in block.iter(f"{W}instrText")).strip()


def _mark_headings(blocks: Sequence[etree._Element], starts: Sequence[Start]) -> Iterator[Entry]:
    section = number = 0
    for block in blocks:
        for place in block.iter(f"{W}p"):
            level, text = _heading(place)
            if level and text:
                number += 1
                _bookmark(place, f"_Toc{number:05}", number)
                yield Entry(f"_Toc{number:05}", level, text, starts[section].roman)
        section += block.find(f"{W}pPr/{W}sectPr") is not None


def _heading(block: etree._Element) -> tuple[int, str]:
    if tc := _TC.match(_instructions(block)):
        return int(tc["level"] or 1), tc["text"]
    style = block.find(f"{W}pPr/{W}pStyle")
    return _LEVELS.get(style.get(f"{W}val", ""), 0) if style is not None else 0, _text(block)


def _text(block: etree._Element) -> str:
    shown = {f"{W}br": " ", f"{W}tab": "\t"}
    parts = [node.text or "" if node.tag == f"{W}t" else shown.get(str(node.tag), "") for run_ in block.iter(f"{W}r") for node in run_]
    return "".join(parts).strip()


def _mark_sections(blocks: Sequence[etree._Element]) -> Iterator[Start]:
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


def _link(entry: Entry, number: str) -> str:
    text = "<w:r><w:tab/></w:r>".join(map(run, entry.text.split("\t")))
    return f'<w:hyperlink w:anchor="{escape(entry.bookmark)}" w:history="1">{text}<w:r><w:tab/></w:r>{number}</w:hyperlink>'
