"""Tables, pictures and page numbers keep to the text of their section, whatever paper and margins an office chooses."""

import re
from functools import partial
from io import BytesIO

import pytest
from lxml import etree
from pypdf import PdfReader

from renderers.photo.emblem import emblem
from renderers.rekap.rekap import compose
from renderers.templat_bawaan import build
from renderers.templat_kantor.files import opened
from renderers.templat_kantor.tidy import tidied
from renderers.templat_kantor.trial import judge
from renderers.word import office
from renderers.word.model.columns import resized, widths
from renderers.word.model.fitted import fitted
from renderers.word.model.sections import room
from renderers.word.ooxml import MAIN, NAMESPACES, Parts, W, cell, pack, paragraph, row, run, table, unpack
from tests.renderers.rekaps import LEMBAR, REKAP

SOFFICE = office.program()
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed here")
MARGINS = 'w:top="{0}" w:right="{1}" w:bottom="{2}" w:left="{3}" w:header="567" w:footer="680" w:gutter="{4}"'


def paper(wide: int, high: int, *margins: int, gutter: int = 0, more: str = "") -> str:
    edges = MARGINS.format(*margins, gutter)
    return f'<w:sectPr><w:pgSz w:w="{wide}" w:h="{high}"/><w:pgMar {edges}/>{more}</w:sectPr>'


A4, F4 = (11906, 16838), (12189, 18709)
OURS, LETTER = (1134, 1134, 1417, 1701), (2268, 1701, 1701, 2268)
PAPERS = {
    "ours": (paper(*A4, *OURS), (9071, 14287)),
    "4-3-4-3": (paper(*A4, *LETTER), (7937, 12869)),
    "F4": (paper(*F4, *OURS), (9354, 16158)),
    "landscape": (paper(16838, 11906, *OURS), (14003, 9355)),
    "gutter": (paper(*A4, *OURS, gutter=567), (8504, 14287)),
    "text over the header": (paper(*A4, -1134, 1134, 1417, 1701), (9071, 14287)),
    "two columns": (paper(*A4, *OURS, more='<w:cols w:num="2" w:space="709"/>'), (4181, 14287)),
    "columns by hand": (
        paper(*A4, *OURS, more='<w:cols w:num="2"><w:col w:w="6000"/><w:col w:w="2500"/></w:cols>'),
        (2500, 14287),
    ),
    "nothing said": ("<w:sectPr/>", (9360, 12960)),
}


@pytest.mark.parametrize("which", PAPERS)
def test_the_room_of_a_section(which: str) -> None:
    section, expected = PAPERS[which]
    assert room(etree.fromstring(section.replace("<w:sectPr", f"<w:sectPr {NAMESPACES}", 1))) == expected


def made(total: int = 9071, style: str = "TabelLaporan", more: str = "") -> str:
    columns = [total // 9, total // 9 * 2, total - total // 9 * 3]
    head = row([cell(w, paragraph("Sel", run(text))) for w, text in zip(columns, ("NO.", "A", "B"), strict=True)])
    wide = row([cell(columns[0] + columns[1], paragraph("Sel", run("x")), span=2), cell(columns[2], "<w:p/>" + more)])
    return table(style, columns, [head, wide])


def drawn(rid: str, wide: int, high: int) -> str:
    size = f'cx="{wide * 635}" cy="{high * 635}"'
    return f'<w:r><w:drawing><wp:extent {size}/><a:ext {size}/><a:blip r:embed="{rid}"/></w:drawing></w:r>'


def fit(block: str, section: str) -> str:
    document = f"<w:document {NAMESPACES}><w:body>{block}{section}</w:body></w:document>".encode()
    return fitted(document).decode()


def totals(xml: str) -> list[int]:
    """The widths in twips of table, grid, and the cells of the rows."""
    found = re.findall(r'<w:tblW w:w="(\d+)"', xml)
    rows = [re.findall(r'<w:tcW w:w="(\d+)"', line) for line in re.findall(r"<w:tr>.*?</w:tr>", xml)]
    return [*map(int, found), sum(widths(xml.encode())), *(sum(map(int, line)) for line in rows)]


TABLES = {
    "ours on our paper": (made(), "ours", 9071),
    "ours with letter margins": (made(), "4-3-4-3", 7937),
    "ours on F4": (made(), "F4", 9354),
    "ours across": (made(), "landscape", 14003),
    "ours in a column": (made(), "two columns", 4181),
    "one of a single month": (made(5000), "4-3-4-3", 5000),
    "a wide one by hand": (made(9000, "Kisi"), "4-3-4-3", 7937),
    "one that Word made as wide as the text": (made(8153, "Kisi"), "4-3-4-3", 8153),
    "a narrow one by hand": (made(6000, "Kisi"), "landscape", 6000),
}


@pytest.mark.parametrize("which", TABLES)
def test_tables_are_as_wide_as_the_text(which: str) -> None:
    block, section, wide = TABLES[which]
    found = totals(fit(block, PAPERS[section][0]))
    assert [abs(one - wide) <= 3 for one in found] == [True] * len(found)


def test_a_table_of_percents_stays_one() -> None:
    block = made(9000, "Kisi").replace('<w:tblW w:w="9000" w:type="dxa"/>', '<w:tblW w:w="5000" w:type="pct"/>')
    assert '<w:tblW w:w="5000" w:type="pct"/>' in fit(block, PAPERS["4-3-4-3"][0])


def test_each_table_keeps_to_the_section_in_which_it_stands() -> None:
    first = paragraph("Isi", "", PAPERS["landscape"][0])
    found = re.findall(r'<w:tblW w:w="(\d+)"', fit(made() + first + made(), PAPERS["4-3-4-3"][0]))
    assert found == ["14003", "7937"]


def test_the_words_in_the_head_of_a_table_do_not_break() -> None:
    heads = ["NO.", "TGL PELAKSANAAN", "YOUTUBE", "KETERANGAN"]
    columns = [567, 1700, 1100, 5704]
    head = row([cell(w, paragraph("SelJudul", run(t))) for w, t in zip(columns, heads, strict=True)], header=True)
    assert widths(resized(table("TabelLaporan", columns, [head]).encode(), 7937)) == [505, 1505, 1005, 4922]


PICTURES = {
    "a kolase on our paper": ((9071, 11452), "ours", (9071, 11452)),
    "a kolase with letter margins": ((9071, 9071), "4-3-4-3", (7937, 7937)),
    "a high one with letter margins": ((5000, 11452), "4-3-4-3", (4380, 10033)),
    "a kolase across": ((9071, 11452), "landscape", (5164, 6520)),
    "a small one": ((2000, 2000), "landscape", (2000, 2000)),
}


@pytest.mark.parametrize("which", PICTURES)
def test_pictures_of_a_report_keep_their_shape_and_fit(which: str) -> None:
    size, section, expected = PICTURES[which]
    xml = fit(paragraph("Kolase", drawn("rIdG1", *size)), PAPERS[section][0])
    found = [(int(wide) // 635, int(high) // 635) for wide, high in re.findall(r'cx="(\d+)" cy="(\d+)"', xml)]
    assert [(abs(w - expected[0]) <= 1, abs(h - expected[1]) <= 1) for w, h in found] == [(True, True)] * 2


def test_a_picture_of_the_template_stays_as_it_is() -> None:
    xml = fit(paragraph("Isi", drawn("rId9", 12000, 12000)), PAPERS["4-3-4-3"][0])
    assert re.findall(r'cx="(\d+)"', xml) == [str(12000 * 635)] * 2


def test_photos_shrink_with_their_table() -> None:
    xml = fit(made(more=paragraph("Sel", drawn("rIdG1", 4000, 2000))), PAPERS["4-3-4-3"][0])
    assert re.findall(r'cx="(\d+)"', xml) == [str(int(4000 * 635 * 7937 / 9071))] * 2


def test_a_cover_that_fills_our_page_fits_a_lower_one() -> None:
    tall = table("TabelPolos", [8844], [row([cell(8844, "<w:p/>")], height=high) for high in (5783, 4876, 3061)])
    found = re.findall(r'<w:trHeight w:val="(\d+)"', fit(tall, PAPERS["4-3-4-3"][0]))
    assert found == ["5185", "4372", "2744"]


def with_paper(section: str) -> Parts:
    size = "".join(re.findall(r"<w:pgSz[^>]*/><w:pgMar[^>]*/>", section))
    text = re.sub(r"<w:pgSz[^>]*/><w:pgMar[^>]*/>", size, build.parts()[MAIN].decode())
    return {**build.parts(), MAIN: text.encode()}


def rights(parts: Parts, name: str) -> list[str]:
    tabs = etree.fromstring(parts[name]).iter(f"{W}tab")
    return [str(tab.get(f"{W}pos")) for tab in tabs if tab.get(f"{W}val") == "right"]


@pytest.mark.parametrize("which", ["ours", "4-3-4-3", "F4", "landscape"])
def test_page_numbers_stand_at_the_edge_of_the_text(which: str) -> None:
    section, (wide, _) = PAPERS[which]
    tidy = tidied(opened(pack(with_paper(section))))
    assert rights(tidy, "word/footer1.xml") == ([] if which == "ours" else [str(wide)])
    assert rights(tidy, "word/styles.xml") == [*[str(wide)] * 4, "9071"]
    assert tidied(opened(pack(tidy))) == tidy


def across() -> Parts:
    """The appendix on paper that lies across, with the footer of the section before; the rest on F4."""
    text = build.parts()[MAIN].decode()
    last = re.findall(r"<w:sectPr>.*?</w:sectPr>", text)[-1]
    at = text.rindex("<w:p>", 0, text.index("{%p if kolase %}"))
    upright = paragraph("Jeda", "", last.replace('w:w="11906" w:h="16838"', 'w:w="12189" w:h="18709"'))
    turned = re.sub(r"<w:pgNumType[^>]*/>|<w:footerReference[^>]*/>", "", last)
    turned = turned.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
    text = text[:at] + upright + text[at:].replace(last, turned)
    return {**build.parts(), MAIN: text.encode()}


def test_sections_of_several_widths_have_footers_of_their_own() -> None:
    tidy = tidied(opened(pack(across())))
    feet = sorted(name for name in tidy if name.startswith("word/footer"))
    assert feet == ["word/footer1-ridsisi1.xml", "word/footer1-ridsisi2.xml", "word/footer1.xml"]
    assert [rights(tidy, name) for name in feet] == [["9354"], ["14003"], []]
    named = re.findall(r"<w:footerReference[^>]*/>", tidy[MAIN].decode())
    assert re.findall(r'r:id="(\w+)"', "".join(named)) == ["rId4", "rIdSisi1", "rIdSisi2"]
    assert tidied(opened(pack(tidy))) == tidy


def numbers(pages: list[str]) -> list[str]:
    return [text.split()[-1] for text in pages[2:]]


@needs_office
@pytest.mark.parametrize("which", ["4-3-4-3", "across"])
def test_every_page_and_every_line_of_the_daftar_isi_has_its_number(which: str) -> None:
    tidy, faults = judge(pack(across() if which == "across" else with_paper(PAPERS[which][0])))
    assert faults == []
    report = compose(REKAP, LEMBAR, emblem(), partial(office.pdf, soffice=SOFFICE or ""), template=tidy)
    assert (report.fault, report.pdf is not None) == ("", True)
    pages = [page.extract_text() for page in PdfReader(BytesIO(report.pdf or b"")).pages]
    assert numbers(pages) == ["ii", "iii", *(str(n) for n in range(1, len(pages) - 3))]
    listed = re.findall(r"\.{3,} ?(\S+)$", pages[3], flags=re.MULTILINE)
    written = re.findall(r"PAGEREF _Toc\d+ .*?<w:t[^>]*>([^<]+)<", unpack(report.docx)[MAIN].decode())
    assert listed == written
    assert len(listed) == 21


def test_the_built_in_template_is_not_touched() -> None:
    document = build.parts()[MAIN]
    assert fitted(document) == document
