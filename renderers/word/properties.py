"""The properties of a file: whose it is and of which day, whoever saved the template and whenever it is printed."""

import re
from datetime import date

from lxml import etree

from renderers.word.allowed import kinds
from renderers.word.model.package import written
from renderers.word.ooxml import HARD_SPACE, Parts

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC, _TERMS = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_MAP: dict[str | None, str] = {"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _TYPE[1:].partition("}")[0]}
# What Word remembers of the people and the computer that saved a template.
_PEOPLE = re.compile(rb"<((?:[\w.-]+:)?(?:Company|Manager|HyperlinkBase))\b[^>]*>[^<]*</\1>")
_KEYWORDS = re.compile(rb"(<(?:[\w.-]+:)?keywords\b[^>]*>)([^<]*)")


def owned(parts: Parts, owner: str, day: date) -> Parts:
    """The parts with `owner` as the only person named in the properties, made and changed on `day`."""
    found = kinds(parts)
    cores = {name: _core(parts[name], owner, day) for name, kind in found.items() if kind == "core-properties"}
    others = {name: _PEOPLE.sub(b"", parts[name]) for name, kind in found.items() if kind == "extended-properties"}
    return {**parts, **cores, **others}


def _core(data: bytes, owner: str, day: date) -> bytes:
    root = etree.fromstring(data)
    told = {f"{{{_DC}}}creator": owner, f"{{{_CP}}}lastModifiedBy": owner}
    at = f"{day.isoformat()}T00:00:00Z"
    days = {f"{{{_TERMS}}}created": at, f"{{{_TERMS}}}modified": at}
    for old in [node for node in root if str(node.tag) in told | days]:
        root.remove(old)
    whole = etree.Element(root.tag, nsmap=dict(root.nsmap) | _MAP)
    whole[:] = [*root, *(_node(tag, text) for tag, text in told.items()), *(_day(tag, at) for tag, at in days.items())]
    return written(whole)


def _node(tag: str, text: str) -> etree._Element:
    node = etree.Element(tag)
    node.text = text
    return node


def _day(tag: str, at: str) -> etree._Element:
    node = _node(tag, at)
    node.set(_TYPE, "dcterms:W3CDTF")
    return node


def bound(parts: Parts) -> Parts:
    """The parts for LibreOffice, which parts the words of a keyword unless a hard space binds them."""
    cores = [name for name, kind in kinds(parts).items() if kind == "core-properties"]
    return {**parts, **{name: _KEYWORDS.sub(_hard, parts[name]) for name in cores}}


def _hard(found: re.Match[bytes]) -> bytes:
    told = found[2].decode().split(", ")
    return found[1] + ", ".join(one.replace(" ", HARD_SPACE) for one in told).encode()
