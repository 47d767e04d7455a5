"""Fits tables and pictures into the text of the section in which they stand: our own are made for the built-in one."""

import re
from collections.abc import Iterator
from itertools import count

from lxml import etree

from renderers.word.model import columns
from renderers.word.model.sections import FULL, room
from renderers.word.ooxml import NAMESPACES, twips

_SECTION = re.compile(rb"<w:sectPr\b[^>]*?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
_TABLE = re.compile(rb"<w:tbl(?: [^>]*)?>|</w:tbl>")
_ALONE = 2  # marks of a table that holds no other one
_WIDTH = re.compile(rb"<w:(?:gridCol|tcW|tblW|wBefore|wAfter)\b[^>]*>")
_NUMBER, _SIZE = re.compile(rb'(?<= w:w=")\d+'), re.compile(rb'(?<= c[xy]=")\d+')
_HEIGHT = re.compile(rb'(<w:trHeight\b[^>]*?w:val=")(\d+)')
_DRAWING, _OURS = re.compile(rb"<w:drawing>.*?</w:drawing>", re.DOTALL), b'r:embed="rIdG'
_EXTENT = re.compile(rb'<wp:extent cx="(\d+)" cy="(\d+)"')
_ID = re.compile(rb'(<wp:docPr\b[^>]*? id="|<v:\w+\b[^>]*? id="_x0000_s)\d+')
_OWN = re.compile(rb'<w:tblStyle w:val="Tabel(?:Laporan|Rapat|Polos)"/>')
_EMU = 635  # to the twip
# Word draws a table of its own as wide as the text and the margins of its outer cells; ours are exact.
_SLACK, _EXACT = 240, 12
_BESIDE = FULL[1] - twips(20.2)  # the height that heading and caption take beside a picture that fills the page
_MARGIN = 567  # the height that a page of our own leaves free below a table that fills it


def fitted(document: bytes) -> bytes:
    """The main part with its tables and pictures as wide and high as their sections have room."""
    done, at = list[bytes](), 0
    rooms = [(found, *_room(found[0])) for found in _SECTION.finditer(document)]
    if not any(_fits(wide, high) for _, wide, high in rooms):
        return document
    for found, wide, high in rooms:
        done += _fit(document[at : found.start()], wide, high), found[0]
        at = found.end()
    return b"".join([*done, document[at:]])


def numbered(document: bytes) -> bytes:
    """The main part with an id of its own for every picture and shape, which a loop may have repeated."""
    numbers = count(1)
    return _ID.sub(lambda found: found[1] + b"%d" % next(numbers), document)


def fitted_beside(part: bytes, wide: int) -> bytes:
    """A header or footer with its tables in so many twips."""
    return _fit(part, wide, FULL[1])


def _room(section: bytes) -> tuple[int, int]:
    # Prefixes that are declared further up are of no interest here.
    reader = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    return room(etree.fromstring(f"<x {NAMESPACES}>".encode() + section + b"</x>", reader)[0])


def _fit(segment: bytes, wide: int, high: int) -> bytes:
    if not _fits(wide, high):
        return segment
    pieces = (_table(piece, wide, high) if inside else _pictures(piece, wide, high) for inside, piece in _cut(segment))
    return b"".join(pieces)


def _fits(wide: int, high: int) -> bool:
    """Whether tables and pictures are to be fitted into that room: it is not that of our own template."""
    return (wide, high) != FULL and wide > 0 and high > _BESIDE


def _cut(segment: bytes) -> Iterator[tuple[bool, bytes]]:
    """The outermost tables and what stands between them."""
    depth = at = 0
    for mark in _TABLE.finditer(segment):
        closing = mark[0].startswith(b"</")
        if not closing and depth == 0:
            yield False, segment[at : mark.start()]
            at = mark.start()
        depth += -1 if closing else 1
        if closing and depth == 0:
            yield True, segment[at : mark.end()]
            at = mark.end()
    yield False, segment[at:]


def _table(table: bytes, wide: int, high: int) -> bytes:
    total = sum(columns.widths(table))
    own = _OWN.search(table.partition(b"<w:tblGrid")[0]) is not None
    whole = own and abs(total - FULL[0]) <= _EXACT < abs(total - wide)
    scale = wide / total if whole or total > wide + (_EXACT if own else _SLACK) else 1
    if scale != 1 and len(_TABLE.findall(table)) == _ALONE and b'w:type="pct"' not in table:
        table = columns.resized(table, wide)
    elif scale != 1:
        table = _WIDTH.sub(lambda found: _narrowed(found[0], scale), table)
    return _pictures(_lowered(table, high), wide, high, min(1, scale))


def _narrowed(element: bytes, scale: float) -> bytes:
    if b'w:type="pct"' in element or b'w:type="auto"' in element:
        return element
    return _NUMBER.sub(lambda n: b"%d" % round(int(n[0]) * scale), element)


def _lowered(table: bytes, high: int) -> bytes:
    """A table that fills a page of our own with rows as high as this page allows."""
    tall, free = sum(int(height) for _, height in _HEIGHT.findall(table)), high - _MARGIN
    if not free < tall <= FULL[1]:
        return table
    return _HEIGHT.sub(lambda found: found[1] + b"%d" % (int(found[2]) * free // tall), table)


def _pictures(piece: bytes, wide: int, high: int, scale: float = 1) -> bytes:
    """The pictures of a report no wider or higher than the page allows; those of the template stay as they are."""
    return _DRAWING.sub(lambda found: _picture(found[0], wide, high - _BESIDE, scale), piece)


def _picture(drawing: bytes, wide: int, high: int, scale: float) -> bytes:
    extent = _EXTENT.search(drawing)
    if extent is None or _OURS not in drawing:
        return drawing
    scale = min(scale, wide * _EMU / int(extent[1]), high * _EMU / int(extent[2]))
    return _SIZE.sub(lambda n: b"%d" % (int(n[0]) * scale), drawing) if scale < 1 else drawing
