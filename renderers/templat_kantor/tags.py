"""Reads the tags of a paragraph, which Word may split over several runs, with the text and elements beside and inside
them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from renderers.word.ooxml import W

HEADINGS = frozenset({"Heading1", "Heading2", "Heading3", "JudulDepan", "JudulLampiran"})
CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SHOWN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
# An element of these inside of a tag would be lost when the tag is filled.
_BLOCKING = {f"{W}{n}" for n in ("drawing", "pict", "object", "fldChar", "footnoteReference", "hyperlink", "fldSimple")}
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PARTS = re.compile(r"\{([{%#])(-|(?:p|tr|tc|r)(?=\s))?(.*?)-?[}%#]\}", re.DOTALL)
_LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_SINGLE = re.compile(r"\{\s*\{?\s*[A-Za-z_][\w.]*\s*\}?\s*\}|\{\s*%[^{}]*\}|\{[^{}]*%\s*\}")


@dataclass(frozen=True)
class Tag:
    """A tag of a template, on one line and with straight quotes. `mark`: "{", "%" or "#"; `prefix`: "", "p", "tr",
    "tc", "r" or "-"; `inside`: the text between them; `text`: the whole tag; `cut`: a picture, link or field lies
    inside it."""

    mark: str
    prefix: str
    inside: str
    text: str
    cut: bool = False


@dataclass(frozen=True)
class Paragraph:
    """`text`: all of it; `rest`: the text with NUL in the place of each tag; `picture`: a drawing stands in it."""

    text: str
    tags: tuple[Tag, ...]
    rest: str
    picture: bool


@dataclass(frozen=True)
class Place:
    """The place of a fault as people find it in Word. `part`: a header, footer or property outside the body; `table`:
    counted below its heading; `row`, `column`: those of the innermost table; 0 is none."""

    part: str = ""
    heading: str = ""
    table: int = 0
    row: int = 0
    column: int = 0
    paragraph: str = ""

    def __str__(self) -> str:
        if self.part:
            return f"di {self.part}"
        above = f"di bawah judul “{self.heading}”" if self.heading else "sebelum judul pertama"
        if self.row:
            cell = f" kolom {self.column}" if self.column else ""
            return f"{above}, tabel ke-{self.table} baris {self.row}{cell}"
        if self.paragraph:
            return f"{above}, paragraf “{self.paragraph}”"
        return f"{above}, tabel ke-{self.table}" if self.table else above

    def at(self, paragraph: str) -> "Place":
        """This place, narrowed to the paragraph with this text."""
        return replace(self, paragraph=short(paragraph))


@dataclass(frozen=True)
class Fault:
    """A fault: one sentence, without its full stop; `follows`: another fault may be its only cause."""

    sentence: str
    place: Place | None = None
    follows: bool = False

    def __str__(self) -> str:
        return f"{self.sentence}, {self.place}." if self.place else f"{self.sentence}."


def of_paragraph(paragraph: etree._Element) -> Paragraph:
    """The tags of a paragraph, however many runs Word has split them into."""
    pieces = list(_pieces(paragraph))
    text, blocks = "", []
    for piece in pieces:
        if piece is None:
            blocks.append(len(text))
        else:
            text += piece
    found = list(_TAG.finditer(text))
    tags = tuple(_tag(one[0], any(one.start() < at < one.end() for at in blocks)) for one in found)
    return Paragraph(text, tags, _TAG.sub("\x00", text), paragraph.find(f".//{W}drawing") is not None)


def of_text(text: str) -> Paragraph:
    """The tags of an attribute, or of a property of the file."""
    return Paragraph(text, tuple(_tag(one[0], cut=False) for one in _TAG.finditer(text)), _TAG.sub("\x00", text), False)


def _tag(text: str, cut: bool) -> Tag:
    straight = " ".join(text.translate(_STRAIGHT).split())
    parts = _PARTS.fullmatch(straight)
    if parts is None:
        return Tag(straight[1], "", "", straight, cut)
    return Tag(parts[1], parts[2] or "", parts[3].strip(), straight, cut)


def _pieces(node: etree._Element) -> Iterator[str | None]:
    """The texts in their order, None where a picture, link or field begins or ends; text boxes have their own tags."""
    for child in node:
        if child.tag == f"{W}p" or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SHOWN:
            yield _SHOWN[str(child.tag)]
        else:
            if child.tag in _BLOCKING:
                yield None
            yield from _pieces(child)
            if child.tag in _BLOCKING:
                yield None


def is_open(tag: Tag) -> bool:
    """Whether its end is missing, so that it runs into the next tag."""
    return any(mark in tag.text[2:-2] for mark in CLOSING)


def loose(paragraph: Paragraph) -> Iterator[str]:
    """A sentence for each brace of the paragraph that begins or ends no tag."""
    for tag in filter(is_open, paragraph.tags):
        yield f"Tanda “{tag.text[:2]}” pada “{short(tag.text)}” tidak ditutup dengan “{CLOSING[tag.text[:2]]}”"
    rest = paragraph.rest.translate(_STRAIGHT)
    for single in _SINGLE.findall(_LOOSE.sub("\x00", rest)):
        inner = single.strip("{}% \t\n")
        right = f"{{% {inner} %}}" if "%" in single else f"{{{{ {inner} }}}}"
        yield f"“{single}” akan tercetak apa adanya; tulis {right}"
    for mark in _LOOSE.findall(rest):
        if mark in CLOSING:
            near = short(rest[rest.index(mark) :].split("\x00")[0])
            yield f"Tanda “{mark}” pada “{near}” tidak ditutup dengan “{CLOSING[mark]}”"
        else:
            yield f"Tanda “{mark}” tidak mempunyai pembuka"


def short(text: str, most: int = 40) -> str:
    """On one line, and no longer than `most` characters: for a sentence that quotes the template."""
    flat = " ".join(text.replace("\x00", "…").split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"
