"""Photos of the appendix: whole, small, in order, a broken one never in the way of a report."""

import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from renderers.figures import Cell, Kegiatan, Kolase
from renderers.photo import emblem
from renderers.rekap import kolase
from renderers.rekap.dokumentasi import tanpa_foto
from renderers.rekap.photos import cards
from renderers.rekap.photos.cards import prepare
from renderers.rekap.pictures import Card
from renderers.rekap.rekap import compose
from tests.renderers.reading import paragraphs, tables, xml
from tests.renderers.rekaps import LEMBAR, rekap

SHAPES = {"lebar": (1600, 1200), "tegak": (960, 1280), "panorama": (2400, 600), "besar": (2560, 1920)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("foto")
    for name, size in SHAPES.items():
        Image.effect_noise((size[0] // 8, size[1] // 8), 90).resize(size).convert("RGB").save(path / f"{name}.jpg")
    (path / "rusak.jpg").write_bytes((path / "lebar.jpg").read_bytes()[:9000])
    (path / "bukan.jpg").write_bytes(b"<html>")
    return path


def kegiatan(nama: str, *foto: str, day: int = 3, tempat: str = "") -> Kegiatan:
    return Kegiatan(nama, date(2023, 7, day), date(2023, 7, day), tempat, tuple(f"{f}.jpg" for f in foto))


def drawn(kartu: Sequence[Card]) -> bytes:
    return compose(rekap(), (), emblem.emblem(), None, cards=kartu).docx


def extents(docx: bytes) -> list[tuple[float, float]]:
    """Width and height in cm of every photo."""
    found = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/><wp:docPr [^>]*descr="Foto', xml(docx))
    return [(round(int(w) / 360_000, 1), round(int(h) / 360_000, 1)) for w, h in found]


def test_the_first_four_as_the_staff_ordered_them_and_broken_ones_left_out(folder: Path) -> None:
    names = ("rusak", "tegak", "hilang", "lebar", "bukan", "panorama", "besar", "lebar")
    (card,) = prepare([kegiatan("Apel", *names)], folder)
    assert [round(foto.aspect, 2) for foto in card.photos] == [0.75, 1.33, 4.0, 1.33]


def test_photos_are_no_larger_than_they_are_shown(folder: Path) -> None:
    for card in prepare([kegiatan("Satu", "besar"), kegiatan("Empat", *["besar"] * 4)], folder):
        sizes = [Image.open(io.BytesIO(foto.jpeg)).size for foto in card.photos]
        assert set(sizes) <= {(439, 329), (273, 205)}


def test_fifty_two_kegiatan_with_four_photos_stay_below_six_megabytes(folder: Path) -> None:
    cards = prepare([kegiatan("Apel", *SHAPES)] * 8, folder)
    assert sum(len(foto.jpeg) for card in cards for foto in card.photos) / 8 * 52 < 6_000_000


@pytest.mark.parametrize(("count", "most"), [(60, 4), (61, 2), (121, 1)])
def test_very_many_kegiatan_show_fewer_photos_each(
    folder: Path, count: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Image.new("RGB", (8, 6))
    monkeypatch.setattr(cards, "_read", lambda _: small.copy())
    found = prepare([kegiatan("Apel", *["a"] * 5)] * count, folder)
    assert {len(card.photos) for card in found} == {most}


def test_two_of_one_photo_share_a_row_and_one_of_several_has_its_own(folder: Path) -> None:
    cards = prepare(
        [
            kegiatan("Apel", "lebar", tempat="Aula & <Ruang>"),
            kegiatan("Pleno", "tegak", day=4),
            kegiatan("Rakor", "lebar", "lebar", day=5),
            kegiatan("Audiensi", "lebar", day=6),
            kegiatan("Tanpa", day=7),
            kegiatan("Kunjungan", "panorama", "lebar", "lebar", "lebar", day=10),
            kegiatan("Penutup", "lebar", day=11),
        ],
        folder,
    )
    docx = drawn(cards)
    assert [[cell.strip() for cell in row] for row in tables(docx)[-1]] == [
        ["Apel\nSenin, 3 Juli 2023 · Aula & <Ruang>", "Pleno\nSelasa, 4 Juli 2023"],
        ["Rakor\nRabu, 5 Juli 2023"] * 2,
        ["Audiensi\nKamis, 6 Juli 2023"] * 2,
        ["Kunjungan\nSenin, 10 Juli 2023"] * 2,
        ["Penutup\nSelasa, 11 Juli 2023"] * 2,
    ]
    # A row fills the width, or is as high as it may be.
    assert extents(docx) == [
        *((5.9, 4.4), (3.3, 4.4)),
        *((5.9, 4.4),) * 2,
        (5.9, 4.4),
        *((7.3, 1.8), *((2.4, 1.8),) * 3),
        (5.9, 4.4),
    ]
    assert paragraphs(docx, "Catatan")[-1] == "Kegiatan yang tidak berfoto: Tanpa (Jumat, 7 Juli 2023)."


def test_a_kegiatan_whose_photos_cannot_be_read_is_named_with_those_that_have_none(folder: Path) -> None:
    cards = prepare([kegiatan("Apel", "rusak", "hilang"), kegiatan("Pleno", day=4)], folder)
    assert tanpa_foto(cards) == "Apel (Senin, 3 Juli 2023) dan Pleno (Selasa, 4 Juli 2023)"


def test_what_stands_in_a_sheet_that_is_kept_needs_no_photo_any_more(folder: Path) -> None:
    held, gone = [kegiatan("Apel", "hilang"), kegiatan("Pleno", "rusak", day=4)], frozenset({"hilang.jpg"})
    cards = prepare(held, folder, gone | {"rusak.jpg"}, gone)
    assert [card.kegiatan.nama for card in cards] == ["Pleno"]


def test_only_photos_that_no_kolase_shows_are_documented(folder: Path) -> None:
    held = [
        kegiatan("Apel", "lebar", tempat="Aula"),
        kegiatan("Rakor", "tegak", "panorama", day=4, tempat="Aula"),
        kegiatan("Pleno", "besar", day=5, tempat="Balai Desa"),
        kegiatan("Hilang", "rusak", day=6),
        kegiatan("Tanpa", day=7),
    ]
    cells = tuple(Cell(f"{name}.jpg", name, "") for name in ("lebar", "tegak", "rusak"))
    week = Kolase("KPU", "Sukamaju", (), "Kegiatan", "Pekan Pertama Juli 2023", "", cells, "", ())
    told = rekap(kolase=(week,), kegiatan=tuple(held))
    cards = prepare(held, folder, kolase.shown(told))
    assert [(one.kegiatan.nama, [round(photo.aspect, 2) for photo in one.photos]) for one in cards] == [
        ("Rakor", [4.0]),
        ("Pleno", [1.33]),
        ("Hilang", []),
        ("Tanpa", []),
    ]
    assert kolase.places(told) == "Apel (Senin, 3 Juli 2023) dan Rakor (Selasa, 4 Juli 2023) di Aula"
    docx = compose(told, LEMBAR, emblem.emblem(), None, cards=[one for one in cards if not one.photos]).docx
    assert paragraphs(docx, "Catatan")[-2:] == [
        "Tempat kegiatan: Apel (Senin, 3 Juli 2023) dan Rakor (Selasa, 4 Juli 2023) di Aula.",
        "Kegiatan yang tidak berfoto: Hilang (Kamis, 6 Juli 2023) dan Tanpa (Jumat, 7 Juli 2023).",
    ]


def test_without_any_photo_there_is_no_appendix_page_but_one_sentence(folder: Path) -> None:
    docx = drawn(prepare([kegiatan("Apel")], folder))
    assert paragraphs(docx, "Judul Lampiran") == []
    (said,) = [p for p in paragraphs(docx) if "berfoto" in p or "foto kegiatan" in p.lower()]
    assert said == (
        "Tidak ada foto kegiatan yang tercatat pada periode ini. "
        "Kegiatan yang tidak berfoto: Apel (Senin, 3 Juli 2023)."
    )


def test_each_photo_is_described(folder: Path) -> None:
    docx = drawn(prepare([kegiatan("Apel <Pagi>", "lebar", "tegak")], folder))
    assert re.findall(r'<wp:docPr [^>]*descr="(Foto[^"]*)"', xml(docx)) == [
        "Foto Apel &lt;Pagi&gt;, Senin, 3 Juli 2023, foto 1 dari 2",
        "Foto Apel &lt;Pagi&gt;, Senin, 3 Juli 2023, foto 2 dari 2",
    ]


def test_equal_photos_give_equal_bytes(folder: Path) -> None:
    held = [kegiatan("Apel", "lebar", "tegak"), kegiatan("Pleno", "besar")]
    assert drawn(prepare(held, folder)) == drawn(prepare(held, folder))
