"""How a test reads a report: paragraphs and tables as lists of text."""

from io import BytesIO

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from renderers.word.headings import Numbering
from renderers.word.ooxml import unpack


def paragraphs(docx: bytes, style: str | None = None) -> list[str]:
    """The text outside of tables, blank paragraphs left out; of one style, or of all."""
    numbering = Numbering(unpack(docx))
    found = [(p, shown(numbering, p)) for p in Document(BytesIO(docx)).paragraphs if p.text.strip()]
    return [text for p, text in found if style is None or (p.style is not None and p.style.name == style)]


def shown(numbering: Numbering, p: Paragraph) -> str:
    """The text of a paragraph; that of a heading with the number that Word counts before it."""
    label = numbering.label(p._p)  # noqa: SLF001  (python-docx gives its element under no other name)
    named = p.style is not None and (p.style.name or "").startswith("Heading")
    return f"{label}{p.text}".replace(" \n", "\n") if named else p.text


def tables(docx: bytes) -> list[list[list[str]]]:
    """Every table as rows of cells; a merged cell is repeated as python-docx does."""
    return [rows(table) for table in Document(BytesIO(docx)).tables]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def table(docx: bytes, after: str) -> list[list[str]]:
    """The first table below the heading or paragraph with this text."""
    seen, numbering = False, Numbering(unpack(docx))
    for block in Document(BytesIO(docx)).iter_inner_content():
        if isinstance(block, Table):
            if seen:
                return rows(block)
        elif shown(numbering, block) == after:
            seen = True
    raise AssertionError(f"no table after {after!r}")


def xml(docx: bytes, part: str = "word/document.xml") -> str:
    return unpack(docx)[part].decode()
