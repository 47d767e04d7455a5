"""A template that Word or LibreOffice saved, put back into the shape and styles that filling it counts on."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count

from lxml import etree

from renderers.templat_bawaan import build
from renderers.word import contents
from renderers.word.allowed import ALLOWED, kinds
from renderers.word.ooxml import CONTENT_TYPES, DOC_PR, MAIN, NAMESPACES, RELS, Parts, W, field, paragraph, run
from renderers.word.structure import RANKS

_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


_IMAGES = {"jpg": "image/jpeg", "png": "image/png"}
_AROUND = tuple(f"{W}{name}" for name in ("sdt", "customXml", "smartTag"))
_ABOUT = {f"{W}customXmlPr", f"{W}smartTagPr"}
_NOISE = ("proofErr", "lastRenderedPageBreak")
_LEVEL = re.compile(rb'(> TC (?:"|&quot;)[^<]*?\\l )(\d)')
_OWN_KEY = re.compile(r"\}(?:rsid\w*|paraId|textId)$")


built_in = cache(build.parts)


def tidied(parts: Parts) -> Parts:
    """The template with our style ids, every namespace declared, one core.xml, and without Word's own marks."""
    texts = (name for name, kind in kinds(parts).items() if ALLOWED[kind].text)
    trees = {name: etree.fromstring(parts[name]) for name in texts}
    restore(trees, built_in()["word/styles.xml"])
    for name, root in trees.items():
        if not name.endswith(("numbering.xml", "styles.xml")):
            _unwrapped(root)
            _marks(root)
            _emptied(root)
        order(root)
    tidy = {**parts, **{name: _written(root) for name, root in trees.items()}}
    if b"<Application>LibreOffice" in parts.get("docProps/app.xml", b""):
        tidy[MAIN] = _LEVEL.sub(_one_less, tidy[MAIN])
    tidy[MAIN] = _declared(tidy[MAIN])
    tidy["word/settings.xml"] = _settings(parts.get("word/settings.xml", built_in()["word/settings.xml"]))
    return _package(tidy)


def _one_less(found: re.Match[bytes]) -> bytes:
    # LibreOffice counts the levels of TC fields from two.
    return found[1] + str(max(1, int(found[2]) - 1)).encode()


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _unwrapped(root: etree._Element) -> None:
    """Replaces content controls and the like by their content, which they would hide from the checker."""
    for control in list(root.iter(*_AROUND)):
        content, parent = control.find(f"{W}sdtContent"), control.getparent()
        held = control if control.tag != f"{W}sdt" else content
        if parent is not None:
            at = parent.index(control)
            parent[at : at + 1] = [one for one in held if one.tag not in _ABOUT] if held is not None else []


def _emptied(root: etree._Element) -> None:
    """Leaves of the daftar isi its field alone: the entries that Word wrote repeat the tags of the headings."""
    body = root.find(f"{W}body")
    if body is None:
        return
    shown = paragraph("TOC1", field(contents.open_place(body), run(build.NOT_YET)))
    alone = etree.fromstring(f"<w:p {NAMESPACES.partition(' ')[0]}>{shown.removeprefix('<w:p>')}")
    for mark in list(body.iterchildren(etree.Comment)):
        if mark.text == contents.PLACE:
            body.replace(mark, alone)


def _marks(root: etree._Element) -> None:
    """Drops Word's own bookmarks, which a loop would repeat, and gives others and pictures ids that never meet ours."""
    for node in root.iter():
        for key in [key for key in node.attrib if _OWN_KEY.search(str(key))]:
            del node.attrib[key]
    hidden = {b.get(f"{W}id") for b in root.iter(f"{W}bookmarkStart") if _ours(b.get(f"{W}name", ""))}
    for node in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", *(f"{W}{name}" for name in _NOISE))):
        parent = node.getparent()
        if parent is not None and (node.get(f"{W}id") in hidden or "bookmark" not in str(node.tag)):
            parent.remove(node)
    kept = {b.get(f"{W}id"): str(n) for n, b in enumerate(root.iter(f"{W}bookmarkStart"), start=100_001)}
    for node in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        node.set(f"{W}id", kept.get(node.get(f"{W}id"), "0"))
    for picture, number in zip(root.iter(DOC_PR), count(10_001), strict=False):
        picture.set("id", str(number))


def _ours(name: str) -> bool:
    return name.startswith(("_Toc", "_Sec", "_GoBack", "_Hlk", "__RefHeading", "_heading"))


def _declared(document: bytes) -> bytes:
    """Declares our namespaces on the root: Word declares a and pic on each picture, but ours come without."""
    head = re.search(rb"<w:document[^>]*>", document)
    if head is None:
        return document
    missing = [found for found in NAMESPACES.split(" ") if found.partition("=")[0].encode() + b"=" not in head[0]]
    tag = head[0][:-1] + "".join(f" {one}" for one in missing).encode() + b">"
    return document.replace(head[0], tag, 1)


def _settings(data: bytes) -> bytes:
    """The settings without those that would make every report ask a question when opened, or record changes."""
    return re.sub(rb"<w:(?:updateFields|trackRevisions|attachedTemplate|documentProtection)\b[^>]*/>", b"", data)


def _package(parts: Parts) -> Parts:
    types, relations = etree.fromstring(parts["[Content_Types].xml"]), etree.fromstring(parts["_rels/.rels"])
    dropped = set(_second_cores(relations))
    for override in types.findall(f"{CONTENT_TYPES}Override"):
        if str(override.get("PartName")).lstrip("/") in dropped:
            types.remove(override)
    known = {str(node.get("Extension")).lower() for node in types.iter(f"{CONTENT_TYPES}Default")}
    for suffix in sorted(_IMAGES.keys() - known):
        types.insert(
            0, types.makeelement(f"{CONTENT_TYPES}Default", {"Extension": suffix, "ContentType": _IMAGES[suffix]})
        )
    kept = {name: data for name, data in parts.items() if name not in dropped}
    own = kept.get(RELS) or built_in()["_rels/.rels"].partition(b"<Relationship ")[0] + b"</Relationships>"
    own = re.sub(rb"(<Relationships[^>]*)/>", rb"\1></Relationships>", own)
    return {**kept, RELS: own, "[Content_Types].xml": _written(types), "_rels/.rels": _written(relations)}


def _second_cores(relations: etree._Element) -> Iterator[str]:
    """LibreOffice names the relation of core.xml in its own way; a second such part makes a file unreadable."""
    cores = [node for node in relations if str(node.get("Type", "")).lower().endswith("/metadata/core-properties")]
    for n, node in enumerate(cores):
        node.set("Type", _CORE)
        if n:
            relations.remove(node)
            yield str(node.get("Target")).lstrip("/")


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
