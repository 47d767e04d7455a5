"""Whose a file is and of which day, in Word and in the PDF, and what the PDF tells those who cannot see it."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from renderers.templat_bawaan import build
from renderers.word import office, properties
from renderers.word.ooxml import MAIN, Parts, unpack
from tests.renderers.rekap.drawn import drawn_and_printed

CORE, APP = "docProps/core.xml", "docProps/app.xml"
KEYWORDS = "Bakohumas, KPU Kabupaten Sukamaju, Triwulan III Tahun 2023"
needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


def saved_by_somebody() -> Parts:
    """The built-in template after Word saved it on somebody's computer."""
    core = b"<cp:lastModifiedBy>Budi</cp:lastModifiedBy><cp:revision>7</cp:revision></cp:coreProperties>"
    old = build.parts()
    kind = b"application/vnd.openxmlformats-officedocument.extended-properties+xml"
    types = b'<Override PartName="/docProps/app.xml" ContentType="%s"/></Types>' % kind
    told = b"<Properties><Application>Word</Application><Manager>Budi</Manager><Company>PT Budi</Company></Properties>"
    return {
        **old,
        CORE: re.sub(rb"<dc:creator>[^<]*", b"<dc:creator>Budi", old[CORE]).replace(b"</cp:coreProperties>", core),
        APP: told,
        "[Content_Types].xml": old["[Content_Types].xml"].replace(b"</Types>", types),
    }


def test_nobody_but_the_office_is_named() -> None:
    parts = properties.owned(saved_by_somebody(), "KPU Kota Singkawang", date(2025, 3, 31))
    found = re.findall(
        r"<(?:dc|cp|dcterms):(creator|lastModifiedBy|created|modified|revision)[^>]*>([^<]*)<", parts[CORE].decode()
    )
    assert found == [
        ("revision", "7"),
        ("creator", "KPU Kota Singkawang"),
        ("lastModifiedBy", "KPU Kota Singkawang"),
        ("created", "2025-03-31T00:00:00Z"),
        ("modified", "2025-03-31T00:00:00Z"),
    ]
    assert parts[APP] == b"<Properties><Application>Word</Application></Properties>"


@pytest.mark.parametrize(("prefix", "declared"), [("cp:", ":cp"), ("ns0:", ":ns0"), ("", "")])
def test_properties_are_known_whatever_prefix_their_program_writes(prefix: str, declared: str) -> None:
    old = saved_by_somebody()
    core = old[CORE].decode().replace("xmlns:cp=", f"xmlns{declared}=").replace("cp:", prefix)
    app = re.sub("<(/?)", r"<\1ap:", old[APP].decode()).replace("ap:Properties>", 'ap:Properties xmlns:ap="p">', 1)
    told = {**old, CORE: core.replace("Bakohumas, ", "Humas &amp; Media, ").encode(), APP: app.encode()}
    parts = properties.bound(properties.owned(told, "KPU Kota Singkawang", date(2025, 3, 31)))
    assert parts[APP].decode() == '<ap:Properties xmlns:ap="p"><ap:Application>Word</ap:Application></ap:Properties>'
    hard = "{{ satker.nama }}, {{ waktu.lengkap }}".replace(" ", "\xa0").replace(",\xa0", ", ")
    assert re.findall(r"keywords>([^<]+)<", parts[CORE].decode()) == [f"Humas\xa0&amp;\xa0Media, {hard}"]


def test_no_letter_of_the_keywords_changes_but_hard_spaces() -> None:
    told = "Rapat\u200aA\xa0dan\nB"
    # A hair space and the end of a line have the digits of a hard space astride two letters.

    def made(told: str, pad: str = "") -> bytes:
        parts = told.encode("utf-16-be").hex().upper(), told, pad
        return "%PDF /Keywords<FEFF{}> <pdf:Keywords>{}</pdf:Keywords>{}".format(*parts).encode()

    assert office.plainly_spaced(made(told)) == made(told.replace("\xa0", " "), " ")


def test_signs_that_were_escaped_twice_are_escaped_once() -> None:
    pdf = "%PDF <x:xmpmeta><dc:title>A &amp;amp; B &amp;lt;C &amp;amp;amp; D</dc:title></x:xmpmeta>{}%EOF"
    again = pdf.replace("&amp;amp;", "&amp;").replace("&amp;lt;", "&lt;").format(" " * 12)
    assert office.plainly_spaced(pdf.format("").encode()) == again.encode()


@needs_office
def test_the_pdf_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(drawn_and_printed().pdf or b""))
    root: Any = reader.root_object
    assert reader.metadata is not None
    told = {key: str(reader.metadata[key]) for key in ("/Title", "/Subject", "/Author", "/Keywords")}
    assert told == {
        "/Title": "Laporan Bakohumas KPU Kabupaten Sukamaju Triwulan III Tahun 2023",
        "/Subject": "Kegiatan kehumasan bulan Juli s/d September 2023",
        "/Author": "KPU Kabupaten Sukamaju",
        "/Keywords": KEYWORDS,
    }
    marks = root["/Metadata"].get_data().decode()
    assert re.findall(r"<(?:pdfaid|pdfuaid|pdf):(\w+)>([^<]*)<", marks)[:3] == [
        ("part", "2"),
        ("conformance", "B"),
        ("part", "1"),
    ]
    assert re.findall(r"<pdf:Keywords>([^<]*)<", marks) == [KEYWORDS]
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == ("id-ID", True)


@needs_office
def test_every_alternative_text_of_the_document_stands_in_the_pdf() -> None:
    report = drawn_and_printed()
    root: Any = PdfReader(BytesIO(report.pdf or b"")).root_object
    described = re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', unpack(report.docx)[MAIN].decode())
    assert list(_alternatives(root["/StructTreeRoot"])) == described


def _alternatives(node: Any) -> Iterator[str]:
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from _alternatives(child)
    elif isinstance(node, dict):
        if "/Alt" in node:
            yield str(node["/Alt"])
        if "/K" in node:
            yield from _alternatives(node["/K"])
