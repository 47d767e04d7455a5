"""Finds relations, addresses and fields in a part of a Word file that are on no list."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from renderers.templat_kantor.tags import short
from renderers.word.allowed import ADDRESS, FIELDS, USES

_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_ELEMENTS = {
    "object": "objek tertanam (OLE)",
    "OLEObject": "objek tertanam (OLE)",
    "control": "kontrol ActiveX",
    "altChunk": "dokumen lain yang disisipkan (altChunk)",
    "subDoc": "subdokumen",
    "chart": "bagan Word",
    "relIds": "SmartArt",
    "contentPart": "tulisan tangan (tinta)",
    "svgBlip": "gambar SVG",
    "mailMerge": "sumber surat massal",
}
_PLACES = {"header": "di kepala halaman", "footer": "di kaki halaman"}
_PLACES |= {"footnotes": "di catatan kaki", "endnotes": "di catatan akhir", "numbering": "di tanda daftar"}
_LINKED = "gambar yang ditautkan, bukan disisipkan"
# Attributes by which VML and its like name a file; none of WordprocessingML is called so.
_FILES = {"src", "althref", "relid", "OLELink"}
_WORD = re.compile(r"\s*([A-Za-z]+)")
_ARGUMENT = re.compile(r'"((?:[^"\\]|\\.)*)"|(\\\S)|([^\s"]+)')
_TAKES_ONE = {"\\l", "\\o", "\\t"}  # switches of HYPERLINK that are followed by a text


@dataclass(frozen=True)
class Foreign:
    """A part of a document that may not stay. `what`, `where`: words of the sentence about it; `picture`: it is an
    inserted picture of the wrong kind."""

    what: str
    where: str = ""
    picture: bool = False


def foreign(root: etree._Element, kind: str, relations: Mapping[str, str]) -> Iterator[Foreign]:
    """The references of a part that are not allowed. `relations`: by id the kind of each kept relation, or for a
    refused picture its name after a colon."""
    for node in root.iter(etree.Element):
        for what in (*_named(node), *_attributes(node, relations)):
            yield Foreign(what.removeprefix(":"), place(node, kind), what.startswith(":"))
    for code in _fields(root):
        if what := code.problem():
            yield Foreign(what, place(code.node, kind))


def place(node: etree._Element, kind: str) -> str:
    """The place of a node in people's words: the part, or the text beside it."""
    if kind != "officeDocument":
        return _PLACES.get(kind, "")
    above = [node, *node.iterancestors()]
    for paragraph in (one for one in above if _local(one) == "p"):
        if text := _text(paragraph):
            return f"dekat “{short(text)}”"
    for before in (one for top in above for one in top.itersiblings(preceding=True)):
        if text := _text(before):
            return f"di bawah “{short(text[-40:])}”"
    return "di awal dokumen"


def _text(node: etree._Element) -> str:
    return "".join(t.text or "" for t in node.iter("{*}t")).strip() if isinstance(node.tag, str) else ""


def _local(node: etree._Element) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _named(node: etree._Element) -> Iterator[str]:
    if (name := _local(node)) in _ELEMENTS:
        yield _ELEMENTS[name]


def _attributes(node: etree._Element, relations: Mapping[str, str]) -> Iterator[str]:
    for key, value in node.attrib.items():
        name, text = etree.QName(str(key)), str(value)
        if name.namespace in _RELATIONS:
            yield from _reference(_local(node), name.localname, text, relations)
        elif name.localname == "href":
            if text and not text.startswith("#") and not ADDRESS.fullmatch(text):
                yield f"tautan ke “{short(text)}”"
        elif name.localname in _FILES and text:
            yield _LINKED


def _reference(element: str, name: str, id_: str, relations: Mapping[str, str]) -> Iterator[str]:
    wanted, found = USES.get((element, name)), relations.get(id_, "")
    if wanted == "image" and found.startswith(":"):
        yield found
    elif name in {"link", "href"}:
        yield _LINKED
    elif wanted is None:
        yield _ELEMENTS.get(element, f"rujukan yang tidak dikenal ({element})")
    # Word leaves the id of a link empty that only shows a tip.
    elif id_ and found != wanted:
        yield _LINKED if wanted == "image" else f"rujukan yang tidak dikenal ({element})"


@dataclass
class _Code:
    """The code of one field, joined over its runs; `wrong`: why it cannot be read."""

    node: etree._Element
    text: str = ""
    reading: bool = True
    wrong: str = field(default="")

    def problem(self) -> str:
        """The sentence about a field that is not allowed; empty for an allowed one."""
        found = _WORD.match(self.text)
        name = found[1].upper() if found else ""
        if self.wrong or name not in FIELDS:
            unknown = f"bidang {name}" if name else f"bidang yang tidak dikenal (“{short(self.text.strip())}”)"
            return self.wrong or (unknown if self.text.strip() else "")
        if name == "HYPERLINK" and not _leads_nowhere_else(self.text[len(found[0]) if found else 0 :]):
            return f"tautan ke “{short(self.text.strip())}”"
        return ""


def _leads_nowhere_else(arguments: str) -> bool:
    """Whether each address that a HYPERLINK names is on the list."""
    texts = _ARGUMENT.findall(arguments)
    after_switch = [False, *(switch in _TAKES_ONE for _, switch, _ in texts)]
    named = [quoted or plain for (quoted, switch, plain), skip in zip(texts, after_switch, strict=False)
             if not switch and not skip]  # fmt: skip
    return "{" not in arguments and all(ADDRESS.fullmatch(one) for one in named)


def _fields(root: etree._Element) -> Iterator[_Code]:
    """The fields of a part, in any XML prefix and over any number of runs. The code of a field may contain nothing
    else, so that filling a tag cannot turn it into another field."""
    codes: list[_Code] = []
    for node in root.iter(etree.Element):
        name = _local(node)
        if name == "fldSimple":
            yield _Code(
                node, "".join(str(v) for k, v in node.attrib.items() if etree.QName(str(k)).localname == "instr")
            )
        elif name == "fldChar":
            yield from _turn(node, codes)
        elif name in {"instrText", "delInstrText"}:
            if codes and codes[-1].reading:
                codes[-1].text += node.text or ""
            else:
                yield _Code(node, wrong="kode bidang di luar bidangnya")
        elif name == "t" and codes and codes[-1].reading and re.search("[{}]", node.text or ""):
            codes[-1].wrong = "isian di dalam kode bidang"
    yield from (code for code in codes if code.reading)


def _turn(node: etree._Element, codes: list[_Code]) -> Iterator[_Code]:
    """The field whose code ends at this mark."""
    turn = next((str(v) for k, v in node.attrib.items() if etree.QName(str(k)).localname == "fldCharType"), "")
    if turn == "begin":
        inside = bool(codes and codes[-1].reading)
        codes.append(_Code(node, wrong="bidang di dalam kode bidang lain" if inside else ""))
        return
    if codes and codes[-1].reading:
        codes[-1].reading = False
        yield codes[-1]
    if turn == "end" and codes:
        codes.pop()
    if turn not in {"separate", "end"}:
        yield _Code(node, wrong="bidang yang rusak")
