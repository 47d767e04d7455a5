"""The built-in template is what its program builds, names no office, and has the paper and numbering of the office."""

import re
from pathlib import Path

from renderers.photo.album import Album
from renderers.photo.emblem import emblem
from renderers.rekap import surat
from renderers.rekap.document import PREPARED
from renderers.rekap.fields import fields as template_fields
from renderers.rekap.pictures import Material
from renderers.rekap.rekap import TEMPLATE
from renderers.templat_bawaan import build
from renderers.templat_bawaan import passages as printed
from renderers.word import word
from renderers.word.ooxml import unpack
from storage.nasional.passages import passages
from tests.renderers.reading import xml
from tests.renderers.rekaps import LEMBAR, REKAP


def test_the_committed_template_is_what_the_script_builds() -> None:
    # Otherwise run `python -m renderers.templat_bawaan.build` and commit all four files.
    assert unpack(TEMPLATE.read_bytes()) == build.parts()
    assert unpack(PREPARED.read_bytes()) == build.prepared()
    assert unpack(surat.TEMPLATE.read_bytes()) == build.letter()
    assert unpack(surat.PREPARED.read_bytes()) == word.prepare(build.letter())


def test_the_template_asks_for_what_it_is_given() -> None:
    given = template_fields(REKAP, Material(emblem(), LEMBAR), Album())
    # These are there for the templates of offices; passages have their values filled in.
    assert word.names(unpack(TEMPLATE.read_bytes())) == set(given) - {"kegiatan", "dasar_laporan", "pemilu"}


def test_every_passage_of_the_country_has_its_place_in_the_template_and_in_order() -> None:
    assert [(one.bab, one.kunci) for one in passages()] == list(printed.passages())
    assert [one.kunci for one in passages() if one.listed] == re.findall(
        r"^# \{naskah \w+\.(\w+)\}$", (printed.FOLDER / "prosa.txt").read_text("utf-8"), re.MULTILINE
    )


def test_the_template_knows_no_office_and_no_year() -> None:
    folder = Path(build.__file__).parent
    prosa = "".join((folder / name).read_text("utf-8") for name in ("prosa.txt", "surat.txt"))
    assert re.findall(r"Probolinggo|Jawa Timur|2022|2024", prosa) == []


def test_the_language_is_indonesian_and_the_paper_a4_with_the_margins_of_the_office(docx: bytes) -> None:
    assert re.findall(r'<w:lang w:val="([^"]*)"', xml(docx, "word/styles.xml")) == ["id-ID"]
    sizes = set(re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"/>', xml(docx)))
    assert sizes == {("11906", "16838")}
    margins = re.findall(r'w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"', xml(docx))
    assert [margin for margin in margins if margin[1] == "1134"] == [("1134", "1134", "1417", "1701")] * 3


def test_front_matter_in_roman_the_body_in_arabic_figures(docx: bytes) -> None:
    assert re.findall(r"<w:pgNumType ([^/]*)/>", xml(docx)) == [
        'w:fmt="lowerRoman" w:start="1"',
        'w:fmt="lowerRoman"',
        'w:fmt="decimal" w:start="1"',
    ]
