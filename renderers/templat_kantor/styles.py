"""The styles of a template that Word or LibreOffice saved: back to our ids, their properties in the schema's order."""

from collections.abc import Iterator, Mapping

from lxml import etree

from renderers.word.ooxml import W
from renderers.word.structure import RANKS

_STYLED = (f"{W}style", f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next", f"{W}link")
_SWITCHES = tuple(
    f"{W}{name}" for name in ("cantSplit", "tblHeader", "keepNext", "keepLines", "pageBreakBefore", "widowControl")
)


def restore(trees: Mapping[str, etree._Element], built_in: bytes) -> None:
    """Gives styles the ids of the built-in template again, and brings back those that a save has dropped.

    Word writes ids in its own language; the names of its built-in styles stay English.
    """
    own, ours = trees["word/styles.xml"], etree.fromstring(built_in)
    wanted = {_name(style): style for style in ours.iterfind(f"{W}style")}
    named: dict[str, list[etree._Element]] = {}
    for style in own.iterfind(f"{W}style"):
        named.setdefault(_name(style), []).append(style)
    renamed = dict(_renamed(named, wanted))
    # LibreOffice keeps a style of its own before one of the same name.
    for style in [style for same in named.values() for style in same[:-1]]:
        own.remove(style)
    for root in trees.values() if renamed else ():
        for node, key in ((n, f"{W}styleId" if n.tag == f"{W}style" else f"{W}val") for n in root.iter(*_STYLED)):
            node.set(key, renamed.get(node.get(key, ""), node.get(key, "")))
    own.extend(style for name, style in wanted.items() if name not in named)


def _renamed(
    named: Mapping[str, list[etree._Element]], wanted: Mapping[str, etree._Element]
) -> Iterator[tuple[str, str]]:
    taken = {wanted[name].get(f"{W}styleId", "") for name in named if name in wanted}
    for name, same in named.items():
        last = same[-1].get(f"{W}styleId", "")
        id_ = wanted[name].get(f"{W}styleId", "") if name in wanted else f"{last}Lama" if last in taken else last
        yield from ((style.get(f"{W}styleId", ""), id_) for style in same if style.get(f"{W}styleId") != id_)


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    told = name.get(f"{W}val", "") if name is not None else ""
    # LibreOffice writes "Heading 1" and "Normal Table" with capitals of its own.
    return told.casefold() if told.casefold().startswith(("heading ", "toc ", "caption", "footer")) else told


def order(root: etree._Element) -> None:
    """Puts properties into the order of the schema: LibreOffice has one of its own, which Word calls unreadable.

    LibreOffice also writes switches as words; they lose them.
    """
    for node in root.iter(*RANKS):
        ranks = RANKS[str(node.tag)]
        node[:] = sorted(node, key=lambda child: ranks.get(str(child.tag), len(ranks)))
    for node in root.iter(*_SWITCHES):
        if node.get(f"{W}val") == "true":
            del node.attrib[f"{W}val"]
