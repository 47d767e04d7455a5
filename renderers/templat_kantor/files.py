"""A Word file that somebody sent, opened carefully: bounded in size, without macros, and pointing nowhere outside."""

import re
from collections.abc import Iterator
from io import BytesIO
from posixpath import normpath
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812  (a class with a small name)

from lxml import etree

from renderers.templat_kantor.expressions import Wrong
from renderers.word.ooxml import MAIN, Parts

LARGEST = 5 * 2**20  # bytes
_UNFOLDED, _PARTS = 40 * 2**20, 400  # bytes of all parts together, number of parts
TOO_LARGE = "Templat lebih dari 5 MB. Perkecil gambar di dalamnya (Word: Kompres Gambar), lalu kirim lagi"
NOT_WORD = "Berkas ini bukan dokumen Word (.docx) yang utuh. Simpan ulang di Word sebagai .docx, lalu kirim lagi"
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FOREIGN = re.compile(r"\b(INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE|LINK|IMPORT|MACROBUTTON|DATABASE)\b", re.IGNORECASE)
_INSTRUCTION = re.compile(r'<w:instrText[^>]*>([^<]*)<|w:instr="([^"]*)"')
_RELATIONS = {
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
}
_NAMES = {"vbaProject.bin": "vbaProject", "embeddings/": "oleObject", "activeX/": "control"}


def opened(data: bytes) -> Parts:
    """The parts of the file; Wrong says why the file is refused."""
    if len(data) > LARGEST:
        raise Wrong(TOO_LARGE)
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = dict(_read(archive))
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ZlibError):
        raise Wrong(NOT_WORD) from None
    if MAIN not in parts or "[Content_Types].xml" not in parts or "word/styles.xml" not in parts:
        raise Wrong(NOT_WORD)
    for part in parts.items():
        if problem := next(_problems(*part), ""):
            raise Wrong(f"Templat memuat {problem}; hapus dahulu, lalu kirim lagi")
    return parts


def _read(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = [info for info in archive.infolist() if not info.is_dir()]
    names = [info.filename for info in entries]
    if len(set(names)) != len(names) or any(map(_strange, names)):
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


def _problems(name: str, data: bytes) -> Iterator[str]:
    yield from (_RELATIONS[kind] for sign, kind in _NAMES.items() if sign in name)
    if not name.endswith((".xml", ".rels")):
        return
    if _DTD.search(data):
        yield "deklarasi DTD"
    if name == "[Content_Types].xml" and b"macroEnabled" in data:
        yield _RELATIONS["vbaProject"]
    if name.endswith(".rels"):
        yield from _relations(data)
    if name.startswith("word/"):
        codes = ["".join(found) for found in _INSTRUCTION.findall(data.decode(errors="replace"))]
        yield from (f"bidang {found[1].upper()}" for found in map(_FOREIGN.match, map(str.strip, codes)) if found)


def _relations(data: bytes) -> Iterator[str]:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        raise Wrong(NOT_WORD) from None
    for node in root:
        kind = str(node.get("Type", "")).rpartition("/")[2]
        if kind in _RELATIONS:
            yield _RELATIONS[kind]
        elif node.get("TargetMode") == "External" and kind != "hyperlink":
            yield "gambar dari luar berkas" if kind == "image" else f"rujukan ke luar berkas ({kind})"
