"""The daftar isi of a report: pages counted by an office program, and left open without one."""

import re
import stat
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from renderers.photo.emblem import emblem
from renderers.rekap.rekap import compose
from renderers.report import Report
from renderers.word import contents, office
from renderers.word.model.sections import Start
from renderers.word.ooxml import HEAD, NAMESPACES, W, cell, field, paragraph, row, run, table
from tests.renderers.reading import paragraphs, xml
from tests.renderers.rekap.drawn import drawn_and_printed, printer
from tests.renderers.rekap.every_text import pages_of
from tests.renderers.rekaps import JULI, LEMBAR, REKAP, SATKER, koordinasi, rekap

SOFFICE = office.program()
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed here")
JUDUL = [
    "HALAMAN JUDUL",
    "KATA PENGANTAR",
    "DAFTAR ISI",
    "BAB I PENDAHULUAN",
    "A.\tGambaran Umum",
    "B.\tMaksud dan Tujuan Kegiatan",
    "C.\tRuang Lingkup dan Anggaran Kegiatan",
    "D.\tStruktur Organisasi Bakohumas",
    "E.\tDasar Pelaksanaan Kegiatan",
    "BAB II KOORDINASI, KOMUNIKASI DAN KERJA SAMA",
    "A.\tDengan Instansi Pemerintah",
    "B.\tDengan Instansi Nonpemerintah",
    "BAB III PELAKSANAAN KEGIATAN BAKOHUMAS TRIWULAN III TAHUN 2023",
    "A.\tData Informasi Kepemiluan yang Disebarluaskan",
    "B.\tRekapitulasi Media Sosial",
    "BAB IV EVALUASI DAN MONITORING",
    "A.\tHasil Evaluasi",
    "B.\tDaftar Inventarisasi Masalah dan Tantangan",
    "C.\tSaran dan Rekomendasi",
    "BAB V PENUTUP",
    "LAMPIRAN FOTO KOLASE",
]


def lines(docx: bytes) -> list[tuple[str, str]]:
    """The daftar isi as (text, page)."""
    found = [text for text in paragraphs(docx) if re.search(r"\t(\d+|[ivx]+|…)$", text)]
    return [(text.rpartition("\t")[0], text.rpartition("\t")[2]) for text in found]


def test_without_an_office_program_the_pages_stay_open_and_word_is_asked_to_fill_them() -> None:
    drawn = compose(REKAP, LEMBAR, emblem(), None)
    assert lines(drawn.docx) == [(text, "…") for text in JUDUL]
    assert '<w:updateFields w:val="true"/>' in xml(drawn.docx, "word/settings.xml")
    assert drawn.pdf is None
    assert drawn.catatan == (
        "LibreOffice tidak terpasang: nomor halaman daftar isi masih “…” dan diisi Word saat berkas dibuka (jawab Ya), "
        "sedangkan PDF tidak dibuat."
    )


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (None, "LibreOffice tidak dapat dijalankan (No such file or directory)"),
        ("exit 0", "LibreOffice tidak menghasilkan PDF"),
        ('echo garbage > "$8/laporan.pdf"', "LibreOffice tidak menghasilkan PDF"),
    ],
)
def test_an_office_program_that_fails_does_not_cost_the_report(tmp_path: Path, script: str | None, said: str) -> None:
    drawn = compose(REKAP, LEMBAR, emblem(), printer(_program(tmp_path, script)))
    assert drawn.catatan.partition(": ")[0] == said
    assert lines(drawn.docx) == [(text, "…") for text in JUDUL]


def test_an_office_program_that_hangs_is_ended(tmp_path: Path) -> None:
    with pytest.raises(office.NoPdf, match=r"LibreOffice tidak selesai dalam 0\.2 detik"):
        office.pdf(b"", _program(tmp_path, "sleep 60"), 0.2)


def _program(folder: Path, script: str | None) -> str:
    program = folder / "soffice"
    if script is not None:
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


@pytest.fixture(scope="module")
def drawn() -> Report:
    return drawn_and_printed()


@pytest.fixture(scope="module")
def long() -> Report:
    """A table over several pages; a cover and a foreword that need a second one."""
    rows = tuple(
        koordinasi("pemerintah", JULI, "Rapat", f"Dinas {n}", "Keterangan yang panjang " * 6) for n in range(60)
    )
    office_ = replace(SATKER, nama="KPU Kabupaten " + "Sukamaju Selatan Raya Bagian Timur Laut " * 8)
    return compose(rekap(koordinasi=rows, satker=office_), LEMBAR, emblem(), printer(SOFFICE))


def printed(pdf: bytes) -> dict[str, str]:
    """For every heading the number in the footer of the page where its bookmark lies."""
    reader = PdfReader(BytesIO(pdf))
    pages = {name: reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    texts = [text.split() for text in pages_of(pdf)]
    return {name.rpartition("5F")[2]: texts[page or 0][-1] for name, page in pages.items() if "Toc" in name}


@needs_office
@pytest.mark.parametrize("which", ["drawn", "long"])
def test_every_number_is_that_of_the_page(which: str, request: pytest.FixtureRequest) -> None:
    laporan: Report = request.getfixturevalue(which)
    assert laporan.pdf is not None
    footers = printed(laporan.pdf)
    # The cover shows no number; it is the first page of the front matter.
    expected = ["i", *(footers[f"Toc{n:05}"] for n in range(2, len(JUDUL) + 1))]
    assert [page for _, page in lines(laporan.docx)] == expected


@needs_office
@pytest.mark.parametrize("which", ["drawn", "long"])
def test_the_pdf_prints_the_same_daftar_isi_as_the_document(which: str, request: pytest.FixtureRequest) -> None:
    laporan: Report = request.getfixturevalue(which)
    assert laporan.pdf is not None
    page = next(text for text in pages_of(laporan.pdf) if "HALAMAN JUDUL." in text)
    numbers = re.findall(r"(?<=[. ])(\d+|[ivx]+)$", page, flags=re.MULTILINE)
    assert numbers[:-1] == [page for _, page in lines(laporan.docx)]


@needs_office
def test_the_entries_are_the_headings_in_their_order(drawn: Report) -> None:
    assert [text for text, _ in lines(drawn.docx)] == JUDUL
    assert "updateFields" not in xml(drawn.docx, "word/settings.xml")
    assert drawn.catatan == (
        "Di Word, nomor halaman daftar isi dapat disegarkan dengan klik kanan, lalu Perbarui Bidang."
    )


@needs_office
def test_a_longer_cover_and_foreword_shift_the_roman_pages(long: Report) -> None:
    assert [page for _, page in lines(long.docx)][:3] == ["i", "iii", "v"]


def _document(*body: str) -> dict[str, bytes]:
    return {
        "word/document.xml": (
            f"{HEAD}<w:document {NAMESPACES}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>".encode()
        )
    }


def test_a_daftar_isi_that_word_has_refreshed_is_taken_out_whole() -> None:
    opening, closing = field(r'TOC \o "1-3"', "|").split("|")
    old = paragraph("TOC1", opening + run("lama") + field("PAGEREF _Toc9", run("9"))) + paragraph("TOC1", run("lama"))
    plan = contents.outline(_document(old, paragraph("Normal", closing), paragraph("Heading1", run("BAB I\nAWAL"))))
    assert plan.listings[0].instruction == r'TOC \o "1-3"'
    assert [entry.text for entry in plan.entries] == ["BAB I AWAL"]
    filled = contents.fill(plan, ["4"]).decode()
    assert filled.count("lama") == 0
    assert filled.count(r'TOC \o "1-3"') == 1
    assert filled.count("fldCharType") == 6


def test_a_template_without_daftar_isi_stays_without() -> None:
    plan = contents.outline(_document(paragraph("Heading1", run("BAB I"))))
    assert contents.fill(plan, ["4"]).decode().count("PAGEREF") == 0


def test_a_daftar_isi_without_headings_is_an_empty_field() -> None:
    plan = contents.outline(_document(paragraph("TOC1", field("TOC", run("kosong")))))
    assert contents.fill(plan, []).decode().count("fldCharType") == 3


_ENDING = paragraph("Normal", "", "<w:sectPr/>")
_TABLE = table(
    "TabelLaporan", (9000,), [row([cell(9000, paragraph("Sel", run("Rapat instruksi sectPr numPr bookmark")))])]
)


@pytest.mark.parametrize(
    ("body", "opened", "aside"),
    [
        ((_TABLE,), ["Rapat"], 0),
        ((paragraph("Isi", run("Awal")), _TABLE), ["Awal"], 1),
        ((paragraph("Isi", run("Awal")), _ENDING, _TABLE), ["Awal", "Rapat"], 0),
        ((paragraph("Isi", run("Awal")), _ENDING, paragraph("Isi", run("Dua")), _TABLE), ["Awal", "Dua"], 1),
        ((_TABLE, _ENDING, "<w:p/>", _TABLE), ["Rapat", ""], 0),
        ((_TABLE, paragraph("Isi"), _TABLE, _ENDING, _TABLE), ["Rapat", "Rapat"], 1),
    ],
)
def test_a_table_is_set_aside_unless_it_opens_a_section(body: tuple[str, ...], opened: list[str], aside: int) -> None:
    plan = contents.outline(_document(*body))
    root = etree.fromstring(plan.xml)
    marks = [one for one in root.iter(f"{W}bookmarkStart") if one.get(f"{W}name", "").startswith("_Sec")]
    inside = ["".join(t.text or "" for t in next(one.iterancestors(f"{W}p")).iter(f"{W}t")) for one in marks]
    assert [text.partition(" ")[0] for text in inside] == opened
    assert len(plan.tables) == aside


@pytest.mark.parametrize(("page", "number"), [(0, "1"), (1, "i"), (3, "iii"), (4, "1"), (9, "6"), (10, "7"), (12, "9")])
def test_numbers_follow_the_sections(page: int, number: str) -> None:
    starts = (
        Start("decimal", None),
        Start("lowerRoman", 1),
        Start("lowerRoman", None),
        Start("decimal", 1),
        Start("decimal", None),
    )
    assert contents.number(starts, [0, 1, 2, 4, 10], page) == number
