"""Templates as offices make them in LibreOffice, which is run, and in WPS Office and Google Docs, whose markup is
imitated from public files: uploaded, filled with a quarter, and printed."""

import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from io import BytesIO
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from bot.workshop import received
from renderers.photo.emblem import emblem
from renderers.rekap.rekap import compose
from renderers.report import Report
from renderers.word import office as printer
from renderers.word.ooxml import MAIN, unpack
from tests.renderers.rekaps import LEMBAR, REKAP
from tests.renderers.templat_kantor.wild import google, libreoffice, wps
from tests.renderers.templat_kantor.wild.boxes import sides
from tests.renderers.templat_kantor.wild.office import CHAPTER, SECTIONS

SOFFICE = printer.program()
HANDS: dict[str, Callable[[], bytes]] = {
    "LibreOffice": libreoffice.saved,
    "WPS Office": wps.saved,
    "Google Docs": google.saved,
}
PLAIN = ["HALAMAN JUDUL", "KATA PENGANTAR", "DAFTAR ISI"]
LEFT, RIGHT, SLACK = 113.4, 85.05, 0.5  # points
COVER = 1  # the frame of the cover lies outside of its margins
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed here")


@cache
def taken(hand: str) -> tuple[bytes, Sequence[str]]:
    """The template on the way that /templat has for it, and what it has lost."""
    found = received.template(HANDS[hand](), "Templat.docx")
    assert found.faults == ()
    return found.docx, found.lost


@cache
def printed(hand: str) -> Report:
    report = compose(REKAP, LEMBAR, emblem(), partial(printer.pdf, soffice=SOFFICE or ""), template=taken(hand)[0])
    assert (report.fault, report.pdf is not None) == ("", True)
    return report


@cache
def paper(hand: str) -> PdfReader:
    return PdfReader(BytesIO(printed(hand).pdf or b""))


@cache
def texts(hand: str) -> Sequence[str]:
    return [page.extract_text() for page in paper(hand).pages]


def listed(hand: str) -> list[tuple[str, str]]:
    """The lines of the daftar isi as the PDF prints them: text and page."""
    contents = next(text for text in texts(hand) if re.search(r"^BAB I PENDAHULUAN\.", text, re.MULTILINE))
    whole = re.sub(r"\n(?=2023\.)", " ", contents)
    return re.findall(r"^(?:[A-Z]\.\s+)?(.+?) ?\.{3,} ?(\S+)$", whole, re.MULTILINE)


def numbers(hand: str) -> dict[str, str]:
    """By each bookmark of a heading the number at the foot of its page; the cover has none."""
    places = {
        name.rpartition("5F")[2]: place for name, place in paper(hand).named_destinations.items() if "Toc" in name
    }
    pages = {name: paper(hand).get_destination_page_number(place) or 0 for name, place in places.items()}
    feet = [re.findall(r"Halaman (\w+)", text) for text in texts(hand)]
    return {name: feet[page][-1] if feet[page] else "i" for name, page in sorted(pages.items())}


@pytest.mark.parametrize("hand", HANDS)
def test_the_daftar_isi_has_the_numbers_of_the_pages(hand: str) -> None:
    found = listed(hand)
    assert [number for _, number in found] == list(numbers(hand).values())
    kept = [text for text, _ in found if text in PLAIN]
    assert kept == ([] if hand == "Google Docs" else PLAIN)
    assert [text for text, _ in found if CHAPTER in text] == [f"BAB V {CHAPTER}"]
    assert [text for text, _ in found][-1] == ("BAB VI PENUTUP" if hand == "Google Docs" else "LAMPIRAN FOTO KOLASE")


@pytest.mark.parametrize("hand", HANDS)
def test_nothing_stands_beyond_the_margins_and_no_section_is_lost(hand: str) -> None:
    beyond = [
        (n, left, right)
        for n, page in enumerate(paper(hand).pages)
        for left, right in [sides(page)]
        if n != COVER and (left < LEFT - SLACK or right > float(page.mediabox.width) - RIGHT + SLACK)
    ]
    assert beyond == []
    assert unpack(printed(hand).docx)[MAIN].count(b"</w:sectPr>") == SECTIONS
    assert [n for n, page in enumerate(paper(hand).pages) if page.mediabox.width > page.mediabox.height] == [19]


@pytest.mark.parametrize("hand", HANDS)
def test_the_schema_finds_nothing_in_its_report(hand: str, tmp_path: Path) -> None:
    (tmp_path / "laporan.docx").write_bytes(printed(hand).docx)
    result = OpenXmlValidator().validate(tmp_path / "laporan.docx")
    assert [(fault.part_uri, fault.description) for fault in result.errors] == []


GONE = [
    "“KATA PENGANTAR” dan “DAFTAR ISI” kehilangan gaya judulnya",
    "“LAMPIRAN FOTO KOLASE”, “LAMPIRAN DOKUMENTASI KEGIATAN”, dan “LAMPIRAN TAUTAN KONTEN” kehilangan gaya judulnya",
    "“HALAMAN JUDUL” tidak lagi ditandai (bidang TC)",
    "Keterangan “Tabel 1” dan “Gambar 1” bernomor tetap",
    "Gaya “Anak Judul”, “Butir”, “Butir Isi”, dan 34 lainnya tidak terpakai lagi",
    "Properti berkas (judul, subjek, kata kunci) hilang dan diambil dari templat bawaan",
]


@pytest.mark.parametrize(("hand", "told"), [("LibreOffice", []), ("WPS Office", []), ("Google Docs", GONE)])
def test_what_google_docs_loses_is_told(hand: str, told: list[str]) -> None:
    assert [re.split(r", (?:jadi|seperti)|;", sentence)[0] for sentence in taken(hand)[1]] == told
