"""The gate before a report is sent: a sound one passes, each kind of fault is found."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from renderers.word import gate
from renderers.word.ooxml import pack, unpack

MAIN, RELS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def sound(docx: bytes) -> bytes:
    return docx


def planted(docx: bytes, part: str, pattern: str, text: str) -> bytes:
    parts = unpack(docx)
    changed, count = re.subn(pattern, text, parts[part].decode(), count=1, flags=re.DOTALL)
    assert count == 1
    return pack({**parts, part: changed.encode()})


def without(docx: bytes, part: str) -> bytes:
    return pack({name: data for name, data in unpack(docx).items() if name != part})


def test_a_sound_report_passes(sound: bytes) -> None:
    gate.check(unpack(sound))
    assert gate.find(sound) == []


@pytest.mark.parametrize(
    ("part", "pattern", "text", "fault"),
    [
        (MAIN, "</w:p>", "", "word/document.xml: mismatched tag"),
        (MAIN, "(<w:tc><w:tcPr>.*?</w:tcPr>).*?</w:tc>", r"\1</w:tc>", "a cell that does not end with a paragraph"),
        (MAIN, "(<w:tr><w:trPr>.*?</w:trPr>).*?</w:tr>", r"\1</w:tr>", "a row of 0 columns in a table of 2"),
        (MAIN, "<w:tr>.*?</w:tr>(?=</w:tbl>)", "", "a table without rows"),
        (MAIN, '<w:gridSpan w:val="6"/>', '<w:gridSpan w:val="5"/>', "a row of 7 columns in a table of 8"),
        (MAIN, 'w:pStyle w:val="Isi"', 'w:pStyle w:val="Hilang"', "style Hilang is missing"),
        (MAIN, 'w:numId w:val="2"', 'w:numId w:val="77"', "list 77 is missing"),
        (MAIN, 'r:embed="rIdG1"', 'r:embed="rIdG9"', "relationship rIdG9 is missing"),
        (MAIN, '<wp:docPr id="2"', '<wp:docPr id="1"', "picture id 1 stands twice"),
        (MAIN, 'w:fldCharType="end"', 'w:fldCharType="begin"', "a field never ends"),
        (MAIN, 'w:fldCharType="begin"', 'w:fldCharType="end"', "a field ends that never began"),
        (MAIN, "PAGEREF _Toc00002", "PAGEREF _Toc00099", "bookmark _Toc00099 is missing"),
        (MAIN, 'w:name="_Toc00002"', 'w:name="_Toc00001"', "bookmark _Toc00001 stands twice"),
        (MAIN, '<w:bookmarkEnd w:id="2"/>', "", "bookmarks that begin or end alone"),
        (MAIN, "PENDAHULUAN</w:t>", "{{ judul }}</w:t>", "a template tag is left: BAB I {{ judul }}"),
        (MAIN, "<w:body>", "<w:body>lepas", "text outside of a run: lepas"),
        (MAIN, "</w:pPr>", "</w:pPr><w:p/>", "a paragraph inside a paragraph"),
        (MAIN, "<w:keepNext/>", '<w:jc w:val="left"/><w:keepNext/>', "properties out of order in pPr"),
        (MAIN, '<w:pgNumType w:fmt="decimal" w:start="1"/>', "", None),
        (MAIN, '(<w:pgNumType w:fmt="decimal" w:start="1"/>)', r"\1<w:type/>", "properties out of order in sectPr"),
        (MAIN, "(<w:sectPr>(?:(?!<w:sectPr>).)*)</w:body>", "</w:body>", "the body does not end with its section"),
        (MAIN, "(</w:tbl>)", r"\1<w:tbl><w:tr/></w:tbl>", "two tables run into one another"),
        (RELS, 'Target="styles.xml"', 'Target="gaya.xml"', "gaya.xml is missing"),
        (RELS, 'Id="rId2"', 'Id="rId1"', "word/_rels/document.xml.rels: an id is used twice"),
        (TYPES, 'Extension="jpg"', 'Extension="gif"', "word/media/rIdG5.jpg: no content type"),
        (TYPES, 'PartName="/word/footer1.xml"', 'PartName="/word/kaki.xml"', "word/kaki.xml: announced, but missing"),
    ],
)
def test_a_planted_fault_is_found(sound: bytes, part: str, pattern: str, text: str, fault: str | None) -> None:
    found = "; ".join(gate.find(planted(sound, part, pattern, text)))
    assert (fault in found) if fault else found == ""


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda docx: docx[:900], "not a zip file"),
        (lambda _: b"", "not a zip file"),
        (lambda docx: without(docx, MAIN), "parts missing: ['word/document.xml']"),
        (lambda docx: without(docx, "word/footer1.xml"), "word/footer1.xml: announced, but missing"),
        (lambda docx: without(docx, "word/media/rIdG1.png"), "media/rIdG1.png is missing"),
    ],
)
def test_a_broken_package_is_held_back(sound: bytes, spoil: Callable[[bytes], bytes], message: str) -> None:
    assert message in "; ".join(gate.find(spoil(sound)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_stored_twice_is_found(sound: bytes) -> None:
    twice = BytesIO(sound)
    with ZipFile(twice, "a") as archive:
        archive.writestr("docProps/core.xml", "<a/>")
    assert list(gate.find(twice.getvalue())) == ["parts stored twice: ['docProps/core.xml']"]


def test_the_message_names_at_most_twenty_faults(sound: bytes) -> None:
    parts = unpack(sound)
    parts[MAIN] = parts[MAIN].replace(b'w:val="Sel', b'w:val="Lain')
    with pytest.raises(gate.Broken) as caught:
        gate.check(parts)
    assert str(caught.value).count("is missing") == 20
