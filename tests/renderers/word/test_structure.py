"""The gate looks at what is alike once; a fault among thousands that are alike must not hide there."""

import re
from dataclasses import replace
from random import Random

import pytest
from lxml import etree

from renderers.word import gate
from renderers.word.ooxml import pack, unpack
from renderers.word.structure import shape
from tests.benchmarks import report_data
from tests.renderers.rekap.every_text import rows
from tests.renderers.rekap.test_robust import written
from tests.renderers.rekaps import REKAP, koordinasi, rekap

MAIN = "word/document.xml"
MANY = replace(REKAP.koordinasi[3], uraian="Rapat")


@pytest.fixture(scope="module")
def long() -> bytes:
    alike = tuple(koordinasi("nonpemerintah", MANY.mulai, "Rapat", f"Mitra {n}", f"Hal {n}") for n in range(300))
    return written(rekap(koordinasi=alike))


def test_of_three_hundred_rows_that_are_alike_one_is_left(long: bytes) -> None:
    document = unpack(long)[MAIN]
    table = document[document.index(b"Mitra 0") - 3000 : document.index(b"Mitra 299") + 3000]
    assert table.count(b"<w:tr>") > 300
    assert shape(table).count(b"<w:tr>") < 12
    assert len(shape(document)) < len(document) / 2


def test_texts_are_left_out_but_not_their_braces() -> None:
    assert shape(b'<w:t>a &gt; b</w:t><w:t xml:space="preserve">{{ x }}</w:t>') == (
        b'<w:t></w:t><w:t xml:space="preserve">{{ x }}</w:t>'
    )


def planted(docx: bytes, pattern: str, new: str) -> bytes:
    """In the last row but one of the long table."""
    parts = unpack(docx)
    begin, end = (parts[MAIN].index(f'<w:t xml:space="preserve">Mitra {n}<'.encode()) for n in (297, 298))
    row, count = re.subn(pattern, new, parts[MAIN][begin:end].decode(), count=1)
    assert count == 1
    return pack({**parts, MAIN: parts[MAIN][:begin] + row.encode() + parts[MAIN][end:]})


@pytest.mark.parametrize(
    ("pattern", "new", "fault"),
    [
        ("</w:p>", "", "mismatched tag"),
        ("Mitra 297", "Mitra & Co", "not well-formed"),
        ("Hal 297", "{{ hal }}", "a template tag is left: {{ hal }}"),
        ('w:pStyle w:val="Sel"', 'w:pStyle w:val="Hilang"', "style Hilang is missing"),
        ("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc><w:tc>', "a row of 7 columns"),
        ("</w:pPr>", "</w:pPr><w:p/>", "a paragraph inside a paragraph"),
        ("<w:r>", '<w:r><w:fldChar w:fldCharType="begin"/>', "a field never ends"),
        ("<w:r>", '<w:bookmarkStart w:id="1" w:name="_Toc00001"/><w:r>', "bookmark _Toc00001 stands twice"),
        ("</w:tr>", "</w:tr><w:tr/>", "a row of 0 columns"),
    ],
)
def test_a_fault_in_one_of_many_rows_is_found(long: bytes, pattern: str, new: str, fault: str) -> None:
    assert fault in "; ".join(gate.find(planted(long, pattern, new)))


TABLE = "<w:tbl><w:tr>{0}</w:tr>{1}</w:tbl>"


@pytest.mark.parametrize(
    ("inner", "between"),
    [
        # Of two tables or rows alike the second is not closed, or closed twice.
        ("<w:tc/>", "<w:tbl><w:tr><w:tc/></w:tr>"),
        ("<w:tc/>", "<w:tr><w:tc/></w:tr></w:tbl><w:tr><w:tc/></w:tr>"),
        ("<w:tc/>", "<w:tr><w:tc/></w:tr></w:tr><w:tr><w:tc/></w:tr></w:tr>"),
        ('<w:tr w:a="1">', "<w:tr><w:tr w:a='1'></w:tr>"),
        ("<w:tc>satu</w:t></w:tc>", "<w:tr><w:tc>dua</w:t></w:tc></w:tr>"),
    ],
)
def test_what_is_not_closed_stays_so_in_the_shape(inner: str, between: str) -> None:
    told = f'<a xmlns:w="urn:w">{TABLE.format(inner, between)}<w:p/>{TABLE.format(inner, between)}</a>'
    for view in (bytes, shape):
        with pytest.raises(etree.XMLSyntaxError):
            etree.fromstring(view(told.encode()))


PIECES = (
    *("<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p/>", "<w:tr/>", '<w:tr w:a="1">'),
    *("<w:t>x</w:t>", "<w:t>y</w:t>", "z</w:t>", '<w:tblCaption w:val="a"/>', '<w:tblCaption w:val="b"/>'),
    *("<w:tr><w:tc><w:p/></w:tc></w:tr>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "<w:tr><w:tc>"),
    *("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr>", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "</w:tc></w:tr>"),
)


def is_xml(text: bytes) -> bool:
    try:
        return etree.fromstring(text) is not None
    except etree.XMLSyntaxError:
        return False


def test_no_fault_of_any_pile_of_tables_and_rows_hides_in_its_shape() -> None:
    chance = Random(20230701)
    sound = 0
    for _ in range(12_000):
        few = chance.sample(PIECES, 4)
        told = "".join(chance.choices(few, k=chance.randrange(2, 14)))
        whole = f'<a xmlns:w="urn:w">{told}</a>'.encode()
        sound += is_xml(whole)
        assert is_xml(whole) or not is_xml(shape(whole)), told
    assert sound > 300


@pytest.mark.parametrize(
    "hidden", ["\x01", "\ufffe", "&lepas", "&#0;", "<!-- <w:tr> -->", "<?a <w:tbl>?>", "<![CDATA[<w:tr>]]>"]
)
def test_texts_that_could_hide_something_are_read_as_a_whole(long: bytes, hidden: str) -> None:
    parts = unpack(long)
    assert gate.is_plain(parts)
    assert not gate.is_plain({**parts, MAIN: parts[MAIN].replace(b"Mitra 297", hidden.encode())})
    assert not gate.is_plain({**parts, MAIN: parts[MAIN].replace(b"Mitra 297", b"\xff")})


def test_quotes_that_people_typed_need_no_reading_of_the_whole() -> None:
    one = koordinasi("nonpemerintah", MANY.mulai, "Rapat", 'Jum\'at "Berkah" & <kawan>', "Hal")
    parts = unpack(written(rekap(koordinasi=(one,))))
    assert re.findall(rb"Jum[^ ]*at [^ ]*Berkah[^<]*", parts[MAIN]) == [
        b"Jum&#39;at &#34;Berkah&#34; &amp; &lt;kawan&gt;",
        b'Jum\'at "Berkah" &amp; &lt;kawan&gt;.',
    ]
    assert gate.is_plain(parts)


def test_a_hundred_times_the_data_pass_the_gate() -> None:
    figures = report_data.rekap(100)
    found = rows(written(figures))
    assert len([row for row in found if row[-1] == "Anggota"]) == len(figures.anggota)
    assert len([row for row in found if row[0] == "JUMLAH"]) == len(figures.matriks) + 1
