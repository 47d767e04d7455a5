"""The check of a Word file before it leaves: Word refuses faults that LibreOffice passes over in silence."""

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from lxml import etree

from renderers.word import structure
from renderers.word.allowed import ALLOWED, filled
from renderers.word.model.package import owner_of, target_of
from renderers.word.ooxml import CONTENT_TYPES, MAIN, Parts, R, W
from renderers.word.structure import places, shape

_NEEDED = ("[Content_Types].xml", "_rels/.rels", MAIN, "word/styles.xml")
_XML = (".xml", ".rels")
_PIECE = 2**18
_CONTROLS = bytes(sign for sign in range(32) if sign not in b"\t\n\r")  # those that XML forbids
# What may begin or hide anything, and what is no character, by a byte of each that is rare.
_HIDING = {
    b"&": re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#34|#39);)"),
    b"!": re.compile(rb"!(?<=<!)"),
    b"?": re.compile(rb"\?(?<=<\?)(?!xml )"),
    b"\xef": re.compile(rb"\xef\xbf[\xbe\xbf]"),
}
_RELATIONS = etree.XPath("//@r:*", namespaces={"r": R.strip("{}")})


class Broken(Exception):  # noqa: N818  (the report is broken, not the program's use)
    """The file must not leave; the message lists its faults."""


def check(parts: Parts) -> None:
    """Raises Broken where a .docx of these parts has a fault."""
    if faults := faults_of(parts):
        raise Broken("; ".join(faults[:20]))


def find(docx: bytes) -> list[str]:
    """The faults of a .docx, one line each."""
    try:
        return faults_of(_read(docx))
    except BadZipFile as error:
        return [f"not a zip file: {error}"]
    except ValueError as error:
        return [str(error)]


def faults_of(parts: Parts) -> list[str]:
    """The faults of a .docx of these parts, one line each."""
    if missing := [name for name in _NEEDED if name not in parts]:
        return [f"parts missing: {missing}"]
    # What the shape leaves out is then sound by itself, or stands elsewhere in it.
    broken = [] if is_plain(parts) else list(_broken(parts))
    if broken or not any(_looked(parts, shape)):
        return broken
    # Its gaps may bring parts together: a fault counts where the whole document has it.
    return list(_broken(parts)) or list(_looked(parts, bytes))


def is_plain(parts: Parts) -> bool:
    """Whether the texts of a document hold nothing that could break or hide XML."""
    try:
        return all(map(_readable, (parts[name] for name in _content_of(parts))))
    except (etree.XMLSyntaxError, ValueError):
        return False


def _readable(xml: bytes) -> bool:
    """Whether it has no characters, entities or comments but those of plain XML; ValueError where it is no UTF-8."""
    if any(mark.match(xml, at) for sign, mark in _HIDING.items() for at in places(xml, sign)):
        return False
    reader = getincrementaldecoder("utf-8")()
    for begin in range(0, len(xml), _PIECE):
        piece = xml[begin : begin + _PIECE]
        reader.decode(piece)
        if len(piece.translate(None, _CONTROLS)) < len(piece):
            return False
    return not reader.decode(b"", final=True)


def _broken(parts: Parts) -> Iterator[str]:
    for name, data in parts.items():
        if name.endswith(_XML):
            try:
                _parsed(data)
            except ExpatError as error:
                yield f"{name}: {error}"


def _parsed(data: bytes) -> None:
    """Read once as XML, in pieces, of which no further copy is made; prefixes are for those who look at the shape."""
    parser, pieces = ParserCreate(), memoryview(data)
    for begin in range(0, len(data), _PIECE):
        parser.Parse(pieces[begin : begin + _PIECE], False)
    parser.Parse(b"", True)


def _looked(parts: Parts, view: Callable[[bytes], bytes]) -> Iterator[str]:
    try:
        content = _content_of(parts)
        trees = {
            name: etree.fromstring(view(data) if name in content else data)
            for name, data in parts.items()
            if name.endswith(_XML)
        }
    except (etree.XMLSyntaxError, ValueError) as error:
        yield str(error)
        return
    for look in _LOOKS:
        yield from look(parts, trees)


def _content_of(parts: Parts) -> list[str]:
    """The parts that hold the text of the document."""
    return [name for name, kind in filled(parts).items() if ALLOWED[kind].text]


def _read(docx: bytes) -> Parts:
    with ZipFile(BytesIO(docx)) as archive:
        names = archive.namelist()
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"parts stored twice: {sorted(twice)}")
        # Pictures are read for their checksums alone: only their names are looked at.
        return {name: archive.read(name) if name.endswith(_XML) else archive.read(name)[:0] for name in names}


def _types(parts: Parts, trees: dict[str, etree._Element]) -> Iterator[str]:
    """Parts without a content type, and content types without a part."""
    root = trees["[Content_Types].xml"]
    defaults = {node.get("Extension", "").lower() for node in root.iter(f"{CONTENT_TYPES}Default")}
    overrides = {node.get("PartName", "").lstrip("/") for node in root.iter(f"{CONTENT_TYPES}Override")}
    yield from (f"{name}: announced, but missing" for name in sorted(overrides - set(parts)))
    for name in parts:
        if name != "[Content_Types].xml" and name not in overrides and name.rpartition(".")[2].lower() not in defaults:
            yield f"{name}: no content type"


def _relations(parts: Parts, trees: dict[str, etree._Element]) -> Iterator[str]:
    """Ids that a file of relationships uses twice, and targets that are missing."""
    for name, root in trees.items():
        if not name.endswith(".rels"):
            continue
        owner = owner_of(name)
        ids = [node.get("Id", "") for node in root]
        if len(ids) != len(set(ids)):
            yield f"{name}: an id is used twice"
        for node in root:
            target = node.get("Target", "")
            outside = node.get("TargetMode") == "External" or target.startswith("#")
            if not outside and target_of(owner, target) not in parts:
                yield f"{name}: {target} is missing"


def _references(parts: Parts, trees: dict[str, etree._Element]) -> Iterator[str]:
    """Relationship ids, styles and lists that the text uses but the package does not have."""
    styles = {node.get(f"{W}styleId") for node in trees["word/styles.xml"].iter(f"{W}style")}
    numbering = trees.get("word/numbering.xml")
    lists = {node.get(f"{W}numId") for node in numbering.iter(f"{W}num")} if numbering is not None else set()
    for name in _content_of(parts):
        folder, _, file = name.rpartition("/")
        relations = trees.get(f"{folder}/_rels/{file}.rels")
        ids = {node.get("Id") for node in relations} if relations is not None else set()
        yield from (f"{name}: relationship {value} is missing" for value in _RELATIONS(trees[name]) if value not in ids)
        for node in trees[name].iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
            if node.get(f"{W}val") not in styles:
                yield f"{name}: style {node.get(f'{W}val')} is missing"
        for node in trees[name].iter(f"{W}numId"):
            if node.get(f"{W}val") not in lists | {"0"}:
                yield f"{name}: list {node.get(f'{W}val')} is missing"


def _content(parts: Parts, trees: dict[str, etree._Element]) -> Iterator[str]:
    names = _content_of(parts)
    for name in names:
        yield from (f"{name}: {fault}" for look in structure.LOOKS for fault in look(trees[name]))
    yield from structure.astray([trees[name] for name in names])


_LOOKS: tuple[Callable[[Parts, dict[str, etree._Element]], Iterator[str]], ...] = (
    _types,
    _relations,
    _references,
    _content,
)
