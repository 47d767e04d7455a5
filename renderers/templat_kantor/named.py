"""Gives the main part of a Word file and those beside it the names by which all else knows them, by their relations."""

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from renderers.templat_kantor.expressions import Wrong
from renderers.word.allowed import RELATIONS, TYPES
from renderers.word.model.package import owner_of, target_of, written
from renderers.word.ooxml import CONTENT_TYPES, MAIN, Parts, rels_of

STRICT = (
    "Berkas ini disimpan sebagai “Strict Open XML”. Di Word pilih Simpan Sebagai dengan jenis Dokumen Word (.docx), "
    "lalu kirim lagi"
)
_STRICT = "http://purl.oclc.org/ooxml/"
_PACKAGE = "_rels/.rels"
_NAMES = {kind: f"word/{kind}.xml" for kind in ("styles", "numbering", "settings")}


def named(parts: Parts, read: Callable[[bytes], etree._Element]) -> Parts:
    """The parts with the names of a usual file: Word on the web writes document2.xml. Raises Wrong for Strict files.

    `read`: reads a part safely.
    """
    if TYPES not in parts or _PACKAGE not in parts:
        return parts
    main = next((target for kind, target in _led(parts, "", read) if kind == "officeDocument"), "")
    beside = _led(parts, main, read) if main in parts else iter(())
    wanted = {main: MAIN, **{target: _NAMES[kind] for kind, target in beside if kind in _NAMES}}
    moved = {old: new for old, new in wanted.items() if old in parts and old != new}
    if not moved:
        return parts
    moved |= {rels_of(old): rels_of(new) for old, new in moved.items() if rels_of(old) in parts}
    kept = {name: data for name, data in parts.items() if name not in moved.values() or name in moved}
    told = {name: _leading(name, data, moved, read) if name.endswith(".rels") else data for name, data in kept.items()}
    return {**{moved.get(name, name): data for name, data in told.items()}, TYPES: _typed(parts[TYPES], moved, read)}


def _led(parts: Parts, name: str, read: Callable[[bytes], etree._Element]) -> Iterator[tuple[str, str]]:
    """The kinds and targets of the relations of a part."""
    for node in read(parts[rels_of(name)]) if rels_of(name) in parts else ():
        type_ = str(node.get("Type", ""))
        if type_.startswith(_STRICT):
            raise Wrong(STRICT)
        yield RELATIONS.get(type_, ""), target_of(name, str(node.get("Target", "")))


def _leading(name: str, data: bytes, moved: Mapping[str, str], read: Callable[[bytes], etree._Element]) -> bytes:
    """A file of relations with whole targets, which hold wherever it stands."""
    root, owner = read(data), owner_of(name)
    for node in root.iterchildren(etree.Element):
        if node.get("TargetMode") != "External" and not str(node.get("Target", "")).startswith("#"):
            target = target_of(owner, str(node.get("Target", "")))
            node.set("Target", f"/{moved.get(target, target)}")
    return written(root)


def _typed(data: bytes, moved: Mapping[str, str], read: Callable[[bytes], etree._Element]) -> bytes:
    root = read(data)
    for node in list(root.iter(f"{CONTENT_TYPES}Override")):
        name = str(node.get("PartName", "")).lstrip("/")
        if name in moved:
            node.set("PartName", f"/{moved[name]}")
        elif name in moved.values():
            root.remove(node)
    return written(root)
