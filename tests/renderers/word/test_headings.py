"""What Word counts by itself: the numbers of headings and captions; and what a report tells about its tables."""

import re
from io import BytesIO

import pytest
from docx import Document
from lxml import etree

from renderers.rekap.rekap import TEMPLATE
from renderers.templat_bawaan import build, shell
from renderers.word import contents
from renderers.word.model.fields import fields
from renderers.word.model.numbering import Numbering
from renderers.word.model.styles import told_of
from renderers.word.ooxml import HEAD, NAMESPACES, W, field, paragraph, run, unpack
from tests.renderers.reading import paragraphs, xml

PARTS = build.parts()


def labels(*body: str, parts: dict[str, bytes] = PARTS) -> list[str]:
    root = etree.fromstring(f"<w:body {NAMESPACES}>{''.join(body)}</w:body>")
    numbering = Numbering(parts)
    return [numbering.label(told_of(place)) for place in root]


def levels(*levels_: str) -> dict[str, bytes]:
    """A package whose list 1 has these levels: (format, text, suffix)."""
    abstract = f'<w:abstractNum w:abstractNumId="0">{"".join(levels_)}</w:abstractNum>'
    num = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return {"word/numbering.xml": f"{HEAD}<w:numbering {NAMESPACES}>{abstract}{num}</w:numbering>".encode()}


def level(depth: int, fmt: str, text: str, start: int = 1) -> str:
    marks = f'<w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{marks}</w:lvl>'


def numbered(depth: int = 0) -> str:
    return paragraph("Isi", "", f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')


def test_headings_are_numbered_by_their_styles_alone(docx: bytes) -> None:
    styles = xml(docx, "word/styles.xml")
    found = re.findall(r'w:styleId="(Heading\d)".*?<w:ilvl w:val="(\d)"/><w:numId w:val="(\d)"/>', styles)
    assert found == [("Heading1", "0", "1"), ("Heading2", "1", "1"), ("Heading3", "2", "1")]
    texts = [p.text for p in Document(BytesIO(docx)).paragraphs if p.style and (p.style.name or "") == "Heading 1"]
    assert texts[:2] == ["\nPENDAHULUAN", "\nKOORDINASI, KOMUNIKASI DAN KERJA SAMA"]


def test_the_list_of_the_headings_is_multilevel_and_bound_to_their_styles(docx: bytes) -> None:
    first = etree.fromstring(xml(docx, "word/numbering.xml").encode())[0]
    told = [
        tuple(
            str(node.get(f"{W}val")) for node in level_ if node.tag in {f"{W}{n}" for n in ("numFmt", "pStyle", "suff")}
        )
        for level_ in first.iter(f"{W}lvl")
    ]
    assert str(first.find(f"{W}multiLevelType").get(f"{W}val")) == "multilevel"  # type: ignore[union-attr]
    assert told == [
        ("upperRoman", "Heading1", "nothing"),
        ("upperLetter", "Heading2", "tab"),
        ("none", "Heading3", "nothing"),
    ]


def test_chapters_go_on_and_subchapters_begin_anew() -> None:
    order = ("Heading1", "Heading2", "Heading2", "Heading3", "Isi", "Heading1", "Heading2")
    assert labels(*map(paragraph, order)) == ["BAB I", "A.\t", "B.\t", "", "", "BAB II", "A.\t"]


@pytest.mark.parametrize(
    ("fmt", "start", "shown"),
    [
        ("decimal", 9, ["9)\t", "10)\t"]),
        ("lowerRoman", 4, ["iv)\t", "v)\t"]),
        ("lowerLetter", 26, ["z)\t", "aa)\t"]),
        ("upperLetter", 53, ["AAA)\t", "BBB)\t"]),
    ],
)
def test_the_formats_of_word(fmt: str, start: int, shown: list[str]) -> None:
    assert labels(numbered(), numbered(), parts=levels(level(0, fmt, "%1)", start))) == shown


def test_a_deeper_level_shows_those_above_it() -> None:
    parts = levels(level(0, "decimal", "%1."), level(1, "lowerLetter", "%1.%2"))
    assert labels(numbered(), numbered(1), numbered(1), numbered(), numbered(1), parts=parts) == [
        "1.\t",
        "1.a\t",
        "1.b\t",
        "2.\t",
        "2.a\t",
    ]


def test_a_list_that_is_not_there_numbers_nothing() -> None:
    assert labels(numbered(3), parts={}) == [""]
    assert labels("<w:p/>") == [""]


def test_every_table_of_figures_has_a_numbered_caption_right_above_it(docx: bytes) -> None:
    blocks = list(Document(BytesIO(docx)).element.body)
    above = [blocks[n - 1] for n, block in enumerate(blocks) if block.tag == f"{W}tbl"]
    said = ["".join(node.text or "" for node in block.iter(f"{W}t")) for block in above]
    # The first three tables lay out letterhead, letter and cover.
    assert said[3:] == [
        "Tabel 1. Susunan Tim Bakohumas KPU Kabupaten Sukamaju",
        "Tabel 2. Kegiatan dengan instansi pemerintah, bulan Juli s/d September 2023",
        "Tabel 3. Kegiatan dengan instansi nonpemerintah, bulan Juli s/d September 2023",
        "Tabel 4. Informasi kepemiluan bulan Juli 2023",
        "Tabel 5. Informasi kepemiluan bulan September 2023",
        "Tabel 6. Postingan media sosial bulan Juli 2023",
        "Tabel 7. Postingan media sosial bulan Agustus 2023",
        "Tabel 8. Postingan media sosial bulan September 2023",
        "Tabel 9. Jumlah postingan media sosial bulan Juli s/d September 2023",
        "Tabel 10. Banyaknya publikasi bulan Juli s/d September 2023",
    ]
    assert said[3:] == paragraphs(docx, "Keterangan Tabel")


def test_captions_are_fields_that_word_counts_itself(docx: bytes) -> None:
    codes = re.findall(r"<w:instrText[^>]*> (SEQ [^<]*) <", xml(docx))
    assert (codes.count(r"SEQ Tabel \* ARABIC"), codes.count(r"SEQ Gambar \* ARABIC")) == (10, 5)
    assert [text.partition(".")[0] for text in paragraphs(docx, "Caption")] == [f"Gambar {n}" for n in range(1, 6)]


def test_tables_of_figures_are_described_for_those_who_hear_them(docx: bytes) -> None:
    titles = re.findall(r'<w:tblCaption w:val="([^"]*)"/><w:tblDescription w:val="[^"]{20,}"/></w:tblPr>', xml(docx))
    assert titles == [
        "Susunan Tim Bakohumas",
        "Kegiatan dengan instansi pemerintah",
        "Kegiatan dengan instansi nonpemerintah",
        "Informasi kepemiluan bulan Juli 2023",
        "Informasi kepemiluan bulan September 2023",
        "Postingan media sosial Juli 2023",
        "Postingan media sosial Agustus 2023",
        "Postingan media sosial September 2023",
        "Postingan media sosial Juli 2023, Agustus 2023, dan September 2023",
        "Banyaknya publikasi",
    ]


def test_no_row_parts_over_two_pages_and_headers_are_repeated(docx: bytes) -> None:
    root = etree.fromstring(xml(docx).encode())
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in root.iter(f"{W}tr"))
    headed = [table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in root.iter(f"{W}tbl")]
    assert headed == [False] * 3 + [True] * 10


def test_every_picture_has_an_alternative_text(docx: bytes) -> None:
    pictures = re.findall(r"<(?:wp:docPr|pic:cNvPr) [^>]*>", xml(docx))
    assert len(pictures) == 14
    assert [p for p in pictures if not re.search(r'descr="[^"]{10,}"', p)] == []


def test_the_properties_of_the_file(docx: bytes) -> None:
    found = dict(re.findall(r"<(?:dc|cp|dcterms):((?!coreP)\w+)[^>]*>([^<]*)<", xml(docx, "docProps/core.xml")))
    assert found == {
        "title": "Laporan Bakohumas KPU Kabupaten Sukamaju Triwulan III Tahun 2023",
        "subject": "Kegiatan kehumasan bulan Juli s/d September 2023",
        "creator": "KPU Kabupaten Sukamaju",
        "keywords": "Bakohumas, KPU Kabupaten Sukamaju, Triwulan III Tahun 2023",
        "category": "Laporan Bakohumas",
        "language": "id-ID",
        "lastModifiedBy": "KPU Kabupaten Sukamaju",
        "created": "2023-09-30T00:00:00Z",
        "modified": "2023-09-30T00:00:00Z",
    }


def test_the_language_and_the_letter_stand_in_the_defaults(docx: bytes) -> None:
    defaults = xml(docx, "word/styles.xml").partition("</w:docDefaults>")[0]
    assert re.findall(r'w:(?:ascii|hAnsi|cs)="([^"]*)"', defaults) == ["Arial"] * 3
    assert re.findall(r'<w:sz w:val="(\d+)"', defaults) == ["24"]
    assert 'w:themeFontLang w:val="id-ID"' in xml(docx, "word/settings.xml")


def test_the_template_in_the_package_is_the_one_that_is_built() -> None:
    assert unpack(TEMPLATE.read_bytes()) == build.parts() == PARTS


def test_captions_that_word_inserts_itself_are_counted_too() -> None:
    simple = '<w:fldSimple w:instr=" SEQ Tabel \\* ARABIC ">' + run("7") + "</w:fldSimple>"
    parted = field("SEQ Tabel", run("1") + run("2"))
    root = etree.fromstring(f"<w:p {NAMESPACES}>{simple}{field('SEQ Gambar', run('9'))}{parted}{field('PAGE')}</w:p>")
    contents.number_caption(fields(root))
    assert [node.text or "" for node in root.iter(f"{W}t")] == ["1", "1", "2", ""]


def test_lists_have_signs_of_their_own() -> None:
    signs = re.findall(r'<w:nsid w:val="(\w{8})"/>', shell.numbering(["decimal", "lowerLetter"]))
    assert len(set(signs)) == 3
