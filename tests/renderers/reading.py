"""How a test reads a report: paragraphs and tables as lists of text."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from renderers.word.model.numbering import Numbering
from renderers.word.model.styles import told_of
from renderers.word.ooxml import unpack

# A report is asked many things in a row, and to read it takes longer than to draw it.
KEPT = 16


def paragraphs(docx: bytes, style: str | None = None) -> list[str]:
    """The text outside of tables, blank paragraphs left out; of one style, or of all."""
    return [text for name, text in _paragraphs(docx) if style in {None, name}]


@lru_cache(KEPT)
def _paragraphs(docx: bytes) -> Sequence[tuple[str | None, str]]:
    """Each with the name of its style."""
    numbering = Numbering(unpack(docx))
    found = [(p, shown(numbering, p)) for p in Document(BytesIO(docx)).paragraphs if p.text.strip()]
    return [(p.style.name if p.style is not None else None, text) for p, text in found]


def shown(numbering: Numbering, p: Paragraph) -> str:
    """The text of a paragraph; that of a heading with the number that Word counts before it."""
    label = numbering.label(told_of(p._p))  # noqa: SLF001  (python-docx gives its element under no other name)
    named = p.style is not None and (p.style.name or "").startswith("Heading")
    return f"{label}{p.text}".replace(" \n", "\n") if named else p.text


def tables(docx: bytes) -> list[list[list[str]]]:
    """Every table as rows of cells; a merged cell is repeated as python-docx does."""
    return [cells for _, cells in _blocks(docx) if cells is not None]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def table(docx: bytes, after: str) -> list[list[str]]:
    """The first table below the heading or paragraph with this text."""
    seen = False
    for text, cells in _blocks(docx):
        if seen and cells is not None:
            return [[*row] for row in cells]
        seen = seen or text == after
    raise AssertionError(f"no table after {after!r}")


@lru_cache(KEPT)
def _blocks(docx: bytes) -> Sequence[tuple[str | None, list[list[str]] | None]]:
    """Paragraphs and tables in their order: the text of the one, the cells of the other."""
    numbering, blocks = Numbering(unpack(docx)), Document(BytesIO(docx)).iter_inner_content()
    return [(None, rows(one)) if isinstance(one, Table) else (shown(numbering, one), None) for one in blocks]


def xml(docx: bytes, part: str = "word/document.xml") -> str:
    return unpack(docx)[part].decode()
