"""The daftar isi: headings are found and marked, then their pages are read off the PDF and written in."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from importlib import import_module
from io import BytesIO
from itertools import chain
from typing import NamedTuple

from lxml import etree

from renderers.word.headings import Entry, Line, Listing, Marker, mark_sections
from renderers.word.model import bookmarks
from renderers.word.model.fields import Field, fields, figures, switches, toc
from renderers.word.model.numbering import Numbering, written
from renderers.word.model.places import PLACE, open_places
from renderers.word.model.sections import Start
from renderers.word.model.styles import BODY, Styles
from renderers.word.ooxml import HELD, MAIN, Parts, W, field, paragraph, parted, run
from renderers.word.structure import pieces

_OPEN, _CLOSE, _ASIDE, _HELD = b"<w:tbl>", b"</w:tbl>", b"<w:tbl/>", HELD.encode()
_SECTION = b":sectPr"
# With the colon that names of elements and attributes have, for "instruksi" is a word.
_OF_INTEREST = (_SECTION, b":numPr", b":instr", b":bookmark", b":outlineLvl")
_USUAL = r'TOC \o "1-2" \h \z \u'
_CAPTIONS = "TableOfFigures"


class Outline(NamedTuple):
    """A main part whose headings and sections have bookmarks, and whose lists are still open.

    `text`: the part without most of its tables, `tables`: these; `listings`: its TOC fields; `entries`: the places
    that they name; `starts`: how each section numbers its pages; `styles`: the ids of the styles that the document has.
    """

    text: bytes
    tables: Sequence[bytes]
    listings: tuple[Listing, ...]
    entries: tuple[Entry, ...]
    starts: tuple[Start, ...]
    styles: frozenset[str]

    @property
    def xml(self) -> bytes:
        """The main part as a whole."""
        return back(self.text, self.tables)


def outline(parts: Parts, held: Iterable[bytes] = ()) -> Outline:
    """The main part with everything marked; changes nothing in `parts`. `held`: the tables for its marked places.
    Raises ValueError without a body."""
    styles, given = Styles(parts), iter(held)
    text, found = aside(parts[MAIN], styles)
    tables = [next(given) if one == _HELD else one for one in found]
    root = etree.fromstring(text)
    body = root.find(f"{W}body")
    if body is None:
        raise ValueError("a document without a body")
    # Without a daftar isi the headings are marked all the same, and nothing is written.
    listings = tuple(Listing(code, toc(code)) for code in open_places(body) or [_USUAL])
    told = fields(body)
    number_caption(told)
    bookmarks.mend(body)
    starts = tuple(mark_sections(body))
    entries = Marker(starts, Numbering(parts, styles), listings, told).mark(body)
    marked = etree.tostring(root, encoding="utf-8")
    return Outline(marked, tables, listings, entries, starts, frozenset(styles.known))


def guess(plan: Outline) -> list[str]:
    """The pages before any is laid out: one page for each heading of the front matter."""
    return ["0" if entry.counted else written(n, entry.format) for n, entry in enumerate(plan.entries, start=1)]


def fill(plan: Outline, pages: Sequence[str]) -> bytes:
    """The main part for Word, with TOC fields that people can refresh; `pages`: the number of each entry."""
    numbers = [
        field(f"PAGEREF {entry.bookmark} \\h", run(page)) for entry, page in zip(plan.entries, pages, strict=True)
    ]
    return _filled(plan, numbers, lambda listing: field(listing.instruction, "|"))


def fill_for_office(plan: Outline, pages: Sequence[str]) -> bytes:
    """The main part for LibreOffice, which fills in page numbers outside of a TOC field alone, and only decimals."""
    numbers = [
        field(f"PAGEREF {entry.bookmark} \\h", run(page)) if entry.counted else run(page)
        for entry, page in zip(plan.entries, pages, strict=True)
    ]
    return _filled(plan, numbers, lambda _: "|")


def rehearse() -> None:
    """Load in advance what reads a PDF."""
    import_module("pypdf")


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
    shown, figures, before = 1, "decimal", 0
    for (format_, start), first in zip(starts, sections, strict=True):
        if first > page:
            break
        shown, figures, before = start if start is not None else shown + first - before, format_, first
    return written(shown + page - before, figures)


def number_caption(found: Iterable[Field]) -> None:
    """Writes 1, 2, 3 … into the SEQ fields, each sequence for itself."""
    counted: Counter[str] = Counter()
    for one in found:
        if one.name == "SEQ":
            name, told = switches(one.code)
            counted[name] = int(told["r"]) if told.get("r", "").isdigit() else counted[name] + ("c" not in told)
            for n, text in enumerate(one.shown):
                text.text = written(counted[name], figures(one.code)) if n == 0 else ""


def _of_interest(styles: Styles) -> Collection[bytes]:
    """What a table holds that must be looked at: fields, bookmarks, and paragraphs that are headings or numbered."""
    counted = (style for style in styles.known if styles.outline(style) < BODY or styles.numbered(style))
    return *_OF_INTEREST, *(f'"{style}"'.encode() for style in counted)


def aside(document: bytes, styles: Styles) -> tuple[bytes, list[bytes]]:
    """The document without the tables that have no heading or section, and these: most of it, and not parsed."""
    found, of_interest = pieces(document, _OPEN), _of_interest(styles)
    kept, tables = [next(found)], list[bytes]()
    before = _SECTION + kept[0]  # a document opens a section too
    for piece in found:
        table, closing, after = piece.partition(_CLOSE)
        if closing and not _ends_with_section(before) and not any(mark in table for mark in of_interest):
            tables.append(table + closing)
            kept += _ASIDE, after
        else:
            kept.append(piece)
        before = after
    return b"".join(kept), tables


def _ends_with_section(before: bytes) -> bool:
    """Whether a table behind it opens a section: it then carries the bookmark of that section."""
    _, ended, after = before.rpartition(_SECTION)
    return bool(ended) and b"<w:p>" not in after and b"<w:p " not in after


def back(text: bytes, tables: Sequence[bytes]) -> bytes:
    first, *pieces = text.split(_ASIDE)
    return b"".join([first, *chain.from_iterable(zip(tables, pieces, strict=True))])


def _filled(plan: Outline, numbers: Sequence[str], around: Callable[[Listing], str]) -> bytes:
    """The main part with each list in its place; `around`: what opens and closes a list, with a bar between."""
    xml = plan.text
    for n, listing in enumerate(plan.listings):
        opening, closing = around(listing).split("|")
        lines = [(_style(plan, listing, line), _link(plan, listing, line, numbers)) for line in listing.lines]
        (style, first), *others = lines or [(_style(plan, listing, Line(0, 1, "")), "")]
        shown = "".join(paragraph(style, line) for style, line in [(style, opening + first), *others])
        shown = f"{shown.removesuffix('</w:p>')}{closing}</w:p>"
        xml = xml.replace(f"<!--{PLACE}{n}-->".encode(), shown.encode(), 1)
    return back(xml, plan.tables)


def _style(plan: Outline, listing: Listing, line: Line) -> str:
    """The style of a line; a level for which the document has none looks as the nearest one above it."""
    if listing.toc.label and _CAPTIONS in plan.styles:
        return _CAPTIONS
    return next((f"TOC{n}" for n in range(line.level, 1, -1) if f"TOC{n}" in plan.styles), "TOC1")


def _plain(name: str) -> str:
    # LibreOffice writes "_Toc00001" as "/5FToc00001" or "_5FToc00001".
    return re.sub(r"^[/_]*5F", "_", name)


def _link(plan: Outline, listing: Listing, line: Line, numbers: Sequence[str]) -> str:
    between = "" if line.level in listing.toc.unnumbered else listing.toc.between
    shown = _tabbed(f"{line.text}{between}") + (numbers[line.entry] if between else "")
    anchor = plan.entries[line.entry].bookmark
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{shown}</w:hyperlink>'


def _tabbed(text: str) -> str:
    return "<w:r><w:tab/></w:r>".join(parted(run(part)) if part else "" for part in text.split("\t"))
