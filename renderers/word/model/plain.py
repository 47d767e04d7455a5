"""Puts into plain shape what programs write each in its own way, before anything else looks at a part."""

import re

from lxml import etree

from renderers.word.ooxml import W

_AROUND = tuple(f"{W}{name}" for name in ("sdt", "customXml", "smartTag", "dir", "bdo"))
_ABOUT = {f"{W}customXmlPr", f"{W}smartTagPr"}
# Google Docs writes one into every table; it tells of columns that were, and nothing of it is ever shown.
_SNAPSHOT = f"{W}tblGridChange"
_FRACTION = re.compile(r"-?\d+\.\d+")
# LibreOffice names the sides of lists as the strict form of the standard does.
_SIDES = {"start": "left", "end": "right"}
_SIDED = (f"{W}jc", f"{W}lvlJc")
_TEXTS = {f"{W}val", f"{W}name", f"{W}styleId"}
_MEASURED = {f"{W}trHeight", f"{W}sz", f"{W}szCs", f"{W}spacing", f"{W}kern", f"{W}position"}


def plain(root: etree._Element) -> None:
    """Unwraps content controls and the like, which would hide their content; drops snapshots, rounds measures, and
    calls sides by their usual names."""
    for control in list(root.iter(*_AROUND)):
        _unwrap(control)
    for node in list(root.iter(_SNAPSHOT)):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    for node in root.iter(*_SIDED):
        node.set(f"{W}val", _SIDES.get(node.get(f"{W}val", ""), node.get(f"{W}val", "")))
    for node in root.iter(etree.Element):
        for key, value in node.attrib.items():
            if _FRACTION.fullmatch(str(value)) and _is_measure(node, str(key)):
                node.set(key, str(round(float(value))))


def _unwrap(control: etree._Element) -> None:
    content, parent = control.find(f"{W}sdtContent"), control.getparent()
    held = control if control.tag != f"{W}sdt" else content
    if parent is not None:
        at = parent.index(control)
        parent[at : at + 1] = [one for one in held if one.tag not in _ABOUT] if held is not None else []


def _is_measure(node: etree._Element, key: str) -> bool:
    """Whether an attribute is a measure: Word takes twips and half points without a fraction alone."""
    return key.startswith(W) and (key not in _TEXTS or node.tag in _MEASURED)
