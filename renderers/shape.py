"""The shape of a document: without texts, and of rows and tables that are alike only one; then a look is quick."""

import re

_TEXT = re.compile(rb">[^<>{}]+</w:t>")
_TOLD = re.compile(rb'<w:tbl(Caption|Description) w:val="[^"]*"')
_ROW, _TABLE = (b"<w:tr>", b"</w:tr>"), (b"<w:tbl>", b"</w:tbl>")


def shape(xml: bytes) -> bytes:
    """Braces stay: they may be a tag that was left. Well-formedness has to be looked at in the whole."""
    bare = _TEXT.sub(b"></w:t>", xml)
    bare = _TOLD.sub(rb"<w:tbl\1", bare)
    return _once(_once(bare, *_ROW, within=_TABLE[0]), *_TABLE)


def _once(xml: bytes, opening: bytes, closing: bytes, within: bytes | None = None) -> bytes:
    """Leaves out what has been seen before; `within`: where such a thing begins, all is new again."""
    first, *pieces = xml.split(opening)
    kept, seen, before = [first], set[bytes](), b""
    for piece in pieces:
        unit, end, after = piece.partition(closing)
        if within and within in before:
            seen.clear()
        if end and unit in seen and (within or before) and not _counted(unit):
            kept.append(after)
        else:
            seen.add(unit)
            kept += opening, piece
        before = after
    return b"".join(kept)


def _counted(unit: bytes) -> bool:
    """It has ids, or fields that begin and end: two that are alike are not as good as one."""
    return b'd="' in unit or b"fldChar" in unit
