"""The covering letter as a Word file of its own, whose placeholders SRIKANDI fills, and the report without it."""

from pathlib import Path

from lxml import etree

from renderers.figures import Rekap
from renderers.rekap import document
from renderers.rekap.pictures import Material
from renderers.report import Letter
from renderers.word import word
from renderers.word.model.fields import fields
from renderers.word.model.package import written
from renderers.word.ooxml import MAIN, Parts, W, unpack

TEMPLATE = Path(__file__).parents[1] / "templat_bawaan" / "surat.docx"
# The same with its tags read already.
PREPARED = TEMPLATE.with_name("surat.docx.j2")
OURS = "Templat surat kantor tidak dapat diisi dengan data periode ini, jadi surat memakai templat bawaan. "
KEPT = (
    "Surat dalam templat laporan tidak berada di bagiannya sendiri, jadi lampiran masih memuatnya; pisahkan di Word "
    "lewat tab Tata Letak, Pemisah, Halaman Berikutnya. "
)
_NUMBER = "surat.nomor"  # the field by which the letter is known
# A section with one of these holds more than a letter.
_HEADINGS, _COVER = {"Heading1", "JudulDepan", "JudulLampiran"}, "sampul."
_BESIDE = (f"{W}headerReference", f"{W}footerReference")
_KIND = f"{W}type"


def draw(rekap: Rekap, emblem: bytes, template: bytes | None = None) -> Letter:
    """The letter about a report; `template`: the office's own .docx, checked when it came, else ours. Raises
    MemoryError where a template takes too much of it."""
    if template is not None:
        try:
            return Letter(filled(rekap, emblem, word.prepare(unpack(template))))
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001  (told with the letter)
            # An office gets its letter, whatever its own template makes of the figures.
            return Letter(filled(rekap, emblem, unpack(PREPARED.read_bytes())), OURS, document.fault_of(error))
    return Letter(filled(rekap, emblem, unpack(PREPARED.read_bytes())))


def filled(rekap: Rekap, emblem: bytes, template: Parts) -> bytes:
    """The letter of a template that word.prepare has read; raises BrokenTemplate or Broken."""
    made = document.assemble(rekap, Material(emblem), template)
    return document.finished(made, ["…"] * len(made.plan.entries))


def without(parts: Parts) -> tuple[Parts, str]:
    """A template of the report without the section of its letter, and a sentence where that section holds more."""
    root = etree.fromstring(parts[MAIN])
    body = root.find(f"{W}body")
    found = [] if body is None else [one for one in _sections(body) if _NUMBER in _text(one)]
    alone = [one for one in found if not _holds_more(one)]
    if not alone:
        return parts, KEPT if found else ""
    for section in alone:
        _cut(section)
    return {**parts, MAIN: written(root)}, ""


def _sections(body: etree._Element) -> list[list[etree._Element]]:
    """The children of the body by sections; the last one is ended by the body itself."""
    sections: list[list[etree._Element]] = [[]]
    for child in body:
        sections[-1].append(child)
        if child.find(f"{W}pPr/{W}sectPr") is not None:
            sections.append([])
    return sections


def _text(section: list[etree._Element]) -> str:
    return "".join(t.text or "" for child in section for t in child.iter(f"{W}t"))


def _holds_more(section: list[etree._Element]) -> bool:
    styles = {style.get(f"{W}val") for child in section for style in child.iter(f"{W}pStyle")}
    lists = any(one.name == "TOC" for child in section for one in fields(child))
    ends = any(child.tag == f"{W}sectPr" for child in section)
    return ends or lists or bool(styles & _HEADINGS) or _COVER in _text(section)


def _cut(section: list[etree._Element]) -> None:
    """Takes a section out; the next one keeps the headers and footers that it had from it."""
    ending = section[-1].find(f"{W}pPr/{W}sectPr")
    following = next((one for one in section[-1].xpath("following::w:sectPr", namespaces={"w": W[1:-1]})), None)
    if ending is not None and following is not None:
        own = {(one.tag, one.get(_KIND)) for one in following.iter(*_BESIDE)}
        inherited = [one for one in ending.iter(*_BESIDE) if (one.tag, one.get(_KIND)) not in own]
        following[:0] = inherited
    for child in section:
        parent = child.getparent()
        if parent is not None:
            parent.remove(child)
