"""The places of the lists of a document: only what stands between the marks of a TOC field gives way."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from renderers.word.model.fields import SIMPLE, Field, fields
from renderers.word.ooxml import W

PLACE = "daftar-"
_P, _R = f"{W}p", f"{W}r"
_KEPT = (f"{W}pPr/{W}sectPr", f"{W}pPr/{W}pageBreakBefore")
_AROUND = (f"{W}hyperlink", f"{W}ins", _R)


def tocs(root: etree._Element) -> list[Field]:
    """The TOC fields of a part that begin and end in the same body, cell or text box."""
    return [one for one in fields(root) if one.name == "TOC" and _container(one) is not None]


def open_places(body: etree._Element) -> list[str]:
    """Puts a comment in the place of each TOC field, and returns the instructions. Text beside a field, its table and
    its section breaks stay."""
    found = list[str]()
    for one in tocs(body):
        if body in one.begin.iterancestors():
            _open(one, etree.Comment(f"{PLACE}{len(found)}"))
            found.append(one.code.strip())
    return found


def _container(one: Field) -> etree._Element | None:
    first, last = _paragraph(one.begin), _paragraph(one.end)
    if first is None or last is None or first.getparent() is not last.getparent():
        return None
    return first.getparent()


def _paragraph(node: etree._Element | None) -> etree._Element | None:
    return next(node.iterancestors(_P), None) if node is not None else None


def _open(one: Field, place: etree._Element) -> None:
    first, last, container = _paragraph(one.begin), _paragraph(one.end), _container(one)
    if first is None or last is None or container is None or one.end is None:
        return
    blocks = container[container.index(first) : container.index(last) + 1]
    ends = _pieces(last).index(one.end)
    after = deepcopy(last)
    _without(after, _pieces(after)[: ends + 1])
    breaks = [_break(block) for block in blocks[:-1] if block.find(_KEPT[0]) is not None]
    before = first
    _without(before, _pieces(before)[_pieces(before).index(one.begin) :])
    for section in before.findall(_KEPT[0]):
        before[0].remove(section)
    kept = [*([before] if _holds(before) else []), place, *breaks, *([after] if _holds(after) else [])]
    at = container.index(first)
    for block in blocks:
        container.remove(block)
    container[at:at] = kept


def _pieces(paragraph: etree._Element) -> list[etree._Element]:
    """The contents of the runs of a paragraph, one by one, and its simple fields."""
    return list(_each(paragraph))


def _each(paragraph: etree._Element) -> Iterator[etree._Element]:
    for node in paragraph.iter():
        parent = node.getparent()
        if node.tag == SIMPLE or (parent is not None and parent.tag == _R and node.tag != f"{W}rPr"):
            yield node


def _without(paragraph: etree._Element, pieces: list[etree._Element]) -> None:
    """Takes pieces out, and the runs and links that they leave empty."""
    for node in pieces:
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    for node in reversed(list(paragraph.iter(*_AROUND))):
        parent = node.getparent()
        if parent is not None and all(child.tag == f"{W}rPr" for child in node):
            parent.remove(node)


def _holds(paragraph: etree._Element) -> bool:
    """Whether a paragraph still has anything to keep."""
    shown = (node.tag != f"{W}t" or bool((node.text or "").strip()) for node in _pieces(paragraph))
    return any(shown) or any(paragraph.find(path) is not None for path in _KEPT)


def _break(block: etree._Element) -> etree._Element:
    """An empty paragraph that ends the section which ended in this block."""
    empty = deepcopy(block)
    for child in list(empty):
        if child.tag != f"{W}pPr":
            empty.remove(child)
    return empty
