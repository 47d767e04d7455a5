"""Photos made ready when they arrive: small, with what was seen in them, and never more than a help."""

import io
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from PIL import Image, ImageSequence

from renderers.figures import Cell
from renderers.ink.tema import MARUN
from renderers.kolase import frames, kolase
from renderers.photo import prepared
from tests.renderers.kolase.pekan import PEKAN, difference, opened
from tests.scenes import scene


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("foto")
    scene("english class", 1, (1600, 1200)).save(where / "1.jpg", quality=85)
    scene("plenary", 10, (1600, 1200)).save(where / "2.jpg", quality=85)
    for name in ("1", "2"):
        (where / f"siap-{name}.jpg").write_bytes((where / f"{name}.jpg").read_bytes())
        prepared.beside(where / f"siap-{name}.jpg").write_bytes(prepared.make((where / f"{name}.jpg").read_bytes()))
    return where


def test_the_small_copy_stands_beside_its_photo(folder: Path) -> None:
    assert prepared.beside(folder / "ab" / "ab12.jpg") == folder / "ab" / "ab12.kecil.jpg"


@pytest.mark.parametrize(
    ("size", "small"),
    [((1600, 1200), (1080, 810)), ((1200, 1600), (810, 1080)), ((640, 480), (640, 480)), ((2560, 1), (1080, 1))],
)
def test_its_long_side_is_that_of_the_widest_cell(size: tuple[int, int], small: tuple[int, int]) -> None:
    out = io.BytesIO()
    Image.new("RGB", size, (90, 20, 30)).save(out, "JPEG")
    assert opened(prepared.make(out.getvalue())).size == small


@pytest.mark.parametrize(
    ("size", "pictures"),
    [((1600, 1200), [(1080, 810), (640, 480)]), ((900, 1600), [(608, 1080), (360, 640)]), ((640, 480), [(640, 480)])],
)
def test_a_second_picture_in_it_is_as_large_as_most_cells_need(
    size: tuple[int, int], pictures: list[tuple[int, int]]
) -> None:
    out = io.BytesIO()
    Image.new("RGB", size, (90, 20, 30)).save(out, "JPEG")
    with Image.open(io.BytesIO(prepared.make(out.getvalue())), formats=["JPEG"]) as image:
        assert [frame.size for frame in ImageSequence.Iterator(image)] == pictures


@pytest.mark.parametrize(
    ("cell", "decoded"),
    [((320, 240), (320, 240)), ((330, 248), (640, 480)), ((700, 525), (640, 480)), ((720, 540), (1080, 810))],
)
def test_a_cell_is_drawn_from_the_smallest_picture_that_has_enough_pixels(
    folder: Path, cell: tuple[int, int], decoded: tuple[int, int]
) -> None:
    assert prepared.opened(folder / "siap-1.jpg", cell, (1, 1)).size == decoded


def test_it_remembers_what_was_seen(folder: Path) -> None:
    seen = prepared.read(folder / "siap-1.jpg")
    assert seen
    assert (seen.aspect, len(seen.faces), seen.columns) == (1.3333, 1, ())
    [face], [large] = seen.faces, frames.looked_at(frames.opened(folder / "1.jpg", 1080)).seen.faces
    assert [abs(a - b) < 0.006 for a, b in zip(astuple(face), astuple(large), strict=True)] == [True] * 4


@pytest.mark.parametrize("note", [b"", b"bukan json", b"{}", b'{"aspect":1,"faces":[{"z":1}],"columns":[],"rows":[]}'])
def test_a_note_of_another_make_is_not_believed(tmp_path: Path, note: bytes) -> None:
    Image.new("RGB", (40, 30)).save(tmp_path / "1.kecil.jpg", comment=note)
    assert prepared.read(tmp_path / "1.jpg") is None


def test_a_photo_without_a_small_copy_has_none(folder: Path) -> None:
    assert prepared.read(folder / "1.jpg") is None


def sheet(folder: Path, names: tuple[str, ...]) -> Image.Image:
    cells = tuple(Cell(name, "Rapat Pleno", "Senin, 18 April 2022") for name in names)
    return opened(kolase.draw(replace(PEKAN, cells=cells), folder)[0])


def test_the_kolase_is_the_same_with_and_without_it(folder: Path) -> None:
    assert difference(sheet(folder, ("1.jpg", "2.jpg")), sheet(folder, ("siap-1.jpg", "siap-2.jpg"))) < 1.0


def test_a_cell_larger_than_the_small_copy_is_drawn_from_the_photo(folder: Path) -> None:
    photo = frames.opened(folder / "siap-1.jpg", 1600)
    large, own = (frames.framed(one, (1500, 1125), "", MARUN) for one in (photo, frames.opened(folder / "1.jpg", 1600)))
    assert difference(large, own) < 0.1


def test_a_broken_small_copy_does_not_stop_the_drawing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "1.jpg").write_bytes((folder / "1.jpg").read_bytes())
    (tmp_path / "1.kecil.jpg").write_bytes(b"\xff\xd8 rusak")
    assert difference(sheet(tmp_path, ("1.jpg",)), sheet(folder, ("1.jpg",))) == 0.0


def test_what_was_seen_never_leaves_with_the_kolase(folder: Path) -> None:
    cells = (Cell("siap-1.jpg", "Rapat Pleno", "Senin, 18 April 2022"),)
    [page] = kolase.draw(replace(PEKAN, cells=cells), folder)
    assert (b"faces" in page, sorted(opened(page).info)) == (
        False,
        ["jfif", "jfif_density", "jfif_unit", "jfif_version"],
    )
