"""The passages in the filled Word file, for the tiers that no other test draws."""

import re
from dataclasses import replace

import pytest

from handlers.laporan import naskah
from renderers.figures import Rekap
from renderers.photo.emblem import emblem
from renderers.prosa import naskah as prosa
from renderers.rekap.rekap import compose
from renderers.word.word import italic_runs
from storage.nasional.passages import Office
from tests.renderers.reading import paragraphs, xml
from tests.renderers.rekaps import REKAP, SATKER

ACEH = replace(SATKER, nama="KIP Aceh", lembaga="KOMISI INDEPENDEN PEMILIHAN", wilayah="Aceh", atasan="KPU RI")
OFFICES = {
    "provinsi": (Office("provinsi"), replace(SATKER, nama="KPU Provinsi Nusa Raya", atasan="KPU RI")),
    "KIP": (Office("provinsi", "KIP", "islam"), ACEH),
    "pusat": (Office("pusat", salam="hindu"), replace(SATKER, nama="KPU Republik Indonesia", atasan="")),
}


@pytest.fixture(scope="module", params=OFFICES)
def filled(request: pytest.FixtureRequest) -> tuple[Rekap, bytes]:
    office, satker = OFFICES[request.param]
    rekap = naskah.written(replace(REKAP, satker=satker), office, {})
    return rekap, compose(rekap, (), emblem(), None).docx


def test_every_line_of_every_passage_is_a_paragraph_of_its_place(filled: tuple[Rekap, bytes]) -> None:
    rekap, docx = filled
    printed = [line.replace("*", "") for one in rekap.naskah for line in prosa.printed(rekap, one).splitlines()]
    found = paragraphs(docx)
    places = [found.index(line) for line in printed]
    assert places == sorted(places)


def test_foreign_words_are_italic_and_nothing_else_in_their_paragraph(filled: tuple[Rekap, bytes]) -> None:
    _, docx = filled
    slanted = re.findall(r"<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">([^<]*)</w:t></w:r>", xml(docx))
    assert slanted == [
        "voter turnout",
        "invalid votes",
        "public outreach",
        "quick count",
        "up to date",
        "awareness",
        "trust",
        "feedback",
    ]


def test_each_list_counts_from_one(filled: tuple[Rekap, bytes]) -> None:
    _, docx = filled
    numbers = re.findall(r'<w:numId w:val="([2-5])"/>', xml(docx))
    assert "".join(numbers) == "2" * 10 + "3" * 6 + "4" * 5 + "5" * 6


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<w:r><w:t>a \x02b\x03 c</w:t></w:r>", b"<w:r><w:t>a |<w:i/>b| c</w:t></w:r>"),
        (
            b"<w:r><w:rPr><w:b/><w:lang/></w:rPr><w:t>\x02b\x03</w:t></w:r>",
            b"<w:r><w:rPr><w:b/><w:lang/></w:rPr><w:t>|<w:b/><w:i/><w:lang/>b|<w:b/><w:lang/></w:t></w:r>",
        ),
        (b"<dc:title>a \x02b\x03</dc:title>", b"<dc:title>a b</dc:title>"),
        (
            b'<w:r><w:drawing><wp:docPr descr="a \x02b\x03 c"/></w:drawing><w:t>\x02b\x03</w:t></w:r>',
            b'<w:r><w:drawing><wp:docPr descr="a b c"/></w:drawing><w:t>|<w:i/>b|</w:t></w:r>',
        ),
        (b"<w:r><w:t>a</w:t></w:r>", b"<w:r><w:t>a</w:t></w:r>"),
    ],
)
def test_italic_words_get_a_run_with_the_properties_of_theirs(before: bytes, after: bytes) -> None:
    run = rb'</w:t></w:r><w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t xml:space="preserve">'
    assert re.sub(run, lambda found: b"|" + (found[1] or b""), italic_runs(before)) == after
