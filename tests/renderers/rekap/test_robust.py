"""Whatever people write, in whatever field: it is printed, and nothing behind it is lost."""

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, seed, settings
from hypothesis import strategies as st
from PIL import Image

from renderers.clean import line, text
from renderers.figures import Cell, Jumlah, Kegiatan, Kolase, Rekap, Tautan
from renderers.photo.emblem import emblem
from renderers.rekap import document
from renderers.rekap.pictures import Material
from renderers.rekap.rekap import draw
from renderers.report import Report
from tests.conftest import FRESH_SEED
from tests.renderers.reading import paragraphs, table
from tests.renderers.rekap.every_text import changed, rows, texts
from tests.renderers.rekaps import JULI, LEMBAR, REKAP, rekap

FULL = replace(
    REKAP,
    kini=Jumlah("Triwulan III 2023", 1, 2, 3, 4, 5, 6),
    narasi={"akun": "Alinea akun.", "evaluasi": "Alinea evaluasi.", "media_sosial": "Alinea media sosial."},
    tautan=(Tautan(JULI, False, "Foto Berita", "Judul", (("IG", "https://contoh.id/1"),)),),
)
HOSTILE = {
    "XML": "<w:p>&amp;&lt;</w:t> \"x\" 'y' ]]> <!-- --> <?x?>",
    "template": "{{ 7*7 }} {% raw %} {# x #} {_{ x }_} {%p if x %} {{r x }}",
    "emoji": "😀 👩‍👩‍👧 🇮🇩",
    "right to left": "مرحبا بالعالم שלום",
    "control": "a\x00b\x01c\x0bd\x0ce\x1ff\x7fg\x85h\ufffei\uffffj",
    "surrogate": "a\ud83db\udc00c",
    "invisible": "a\u200bb\u202ec\ufeffd",
    "long": "sangat panjang " * 133,
    "one long word": "a" * 2000,
    "lines": "satu\r\ndua\rtiga\tempat\n\nlima",
    "composed": "e\u0301 ﬁ Å",
    "word": '_x0041_ w:val="1" {TOC} PAGEREF _Toc00001',
}


def written(subject: Rekap) -> bytes:
    return document.finished(document.assemble(subject, Material(emblem(), LEMBAR)), None)


def marked(before: str) -> Rekap:
    """Every text of the figures, `before` in front of a number of its own."""
    numbers = count(1)
    marked: Rekap = changed(FULL, lambda _: f"{before}<{next(numbers)}>")
    return marked


def shown(docx: bytes, before: str) -> set[int]:
    """The numbers whose text stands in the document as it was cleaned, in capitals or not, in one paragraph or more."""
    everything = " ".join(" ".join(texts(docx)).split()).casefold()
    return {n for n in range(1, 200) if " ".join(text(f"{before}<{n}>").split()).casefold() in everything}


@pytest.fixture(scope="module")
def usual() -> set[int]:
    return shown(written(marked("Biasa ")), "Biasa ")


def test_most_texts_of_the_figures_are_printed(usual: set[int]) -> None:
    assert len(usual) > 55


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_in_every_field_is_printed_wherever_another_is(usual: set[int], name: str) -> None:
    assert usual - shown(written(marked(HOSTILE[name])), HOSTILE[name]) == set()


ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


def _properly(uraian: str, instansi: str, keterangan: str, judul: str) -> None:
    koordinasi = replace(REKAP.koordinasi[3], uraian=uraian, instansi=instansi, keterangan=keterangan)
    informasi = replace(REKAP.informasi[0], judul=judul)
    found = rows(written(rekap(koordinasi=(koordinasi,), informasi=(informasi,))))
    expected = [["1.", "20 Juli 2023", line(uraian), line(instansi), line(keterangan)]]
    assert [row for row in found if row[:2] == ["1.", "20 Juli 2023"]] == expected
    assert [row for row in found if row[0] == "1." and row[-1] == "TikTok"] == [
        ["1.", "Juli 2023", line(judul), "TikTok"]
    ]


QUICK = settings(max_examples=20, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])


@seed(20230701)
@QUICK
@example("", "", "0\xa00", "")  # a blank that parts words and is no space
@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING)
def test_any_text_comes_out_as_it_was_cleaned(a: str, b: str, c: str, d: str) -> None:
    _properly(a, b, c, d)


@seed(FRESH_SEED)
@QUICK
@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING)
def test_any_text_of_a_fresh_seed_comes_out_as_it_was_cleaned(a: str, b: str, c: str, d: str) -> None:
    _properly(a, b, c, d)


@seed(FRESH_SEED)
@settings(max_examples=200, deadline=None, database=None)
@given(ANYTHING)
def test_cleaning_twice_changes_nothing(value: str) -> None:
    assert text(text(value)) == text(value)


BROKEN = {"kosong.jpg": b"", "laman.jpg": b"<html></html>", "putus.jpg": None, "hilang.jpg": None}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.effect_noise((800, 600), 90).convert("RGB").save(tmp_path / "foto.jpg")
    for name, data in BROKEN.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
    (tmp_path / "putus.jpg").write_bytes((tmp_path / "foto.jpg").read_bytes()[:600])
    return tmp_path


def photographed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.setenv("PATH", str(folder))  # no office program: the document alone
    names = ["foto.jpg", *BROKEN]
    cells = tuple(Cell(name, f"Kegiatan {name}", "Senin, 3 Juli 2023") for name in names)
    week = Kolase("KPU", "Sukamaju", (), "Kegiatan KPU", "Pekan Pertama Juli 2023", "", cells, "laman", ())
    kegiatan = tuple(Kegiatan(f"Kegiatan {name}", JULI, JULI, "", (name,)) for name in names)
    return draw(rekap(kolase=(week,), kegiatan=kegiatan), folder)


def test_photos_that_are_gone_or_broken_cost_no_report(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docx = photographed(folder, monkeypatch).docx
    assert [p for p in paragraphs(docx) if p.endswith("Kegiatan KPU Pekan Pertama Juli 2023")] != []
    (said,) = [p for p in paragraphs(docx) if p.startswith("Kegiatan yang tidak berfoto")]
    assert said == (
        "Kegiatan yang tidak berfoto: Kegiatan kosong.jpg (Sabtu, 1 Juli 2023), Kegiatan laman.jpg (Sabtu, 1 Juli "
        "2023), Kegiatan putus.jpg (Sabtu, 1 Juli 2023), dan Kegiatan hilang.jpg (Sabtu, 1 Juli 2023)."
    )


def test_a_year_of_fifteen_hundred_konten() -> None:
    konten = tuple(
        Tautan(JULI, False, "Foto Berita", f"Konten {n}", (("IG", f"https://contoh.id/{n}"),)) for n in range(1500)
    )
    informasi = tuple(replace(REKAP.informasi[1], judul=f"Informasi {n}") for n in range(1500))
    docx = written(rekap(tautan=konten, informasi=informasi))
    found = rows(docx)
    assert [row[2] for row in found if row[2:] and row[2].startswith("Foto Berita\nKonten")] == [
        f"Foto Berita\nKonten {n}" for n in range(1500)
    ]
    assert [row[0] for row in found if row[2:] and row[2].startswith("Informasi")] == [f"{n}." for n in range(1, 1501)]
    assert table(docx, "B.\tDengan Instansi Nonpemerintah")[1][3] == "PWI Sukamaju"
