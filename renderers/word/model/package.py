"""The package of a Word file: where its relations lead, and how one more part is joined to it."""

from posixpath import dirname, join, normpath

from lxml import etree

from renderers.word.allowed import ALLOWED, TYPES
from renderers.word.ooxml import CONTENT_TYPES, Parts, rels_of


def written(root: etree._Element) -> bytes:
    """An element as a part of its own."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def target_of(owner: str, target: str) -> str:
    """The part to which a relation of `owner` leads; "" owns the relations of the file as a whole."""
    return normpath(join("/", dirname(owner), target)).lstrip("/")


def owner_of(rels: str) -> str:
    """The part whose relations this file holds."""
    return rels.replace("_rels/", "", 1).removesuffix(".rels")


def joined(parts: Parts, name: str, data: bytes, *, kind: str, id_: str, type_: str, owner: str = "") -> Parts:
    """The parts with one more of a kind on the list, to which a relation of `owner` leads; `type_`: that of the
    relation."""
    types, relations = etree.fromstring(parts[TYPES]), etree.fromstring(parts[rels_of(owner)])
    told = {"PartName": f"/{name}", "ContentType": next(iter(ALLOWED[kind].types))}
    types.append(types.makeelement(f"{CONTENT_TYPES}Override", told))
    leads = {"Id": id_, "Type": type_, "Target": f"/{name}"}
    relations.append(relations.makeelement(f"{{{etree.QName(relations).namespace}}}Relationship", leads))
    return {**parts, name: data, TYPES: written(types), rels_of(owner): written(relations)}
