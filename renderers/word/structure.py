"""The faults inside of a part of a Word file: nesting, tables, fields, bookmarks, ids, order of properties."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from lxml import etree

from renderers.word.ooxml import DOC_PR, W

_TEXT = re.compile(rb">[^<>{}]+</w:t>")
_TOLD = re.compile(rb'<w:tbl(Caption|Description) w:val="[^"<]*"')
_TABLE, _ROW = (b"<w:tbl>", b"</w:tbl>"), (b"<w:tr>", b"</w:tr>")
# Ids and fields, of which two alike are not as good as one, and what begins in a table or row and may not end there.
_COUNTED = (b'd="', b"fldChar", b"<w:tbl ", b"<w:tr ")
_PARTED = "\0"
_SPACES = {"w": W.strip("{}")}
_NESTED = etree.XPath("//w:p[parent::w:p or parent::w:r]", namespaces=_SPACES)
_LOOSE = etree.XPath(
    "//text()[normalize-space()][parent::w:*][not(parent::w:t or parent::w:instrText or parent::w:delText)]",
    namespaces=_SPACES,
)
_BRACED = etree.XPath("//w:t[contains(., '{') or contains(., '}')]/ancestor::w:p", namespaces=_SPACES)
_EVERYWHERE = {"", "_top"}  # a link out of the document, and the begin of it, which needs no bookmark
_GAPS = {f"{W}gridBefore", f"{W}gridAfter"}  # columns that a row leaves free at its ends
_BLOCKS = {f"{W}p", f"{W}tbl", f"{W}sdt"}

# The order of children that the schema wants and Word insists on.
_ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
        "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
        "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl "
        "cs em lang eastAsianLayout specVanish"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
        "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tcPr": ("cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"),
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    ),
}
RANKS = {f"{W}{name}": {f"{W}{child}": n for n, child in enumerate(row.split())} for name, row in _ORDER.items()}
_TRACKED = re.compile(
    r"ins|del|move(?:From|To)|cell(?:Ins|Del|Merge)|\w+Change|(?:move|customXml(?:Ins|Del|Move))\w+Range(?:Start|End)"
)


def shape(xml: bytes) -> bytes:
    """The part with each kind of row and table once, and without texts: faster to look through.

    Texts with braces stay, since they may be a tag that was left.
    """
    first, *others = _tables(xml)
    return b"".join([first, *_once(others)])


def _tables(xml: bytes) -> Iterator[bytes]:
    """What stands before the tables, then each with what follows it."""
    above = kept = b""
    for piece in pieces(xml, _TABLE[0]):
        head, opening, rows = _TEXT.sub(b"></w:t>", piece).partition(_ROW[0])
        # Most are like the one above them, which is compared in less time than it takes to part them.
        if rows != above:
            above, kept = rows, _kinds(rows)
        yield b"".join([_TOLD.sub(rb"<w:tbl\1", head), opening, kept])


def _kinds(table: bytes) -> bytes:
    """Each kind of row once, and the last with what follows the table."""
    *rows, last = table.split(_ROW[0])
    kept = list(dict.fromkeys(row for row, _ in groupby(rows)))
    return _ROW[0].join([*(kept if len(kept) == len(rows) or all(map(_whole, kept)) else rows), last])


def _whole(row: bytes) -> bool:
    """Whether it is one row and no more, of which a second one alike tells nothing new."""
    return 0 <= row.find(_ROW[1]) == len(row) - len(_ROW[1]) and not _counted(row)


def _counted(unit: bytes) -> bool:
    return any(mark in unit for mark in _COUNTED)


def places(xml: bytes, sign: bytes) -> Iterator[int]:
    """Where a single byte stands: a search for it is ten times as fast as for anything longer, or by a pattern."""
    at = xml.find(sign)
    while at >= 0:
        yield at
        at = xml.find(sign, at + 1)


def pieces(xml: bytes, opening: bytes) -> Iterator[bytes]:
    """The pieces that begin with `opening`, one at a time: a long document is not held in memory twice."""
    begin = 0
    while (end := xml.find(opening, begin + 1)) > 0:
        yield xml[begin:end]
        begin = end
    yield xml[begin:]


def _once(tables: Iterable[bytes]) -> Iterator[bytes]:
    """The tables without repetition, each with what follows it; one that follows another at once stays."""
    seen, before = set[bytes](), b""
    for piece in tables:
        table, end, after = piece.partition(_TABLE[1])
        if end and table in seen and before:
            yield after
        else:
            seen.update([] if _counted(table) else [table])
            yield piece
        before = after


def nesting(root: etree._Element) -> Iterator[str]:
    """Paragraphs and texts in a wrong place."""
    yield from ("a paragraph inside a paragraph" for _ in _NESTED(root))
    yield from (f"text outside of a run: {text.strip()[:40]}" for text in _LOOSE(root))
    last = root.find(f"{W}body")
    if last is not None and (not len(last) or last[-1].tag != f"{W}sectPr"):
        yield "the body does not end with its section"


def tags(root: etree._Element) -> Iterator[str]:
    """Tags of the template that were not filled; braces that people typed are parted into two texts of one run."""
    for place in _BRACED(root):
        text = "".join(f"{'' if _begins(node) else _PARTED}{node.text or ''}" for node in place.iter(f"{W}t"))
        if any(mark in text for mark in ("{{", "}}", "{%", "%}", "{#")):
            yield f"a template tag is left: {text.replace(_PARTED, '')[:60]}"


def _begins(text: etree._Element) -> bool:
    before = text.getprevious()
    return before is None or before.tag != text.tag


def tables(root: etree._Element) -> Iterator[str]:
    """Tables without rows, rows of a wrong width, cells without a last paragraph."""
    for table in root.iter(f"{W}tbl"):
        columns, rows = len(table.findall(f"{W}tblGrid/{W}gridCol")), table.findall(f"{W}tr")
        if not rows:
            yield "a table without rows"
        after = table.getnext()
        if after is not None and after.tag == f"{W}tbl" and not floating(table) and not floating(after):
            yield "two tables run into one another"
        for row in rows:
            yield from _row(row, columns)


def tracked(root: etree._Element) -> bool:
    """Whether a part tracks a change anywhere, be it of letters, a format, a cell or a section."""
    return any(_TRACKED.fullmatch(etree.QName(node).localname) for node in root.iter(f"{W}*"))


def floating(table: etree._Element) -> bool:
    """Whether text flows around a table, which then never runs into another."""
    return table.find(f"{W}tblPr/{W}tblpPr") is not None


def _row(row: etree._Element, columns: int) -> Iterator[str]:
    cells = row.findall(f"{W}tc")
    width = sum(
        int(span.get(f"{W}val", "1")) if (span := cell.find(f"{W}tcPr/{W}gridSpan")) is not None else 1
        for cell in cells
    ) + sum(int(gap.get(f"{W}val", "0")) for gap in row.iterfind(f"{W}trPr/*") if gap.tag in _GAPS)
    if width != columns:
        yield f"a row of {width} columns in a table of {columns}"
    for cell in cells:
        blocks = [child.tag for child in cell if child.tag in _BLOCKS]
        if not blocks or blocks[-1] != f"{W}p":
            yield "a cell that does not end with a paragraph"


def fields(root: etree._Element) -> Iterator[str]:
    """Fields that begin or end alone."""
    open_fields = 0
    for mark in root.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        open_fields += (kind == "begin") - (kind == "end")
        if open_fields < 0 or (kind == "separate" and not open_fields):
            yield "a field ends that never began"
            return
    if open_fields:
        yield "a field never ends"


def bookmarks(root: etree._Element) -> Iterator[str]:
    """Bookmarks that stand twice, or begin or end alone."""
    begins, ends = list(root.iter(f"{W}bookmarkStart")), list(root.iter(f"{W}bookmarkEnd"))
    names = Counter(node.get(f"{W}name", "") for node in begins)
    ids = Counter(node.get(f"{W}id", "") for node in begins)
    yield from (f"bookmark {name} stands twice" for name, n in (names + ids).items() if n > 1)
    if ids != Counter(node.get(f"{W}id", "") for node in ends):
        yield "bookmarks that begin or end alone"


def astray(roots: Sequence[etree._Element]) -> Iterator[str]:
    """Bookmarks that any part of a document refers to, and none has."""
    names = {node.get(f"{W}name", "") for root in roots for node in root.iter(f"{W}bookmarkStart")}
    codes = [(node.text or "").split() for root in roots for node in root.iter(f"{W}instrText")]
    targets = {code[1] for code in codes if code[:1] == ["PAGEREF"] and len(code) > 1}
    targets |= {node.get(f"{W}anchor", "") for root in roots for node in root.iter(f"{W}hyperlink")}
    yield from (f"bookmark {name} is missing" for name in sorted(targets - names - _EVERYWHERE))


def pictures(root: etree._Element) -> Iterator[str]:
    """Ids of pictures that stand twice."""
    ids = Counter(node.get("id") for node in root.iter(DOC_PR))
    yield from (f"picture id {number} stands twice" for number, n in ids.items() if n > 1)


def order(root: etree._Element) -> Iterator[str]:
    """The faults of properties that are not in the order of the schema."""
    for node in root.iter(*RANKS):
        ranks = [RANKS[str(node.tag)][str(child.tag)] for child in node if child.tag in RANKS[str(node.tag)]]
        if ranks != sorted(ranks):
            yield f"properties out of order in {etree.QName(node).localname}"


LOOKS: tuple[Callable[[etree._Element], Iterator[str]], ...] = (
    nesting,
    tags,
    tables,
    fields,
    bookmarks,
    pictures,
    order,
)
