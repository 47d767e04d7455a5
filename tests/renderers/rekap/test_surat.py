"""The covering letter as a file of its own, whose placeholders stay, and the report without it."""

import re
from dataclasses import replace

import pytest

from renderers.photo.emblem import emblem
from renderers.rekap import surat
from renderers.rekap.rekap import OURS, compose
from renderers.rekap.surat import KEPT, draw, without
from renderers.templat_bawaan import build, srikandi
from renderers.word import gate
from renderers.word.ooxml import MAIN, Parts, pack, unpack
from tests.renderers.reading import paragraphs, tables, xml
from tests.renderers.rekaps import LEMBAR, REKAP, SATKER, rekap
from tests.renderers.templat_kantor.by_hand import edited, typed

UNDATED = replace(REKAP, surat=replace(REKAP.surat, tanggal=None))


def annex(template: Parts | None = None) -> tuple[bytes, str]:
    """The undated report without its letter, and what is remarked on it."""
    drawn = compose(UNDATED, LEMBAR, emblem(), None, template=pack(template) if template else None, annex=True)
    return drawn.docx, drawn.catatan.partition("LibreOffice")[0]


def test_the_letter_has_all_but_what_srikandi_fills() -> None:
    letter = draw(REKAP, emblem()).docx
    assert gate.find(letter) == []
    office = f"KOMISI PEMILIHAN UMUM\nKABUPATEN SUKAMAJU\n{SATKER.alamat}\nLaman: kab-sukamaju.kpu.go.id"
    assert tables(letter) == [
        [["", office]],
        [
            ["Nomor", ":", "${nomor_naskah}", "Sukamaju, ${tanggal_naskah}"],
            ["Sifat", ":", "${sifat}", ""],
            ["Lampiran", ":", "1 (satu) berkas", ""],
            ["Hal", ":", "${hal}", ""],
        ],
    ]
    signed = "${jabatan_pengirim},\n\n${ttd_pengirim}\n\n${nama_pengirim}\n${nip_pengirim}"
    told = paragraphs(letter)
    assert (told[0], told[-3:]) == (
        "Kepada\nYth. Ketua KPU Provinsi Nusa Raya\ndi\nRAYAPURA",
        [signed, "Tembusan disampaikan kepada Yth.:", "1. Arsip"],
    )
    assert srikandi.names(unpack(letter)) == srikandi.NAMES.keys()


def test_what_people_write_is_printed_as_they_wrote_it() -> None:
    tembusan = ("Ketua {{ KPU }} & <RI>",)
    letter = draw(rekap(surat=replace(REKAP.surat, tembusan=tembusan)), emblem()).docx
    assert paragraphs(letter, "Surat Tembusan") == ["Tembusan disampaikan kepada Yth.:", "1. Ketua {{ KPU }} & <RI>"]


def test_a_template_of_the_letter_that_cannot_take_the_figures_does_not_cost_the_letter() -> None:
    parts = build.letter()
    broken = {**parts, MAIN: parts[MAIN].replace(b"{{ surat.lampiran }}", b"{{ surat.lama }}")}
    drawn = draw(REKAP, emblem(), pack(broken))
    assert (drawn.docx, drawn.catatan) == (draw(REKAP, emblem()).docx, surat.OURS)
    assert drawn.fault.startswith("BrokenTemplate at ")


@pytest.fixture(scope="module")
def dated() -> bytes:
    return compose(REKAP, LEMBAR, emblem(), None, annex=True).docx


def test_the_annex_is_the_report_without_its_letter(docx: bytes, dated: bytes) -> None:
    assert gate.find(dated) == []
    assert (tables(dated), paragraphs(dated)) == (tables(docx)[2:], paragraphs(docx)[6:])


def test_the_preface_of_an_annex_has_its_day_where_the_letter_has(dated: bytes) -> None:
    assert paragraphs(dated, "Tanda Tangan")[0] == "Sukamaju, 4 Oktober 2023\nKetua,\n\n\n\nSITI RAHAYU"
    assert paragraphs(annex()[0], "Tanda Tangan")[0] == "Ketua,\n\n\n\nSITI RAHAYU"
    assert paragraphs(compose(UNDATED, LEMBAR, emblem(), None).docx, "Tanda Tangan")[1].startswith("Sukamaju, …")


def test_headers_that_the_letter_gave_to_all_sections_stay() -> None:
    footer = '<w:footerReference w:type="default" r:id="rId4"/>'
    section = '<w:sectPr><w:type w:val="nextPage"/><w:pgSz'
    parts = edited(section, f'<w:sectPr>{footer}<w:type w:val="nextPage"/><w:pgSz')
    cut, told = without(parts)
    assert (told, cut[MAIN].count(b"footerReference")) == ("", 3)
    assert cut[MAIN].index(b"footerReference") < cut[MAIN].index(b"KATA PENGANTAR")


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (typed("{{ surat.nomor }}", "{{ surat.sifat }}"), ""),
        (edited('<w:sectPr><w:type w:val="nextPage"/><w:pgSz', "<w:x/><w:sectPrOld>"), KEPT),
    ],
    ids=["no letter", "no section of its own"],
)
def test_a_template_whose_letter_cannot_be_taken_out_stays_whole(template: Parts, told: str) -> None:
    if told:
        ending = re.compile(r'<w:p><w:pPr><w:pStyle w:val="Jeda"/><w:x/>.*?</w:p>')
        template = {**template, MAIN: ending.sub("", template[MAIN].decode(), count=1).encode()}
    assert without(template) == (template, told)


def test_a_template_of_the_office_is_cut_too() -> None:
    own, told = annex(typed("KATA PENGANTAR", "PRAKATA"))
    assert (told, paragraphs(own, "Judul Depan")[0]) == ("", "PRAKATA")
    assert b"Nomor" not in re.sub(rb"<[^>]+>", b"", unpack(own)[MAIN])[:400]
    _, told = annex(typed("{{ satker.kota }}", "{{ satker.kata }}"))
    assert told == ""
    _, told = annex(typed("KATA PENGANTAR", "{{ kata }}"))
    assert told == OURS


def test_the_head_has_place_and_day_beside_the_number(docx: bytes) -> None:
    assert tables(docx)[1][0] == ["Nomor", ":", "21/PR.04.1-SD/9901/2023", "Sukamaju, 4 Oktober 2023"]
    (right,) = re.findall(r'w:styleId="SuratTanggal">.*?<w:jc w:val="(\w+)"/>', xml(docx, "word/styles.xml"))
    assert right == "right"
