"""Headers and footers of sections: each width has its own, so that page numbers stand at the edge, and their figures
are those of the daftar isi."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import count
from posixpath import splitext

from lxml import etree

from renderers.word.allowed import kinds
from renderers.word.model import package
from renderers.word.model.fields import fields, figures
from renderers.word.model.sections import room
from renderers.word.ooxml import MAIN, RELS, Parts, R, W, rels_of

_REFERENCES = (f"{W}headerReference", f"{W}footerReference")
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def wide(parts: Parts, trees: Mapping[str, etree._Element]) -> dict[str, int]:
    """The headers and footers, each with the width in twips of the text that it stands above or below."""
    led, found = _led(parts), dict[str, int]()
    for section, references in _in_force(trees[MAIN]):
        names = (led.get(id_, "") for id_ in references.values())
        # A section without a footer of its own goes on with that of the section before.
        found |= {name: min(found.get(name, room(section)[0]), room(section)[0]) for name in names if name in trees}
    return found


def figured(parts: Parts, trees: Mapping[str, etree._Element]) -> None:
    """Gives a section the figures in which all page numbers beside it are written, where a switch names them: the
    daftar isi has those of the section."""
    led = _led(parts)
    for section, references in _in_force(trees[MAIN]):
        beside = (trees[name] for id_ in references.values() if (name := led.get(id_, "")) in trees)
        told = {figures(one.code) for root in beside for one in fields(root) if one.name == "PAGE"}
        if len(told) == 1 and (format_ := told.pop()):
            numbers = section.find(f"{W}pgNumType")
            numbers = etree.SubElement(section, f"{W}pgNumType") if numbers is None else numbers
            numbers.set(f"{W}fmt", format_)


def parted(parts: Parts, trees: dict[str, etree._Element]) -> Parts:
    """The parts with a copy of each header and footer that stands in sections of several widths; adds it to `trees`."""
    led, first, copies = _led(parts), dict[str, int](), dict[tuple[str, int], str]()
    written = dict[tuple[str, str], str]()
    fresh = (id_ for n in count(1) if (id_ := f"rIdSisi{n}") not in led)
    for section, references in _in_force(trees[MAIN]):
        for key, id_ in references.items():
            place = led.get(id_, ""), room(section)[0]
            if place[0] not in trees or first.setdefault(*place) == place[1]:
                wanted = id_
            else:
                wanted = copies[place] = copies.get(place) or next(fresh)
            _refer(section, key, wanted, written.get(key, id_))
            written[key] = wanted
    for (name, _), id_ in copies.items():
        parts = _copied(parts, trees, name, id_)
    return parts


def _in_force(document: etree._Element) -> Iterator[tuple[etree._Element, dict[tuple[str, str], str]]]:
    """The sections with the references that hold in each, by element and type; read before any is changed."""
    now: dict[tuple[str, str], str] = {}
    found: list[tuple[etree._Element, dict[tuple[str, str], str]]] = []
    for section in (*document.iterfind(f".//{W}pPr/{W}sectPr"), *document.iterfind(f"{W}body/{W}sectPr")):
        for node in section.iterchildren(*_REFERENCES):
            now[str(node.tag), node.get(f"{W}type", "default")] = node.get(f"{R}id", "")
        found.append((section, dict(now)))
    yield from found


def _refer(section: etree._Element, key: tuple[str, str], wanted: str, before: str) -> None:
    own = [node for node in section.iterchildren(key[0]) if node.get(f"{W}type", "default") == key[1]]
    for node in own:
        node.set(f"{R}id", wanted)
    if not own and wanted != before:
        section.insert(0, etree.Element(key[0], {f"{W}type": key[1], f"{R}id": wanted}))


def _copied(parts: Parts, trees: dict[str, etree._Element], name: str, id_: str) -> Parts:
    copy, kind = f"{splitext(name)[0]}-{id_.lower()}.xml", kinds(parts)[name]
    trees[copy] = deepcopy(trees[name])
    beside = {rels_of(copy): parts[rels_of(name)]} if rels_of(name) in parts else {}
    type_ = f"{_TYPE}{kind}"
    return package.joined({**parts, **beside}, copy, parts[name], kind=kind, id_=id_, type_=type_, owner=MAIN)


def _led(parts: Parts) -> dict[str, str]:
    nodes = etree.fromstring(parts[RELS]).iterchildren(etree.Element) if RELS in parts else ()
    return {str(n.get("Id")): package.target_of(MAIN, str(n.get("Target"))) for n in nodes}
