"""A template that Word or LibreOffice saved, put back into the shape and styles that filling it counts on."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count

from lxml import etree

from renderers.templat_bawaan import build
from renderers.word.allowed import ALLOWED, kinds
from renderers.word.model import beside, bookmarks, tabs
from renderers.word.model.fitted import fitted_beside
from renderers.word.model.package import joined, written
from renderers.word.model.places import PLACE, open_places
from renderers.word.model.plain import plain
from renderers.word.model.styles import Styles
from renderers.word.ooxml import CONTENT_TYPES, DOC_PR, MAIN, NAMESPACES, RELS, Parts, W, field, paragraph, rels_of, run
from renderers.word.structure import RANKS

_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_NEEDED = {
    "core-properties": ("docProps/core.xml", "rIdSifat", _CORE, ""),
    "theme": ("word/theme/theme1.xml", "rIdTema", _THEME, MAIN),
}
# LibreOffice names the letters of a font in a way that the schema does not know.
_FONTS, _LETTERS = "word/fontTable.xml", re.compile(rb' w:characterSet="[^"]*"')
_IMAGES = {"jpg": "image/jpeg", "png": "image/png"}
_NOISE = ("proofErr", "lastRenderedPageBreak")
_LEVEL = re.compile(rb'(> ?TC (?:"|&quot;)[^<]*?\\l "?)(\d)')
_TITLE = re.compile(rb'<w:pStyle w:val="(?:Heading1|JudulDepan)"/>')
_OWN_KEY = re.compile(r"\}(?:rsid\w*|paraId|textId)$")


built_in = cache(build.parts)


def tidied(parts: Parts) -> Parts:
    """The template with our style ids, every namespace declared, one core.xml, and without Word's own marks."""
    parts = _whole(parts)
    texts = (name for name, kind in kinds(parts).items() if ALLOWED[kind].text)
    trees = {name: etree.fromstring(parts[name]) for name in texts}
    restore(trees, built_in()["word/styles.xml"])
    libreoffice = b"<Application>LibreOffice" in parts.get("docProps/app.xml", b"")
    for name, root in trees.items():
        plain(root)
        if not name.endswith(("numbering.xml", "styles.xml")):
            _emptied(root, libreoffice)
            _marks(root)
    beside.figured(parts, trees)
    parts = beside.parted(parts, trees)
    for picture, number in zip((one for root in trees.values() for one in root.iter(DOC_PR)), count(10_001)):
        picture.set("id", str(number))
    _fitted(parts, trees)
    for root in trees.values():
        order(root)
    tidy = {**parts, **{name: written(root) for name, root in trees.items()}}
    for name, wide in beside.wide(parts, trees).items():
        tidy[name] = fitted_beside(tidy[name], wide)
    tidy[MAIN] = _declared(_levelled(tidy[MAIN], 1 if libreoffice else 0))
    tidy["word/settings.xml"] = _settings(parts.get("word/settings.xml", built_in()["word/settings.xml"]))
    return _package(tidy)


def _fitted(parts: Parts, trees: Mapping[str, etree._Element]) -> None:
    """Sets the right tab stops of the daftar isi, headers and footers to the width of their sections."""
    body, sheet = trees[MAIN].find(f"{W}body"), trees["word/styles.xml"]
    if body is not None:
        tabs.fit_lists(body, sheet)
    styles = Styles({"word/styles.xml": written(sheet)})
    for name, wide in beside.wide(parts, trees).items():
        tabs.fit_beside(trees[name], styles, sheet, wide)


def _levelled(document: bytes, usual: int) -> bytes:
    """The document with the levels of its TC fields counted from one, to which LibreOffice adds one at each save.

    A TC field before all headings has the first level, which tells how often; `usual`: how often where there is none.
    """
    first, title = _LEVEL.search(document), _TITLE.search(document)
    leads = first is not None and (title is None or first.start() < title.start())
    less = int(first[2]) - 1 if first and leads else usual
    return _LEVEL.sub(lambda found: found[1] + str(max(1, int(found[2]) - less)).encode(), document)


def _emptied(root: etree._Element, libreoffice: bool) -> None:
    """Leaves of daftar isi and other lists their fields alone: the entries that Word wrote repeat the tags of the
    headings."""
    body = root.find(f"{W}body")
    if body is None:
        return
    for n, told in enumerate(open_places(body)):
        # LibreOffice lists outline levels whenever it lists headings, and does not write the switch for them.
        code = rf"{told} \u" if libreoffice and r"\o" in told and r"\u" not in told else told
        shown = paragraph("TOC1", field(code, run(build.NOT_YET)))
        alone = etree.fromstring(f"<w:p {NAMESPACES.partition(' ')[0]}>{shown.removeprefix('<w:p>')}")
        for mark in [one for one in body.iter(etree.Comment) if one.text == f"{PLACE}{n}"]:
            parent = mark.getparent()
            if parent is not None:
                parent.replace(mark, alone)


def _marks(root: etree._Element) -> None:
    """Drops Word's own bookmarks, which a loop would repeat, and gives others ids that never meet ours."""
    for node in root.iter():
        for key in [key for key in node.attrib if _OWN_KEY.search(str(key))]:
            del node.attrib[key]
    # Links to headings have them too.
    bookmarks.rename(root, {name: f"_R{name[1:]}" for name in bookmarks.referred(root) if _ours(name)})
    hidden = {b.get(f"{W}id") for b in root.iter(f"{W}bookmarkStart") if _ours(b.get(f"{W}name", ""))}
    for node in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", *(f"{W}{name}" for name in _NOISE))):
        parent = node.getparent()
        if parent is not None and (node.get(f"{W}id") in hidden or "bookmark" not in str(node.tag)):
            parent.remove(node)
    bookmarks.mend(root)
    kept = {b.get(f"{W}id"): str(n) for n, b in enumerate(root.iter(f"{W}bookmarkStart"), start=100_001)}
    for node in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        node.set(f"{W}id", kept[node.get(f"{W}id")])


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
    for node in types.iter(f"{CONTENT_TYPES}Override"):
        # A report of a renamed .dotx would be a template too, which Word opens as a new document.
        node.set("ContentType", str(node.get("ContentType")).replace(".template.main+", ".document.main+"))
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
    return {**kept, RELS: own, "[Content_Types].xml": written(types), "_rels/.rels": written(relations)}


def _whole(parts: Parts) -> Parts:
    """The parts with the built-in ones that other programs leave out: Google Docs the properties, from which the PDF
    has its title, and LibreOffice the theme."""
    there = kinds(parts).values()
    for kind, (name, id_, type_, owner) in _NEEDED.items():
        if kind not in there and rels_of(owner) in parts:
            parts = joined(parts, name, built_in()[name], kind=kind, id_=id_, type_=type_, owner=owner)
    return {name: _LETTERS.sub(b"", data) if name == _FONTS else data for name, data in parts.items()}


def _second_cores(relations: etree._Element) -> Iterator[str]:
    """LibreOffice names the relation of core.xml in its own way; a second such part makes a file unreadable."""
    cores = [node for node in relations if str(node.get("Type", "")).lower().endswith("/metadata/core-properties")]
    for n, node in enumerate(cores):
        node.set("Type", _CORE)
        if n:
            relations.remove(node)
            yield str(node.get("Target")).lstrip("/")


_STYLED = (f"{W}style", f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next", f"{W}link")
_REPEATING = {f"{W}headerReference", f"{W}footerReference"}  # a section has several
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
    return (
        told.casefold()
        if told.casefold().startswith(("heading ", "toc ", "table of figures", "caption", "footer"))
        else told
    )


def order(root: etree._Element) -> None:
    """Puts properties into the order of the schema: LibreOffice has one of its own, which Word calls unreadable.

    LibreOffice writes switches as words, and some properties twice; Google Docs writes those of rows as figures.
    """
    for node in root.iter(*RANKS):
        ranks = RANKS[str(node.tag)]
        seen = set[str]()
        for child in list(node):
            if child.tag in seen:
                node.remove(child)
            seen |= {str(child.tag)} & ranks.keys() - _REPEATING
        node[:] = sorted(node, key=lambda child: ranks.get(str(child.tag), len(ranks)))
    for node in root.iter(*_SWITCHES):
        if node.get(f"{W}val") in {"1", "true", "on"}:
            del node.attrib[f"{W}val"]
        elif node.get(f"{W}val") in {"0", "false"}:
            node.set(f"{W}val", "off" if node.tag in _SWITCHES[:2] else "0")
