"""Builds our own templates, laporan.docx from prosa.txt and surat.docx from surat.txt, when run as a program."""

import re
from collections.abc import Iterator
from itertools import takewhile

from renderers.templat_bawaan import shell
from renderers.templat_bawaan.passages import FOLDER, PASSAGE
from renderers.templat_bawaan.styles import fonts, style_id, theme
from renderers.word import contents, word
from renderers.word.model.styles import Styles
from renderers.word.ooxml import (
    CREAM,
    HEAD,
    MAIN,
    NAMESPACES,
    Parts,
    cell,
    field,
    pack,
    paragraph,
    row,
    run,
    table,
    twips,
)

TOC = r'TOC \o "1-2" \h \z \u \f'
_OWN = {"Keterangan Gambar": "caption"}  # styles that Word has itself, by its English name
NOT_YET = "Daftar isi disusun saat laporan dibuat."
_LISTS = {"#": "decimal", "@": "lowerLetter"}
_STYLED = re.compile(r"\[([A-Z][A-Za-z ]+)\] ?")
_FACES = re.compile(r"(\*\*.+?\*\*|\*.+?\*|\{SEQ \w+\})")
_HELD = b"{%% filter held %%}%s{%% endfilter %%}"
_HEIGHTS = {"|atas": "top", "|tengah": "center", "|bawah": "bottom"}


def read(text: str) -> list[str]:
    """The lines of prosa.txt without comments; an indented line continues the one above."""
    joined = re.sub(r"\n {2,}", " ", text)
    told = [line for line in joined.splitlines() if line and not line.startswith(";")]
    return [part for line in told for part in _spread(line)]


def _spread(line: str) -> tuple[str, ...]:
    """The line itself; for a passage of the report the loop that prints each of its lines alike."""
    found = PASSAGE.fullmatch(line)
    if not found:
        return (line,)
    style, bab, kunci = found.groups()
    return f"{{%p for alinea in naskah.{bab}.{kunci} %}}", f"{style}{{{{ alinea }}}}", "{%p endfor %}"


def runs(text: str) -> str:
    """The runs of a text: `**bold**`, `*italic*`, `{SEQ …}`, and `//` for a line break."""
    parts = _FACES.split(text.replace(" // ", "\n").replace(" //", "\n"))
    return "".join(_run(part) for part in parts if part)


def _run(part: str) -> str:
    if part.startswith("{SEQ "):
        return field(rf"{part[1:-1]} \* ARABIC", run("1"))
    if part.startswith("**") and part.endswith("**"):
        return run(part[2:-2], "<w:b/>")
    return run(part[1:-1], "<w:i/>") if part[0] == part[-1] == "*" and len(part) > 1 else run(part)


def styled(text: str, default: str) -> list[str]:
    """The paragraphs of a line or cell: `[Gaya] teks [Gaya] teks`."""
    first, *rest = _STYLED.split(text)
    pairs = [(default, first)] if first or not rest else []
    pairs += zip(rest[::2], rest[1::2], strict=True)
    return [paragraph(style_id(_OWN.get(style, style)), runs(content.strip(" "))) for style, content in pairs]


class Builder:
    """Turns the lines of prosa.txt into the body of document.xml.

    `lists`: the kind of each list so far; they come after the list of the headings.
    """

    def __init__(self) -> None:
        self.lists: list[str] = []
        self.previous = ""

    def body(self, lines: list[str]) -> Iterator[str]:
        while lines:
            if lines[0].startswith(("|lebar", "|polos")):
                block = list(takewhile(lambda line: line.startswith("|"), [*lines[1:]]))
                yield table_of(lines[0], block)
                lines = lines[len(block) + 1 :]
            else:
                yield self.line(lines[0])
                lines = lines[1:]

    def line(self, line: str) -> str:
        mark, _, rest = line.partition(" ")
        before, self.previous = self.previous, mark
        if mark in _LISTS:
            return self.item(mark, rest, before)
        if mark in {"=", "==", "==="}:
            # The line break leaves "BAB IV" on a line of its own.
            return paragraph(f"Heading{len(mark)}", runs(f"\n{rest}" if mark == "=" else rest))
        if mark == "---":
            return self.ending(rest)
        if mark in {"{TOC}", "{TC"}:
            return self.special(mark, rest.removesuffix("}"))
        return "".join(styled(line, "Isi"))

    def item(self, mark: str, text: str, before: str) -> str:
        if before != mark:
            self.lists.append(_LISTS[mark])
        number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{len(self.lists) + 1}"/></w:numPr>'
        return paragraph("Butir", runs(text), number)

    def special(self, mark: str, text: str) -> str:
        if mark == "{TC":
            return paragraph("Jeda", field(f'TC "{text}" \\l 1'))
        return paragraph("TOC1", field(TOC, run(NOT_YET)))

    def ending(self, name: str) -> str:
        # The last section stands at the end of the body, every other one in the last paragraph of its own.
        return shell.section(name) if name in shell.LAST else paragraph("Jeda", "", shell.section(name))


def table_of(opening: str, block: list[str]) -> str:
    """A table: its opening line says kind and widths, each line of the block is a row."""
    kind, *columns = opening.split(" ")
    told = block[0].removeprefix("|tentang ").split(" | ") if block and block[0].startswith("|tentang ") else []
    widths = [twips(float(column.strip("t").replace(",", "."))) for column in columns]
    styles = ["Sel Tengah" if column.endswith("t") else "Sel" for column in columns]
    rows = [_row(line, widths, styles) for line in (block[1:] if told else block)]
    return table("TabelPolos" if kind == "|polos" else "TabelLaporan", widths, rows, *told)


def _row(line: str, widths: list[int], styles: list[str]) -> str:
    mark, _, rest = line.partition(" ")
    if mark in _HEIGHTS:
        height, _, rest = rest.partition(" ")
        content = "".join(styled(rest, "Sel"))
        return row([cell(widths[0], content, align=_HEIGHTS[mark])], height=twips(float(height.replace(",", "."))))
    cells = rest.split(" | ")
    if len(cells) == 1 and len(widths) > 1:
        return row([cell(sum(widths), "".join(styled(rest, "Sel Tengah")), span=len(widths))])
    header = mark == "|judul"
    faces = ["Sel Judul"] * len(cells) if header else styles
    texts = ["".join(styled(text, face)) for text, face in zip(cells, faces, strict=True)]
    fill, align = (CREAM, "center") if header else ("", "")
    return row(
        [cell(width, text, fill=fill, align=align) for width, text in zip(widths, texts, strict=True)], header=header
    )


def parts() -> dict[str, bytes]:
    """The parts of our own template of the report."""
    return _built("prosa.txt")


def prepared() -> Parts:
    """The same with its tags read, in one line, since it is known to be sound; what its tables become is held aside."""
    made = word.prepare(parts())
    text, tables = contents.aside(made[MAIN].replace(b"\n<w:p", b"<w:p"), Styles(made))
    return {**made, MAIN: contents.back(text, [_HELD % found for found in tables])}


def letter() -> dict[str, bytes]:
    """The parts of our own template of the covering letter."""
    core = "docProps/core.xml"
    built = _built("surat.txt")
    return {**built, core: built[core].replace(b"<dc:title>", b"<dc:title>Surat Pengantar ")}


def _built(source: str) -> dict[str, bytes]:
    builder = Builder()
    body = "".join(builder.body(read((FOLDER / source).read_text("utf-8"))))
    texts = {
        "word/document.xml": f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": shell.styles(),
        "word/numbering.xml": shell.numbering(builder.lists),
        "word/settings.xml": shell.settings(),
        "word/footer1.xml": shell.footer(),
        "word/fontTable.xml": fonts(),
        "word/theme/theme1.xml": theme(),
        **shell.PACKAGE,
    }
    return {name: text.encode() for name, text in texts.items()}


if __name__ == "__main__":
    for name, built, tagged in (("laporan", parts(), prepared()), ("surat", letter(), word.prepare(letter()))):
        (FOLDER / f"{name}.docx").write_bytes(pack(built))
        (FOLDER / f"{name}.docx.j2").write_bytes(pack(tagged))
