"""The report as a file: its kolase, hostile texts, equal bytes, a template that is spoiled."""

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from renderers.figures import Cell, Kolase, Masalah
from renderers.kantor import Media
from renderers.photo.album import Album
from renderers.photo.emblem import emblem
from renderers.rekap import document
from renderers.rekap.fields import fields as template_fields
from renderers.rekap.pictures import Material
from renderers.rekap.rekap import compose, draw, sheets_of
from renderers.templat_bawaan import build
from renderers.word import word
from renderers.word.ooxml import pack, unpack
from tests.renderers.reading import paragraphs, table, tables, xml
from tests.renderers.rekap.drawn import drawn
from tests.renderers.rekaps import LEMBAR, REKAP, SATKER, rekap

HOSTILE = "Rapat <A & B> \"x\" 'y' 😀\x00\x0b\x1f\ud83d {{ 7*7 }} {% raw %} ]]> &amp; selesai "


# What is left of it: marks that break XML are gone, and nothing is added.
SAFE = "Rapat <A & B> \"x\" 'y' {{ 7*7 }} {% raw %} ]]> &amp; selesai "


CHARTS = 3  # the pictures before the kolase: two of postingan, one of publikasi


def test_the_kolase_two_sheets_a_page_in_order_with_caption_and_description(docx: bytes) -> None:
    weeks = [x.caption for x in LEMBAR]
    named = [f"Gambar {n}. {week}" for n, week in enumerate(weeks, start=CHARTS + 1)]
    assert paragraphs(docx, "Caption")[CHARTS:] == named
    alts = re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', xml(docx))
    assert alts[:2] + alts[2 + CHARTS :] == ["Lambang KPU Kabupaten Sukamaju"] * 2 + weeks
    kinds = [unpack(docx)[f"word/media/rIdG{n}.jpg"][:3] for n in (CHARTS + 2, CHARTS + 3)]
    assert kinds == [b"\xff\xd8\xff"] * 2
    # 10.6 cm high, as wide as its shape: 108 × 135 pixels.
    assert re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', xml(docx))[2 + CHARTS] == ("3052800", "3816000")
    five = compose(REKAP, [LEMBAR[0]] * 5, emblem(), None).docx
    assert [xml(one).count('<w:pStyle w:val="HalamanBaru"/>') for one in (docx, five)] == [0, 2]


def test_captions_of_a_pekan_with_several_sheets() -> None:
    week = Kolase("KPU", "Sukamaju", (), "Kegiatan KPU", "Pekan Pertama Juli 2023", "3–7 Juli 2023", (), "", ())
    assert [x.caption for x in sheets_of(week, [b"a", b"b"])] == [
        "Kegiatan KPU Pekan Pertama Juli 2023 (3–7 Juli 2023), lembar 1 dari 2",
        "Kegiatan KPU Pekan Pertama Juli 2023 (3–7 Juli 2023), lembar 2 dari 2",
    ]
    assert [x.caption for x in sheets_of(replace(week, rentang=""), [b"a"])] == ["Kegiatan KPU Pekan Pertama Juli 2023"]


def test_draw_makes_the_kolase_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no office program: the document alone
    Image.new("RGB", (640, 480), "navy").save(tmp_path / "foto.jpg")
    cell = Cell("foto.jpg", "Apel Pagi", "Senin, 3 Juli 2023")
    week = Kolase("KPU", "Sukamaju", (), "Kegiatan KPU", "Pekan Pertama Juli 2023", "", (cell,), "laman", ())
    laporan = draw(rekap(kolase=(week,)), tmp_path)
    assert paragraphs(laporan.docx, "Caption")[CHARTS:] == ["Gambar 4. Kegiatan KPU Pekan Pertama Juli 2023"]


def hostile(value: Any) -> Any:
    if isinstance(value, str):
        return HOSTILE + value
    if isinstance(value, tuple):
        return tuple(map(hostile, value))
    if is_dataclass(value) and not isinstance(value, type):
        kept = {"sektor", "platform", "jenis", "logo", "narasi"}
        return replace(value, **{f.name: hostile(getattr(value, f.name)) for f in fields(value) if f.name not in kept})
    return value


def test_hostile_text_breaks_and_cuts_nothing() -> None:
    docx = drawn(hostile(REKAP)).docx
    row = table(docx, "B.\tDengan Instansi Nonpemerintah")[1]
    assert row[2:] == [f"{SAFE}Audiensi", f"{SAFE}PWI Sukamaju", f"{SAFE}Liputan tahapan kampanye"]
    assert tables(docx)[3][1][1] == f"{SAFE}SITI RAHAYU"
    # Nothing behind it is lost either.
    assert paragraphs(docx, "Caption")[-1] == f"Gambar {CHARTS + 2}. {LEMBAR[1].caption}"
    assert f"{SAFE}Pencairan tertunda." in paragraphs(docx, "Butir Isi")


def test_line_breaks_and_tabs_of_people_stay() -> None:
    docx = drawn(rekap(masalah=(Masalah("Judul", "satu\r\ndua\ttiga\rempat"),))).docx
    assert paragraphs(docx, "Butir Isi") == ["satu\ndua\ttiga\nempat"]


def test_equal_data_give_equal_bytes(docx: bytes) -> None:
    assert drawn().docx == docx


def test_tables_that_are_held_aside_come_out_as_those_that_are_not() -> None:
    odd = rekap(jenis=("{{ Foto }}\tsatu\ndua", *REKAP.jenis[1:]), media=(Media("{% grup %}", "grup", "a\tb & c"),))
    ours, offices = (
        document.assemble(odd, Material(emblem(), LEMBAR), template)
        for template in (None, unpack(document.PREPARED.read_bytes()))
    )
    assert document.finished(ours, None) == document.finished(offices, None)
    assert ours.plan.text.count(b"<w:tbl>") == offices.plan.text.count(b"<w:tbl>")


def test_no_value_has_a_name_by_which_a_template_would_miss_a_method() -> None:
    """The sandbox looks for what stands in a dict before it looks for what a dict can do."""

    def names(value: Any) -> set[str]:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
        return set(value if isinstance(value, dict) else ()).union(*map(names, inner))

    given = names(template_fields(REKAP, Material(emblem(), LEMBAR), Album()))
    assert (len(given) > 60, given & set(dir(dict))) == (True, set())


def edited(old: str, new: str) -> dict[str, bytes]:
    parts = build.parts()
    assert old in parts["word/document.xml"].decode()
    return {**parts, "word/document.xml": parts["word/document.xml"].decode().replace(old, new).encode()}


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("{{ surat.nomr }}", "has no attribute 'nomr'"),
        ("{{ nomor }}", "'nomor' is undefined"),
        ("{{ surat.nomor", "word/document.xml: "),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ cycler.__init__.__globals__ }}", "unsafe"),
    ],
)
def test_a_spoiled_template_stops_the_report_and_says_where(new: str, message: str) -> None:
    given = template_fields(REKAP, Material(emblem(), LEMBAR), Album())
    with pytest.raises(word.BrokenTemplate, match=re.escape(message)):
        word.render(edited("{{ surat.nomor }}", new), given)


def test_title_and_author_of_the_file_survive_an_ampersand() -> None:
    docx = drawn(rekap(satker=replace(SATKER, nama="KPU A & B"))).docx
    core = xml(docx, "docProps/core.xml")
    assert "<dc:title>Laporan Bakohumas KPU A &amp; B Triwulan III Tahun 2023</dc:title>" in core
    assert "<dc:creator>KPU A &amp; B</dc:creator>" in core


def test_pictures_are_stored_not_deflated() -> None:
    plain = pack({"a.jpg": b"x" * 1000, "b.xml": b"x" * 1000})
    assert plain.count(b"x" * 1000) == 1
