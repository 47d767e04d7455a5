"""The tags in a paragraph: read across runs as Word splits them, with what stands beside and inside of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from renderers.word.ooxml import W

_SHOWN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
# What cannot stand inside of a tag without being lost.
_BLOCKING = {f"{W}{n}" for n in ("drawing", "pict", "object", "fldChar", "footnoteReference", "hyperlink", "fldSimple")}
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PARTS = re.compile(r"\{([{%#])(-|(?:p|tr|tc|r)(?=\s))?(.*?)-?[}%#]\}", re.DOTALL)
_LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_SINGLE = re.compile(r"\{\s*\{?\s*[A-Za-z_][\w.]*\s*\}?\s*\}|\{\s*%[^{}]*\}|\{[^{}]*%\s*\}")
CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}


@dataclass(frozen=True)
class Tag:
    """`jenis` is "{", "%" or "#"; `awalan` one of "", "p", "tr", "tc", "r", "-"; `teks` as it stands, on one line."""

    jenis: str
    awalan: str
    isi: str
    teks: str
    terpotong: bool = False


@dataclass(frozen=True)
class Paragraph:
    """`sisa` is the text outside of the tags; `gambar`: something stands there that is no text."""

    teks: str
    tanda: tuple[Tag, ...]
    sisa: str
    gambar: bool


def of_paragraph(paragraph: etree._Element) -> Paragraph:
    pieces = list(_pieces(paragraph, paragraph))
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


def _pieces(node: etree._Element, paragraph: etree._Element) -> Iterator[str | None]:
    """Text in its order, None where something else begins or ends; paragraphs inside of text boxes are their own."""
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
            yield from _pieces(child, paragraph)
            if child.tag in _BLOCKING:
                yield None


def is_open(tag: Tag) -> bool:
    """It runs into the next one."""
    return any(mark in tag.teks[2:-2] for mark in CLOSING)


def loose(paragraph: Paragraph) -> Iterator[str]:
    """Sentences about braces that are no tags."""
    for tag in filter(is_open, paragraph.tanda):
        yield f"Tanda “{tag.teks[:2]}” pada “{short(tag.teks)}” tidak ditutup dengan “{CLOSING[tag.teks[:2]]}”"
    rest = paragraph.sisa.translate(_STRAIGHT)
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
    flat = " ".join(text.replace("\x00", "…").split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


HEADINGS = frozenset({"Heading1", "Heading2", "Heading3", "JudulDepan", "JudulLampiran"})


@dataclass(frozen=True)
class Place:
    """`tabel` counts below the heading; `baris` and `kolom` are those of the innermost table."""

    bagian: str = ""
    judul: str = ""
    tabel: int = 0
    baris: int = 0
    kolom: int = 0
    paragraf: str = ""

    def __str__(self) -> str:
        if self.bagian:
            return f"di {self.bagian}"
        above = f"di bawah judul “{self.judul}”" if self.judul else "sebelum judul pertama"
        if self.baris:
            cell = f" kolom {self.kolom}" if self.kolom else ""
            return f"{above}, tabel ke-{self.tabel} baris {self.baris}{cell}"
        if self.paragraf:
            return f"{above}, paragraf “{self.paragraf}”"
        return f"{above}, tabel ke-{self.tabel}" if self.tabel else above

    def at(self, paragraph: str) -> "Place":
        return replace(self, paragraf=short(paragraph))


@dataclass(frozen=True)
class Fault:
    """A fault: one sentence, and where it is. `akibat`: it may only follow from another one."""

    kalimat: str
    tempat: Place | None = None
    akibat: bool = False

    def __str__(self) -> str:
        return f"{self.kalimat}, {self.tempat}." if self.tempat else f"{self.kalimat}."
