"""The columns of a table in another width: none narrower than the words of its head, which would break."""

import re
from collections.abc import Iterator, Sequence

_ROW, _CELL = (re.compile(rb"<w:%s\b.*?</w:%s>" % (tag, tag), re.DOTALL) for tag in (b"tr", b"tc"))
_SPAN, _BEFORE = re.compile(rb'<w:gridSpan w:val="(\d+)"'), re.compile(rb'<w:gridBefore w:val="(\d+)"')
_GRID, _COLUMN = re.compile(rb"<w:tblGrid>.*?</w:tblGrid>", re.DOTALL), re.compile(rb'<w:gridCol\b[^>]*?w:w="(\d+)"')
_TEXT, _MARKUP = re.compile(rb"</w:p>|<w:br/>"), re.compile(rb"<[^>]*>")
_WHOLE, _OWN = (re.compile(rb'(?<=<w:%s w:w=")\d+(?=" w:type="dxa")' % tag) for tag in (b"tblW", b"tcW"))
_GAP = re.compile(rb'(?<=<w:w)(Before|After)( w:w=")\d+')
# Google Docs says of every row whether it is a head.
_HEAD = re.compile(rb'<w:tblHeader(?: w:val="(?:1|true|on)")?/>')
# Twips that a capital letter in bold takes in the head of a table, by the size of its style, and those of both margins.
_SMALL, _USUAL, _MARGINS = 112, 125, 130


def widths(table: bytes) -> list[int]:
    """The widths of the columns in twips."""
    grid = _GRID.search(table)
    return [int(wide) for wide in _COLUMN.findall(grid[0])] if grid else []


def resized(table: bytes, wide: int) -> bytes:
    """The table in `wide` twips; it holds no other table."""
    columns = _shared(widths(table), _least(table), wide)
    grid = b"".join(b'<w:gridCol w:w="%d"/>' % one for one in columns)
    table = _GRID.sub(b"<w:tblGrid>%s</w:tblGrid>" % grid, table, count=1)
    table = _WHOLE.sub(b"%d" % wide, table, count=1)
    return _ROW.sub(lambda row: _row(row[0], columns), table)


def _shared(columns: Sequence[int], least: Sequence[int], wide: int) -> list[int]:
    """The columns in proportion, but those that need more take it from what the others can spare."""
    plain = [one * wide // sum(columns) for one in columns]
    need = [max(0, min(low, one) - new) for low, one, new in zip(least, columns, plain, strict=True)]
    spare = [max(0, new - low) for low, new in zip(least, plain, strict=True)]
    given = min(sum(need), sum(spare))
    if given:
        plain = [
            new + lack * given // sum(need) - rest * given // sum(spare)
            for new, lack, rest in zip(plain, need, spare, strict=True)
        ]
    widest = plain.index(max(plain))
    return [new + (wide - sum(plain)) * (n == widest) for n, new in enumerate(plain)]


def _least(table: bytes) -> list[int]:
    """The width that the longest word in the head of each column takes."""
    least = [0] * len(widths(table))
    for row in (found[0] for found in _ROW.finditer(table) if _HEAD.search(found[0])):
        for at, span, cell in _cells(row):
            if span == 1 and at < len(least):
                letter = _SMALL if b'"SelKecil' in cell else _USUAL
                words = _MARKUP.sub(b"", _TEXT.sub(b" ", cell)).decode().split()
                least[at] = max([least[at], *(len(word) * letter + _MARGINS for word in words)])
    return least


def _cells(row: bytes) -> Iterator[tuple[int, int, bytes]]:
    """The cells with their first columns and how many they span."""
    before = _BEFORE.search(row)
    at = int(before[1]) if before else 0
    for found in _CELL.finditer(row):
        spans = _SPAN.search(found[0])
        span = int(spans[1]) if spans else 1
        yield at, span, found[0]
        at += span


def _row(row: bytes, columns: Sequence[int]) -> bytes:
    cells = [(at, at + span) for at, span, _ in _cells(row)]
    sizes = iter([sum(columns[first:last]) for first, last in cells])
    if cells:
        gaps = {b"Before": sum(columns[: cells[0][0]]), b"After": sum(columns[cells[-1][1] :])}
        row = _GAP.sub(lambda gap: b"%s%s%d" % (gap[1], gap[2], gaps[gap[1]]), row)
    return _CELL.sub(lambda cell: _OWN.sub(b"%d" % next(sizes), cell[0], count=1), row)
