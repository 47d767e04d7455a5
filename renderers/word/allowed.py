"""The one list of allowed contents of a Word file: parts by relation and content type, addresses, and field codes.
Checker, renderer and gate read it, so that the judged file is the one that is filled and printed. It grows by kinds."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from renderers.word.ooxml import CONTENT_TYPES, Parts

TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE = "/2006/relationships/metadata/core-properties"


class Allowed(NamedTuple):
    """A kind of part. `types`: its content types; `leads`: kinds of relation that may start from it; `filled`: whether
    tags in it are filled; `text`: whether it holds paragraphs, lists or styles."""

    types: frozenset[str]
    leads: frozenset[str] = frozenset()
    filled: bool = False
    text: bool = False


def _text(name: str, *leads: str, filled: bool = False) -> Allowed:
    return Allowed(frozenset({f"{_WORD}{name}+xml"}), frozenset(leads), filled, text=True)


def _plain(*types: str) -> Allowed:
    return Allowed(frozenset(types))


_PACKAGE = ("officeDocument", "core-properties", "extended-properties")
_BESIDE = ("styles", "numbering", "settings", "theme", "fontTable", "header", "footer", "footnotes", "endnotes")
_LAID_OUT = ("image", "hyperlink")
ALLOWED: Mapping[str, Allowed] = {
    "": Allowed(frozenset(), frozenset(_PACKAGE)),
    "officeDocument": Allowed(
        # A template that was renamed to .docx keeps the type of a template.
        frozenset({f"{_WORD}document.main+xml", f"{_WORD}template.main+xml"}),
        frozenset({*_BESIDE, *_LAID_OUT}),
        filled=True,
        text=True,
    ),
    "header": _text("header", *_LAID_OUT, filled=True),
    "footer": _text("footer", *_LAID_OUT, filled=True),
    "footnotes": _text("footnotes", *_LAID_OUT, filled=True),
    "endnotes": _text("endnotes", *_LAID_OUT, filled=True),
    "styles": _text("styles"),
    "numbering": _text("numbering", "image"),
    "settings": _plain(f"{_WORD}settings+xml"),
    "fontTable": _plain(f"{_WORD}fontTable+xml"),
    "theme": Allowed(frozenset({f"{_OFFICE}theme+xml"}), frozenset({"image"})),
    "core-properties": Allowed(frozenset({"application/vnd.openxmlformats-package.core-properties+xml"}), filled=True),
    "extended-properties": _plain(f"{_OFFICE}extended-properties+xml"),
    "image": _plain("image/jpeg", "image/jpg", "image/png"),
}
"""The allowed parts by the kind of relation that leads to them; "" is the file as a whole."""

RELATIONS: Mapping[str, str] = {
    **{f"{_RELATION}{kind}": kind for kind in (*_BESIDE, *_LAID_OUT, *_PACKAGE)},
    # The relation to the core properties has two names: "package" in the standard, "officedocument" from LibreOffice.
    **{f"http://schemas.openxmlformats.org/{who}{_CORE}": "core-properties" for who in ("package", "officedocument")},
}
"""The kind of each relation by its type in full."""

BESIDE = frozenset(
    {
        *("thumbnail", "webSettings", "glossaryDocument", "customXml", "customXmlProps", "people", "printerSettings"),
        *("stylesWithEffects", "custom-properties", "keyMapCustomizations", "bibliography", "webextensiontaskpanes"),
        *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "documenttasks"),
        *("classificationlabels", "intelligence", "intelligence2"),
    }
)
"""Parts that Word adds and nothing printed refers to: they are left out."""

USES: Mapping[tuple[str, str], str] = {
    ("blip", "embed"): "image",
    ("imagedata", "id"): "image",
    ("fill", "id"): "image",
    ("hyperlink", "id"): "hyperlink",
    ("hlinkClick", "id"): "hyperlink",
    ("hlinkHover", "id"): "hyperlink",
    ("headerReference", "id"): "header",
    ("footerReference", "id"): "footer",
}
"""The elements that may name a relation, with the attribute that does so and the kind of relation."""

FIELDS = frozenset(
    {
        *("TOC", "PAGE", "NUMPAGES", "PAGEREF", "REF", "SEQ", "TC", "HYPERLINK", "STYLEREF", "NOTEREF", "SECTION"),
        *("SECTIONPAGES", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "TITLE", "SUBJECT", "AUTHOR", "SYMBOL"),
    }
)
"""Codes of fields that read nothing but the document itself, and HYPERLINK, whose address is looked at."""

ADDRESS = re.compile(r"(?:https?://|mailto:)(?!.*%7B%7B)[^\x00-\x20\\{}][^\x00-\x1f\\{}]*", re.IGNORECASE)
"""An address that may stand in a file; one with a tag, which nobody would fill, may not."""

PICTURES: Mapping[bytes, str] = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG"}
"""The first bytes of the allowed kinds of pictures."""


def kinds(parts: Parts) -> dict[str, str]:
    """The kind of each part by its content type, without parts of other types; ValueError where one part has two."""
    return {name: kind for name, type_ in _types(parts).items() if (kind := _KINDS.get(type_))}


def filled(parts: Parts) -> dict[str, str]:
    """The parts whose tags are filled, each with its kind."""
    return {name: kind for name, kind in kinds(parts).items() if ALLOWED[kind].filled}


def _types(parts: Parts) -> dict[str, str]:
    root = etree.fromstring(parts[TYPES], etree.XMLParser(resolve_entities=False, no_network=True))
    told = [(str(node.tag), _key(node), str(node.get("ContentType")).lower()) for node in root if node.attrib]
    by = {(tag, key): type_ for tag, key, type_ in told}
    if len(by) < len(told):
        raise ValueError("two content types for one part")
    return {name: type_ for name in parts if name != TYPES and (type_ := _type(by, name))}


_KINDS = {type_.lower(): kind for kind, allowed in ALLOWED.items() for type_ in allowed.types}


def _key(node: etree._Element) -> str:
    return str(node.get("PartName") or node.get("Extension")).lower().lstrip("/")


def _type(by: Mapping[tuple[str, str], str], name: str) -> str:
    own = by.get((f"{CONTENT_TYPES}Override", name.lower()))
    return own or by.get((f"{CONTENT_TYPES}Default", name.lower().rpartition(".")[2]), "")
