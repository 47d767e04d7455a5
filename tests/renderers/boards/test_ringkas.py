"""The one-page summary: every part in its place, only what there is, whatever the names and numbers."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from renderers.asked import Figure, Month, Ringkas
from renderers.boards import ringkas, ringkas_panels
from renderers.boards.ringkas import FOOT, GAP, HEAD
from renderers.figures import Cell
from renderers.ink.paint import SPACE

BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun")
PENUH = Ringkas(
    lembaga="Komisi Pemilihan Umum",
    tempat="Kabupaten Sukamaju",
    judul="Triwulan II 2022",
    span="April–Juni 2022",
    cut_off=date(2022, 6, 30),
    compared_with="Triwulan I 2022",
    figures=(
        Figure("Kegiatan", 33, 19),
        Figure("Koordinasi", 7, 19, "3 pemerintah\n4 nonpemerintah"),
        Figure("Konten", 365, 245),
        Figure("Postingan", 1038, 687),
        Figure("Publikasi (IG dan TikTok)", 368, 239),
        Figure("Masalah terbuka", 5),
    ),
    chart="Publikasi setiap bulan",
    months=tuple(
        Month(b, n, earlier=k < 3) for k, (b, n) in enumerate(zip(BULAN, (79, 72, 0, 120, 60, None), strict=True))
    ),
    top=(("Foto Berita", 651), ("Repost", 90)),
    missing=("Meme Quote",),
    followers=(("IG", 1234), ("TikTok", 586)),
    foto=tuple(Cell(f"{n}.jpg", f"Kegiatan {n}", "") for n in range(4)),
    website="kab-sukamaju.kpu.go.id",
)
KOSONG = replace(
    PENUH,
    compared_with="",
    figures=tuple(Figure(one.nama, 0) for one in PENUH.figures),
    months=(Month("Apr", 0), Month("Mei", None), Month("Jun", None)),
    top=(),
    followers=(),
    foto=(),
    website="",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("foto")
    for n in range(4):
        Image.new("RGB", (640, 480), (0, 60 * n, 255)).save(path / f"{n}.jpg")
    return path


def drawn(page: Ringkas, folder: Path) -> Image.Image:
    return Image.open(io.BytesIO(ringkas.draw(page, folder)))


def high(*parts: int) -> int:
    return HEAD + FOOT + GAP + sum(part + GAP for part in parts)


FIGURES, TREND, JENIS, STRIP, FOTO = 2 * 184 + SPACE, 296, 252, 84, 176 + 74


def test_a_full_page_is_a_jpeg_that_a_phone_shows_whole(folder: Path) -> None:
    image = drawn(PENUH, folder)
    assert (image.format, image.size) == ("JPEG", (1080, high(FIGURES, TREND, JENIS, STRIP, FOTO)))
    assert image.height / image.width < 16 / 9


def test_what_there_is_not_takes_no_room(folder: Path) -> None:
    assert drawn(KOSONG, folder).height == high(FIGURES, TREND, JENIS)
    assert drawn(replace(PENUH, followers=()), folder).height == high(FIGURES, TREND, JENIS, FOTO)


@pytest.mark.parametrize(("count", "tall"), [(1, 440), (2, 310), (3, 220), (4, 176)])
def test_fewer_photos_are_shown_higher(folder: Path, count: int, tall: int) -> None:
    part = ringkas_panels.photos(replace(PENUH, foto=PENUH.foto[:count]), folder)
    assert (part.high, len(part.cards)) == (tall + 74, count)


def test_what_is_missing_of_a_period_with_data_and_of_one_without() -> None:
    some = replace(PENUH, top=(("Repost", 3),), missing=("KPU Flash", "Meme Quote"))
    assert ringkas_panels.missing(some) == ("Belum dilakukan", "KPU Flash dan Meme Quote")
    assert ringkas_panels.missing(replace(some, missing=())) == (
        "Belum dilakukan",
        "Semua jenis konten sudah dilakukan.",
    )
    assert ringkas_panels.missing(replace(some, top=())) == ("Jenis konten", "Belum ada data.")


def test_a_photo_that_is_gone_or_broken_is_left_out(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "0.jpg").write_bytes((folder / "0.jpg").read_bytes())
    (tmp_path / "1.jpg").write_bytes((folder / "1.jpg").read_bytes()[:500])
    assert len(ringkas_panels.photos(PENUH, tmp_path).cards) == 1


def test_bars_are_as_high_as_their_months_and_those_before_are_light(folder: Path) -> None:
    sheet = drawn(PENUH, folder).convert("RGB")
    base = HEAD + GAP + FIGURES + GAP + TREND - 58
    step = (1000 - 56) / 6
    middle = [round(40 + 28 + (k + 0.5) * step) for k in range(6)]
    found = []
    for x in middle:
        tall = 0
        while min(sheet.getpixel((x, base - 4 - tall))[2], 200) < 200:  # type: ignore[index] # RGB
            tall += 1
        found.append(tall + 4 if tall else 0)
    assert [abs(a - b) <= 4 for a, b in zip(found, (82, 74, 0, 124, 62, 0), strict=True)] == [True] * 6
    grey = sheet.convert("L")
    light, dark = (int(grey.getpixel((middle[k], base - 30)) or 0) for k in (0, 3))  # type: ignore[arg-type] # one band
    assert light - dark > 110


@pytest.mark.parametrize("running", [True, False])
def test_only_a_period_that_is_over_shows_a_change(
    folder: Path, running: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("renderers.boards.ringkas_parts.write", lambda *a, **_: told.append(a[2]) or 90.0)  # type: ignore[func-returns-value]
    drawn(replace(PENUH, running=running), folder)
    assert [text in told for text in ("+74%", "–63%", "dari 19", "Triwulan I 2022: 19")] == [
        not running, not running, not running, running,
    ]  # fmt: skip


def test_long_names_large_numbers_and_twelve_months_are_drawn(folder: Path) -> None:
    wild = replace(
        PENUH,
        lembaga="Komisi Independen Pemilihan 🗳 " * 9,
        tempat="",
        judul="T" * 90,
        website="w" * 200,
        figures=tuple(replace(one, now=one.now * 10**6, nama=one.nama * 9) for one in PENUH.figures),
        months=tuple(Month("Bulan", 10**6 + n) for n in range(12)),
        top=(("جينس" * 40, 10**9), ("", 1), ("x" * 300, 0)),
        missing=("Promote live IG/streaming",) * 30,
        followers=tuple((name, 10**8) for name in ("IG", "Twitter", "FB", "YouTube", "TikTok")),
        foto=tuple(replace(cell, caption="Rapat 😀 <&>" * 200) for cell in PENUH.foto),
    )
    assert drawn(wild, folder).size == (1080, high(FIGURES, TREND, JENIS, STRIP, FOTO))


def test_an_emblem_of_the_office_is_shown(folder: Path) -> None:
    Image.new("RGBA", (300, 300), (0, 200, 0, 255)).save(folder / "logo.png")
    image = drawn(replace(KOSONG, logo="logo.png"), folder).convert("RGB")
    r, g, b = image.getpixel((90, 80))  # type: ignore[misc] # RGB
    assert (r < 60, g > 150, b < 60) == (True, True, True)
    assert drawn(replace(KOSONG, logo="hilang.png"), folder).size == drawn(KOSONG, folder).size


def test_equal_figures_give_equal_bytes(folder: Path) -> None:
    assert ringkas.draw(PENUH, folder) == ringkas.draw(PENUH, folder)
