"""Small bodies of documents, made of what a report has: paragraphs, fields, lists, and the package around them."""

from collections.abc import Sequence

from renderers.templat_bawaan import build
from renderers.word import contents
from renderers.word.contents import Outline
from renderers.word.ooxml import HEAD, MAIN, NAMESPACES, Parts, paragraph, run

END = '<w:sectPr><w:pgNumType w:fmt="decimal" w:start="1"/></w:sectPr>'


def package(*body: str, end: str = END, styles: str = "", numbering: str = "", level: str = "") -> Parts:
    """The built-in template with this body; `styles`, `numbering`: added to it; `level`: before the first list."""
    parts = build.parts()
    document = f"{HEAD}<w:document {NAMESPACES}><w:body>{''.join(body)}{end}</w:body></w:document>"
    more = parts["word/styles.xml"].decode().replace("</w:styles>", f"{styles}</w:styles>")
    lists = parts["word/numbering.xml"].decode().replace("</w:numbering>", f"{numbering}</w:numbering>")
    lists = lists.replace('<w:num w:numId="1">', f'{level}<w:num w:numId="1">', 1)
    return {**parts, MAIN: document.encode(), "word/styles.xml": more.encode(), "word/numbering.xml": lists.encode()}


def style(name: str, based_on: str = "Normal", properties: str = "") -> str:
    named = f'<w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/><w:pPr>{properties}</w:pPr>'
    return f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name.replace(" ", "")}">{named}</w:style>'


def chapter(text: str, properties: str = "", name: str = "Heading1") -> str:
    return paragraph(name, run(text), properties)


def listed(number: int, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def section(fmt: str, start: int | None = 1) -> str:
    first = f' w:start="{start}"' if start is not None else ""
    return paragraph("Jeda", "", f'<w:sectPr><w:pgNumType w:fmt="{fmt}"{first}/></w:sectPr>')


def lines(parts: Parts, which: int = 0) -> list[tuple[int, str]]:
    """Levels and texts of a list of the document."""
    return [(line.level, line.text) for line in contents.outline(parts).listings[which].lines]


def filled(parts: Parts) -> str:
    plan = contents.outline(parts)
    return contents.fill(plan, ["9"] * len(plan.entries)).decode()


def figures(plan: Outline, firsts: Sequence[int], pages: Sequence[int]) -> list[str]:
    return [contents.number(plan.starts, firsts, page) for page in pages]
