"""Reads a table that was pasted from a workbook or drawn with signs: a record for each row, its columns named by the
first one."""

import re
from collections.abc import Iterator, Sequence

from handlers.reading.label_words import field_of
from handlers.reading.message.form import Piece
from handlers.reading.message.lines.line import OTHER
from handlers.reading.message.parts import Kind, Span

# What parts the cells of a row.
_JOINTS = ("\t", "|", ";")
# A line between rows that only rules, and a column that only counts.
_RULE = re.compile(r"[\s|:+-]*")
_COUNTS = re.compile(r"no(?:mor)?\.?|#", re.IGNORECASE)


def rows(text: str) -> list[list[Piece]]:
    """The cells of each row below a row of headings; none where the text is no such table."""
    return next((found for joint in _JOINTS if (found := _rows(text, joint))), [])


def beside(text: str, rows: Sequence[Sequence[Piece]]) -> list[tuple[int, int]]:
    """Where the lines stand that are not of the table."""
    first, last = rows[0][0].lines[0].start, rows[-1][-1].lines[-1].end
    *_, heading, _ = [start for start, line in _lines(text) if start <= first and not _RULE.fullmatch(line)]
    below = text.find("\n", last)
    return [(0, heading), *([(below, len(text))] if below >= 0 else [])]


def _rows(text: str, joint: str) -> list[list[Piece]]:
    lines = [(start, line) for start, line in _lines(text) if joint in line and not _RULE.fullmatch(line)]
    if len(lines) < 2:  # noqa: PLR2004 - a row of headings and a row
        return []
    headings = lines[0][1].split(joint)
    fields = [field_of(cell) for cell in headings]
    # A row of a form on one line has values beside its labels.
    if "nama" not in fields or len(set(fields) - {""}) < 2 or any(c in lines[0][1] for c in ":="):  # noqa: PLR2004 - a name and something about it
        return []
    fields = ["no" if _COUNTS.fullmatch(cell.strip()) else field for cell, field in zip(headings, fields, strict=True)]
    return [row for start, line in lines[1:] if (row := list(_cells(start, line.split(joint), fields)))]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, line.rstrip("\r\n")
        at += len(line)


def _cells(start: int, cells: list[str], fields: list[str]) -> Iterator[Piece]:
    """A cell of an unknown column keeps its words, that of one that counts tells nothing."""
    for n, cell in enumerate(cells):
        name = fields[n] if n < len(fields) else ""
        if any(c.isalnum() for c in cell) and name != "no":
            yield Piece(name or OTHER, (Span(Kind.BODY, start, start + len(cell)),))
        start += len(cell) + 1
