"""Reads a table that was pasted from a workbook: a record for each row, its columns named by the first one."""

from collections.abc import Iterator

from handlers.reading.label_words import field_of
from handlers.reading.message.form import OTHER, Piece
from handlers.reading.message.parts import Kind, Span

_TAB = "\t"


def rows(text: str) -> list[list[Piece]]:
    """The cells of each row below a row of headings; none where the text is no such table."""
    lines = [(start, line) for start, line in _lines(text) if _TAB in line]
    if len(lines) < 2:  # noqa: PLR2004 - a row of headings and a row
        return []
    fields = [field_of(cell) for cell in lines[0][1].split(_TAB)]
    if "nama" not in fields or len(set(fields) - {""}) < 2:  # noqa: PLR2004 - a name and something about it
        return []
    return [row for start, line in lines[1:] if (row := list(_cells(start, line, fields)))]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, line.rstrip("\r\n")
        at += len(line)


def _cells(start: int, line: str, fields: list[str]) -> Iterator[Piece]:
    """A cell of an unknown column keeps its words."""
    for n, cell in enumerate(line.split(_TAB)):
        if cell.strip():
            name = fields[n] if n < len(fields) else ""
            yield Piece(name or OTHER, (Span(Kind.BODY, start, start + len(cell)),))
        start += len(cell) + 1
