"""The shape of a document: without texts, and of rows and tables that are alike only one; then a look is quick."""

import re
from collections.abc import Iterable, Iterator

_TEXT = re.compile(rb">[^<>{}]+</w:t>")
_TOLD = re.compile(rb'<w:tbl(Caption|Description) w:val="[^"]*"')


def shape(xml: bytes) -> bytes:
    """Braces stay: they may be a tag that was left. Well-formedness has to be looked at in the whole."""
    tables = map(_table, _parted(xml, b"<w:tbl>"))
    return b"".join(_once(tables, b"</w:tbl>", b""))


def _table(piece: bytes) -> bytes:
    """A table and what follows it, each kind of row once."""
    bare = _TOLD.sub(rb"<w:tbl\1", _TEXT.sub(b"></w:t>", piece))
    return b"".join(_once(_parted(bare, b"<w:tr>"), b"</w:tr>", None))


def _parted(xml: bytes, opening: bytes) -> Iterator[bytes]:
    """One piece at a time: a document of a thousand tables is not held twice."""
    begin = 0
    while (end := xml.find(opening, begin + 1)) > 0:
        yield xml[begin:end]
        begin = end
    yield xml[begin:]


def _once(pieces: Iterable[bytes], closing: bytes, apart: bytes | None) -> Iterator[bytes]:
    """Leaves out what has been seen before, but not where `apart` stands between it and the one before."""
    seen, before = set[bytes](), b""
    for piece in pieces:
        unit, end, after = piece.partition(closing)
        if end and unit in seen and before != apart and not _counted(unit):
            yield after
        else:
            seen.add(unit)
            yield piece
        before = after


def _counted(unit: bytes) -> bool:
    """It has ids, or fields that begin and end: two that are alike are not as good as one."""
    return b'd="' in unit or b"fldChar" in unit
