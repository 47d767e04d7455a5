"""Opens a Word file that a person sent: bounded in size, and with only the parts on the list of allowed ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from posixpath import normpath
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812  (a class with a small name)

from lxml import etree

from renderers.templat_kantor.expressions import Wrong
from renderers.templat_kantor.foreign import Foreign, foreign
from renderers.templat_kantor.named import named
from renderers.word import allowed
from renderers.word.allowed import ADDRESS, ALLOWED, BESIDE, PICTURES, RELATIONS, TYPES
from renderers.word.model.package import target_of, written
from renderers.word.ooxml import CONTENT_TYPES, MAIN, Parts, rels_of

LARGEST = 5 * 2**20  # bytes
_UNFOLDED, _PARTS = 40 * 2**20, 400  # bytes of all parts together, number of parts
TOO_LARGE = "Templat lebih dari 5 MB. Perkecil gambar di dalamnya (Word: Kompres Gambar), lalu kirim lagi"
NOT_WORD = "Berkas ini bukan dokumen Word (.docx) yang utuh. Simpan ulang di Word sebagai .docx, lalu kirim lagi"
LOCKED = (
    "Berkas ini terkunci kata sandi, atau dokumen Word lama (.doc). Di Word hapus kata sandinya, simpan sebagai "
    "Dokumen Word (.docx), lalu kirim lagi"
)
_OLD = b"\xd0\xcf\x11\xe0"  # how Word files began before .docx, and locked ones begin still
_NAMED = {
    "vbaProject": "makro (VBA)",
    "oleObject": "objek tertanam (OLE)",
    "package": "objek tertanam (OLE)",
    "control": "kontrol ActiveX",
    "activeXControlBinary": "kontrol ActiveX",
    "aFChunk": "dokumen lain yang disisipkan (altChunk)",
    "subDocument": "subdokumen",
    "attachedTemplate": "templat Word lain yang dilampirkan",
    "frame": "bingkai web",
    "mailMergeSource": "sumber surat massal",
    "chart": "bagan Word",
    "diagramData": "SmartArt",
    "font": "fon yang disematkan",
    "hdphoto": "efek artistik pada gambar",
}
_SIGNS = {"vbaProject.bin": "vbaProject", "embeddings/": "oleObject", "activeX/": "control"}
_ENCODINGS = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII"}
_LOOKS_LIKE = {b"GIF8": "GIF", b"\x01\0\0\0": "EMF", b"\xd7\xcd\xc6\x9a": "WMF", b"BM": "BMP", b"<": "SVG"}
_LOOKS_LIKE |= {b"II*\0": "TIFF", b"MM\0*": "TIFF", b"RIFF": "WEBP"}


@dataclass(frozen=True)
class Relation:
    """A relation of a Word file; `kind` as in ALLOWED, empty where it is left out, or refused where it is used."""

    id: str
    node: etree._Element
    kind: str = ""
    target: str = ""


def opened(data: bytes) -> Parts:
    """The parts of the file that are on the list; Wrong says why the file is refused."""
    if len(data) > LARGEST:
        raise Wrong(TOO_LARGE)
    if data.startswith(_OLD):
        raise Wrong(LOCKED)
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = dict(_read(archive))
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ZlibError):
        raise Wrong(NOT_WORD) from None
    parts = named(parts, _tree)
    if MAIN not in parts or TYPES not in parts or "word/styles.xml" not in parts:
        raise Wrong(NOT_WORD)
    for sign, kind in _SIGNS.items():
        if any(sign in name for name in parts):
            raise _holds(_NAMED[kind])
    if b"macroEnabled" in parts[TYPES]:
        raise _holds(_NAMED["vbaProject"])
    kept = _Package(parts).kept()
    if MAIN not in kept or "word/styles.xml" not in kept:
        raise Wrong(NOT_WORD)
    return kept


def _holds(what: str, where: str = "") -> Wrong:
    return Wrong(f"Templat memuat {what}{f', {where}' if where else ''}; hapus dahulu, lalu kirim lagi")


def _read(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = [info for info in archive.infolist() if not info.is_dir()]
    names = [info.filename for info in entries]
    if len({name.casefold() for name in names}) != len(names) or any(map(_strange, names)):
        raise Wrong(NOT_WORD)
    if len(entries) > _PARTS or sum(info.file_size for info in entries) > _UNFOLDED:
        raise Wrong("Isi templat terlalu besar setelah dibuka. Kurangi gambar di dalamnya, lalu kirim lagi")
    for info in entries:
        yield info.filename, _unfolded(archive, info)


def _strange(name: str) -> bool:
    return name.startswith(("/", "..")) or "\\" in name or normpath(name) != name


def _unfolded(archive: ZipFile, info: ZipInfo) -> bytes:
    # The list of a zip file may lie about a size: no more is read than it says.
    with archive.open(info) as part:
        data = part.read(info.file_size + 1)
    if len(data) > info.file_size:
        raise Wrong(NOT_WORD)
    return data


class _Package:
    """Walks from the file as a whole over its relations: what no allowed relation leads to is left out."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        _tree(parts[TYPES])
        try:
            self.kinds = allowed.kinds(parts)
        except ValueError:
            raise Wrong(NOT_WORD) from None

    def kept(self) -> Parts:
        kept: Parts = {}
        waiting, seen = [("", "")], {""}
        while waiting:
            name, kind = waiting.pop()
            relations = list(self._relations(name, kind))
            if name:
                kept[name] = self._part(name, kind, {one.id: one.kind for one in relations})
            kept |= self._rels(name, relations)
            for one in relations:
                if one.target and one.kind in ALLOWED and one.target not in seen:
                    seen.add(one.target)
                    waiting.append((one.target, one.kind))
        return {TYPES: self._told(kept), **{name: kept[name] for name in self.parts if name in kept}}

    def _part(self, name: str, kind: str, relations: Mapping[str, str]) -> bytes:
        """The part as UTF-8, after its relations, addresses and fields were checked."""
        data = self.parts[name]
        if kind == "image":
            return data
        root = _tree(data)
        for node in list(root.iter("{*}printerSettings")):
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
        for found in foreign(root, kind, relations):
            raise _refused(found)
        as_it_was = root.getroottree().docinfo.encoding == "UTF-8" and b"printerSettings" not in data
        return data if as_it_was else written(root)

    def _relations(self, name: str, kind: str) -> Iterator[Relation]:
        """The relations of a part; those that are refused with the place of their use have a kind after a colon."""
        data = self.parts.get(rels_of(name))
        if data is None:
            return
        ids = set[str]()
        for node in _tree(data).iterchildren(etree.Element):
            id_ = str(node.get("Id", ""))
            if id_ in ids:
                raise Wrong(NOT_WORD)
            ids.add(id_)
            yield self._judged(node, id_, name, kind)

    def _judged(self, node: etree._Element, id_: str, name: str, source: str) -> Relation:
        type_, target = str(node.get("Type", "")), str(node.get("Target", ""))
        kind, short_name = RELATIONS.get(type_, ""), type_.rpartition("/")[2]
        if short_name in BESIDE:
            return Relation(id_, node)
        if node.get("TargetMode") == "External" or (kind == "hyperlink" and target.startswith("#")):
            return _external(node, id_, kind, short_name)
        if kind not in ALLOWED[source].leads or kind == "hyperlink":
            raise _holds(_NAMED.get(short_name, f"bagian yang tidak dikenal ({short_name})"))
        part = target_of(name, target)
        if part not in self.parts:
            return Relation(id_, node)
        if kind == "image":
            return Relation(id_, node, self._picture(part), part)
        # A second core.xml of LibreOffice has a type of its own; nothing refers to it.
        fits = self.kinds.get(part) == kind and (kind != "officeDocument" or part == MAIN)
        return Relation(id_, node, kind, part) if fits else Relation(id_, node)

    def _picture(self, part: str) -> str:
        data = self.parts[part]
        if self.kinds.get(part) == "image" and data.startswith(tuple(PICTURES)):
            return "image"
        looks = (name for sign, name in _LOOKS_LIKE.items() if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(sign))
        return f":gambar {next(looks, 'yang tidak dikenal')}"

    def _rels(self, name: str, relations: list[Relation]) -> Parts:
        """The file of relations, without those that are left out."""
        file = rels_of(name)
        if file not in self.parts:
            return {}
        left_out = [one.node for one in relations if not one.kind or one.kind.startswith(":")]
        tree = relations[0].node.getroottree() if relations else None
        if tree is None or not (left_out or tree.docinfo.encoding != "UTF-8"):
            return {file: self.parts[file]}
        for node in left_out:
            tree.getroot().remove(node)
        return {file: written(tree.getroot())}

    def _told(self, kept: Parts) -> bytes:
        """The list of content types for the parts that are kept."""
        data, root = self.parts[TYPES], _tree(self.parts[TYPES])
        others = [n for n in root.iter(f"{CONTENT_TYPES}Override") if str(n.get("PartName"))[1:] not in kept]
        if not others and root.getroottree().docinfo.encoding == "UTF-8":
            return data
        for node in others:
            root.remove(node)
        return written(root)


def _external(node: etree._Element, id_: str, kind: str, short_name: str) -> Relation:
    target = str(node.get("Target", ""))
    if kind == "hyperlink" and (target.startswith("#") or ADDRESS.fullmatch(target)):
        return Relation(id_, node, kind)
    if short_name in _NAMED:
        raise _holds(_NAMED[short_name])
    others = {"image": "gambar dari luar berkas", "hyperlink": f"tautan ke “{target[:40]}”"}
    raise _holds(others.get(kind, f"rujukan ke luar berkas ({short_name})"))


def _refused(found: Foreign) -> Wrong:
    if found.picture:
        where = f" {found.where}" if found.where else ""
        return Wrong(f"Templat memuat {found.what}{where}; logo ini sisipkan sebagai gambar PNG, lalu kirim lagi")
    return _holds(found.what, found.where)


def _tree(data: bytes) -> etree._Element:
    """The root of a part; Wrong where it is no XML, declares entities, or is written in other letters than Unicode."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        raise Wrong(NOT_WORD) from None
    told = root.getroottree().docinfo
    if told.doctype or told.internalDTD is not None:
        raise _holds("deklarasi DTD")
    if (told.encoding or "UTF-8").upper() not in _ENCODINGS:
        raise _holds(f"bagian yang tidak ditulis sebagai UTF-8 ({told.encoding})")
    return root
