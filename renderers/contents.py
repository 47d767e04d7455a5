"""The daftar isi: real TOC entries with nested PAGEREF fields, filled with the pages on which the headings really stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO

from lxml import etree
from pypdf import PdfReader

from renderers.indonesian import romawi
from renderers.ooxml import field, paragraph, run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = {"Heading1": 1, "Heading2": 2, "JudulDepan": 1, "JudulLampiran": 1}
_TC = re.compile(r'^\s*TC\s+"(?P<text>[^"]*)"(?:.*\\l\s*"?(?P<level>\d))?')
_PLACE = "daftar-isi"


@dataclass(frozen=True)
class Entry:
    bookmark: str
    level: int
    text: str


@dataclass(frozen=True)
class Outline:
    """A document with bookmarks set and its daftar isi still open; `starts` are the sections as (roman?, first number)."""

    xml: str
    instruction: str
    entries: tuple[Entry, ...]
    starts: tuple[tuple[bool, int | None], ...]


def outline(document: bytes) -> Outline:
    root = etree.fromstring(document)
    body = root.find(f"{W}body")
    if body is None:
        raise ValueError("a document without a body")
    instruction = _open_place(body)
    entries = tuple(_mark_headings(root))
    starts = tuple(_mark_sections(body))
    return Outline(etree.tostring(root, encoding="unicode", xml_declaration=False), instruction, entries, starts)


def fill(plan: Outline, pages: Sequence[str], *, wrapped: bool = True) -> bytes:
    """`wrapped`: inside a TOC field, as Word wants it. LibreOffice computes page references only outside of one."""
    lines = [_line(entry, page) for entry, page in zip(plan.entries, pages, strict=True)]
    opening, closing = ("", "")
    if wrapped:
        opening, closing = field(plan.instruction, "|").split("|")
    styles = [f"TOC{entry.level}" for entry in plan.entries]
    lines[0], lines[-1] = opening + lines[0], lines[-1] + closing if len(lines) > 1 else opening + lines[0] + closing
    shown = "".join(paragraph(style, line) for style, line in zip(styles, lines, strict=True))
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


def _number(starts: Sequence[tuple[bool, int | None]], sections: Sequence[int], page: int) -> str:
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


def _mark_headings(root: etree._Element) -> Iterator[Entry]:
    for block in root.iter(f"{W}p"):
        style = block.find(f"{W}pPr/{W}pStyle")
        level, text = _LEVELS.get(style.get(f"{W}val", "") if style is not None else "", 0), _text(block)
        if tc := _TC.match(_instructions(block)):
            level, text = int(tc["level"] or 1), tc["text"]
        if level and text:
            number = int(root.get("headings", "0")) + 1
            root.set("headings", str(number))
            entry = Entry(f"_Toc{number:05}", level, text)
            _bookmark(block, entry.bookmark, number)
            yield entry
    root.attrib.pop("headings", None)


def _text(block: etree._Element) -> str:
    shown = {f"{W}br": " ", f"{W}tab": "\t"}
    parts = [node.text or "" if node.tag == f"{W}t" else shown.get(str(node.tag), "") for run_ in block.iter(f"{W}r") for node in run_]
    return "".join(parts).strip()


def _mark_sections(body: etree._Element) -> Iterator[tuple[bool, int | None]]:
    begins = True
    count = 0
    for block in list(body):
        if begins and block.tag != f"{W}sectPr" and (place := _first_paragraph(block)) is not None:
            _bookmark(place, f"_Sec{count}", 90_000 + count)
            begins, count = False, count + 1
        ending = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if ending is not None:
            begins = True
            yield _numbering(ending)


def _first_paragraph(block: etree._Element) -> etree._Element | None:
    return block if block.tag == f"{W}p" else next(block.iter(f"{W}p"), None)


def _numbering(section: etree._Element) -> tuple[bool, int | None]:
    numbers = section.find(f"{W}pgNumType")
    start = numbers.get(f"{W}start") if numbers is not None else None
    return numbers is not None and numbers.get(f"{W}fmt") == "lowerRoman", int(start) if start else None


def _bookmark(block: etree._Element, name: str, number: int) -> None:
    begin = etree.Element(f"{W}bookmarkStart", {f"{W}id": str(number), f"{W}name": name})
    end = etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(number)})
    at = 1 if block.find(f"{W}pPr") is not None else 0
    block.insert(at, begin)
    block.append(end)


def _line(entry: Entry, page: str) -> str:
    text = "<w:r><w:tab/></w:r>".join(map(run, entry.text.split("\t")))
    number = field(f"PAGEREF {entry.bookmark} \\h", run(page))
    return f'<w:hyperlink w:anchor="{escape(entry.bookmark)}" w:history="1">{text}<w:r><w:tab/></w:r>{number}</w:hyperlink>'
