"""The daftar isi: headings are found and marked, then their pages are read off the PDF and written in."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain

from lxml import etree

from renderers import indonesian
from renderers.word.headings import LEVELS, Entry, Numbering, Start, instructions, mark_headings, mark_sections
from renderers.word.ooxml import MAIN, Parts, W, field, paragraph, run

_SEQ = re.compile(r"\s*SEQ\s+(\w+)")
PLACE = "daftar-isi"
_OPEN, _CLOSE, _ASIDE = b"<w:tbl>", b"</w:tbl>", b"<w:tbl/>"
_OF_INTEREST = (b"sectPr", b"numPr", b"instr", *(f'"{name}"'.encode() for name in LEVELS))


@dataclass(frozen=True)
class Outline:
    """A main part whose headings and sections have bookmarks, and whose daftar isi is still open.

    `instruction`: that of its TOC field; `starts`: how each section numbers its pages.
    """

    xml: bytes
    instruction: str
    entries: tuple[Entry, ...]
    starts: tuple[Start, ...]


def outline(parts: Parts) -> Outline:
    """The main part with everything marked; changes nothing in `parts`. Raises ValueError without a body."""
    text, tables = _aside(parts[MAIN])
    root = etree.fromstring(text)
    body = root.find(f"{W}body")
    if body is None:
        raise ValueError("a document without a body")
    number_caption(body)
    instruction = open_place(body)
    starts = tuple(mark_sections(list(body)))
    entries = tuple(mark_headings(list(body), starts, Numbering(parts)))
    return Outline(_back(etree.tostring(root, encoding="utf-8"), tables), instruction, entries, starts)


def guess(plan: Outline) -> list[str]:
    """The pages before any is laid out: one page for each heading of the front matter."""
    return [indonesian.roman(n).lower() if entry.roman else "0" for n, entry in enumerate(plan.entries, start=1)]


def fill(plan: Outline, pages: Sequence[str]) -> bytes:
    """The main part for Word, with a TOC field that people can refresh; `pages`: the number of each heading."""
    opening, closing = field(plan.instruction, "|").split("|")
    lines = [
        _link(entry, field(f"PAGEREF {entry.bookmark} \\h", run(page)))
        for entry, page in zip(plan.entries, pages, strict=True)
    ]
    return _insert(plan, [opening + lines[0], *lines[1:]] if lines else [opening], closing)


def fill_for_office(plan: Outline, pages: Sequence[str]) -> bytes:
    """The main part for LibreOffice, which fills in page numbers outside of a TOC field alone, and none in roman."""
    numbers = [
        run(page) if entry.roman else field(f"PAGEREF {entry.bookmark} \\h", run(page))
        for entry, page in zip(plan.entries, pages, strict=True)
    ]
    return _insert(plan, list(map(_link, plan.entries, numbers)), "")


def pages(plan: Outline, pdf: bytes) -> list[str]:
    """The number printed on the page of each heading, as the PDF has laid them out."""
    from pypdf import PdfReader  # noqa: PLC0415  (heavy, and a document without pages needs none)

    reader = PdfReader(BytesIO(pdf))
    named = reader.named_destinations.items()
    found = {_plain(name): reader.get_destination_page_number(place) or 0 for name, place in named}
    sections = [found[f"_Sec{n}"] for n in range(len(plan.starts))]
    return [number(plan.starts, sections, found[entry.bookmark]) for entry in plan.entries]


def number(starts: Sequence[Start], sections: Sequence[int], page: int) -> str:
    """The number printed on a page: pages count from 0, `sections` are the first pages of each."""
    shown, roman, before = 1, False, 0
    for (is_roman, start), first in zip(starts, sections, strict=True):
        if first > page:
            break
        shown, roman, before = start if start is not None else shown + first - before, is_roman, first
    shown += page - before
    return indonesian.roman(shown).lower() if roman else str(shown)


def open_place(body: etree._Element) -> str:
    """Puts a comment in the place of the TOC field, of one paragraph or many, and returns its instruction."""
    blocks = list(body)
    first = next((i for i, block in enumerate(blocks) if instructions(block).startswith("TOC")), None)
    if first is None:
        return r'TOC \o "1-2" \h \z \u'
    depth, last = 0, first
    for last in range(first, len(blocks)):
        kinds = [mark.get(f"{W}fldCharType") for mark in blocks[last].iter(f"{W}fldChar")]
        depth += kinds.count("begin") - kinds.count("end")
        if not depth:
            break
    instruction = re.split(r"\s+(?=PAGEREF|HYPERLINK)", instructions(blocks[first]))[0]
    body.insert(first, etree.Comment(PLACE))
    for block in blocks[first : last + 1]:
        body.remove(block)
    return instruction


def number_caption(root: etree._Element) -> None:
    """Writes 1, 2, 3 … into the SEQ fields, each sequence for itself."""
    counted: Counter[str] = Counter()
    for name, shown in _fields(root):
        counted[name] += 1
        for n, text in enumerate(shown):
            text.text = str(counted[name]) if n == 0 else ""


def _aside(document: bytes) -> tuple[bytes, list[bytes]]:
    """The document without the tables that have no heading or section, and these: most of it, and not parsed."""
    first, *pieces = document.split(_OPEN)
    kept, tables, before = [first], list[bytes](), b"sectPr"
    for piece in pieces:
        table, closing, after = piece.partition(_CLOSE)
        # A table that opens a section carries the bookmark of that section, so it is not set aside.
        if closing and b"sectPr" not in before and not any(mark in table for mark in _OF_INTEREST):
            tables.append(_OPEN + table + _CLOSE)
            kept += _ASIDE, after
        else:
            kept += _OPEN, piece
        before = after
    return b"".join(kept), tables


def _back(text: bytes, tables: Sequence[bytes]) -> bytes:
    first, *pieces = text.split(_ASIDE)
    return b"".join([first, *chain.from_iterable(zip(tables, pieces, strict=True))])


def _insert(plan: Outline, lines: list[str], closing: str) -> bytes:
    styles = [f"TOC{entry.level}" for entry in plan.entries] or ["TOC1"]
    shown = "".join(paragraph(style, line) for style, line in zip(styles, lines, strict=True))
    shown = f"{shown.removesuffix('</w:p>')}{closing}</w:p>"
    return plan.xml.replace(f"<!--{PLACE}-->".encode(), shown.encode(), 1)


def _plain(name: str) -> str:
    # LibreOffice writes "_Toc00001" as "/5FToc00001" or "_5FToc00001".
    return re.sub(r"^[/_]*5F", "_", name)


def _link(entry: Entry, number: str) -> str:
    text = "<w:r><w:tab/></w:r>".join(map(run, entry.text.split("\t")))
    shown = f"{text}<w:r><w:tab/></w:r>{number}"
    return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{shown}</w:hyperlink>'


def _fields(root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """The name of each sequence and the texts of its result, in the order of the document."""
    for node in root.iter(f"{W}fldSimple", f"{W}fldChar"):
        if node.tag == f"{W}fldSimple":
            if found := _SEQ.match(node.get(f"{W}instr", "")):
                yield found[1], list(node.iter(f"{W}t"))
        elif node.get(f"{W}fldCharType") == "begin" and (run := node.getparent()) is not None:
            code, shown = _complex(run)
            if found := _SEQ.match(code):
                yield found[1], shown


def _complex(run: etree._Element) -> tuple[str, list[etree._Element]]:
    """The instruction of the field that begins in this run, and the texts of its result."""
    code, in_result = "", False
    shown: list[etree._Element] = []
    for sibling in run.itersiblings():
        marks = {mark.get(f"{W}fldCharType") for mark in sibling.iter(f"{W}fldChar")}
        if marks & {"begin", "end"}:
            break
        code += "" if in_result else "".join(part.text or "" for part in sibling.iter(f"{W}instrText"))
        shown += sibling.iter(f"{W}t") if in_result else ()
        in_result = in_result or "separate" in marks
    return code, shown
