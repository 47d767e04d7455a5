"""A list of the document is its field alone: what stands beside it stays, and it lists what its switches say."""

import re

import pytest
from lxml import etree

from renderers.word import contents
from renderers.word.model.numbering import written
from renderers.word.model.places import open_places
from renderers.word.ooxml import MAIN, NAMESPACES, field, paragraph, run
from tests.renderers.word.model.bodies import chapter, filled, lines, listed, package, section, style

CODE = r'TOC \o "1-2" \h \z \u \f'
OPENING, CLOSING = field(CODE, "|").split("|")
BREAK = "<w:sectPr/>"
LIST = "<!--daftar-0-->"


def framed(*blocks: str) -> str:
    """What stays around the first list: "[…]" a paragraph with its text, "§" a section that ends, "#" the list."""
    body = etree.fromstring(f"<w:body {NAMESPACES}>{''.join(blocks)}</w:body>")
    open_places(body)
    told = re.sub(r"<w:body[^>]*>|</w:body>", "", etree.tostring(body, encoding="unicode")).replace(LIST, "#")
    told = re.sub(r"<w:sectPr/>", "§", re.sub(r"<w:pPr/>|<w:pStyle[^>]*>", "", told))
    return re.sub(r"<[^>]+>", "", told.replace("<w:p>", "[").replace("</w:p>", "]").replace("<w:p/>", "[]"))


def toc(text: str, properties: str = "") -> str:
    return paragraph("TOC1", text, properties)


def table(*texts: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr><w:tc>{text}</w:tc></w:tr>' for text in texts)}</w:tbl>"


WHOLE = field(CODE, run("lama"))
ENTRY = f'<w:hyperlink w:anchor="_Toc1">{run("satu")}{field("PAGEREF _Toc1", run("3"))}</w:hyperlink>'
ONE_RUN = f"{run('x')}{OPENING}".replace("</w:r><w:r>", "")
SIMPLE = f'<w:fldSimple w:instr="{CODE.replace(chr(34), "&quot;")}">{run("x")}</w:fldSimple>'
FRAMES = {
    "alone": ([toc(WHOLE)], "#"),
    "over three paragraphs": ([toc(OPENING + run("satu")), toc(run("dua")), toc(run("tiga") + CLOSING)], "#"),
    "its end in a paragraph of its own": ([toc(OPENING + run("satu")), paragraph("Isi", CLOSING)], "#"),
    "text before and behind": ([toc(run("Isi: ") + WHOLE + run(" tamat"))], "[Isi: ]#[ tamat]"),
    "text around two paragraphs": (
        [toc(run("Isi: ") + OPENING + run("satu")), toc(run("dua") + CLOSING + run("tamat"))],
        "[Isi: ]#[tamat]",
    ),
    "marks and text in one run": ([f"<w:p>{ONE_RUN}{CLOSING}{run('tamat')}</w:p>"], "[x]#[tamat]"),
    "the section ends with it": ([toc(WHOLE, BREAK)], "#[§]"),
    "a section ends inside of it": ([toc(OPENING + run("satu"), BREAK), toc(run("dua") + CLOSING)], "#[§]"),
    "a section ends inside and behind": (
        [toc(OPENING + run("x"), BREAK), toc(run("y") + CLOSING + run("z"), BREAK)],
        "#[§][§z]",
    ),
    "a simple field": ([f"<w:p>{SIMPLE}</w:p>"], "#"),
    "links around its entries": ([toc(OPENING + ENTRY), toc(ENTRY + CLOSING)], "#"),
    "in a cell": ([table(paragraph("Isi", run("Disusun oleh")), toc(WHOLE))], "[Disusun oleh]#"),
    "a field beside it": ([toc(field("PAGE", run("7")) + WHOLE)], "[ PAGE 7]#"),
    "a picture beside it": ([toc(WHOLE + "<w:r><w:drawing/></w:r>")], "#[]"),
    "a page break behind it": ([toc(WHOLE + '<w:r><w:br w:type="page"/></w:r>')], "#[]"),
}


@pytest.mark.parametrize("which", FRAMES)
def test_only_what_stands_between_the_marks_gives_way(which: str) -> None:
    blocks, left = FRAMES[which]
    assert framed(*blocks) == left


HEADINGS = (
    chapter("AWAL"), chapter("Umum", name="Heading2"), chapter("Rinci", name="Heading3"),
    chapter("LAMPIRAN", name="JudulLampiran"), chapter("BAGIAN", name="BabKhusus"), paragraph("Isi", run("x")),
    paragraph("Jeda", field('TC "Sisipan" \\l 2')), paragraph("Jeda", field('TC "Gambar" \\f g \\l 1')),
    paragraph("Isi", run("Langsung"), '<w:outlineLvl w:val="1"/>'),
    paragraph("Heading1", run("Bukan"), '<w:outlineLvl w:val="9"/>'),
)  # fmt: skip
OWN = style("Bab Khusus", "Heading1")
BABS = [(1, "BAB IAWAL"), (2, "A.\tUmum"), (3, "Rinci")]

SWITCHES = {
    r'TOC \o "1-1" \h \u': [BABS[0], (1, "LAMPIRAN"), (1, "BAB IIBAGIAN"), (1, "BAB IIIBukan")],
    r'TOC \o "1-3" \h': [*BABS, (1, "BAB IIIBukan")],
    r"TOC": [*BABS, (1, "BAB IIIBukan")],
    r'TOC \z \f \o "1-2" \u \h': [
        *BABS[:2], (1, "LAMPIRAN"), (1, "BAB IIBAGIAN"), (2, "Sisipan"), (2, "Langsung"), (1, "BAB IIIBukan"),
    ],
    r'TOC \h \t "Bab Khusus;2;Judul Lampiran;1"': [(1, "LAMPIRAN"), (2, "BAB IIBAGIAN")],
    r'TOC \h \t "heading 2,1"': [(1, "A.\tUmum")],
    r'TOC \h \t "Judul 2;1"': [(1, "A.\tUmum")],
    r"TOC \f g": [(1, "Gambar")],
    r'TOC \f \l "1-1"': [],
    r'TOC \l "2-2"': [(2, "Sisipan")],
}  # fmt: skip


@pytest.mark.parametrize("code", SWITCHES)
def test_the_list_holds_what_its_switches_say(code: str) -> None:
    assert lines(package(paragraph("TOC1", field(code, run("x"))), *HEADINGS, styles=OWN)) == SWITCHES[code]


BOUND = (
    chapter("LUAR"), '<w:bookmarkStart w:id="9" w:name="Inti"/>', chapter("DALAM"),
    paragraph("Heading1", f'{run("AKHIR")}<w:bookmarkEnd w:id="9"/>'), chapter("SESUDAH"),
    paragraph("Heading1", f'<w:bookmarkStart w:id="8" w:name="Satu"/>{run("SATU")}<w:bookmarkEnd w:id="8"/>'),
)  # fmt: skip


@pytest.mark.parametrize(
    ("place", "found"),
    [("Inti", ["BAB IIDALAM", "BAB IIIAKHIR"]), ("inti", ["BAB IIDALAM", "BAB IIIAKHIR"]), ("Satu", ["BAB VSATU"])],
)
def test_a_bookmark_bounds_the_list(place: str, found: list[str]) -> None:
    parts = package(toc(field(rf"TOC \o \b {place}", run("x"))), *BOUND)
    assert [text for _, text in lines(parts)] == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (r"TOC \o", ["BAB IAWAL", "\t", "9", "A.", "\t", "Umum", "\t", "9"]),
        (r"TOC \o \n", ["BAB IAWAL", "A.", "\t", "Umum"]),
        (r"TOC \o \n 2-2", ["BAB IAWAL", "\t", "9", "A.", "\t", "Umum"]),
        (r'TOC \o \p " … "', ["BAB IAWAL … ", "9", "A.", "\t", "Umum … ", "9"]),
        (r'TOC \o \p "sampai" \n 2', ["BAB IAWALsampa", "9", "A.", "\t", "Umum"]),
    ],
)
def test_a_line_ends_as_its_switches_say(code: str, found: list[str]) -> None:
    body = package(toc(field(code, run("x"))), chapter("AWAL"), chapter("Umum", name="Heading2"))
    listed = filled(body).partition('<w:pStyle w:val="Heading1"')[0].replace("<w:tab/>", "<w:t>\t</w:t>")
    assert re.findall(r"<w:t(?: [^>]*)?>([^<]*)", listed) == found


CAPTIONS = (
    paragraph("Caption", run("Gambar ") + field("SEQ Gambar", run("7")) + run(". Grafik")),
    paragraph(
        "KeteranganTabel", run("Tabel ") + field(r"SEQ Tabel \* ROMAN \* MERGEFORMAT", run("7")) + run(". Angka")
    ),
    paragraph("Caption", run("Gambar ") + field("SEQ Gambar", run("7")) + run(". Foto")),
    paragraph("Caption", run("Gambar ") + field(r"SEQ Gambar \r 9", run("7")) + run(". Peta")),
)


def test_lists_of_figures_and_tables_are_filled_from_the_captions() -> None:
    lists = [
        paragraph("TOC1", field(code, run("lama")))
        for code in (r'TOC \h \z \c "Gambar"', CODE, r'TOC \a "gambar"', 'TOC \\c "Tabel"')
    ]
    plan = contents.outline(package(*lists, chapter("AWAL"), *CAPTIONS))
    assert [[line.text for line in one.lines] for one in plan.listings] == [
        ["Gambar 1. Grafik", "Gambar 2. Foto", "Gambar 9. Peta"],
        ["BAB IAWAL"],
        ["Grafik", "Foto", "Peta"],
        ["Tabel I. Angka"],
    ]
    xml = contents.fill(plan, ["3"] * len(plan.entries)).decode()
    assert xml.count("lama") == 0
    assert re.findall(r'pStyle w:val="(T[^"]*)"', xml) == ["TableOfFigures"] * 3 + ["TOC1"] + ["TableOfFigures"] * 4


def test_a_list_without_captions_is_an_empty_field() -> None:
    xml = filled(package(paragraph("TOC1", field('TOC \\c "Peta"', run("lama"))), chapter("AWAL")))
    assert xml.count("lama") == 0
    assert xml.count("fldCharType") == 3


def test_the_number_of_sections_stays() -> None:
    toc = paragraph("TOC1", OPENING + run("a"), BREAK), paragraph("TOC1", CLOSING, BREAK)
    xml = filled(package(section("upperRoman"), *toc, chapter("AWAL")))
    assert xml.count("<w:sectPr") == 4


def test_a_level_without_a_style_looks_like_the_one_above() -> None:
    body = toc(field('TOC \\o "1-5"', run("x"))), chapter("AWAL"), chapter("Ke", name="heading5")
    parts = package(*body, styles=style("heading 5"))
    assert re.findall(r'pStyle w:val="(TOC\d)"', filled(parts)) == ["TOC1", "TOC3"]


def test_a_text_box_in_a_heading_is_no_part_of_it() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('Isi', run('stempel'))}</w:txbxContent></w:pict></w:r>"
    parts = package(paragraph("TOC1", field(CODE, run("x"))), paragraph("Heading2", run("Umum") + box), styles=OWN)
    assert lines(parts) == [(2, "A.\tUmum")]


def numbers(kind: int, more: str = "") -> str:
    return f'<w:num w:numId="40"><w:abstractNumId w:val="{kind}"/>{more}</w:num>'


def override(inner: str) -> str:
    return f'<w:lvlOverride w:ilvl="0">{inner}</w:lvlOverride>'


PLAIN = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Bab %1 "/></w:lvl>'
LINK = '<w:abstractNum w:abstractNumId="90"><w:numStyleLink w:val="Daftar"/></w:abstractNum>'
LISTS = {
    "a list of its own over the same abstract list": (numbers(0), ["BAB I", "BAB II", "A.", "BAB III", "A."]),
    "a start that is overridden": (
        numbers(0, override('<w:startOverride w:val="7"/>')),
        ["BAB I", "BAB VII", "A.", "BAB VIII", "A."],
    ),
    "a level that is replaced": (numbers(0, override(PLAIN)), ["BAB I", "Bab 2", "A.", "Bab 3", "A."]),
    "a list style that lends its levels": (numbers(90), ["BAB I", "BAB II", "A.", "BAB III", "A."]),
}


@pytest.mark.parametrize("which", LISTS)
def test_numbers_are_counted_by_the_abstract_list(which: str) -> None:
    number, labels = LISTS[which]
    body = (
        chapter("x"),
        chapter("x", listed(40)),
        chapter("x", name="Heading2"),
        chapter("none", listed(0)),
        chapter("x", listed(40)),
        chapter("x", listed(40, 1), "Heading2"),
    )
    parts = package(paragraph("TOC1", field(CODE, run("t"))), *body, numbering=number, level=LINK)
    named = b'<w:styleLink w:val="Daftar"/><w:multiLevelType'
    parts["word/numbering.xml"] = parts["word/numbering.xml"].replace(b"<w:multiLevelType", named, 1)
    assert [text.removesuffix("x").strip() for _, text in lines(parts) if text != "none"] == labels


def test_a_level_begins_anew_only_after_the_one_that_it_names() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{more}<w:lvlText w:val="%{n + 1}."/>'
        "</w:lvl>"
        for n, more in enumerate(("", '<w:lvlRestart w:val="0"/>'))
    )
    never = f'<w:abstractNum w:abstractNumId="91">{levels}</w:abstractNum>'
    number = '<w:num w:numId="41"><w:abstractNumId w:val="91"/></w:num>'
    body = [chapter("x", listed(41, depth)) for depth in (0, 1, 1, 0, 1)]
    parts = package(paragraph("TOC1", field(CODE, run("t"))), *body, numbering=number, level=never)
    assert [text.partition("\t")[0] for _, text in lines(parts)] == ["1.", "1.", "2.", "2.", "3."]


@pytest.mark.parametrize(
    ("fmt", "shown"),
    [
        ("upperRoman", ["I", "II", "III"]),
        ("lowerRoman", ["i", "ii", "iii"]),
        ("upperLetter", ["A", "B", "C"]),
        ("lowerLetter", ["a", "b", "c"]),
        ("decimal", ["1", "2", "3"]),
        ("numberInDash", ["- 1 -", "- 2 -", "- 3 -"]),
    ],
)
def test_pages_have_the_figures_of_their_section(fmt: str, shown: list[str]) -> None:
    plan = contents.outline(package(chapter("KATA", name="JudulDepan"), section(fmt), chapter("AWAL")))
    assert [contents.number(plan.starts, [0, 3], page) for page in range(3)] == shown
    assert contents.number(plan.starts, [0, 3], 3) == "1"
    assert contents.guess(plan) == ["0" if fmt == "decimal" else shown[0], "0"]


def test_bookmarks_that_a_loop_repeats_get_names_of_their_own() -> None:
    marked = (
        '<w:p><w:bookmarkStart w:id="3" w:name="_Ref8"/>' + run("Bulan") + '<w:bookmarkEnd w:id="3"/>'
        + field("REF _Ref8 \\h", run("Bulan")) + '</w:p><w:p><w:bookmarkEnd w:id="77"/></w:p>'
    )  # fmt: skip
    xml = contents.outline(package(marked * 3)).xml.decode()
    assert re.findall(r'w:name="(_Ref8[^"]*)"', xml) == ["_Ref8", "_Ref8_2", "_Ref8_3"]
    assert re.findall(r"REF (_Ref8\w*) ", xml) == ["_Ref8", "_Ref8_2", "_Ref8_3"]
    ids = re.findall(r'bookmarkStart w:id="(\d+)"', xml)
    assert sorted(ids) == sorted(set(ids))
    assert sorted(re.findall(r'bookmarkEnd w:id="(\d+)"', xml)) == sorted(ids)


@pytest.mark.parametrize(("n", "shown"), [(0, "0"), (-3, "-3"), (4000, "MMMM"), (9**12, str(9**12))])
def test_a_number_that_word_would_not_count_is_no_page_of_letters(n: int, shown: str) -> None:
    assert written(n, "upperRoman") == shown


def test_attributes_that_are_no_numbers_cost_nothing() -> None:
    body = chapter("AWAL", listed(40, 12)), chapter("LAIN", '<w:outlineLvl w:val="{{ x }}"/>')
    number = '<w:num w:numId="40"><w:abstractNumId w:val="0"/></w:num>'
    parts = package(toc(WHOLE), *body, section("decimal"), numbering=number)
    parts[MAIN] = parts[MAIN].replace(b'w:start="1"', b'w:start="dua"')
    assert lines(parts) == [(1, "AWAL"), (1, "BAB ILAIN")]
