"""The right tab stops of page numbers, set to where the text of their section ends."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from renderers.word.model.places import tocs
from renderers.word.model.sections import FULL, room
from renderers.word.model.styles import Styles, whole
from renderers.word.ooxml import W

_LISTS = {*(f"TOC{n}" for n in range(1, 10)), "TableOfFigures"}
_EDGES = 216  # twips that the margins of a cell take


class Stop(NamedTuple):
    """A tab stop: its place in twips, its kind ("right", "center", "clear"), its leader."""

    at: int
    kind: str
    leader: str


def fit_lists(body: etree._Element, styles: etree._Element) -> None:
    """Sets the tab stops of the styles of the daftar isi to the width of the text in which it stands."""
    if (wide := _of_list(body)) <= 0:
        return
    for style in styles.iterfind(f"{W}style"):
        if style.get(f"{W}styleId") in _LISTS:
            rights = [stop for stop in _stops(style.find(f"{W}pPr")) if stop.kind == "right"]
            if not rights:
                _set(style, [], Stop(wide, "right", "dot"))
            _move(style, rights, wide)


def fit_beside(part: etree._Element, styles: Styles, sheet: etree._Element, wide: int) -> None:
    """Sets the right tab stops of a header or footer to this width; `sheet`: the styles as XML."""
    if wide <= 0:
        return
    nodes = {style.get(f"{W}styleId", ""): style for style in sheet.iterfind(f"{W}style")}
    for paragraph in part.iter(f"{W}p"):
        stops = dict[int, Stop]()
        chain = [nodes[one] for one in styles.chain(styles.of(paragraph)) if one in nodes]
        for owner in (*reversed(chain), paragraph):
            stops |= {stop.at: stop for stop in _stops(owner.find(f"{W}pPr"))}
        _move(paragraph, [stop for stop in stops.values() if stop.kind == "right"], wide)


def _move(owner: etree._Element, rights: list[Stop], wide: int) -> None:
    """Moves the stops that lie beyond the text, or at the edge of that of our own template."""
    moved = [stop for stop in rights if stop.at != wide and (stop.at > wide or stop.at == FULL[0])]
    if moved:
        _set(owner, moved, moved[-1]._replace(at=wide))


def _set(owner: etree._Element, cleared: list[Stop], stop: Stop) -> None:
    properties = owner.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        named = owner.find(f"{W}rPr") if owner.tag == f"{W}style" else None
        owner.insert(list(owner).index(named) if named is not None else len(owner) * (owner.tag != f"{W}p"), properties)
    tabs = properties.find(f"{W}tabs")
    tabs = etree.SubElement(properties, f"{W}tabs") if tabs is None else tabs
    gone = {one.at for one in cleared}
    for tab in list(tabs):
        if tab.get(f"{W}pos") in {str(at) for at in (*gone, stop.at)}:
            tabs.remove(tab)
    kept = [*([] if owner.tag == f"{W}style" else (Stop(at, "clear", "") for at in gone)), stop]
    tabs.extend(_tab(one) for one in kept)
    tabs[:] = sorted(tabs, key=lambda tab: whole(tab.get(f"{W}pos", ""), 0))


def _tab(stop: Stop) -> etree._Element:
    tab = etree.Element(f"{W}tab", {f"{W}val": stop.kind, f"{W}pos": str(stop.at)})
    if stop.leader:
        tab.set(f"{W}leader", stop.leader)
    return tab


def _stops(properties: etree._Element | None) -> Iterator[Stop]:
    for tab in properties.iterfind(f"{W}tabs/{W}tab") if properties is not None else ():
        kind = tab.get(f"{W}val", "").replace("end", "right")
        yield Stop(whole(tab.get(f"{W}pos", ""), 0), kind, tab.get(f"{W}leader", ""))


def _of_list(body: etree._Element) -> int:
    """The width of the text or cell in which the first list stands."""
    first = next(iter(tocs(body)), None)
    if first is None:
        return 0
    behind = list(body.iter())
    after = behind[behind.index(first.begin) :]
    wide = next((room(node)[0] for node in after if node.tag == f"{W}sectPr"), 0)
    cell = next(first.begin.iterancestors(f"{W}tc"), None)
    own = cell.find(f"{W}tcPr/{W}tcW") if cell is not None else None
    if own is None or own.get(f"{W}type") != "dxa":
        return wide
    return min(wide, whole(own.get(f"{W}w", ""), wide)) - _EDGES
