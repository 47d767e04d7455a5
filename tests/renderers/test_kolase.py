"""The kolase as a picture: sheets, order, captions that stay in their cards, and pixels against a reference."""

import hashlib
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from renderers import cards, kolase
from renderers.figures import Akun, Cell, Kolase
from renderers.glyphs import Weight, width
from renderers.lettering import clean
from renderers.rows import LEADING, chip
from renderers.tiles import Tile
from tests.scenes import scene

REFERENCE = Path(__file__).with_name("kolase.png")
LONGEST = (
    "Rapat Koordinasi Pelaksanaan Program dan Anggaran Badan Kader Pembinaan Pemilu Selandia Baru dan Taiwan "
    "Tahun 2024 Kedua"
)
WORST = (
    LONGEST,
    "PENYELENGGARAANPEMILIHANUMUMBERKELANJUTANSEKOTAPROBOLINGGO",
    "https://kota-probolinggo.kpu.go.id/berita/baca/7788/rapat-pleno-rutin-mingguan-bulan-april",
    "🎉 *Sosialisasi* “Pemilih Pemula” – SMAN 1 👍🏽",
    "RAPAT KOORDINASI DENGAN BAWASLU KOTA PROBOLINGGO DALAM RANGKA PERSIAPAN PEMILU 2024",
    (LONGEST + " – ") * 3,
    "A",
    "",
    "Audiensi 党 Partai",
)
WEEK = (
    ("1.jpg", "Rapat Pleno Rutin", "Senin, 18 April 2022"),
    ("2.jpg", "KPU Kota Probolinggo English Short Course", "Senin, 18 April 2022"),
    ("3.jpg", "Rapat Koordinasi", "Selasa, 19 April 2022"),
    ("4.jpg", "Rapat Koordinasi", "Selasa, 19 April 2022"),
    ("5.jpg", "KPU - Bawaslu Probolinggo Talk #5", "Kamis, 21 April 2022"),
)
PEKAN = Kolase(
    lembaga="Komisi Pemilihan Umum",
    tempat="Kota Probolinggo",
    tagline=("PEMILIH BERDAULAT", "NEGARA KUAT"),
    judul="Kegiatan KPU Kota Probolinggo",
    pekan="Pekan Ketiga April 2022",
    rentang="18–22 April 2022",
    cells=tuple(Cell(*each) for each in WEEK),
    website="kota-probolinggo.kpu.go.id",
    akun=(
        Akun("IG", "kpuprobolinggo"),
        Akun("Twitter", "KPUKotaProbolinggo"),
        Akun("FB", "KPU Kota Probolinggo"),
        Akun("YouTube", "KPU Kota Probolinggo"),
        Akun("TikTok", "kpukotaprobolinggo"),
    ),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("foto")
    drawn = (("plenary", 10, (600, 400)), ("english class", 1, (600, 450)), ("facing", 4, (600, 450)))
    more = (("facing", 7, (600, 400)), ("talk show", 3, (600, 400)), ("lobby", 4, (450, 600)), ("hall", 1, (640, 360)))
    for number, (name, seed, size) in enumerate(drawn + more, 1):
        scene(name, seed, size).save(where / f"{number}.jpg", quality=85)
    return where


def with_captions(*captions: str, tall: bool = False) -> Kolase:
    fotos = ["6.jpg"] if tall else [f"{k}.jpg" for k in range(1, 8)]
    cells = tuple(Cell(fotos[k % len(fotos)], caption, "Rabu, 21 September 2022") for k, caption in enumerate(captions))
    return replace(PEKAN, cells=cells)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data), formats=["JPEG"])
    image.load()
    return image


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of the channels, of 255."""
    means = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean
    return sum(means) / len(means)


def test_the_sample_week_looks_like_its_reference(folder: Path) -> None:
    [sheet] = kolase.draw(PEKAN, folder)
    small = opened(sheet).resize((270, 338), Image.Resampling.LANCZOS)
    with Image.open(REFERENCE) as expected:
        assert round(difference(small, expected)) == 0


@pytest.mark.parametrize(
    ("count", "sheets"),
    [(0, 1), (1, 1), (2, 1), (3, 1), (4, 1), (6, 1), (7, 1), (8, 1), (9, 1), (10, 2), (11, 2), (12, 2)],
)
def test_every_sheet_is_a_jpeg_of_1080_by_1350_without_metadata(folder: Path, count: int, sheets: int) -> None:
    pages = [opened(page) for page in kolase.draw(with_captions(*["Rapat Pleno"] * count), folder)]
    assert [(page.format, page.size, page.mode) for page in pages] == [("JPEG", (1080, 1350), "RGB")] * sheets
    assert [dict(page.getexif()) for page in pages] == [{}] * sheets


def test_two_draws_are_the_same_to_the_byte(folder: Path) -> None:
    digests = [[hashlib.md5(page).hexdigest() for page in kolase.draw(PEKAN, folder)] for _ in range(2)]
    assert digests[0] == digests[1]


def boxes(kolase_: Kolase, folder: Path) -> list[tuple[Tile, str]]:
    placed = kolase.arrange(kolase_.cells, folder)
    return [(tile, cell.caption) for tile, cell in zip(placed, kolase_.cells, strict=True)]


def overflow(tile: Tile, text: str) -> tuple[bool, bool]:
    """Whether a line is too wide for its box, and whether the lines are too many for it."""
    words = cards.caption(tile, text)
    widest = max((width(line, Weight.SEMIBOLD, words.size) for line in words.lines), default=0.0)
    above = chip(tile.size) + 0.75 * tile.size if tile.beside else 0.0
    return widest > tile.text.w + 1e-6, above + len(words.lines) * LEADING * words.size > tile.text.h + 1e-6


@pytest.mark.parametrize("tall", [False, True])
@pytest.mark.parametrize("count", range(1, 10))
def test_no_caption_leaves_its_card(folder: Path, count: int, tall: bool) -> None:
    for turn in range(len(WORST)):
        captions = [WORST[(turn + k) % len(WORST)] for k in range(count)]
        found = boxes(with_captions(*captions, tall=tall), folder)
        assert [overflow(tile, text) for tile, text in found] == [(False, False)] * count


@pytest.mark.parametrize("count", range(1, 10))
def test_a_title_of_120_letters_is_never_cut(folder: Path, count: int) -> None:
    found = boxes(with_captions(*[LONGEST] * count), folder)
    said = [" ".join(cards.caption(tile, text).lines).replace("\xa0", " ") for tile, text in found]
    assert said == [LONGEST] * count


def test_what_is_cut_ends_in_an_ellipsis_after_a_whole_word(folder: Path) -> None:
    [(tile, text), *_] = boxes(with_captions(*[WORST[5]] * 9), folder)
    words = cards.caption(tile, text)
    kept = " ".join(words.lines).replace("\xa0", " ").removesuffix("…")
    assert (words.cut, clean(text).startswith(kept + " ")) == (True, True)


def test_all_captions_of_a_usual_week_have_one_size(folder: Path) -> None:
    assert {cards.caption(tile, text).size for tile, text in boxes(PEKAN, folder)} == {22.5}


def test_cells_stand_in_the_order_of_the_week(folder: Path) -> None:
    places = [(tile.card.y, tile.card.x) for tile, _ in boxes(PEKAN, folder)]
    assert places == sorted(places)


def is_blank(image: Image.Image, at: tuple[int, int]) -> bool:
    pixel = image.getpixel(at)
    return isinstance(pixel, tuple) and max(abs(a - b) for a, b in zip(pixel, (236, 228, 217), strict=True)) < 3


@pytest.mark.parametrize(
    "content",
    [None, b"", b"bukan foto", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"\x89PNG\r\n\x1a\n"],
    ids=["missing", "empty", "text", "header only", "another format"],
)
def test_a_photo_that_cannot_be_read_does_not_stop_the_others(
    folder: Path, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "1.jpg").write_bytes(content)
    (tmp_path / "2.jpg").write_bytes((folder / "2.jpg").read_bytes())
    cells = PEKAN.cells[:2]
    [sheet] = kolase.draw(replace(PEKAN, cells=cells), tmp_path)
    places = [tile.photo for tile in kolase.arrange(cells, tmp_path)]
    image = opened(sheet)
    blank = [is_blank(image, (round(box.x + 30), round(box.y + box.h / 2))) for box in places]
    assert blank == [True, False]


def test_a_truncated_photo_is_replaced_too(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "1.jpg").write_bytes((folder / "1.jpg").read_bytes()[:9000])
    [sheet] = kolase.draw(replace(PEKAN, cells=PEKAN.cells[:1]), tmp_path)
    assert is_blank(opened(sheet), (70, 500))


def emblem(logo: str | None, folder: Path) -> Image.Image:
    [sheet] = kolase.draw(replace(PEKAN, cells=(), logo=logo), folder)
    return opened(sheet).crop((40, 20, 160, 140))


def test_without_a_readable_logo_the_neutral_emblem_stands_there(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "rusak.png").write_bytes(b"bukan gambar")
    neutral = emblem(None, folder)
    assert [difference(emblem(name, tmp_path), neutral) for name in ("tidak-ada.png", "rusak.png")] == [0.0, 0.0]


def test_the_logo_of_the_office_stands_in_the_disc_with_its_transparency(tmp_path: Path) -> None:
    mark = Image.new("RGBA", (300, 300))
    mark.paste((20, 90, 200, 255), (100, 100, 200, 200))
    mark.save(tmp_path / "logo.png")
    shown = emblem("logo.png", tmp_path)
    blue, paper = shown.getpixel((60, 60)), shown.getpixel((60, 32))
    assert isinstance(blue, tuple)
    assert ([abs(a - b) < 6 for a, b in zip(blue, (20, 90, 200), strict=True)], paper) == ([True] * 3, (255, 255, 255))


def band(kolase_: Kolase, folder: Path, box: tuple[int, int, int, int]) -> Image.Image:
    return opened(kolase.draw(kolase_, folder)[0]).crop(box)


def test_the_dates_of_the_week_stand_beside_it_where_there_are_any(folder: Path) -> None:
    line = (0, 240, 1080, 280)
    plain = band(replace(PEKAN, rentang=""), folder, line)
    again = band(replace(PEKAN, rentang="", website=""), folder, line)
    assert difference(plain, again) == 0.0
    assert difference(plain, band(PEKAN, folder, line)) > 1


LONG_NAMES = replace(
    PEKAN,
    cells=(),
    lembaga="Komisi Independen Pemilihan Nanggroe Aceh Darussalam",
    tempat="Kabupaten Hulu Sungai Selatan Provinsi Kalimantan Selatan",
    judul="Kegiatan Komisi Pemilihan Umum Kabupaten Hulu Sungai Selatan Provinsi Kalimantan Selatan",
    tagline=("MELAYANI", "PEMILIH DENGAN INTEGRITAS", "DAN TRANSPARAN"),
    website="https://kabupaten-hulu-sungai-selatan.provinsi-kalimantan-selatan.kpu.go.id/beranda",
    akun=tuple(Akun("IG", f"kpu_hulu_sungai_selatan_{k}") for k in range(8)),
)


def test_long_names_leave_the_margins_free(folder: Path) -> None:
    usual = kolase.draw(replace(PEKAN, cells=()), folder)[0]
    long = kolase.draw(LONG_NAMES, folder)[0]
    for left in (0, 1046):
        strip = (left, 0, left + 34, 1350)
        assert round(difference(opened(long).crop(strip), opened(usual).crop(strip)), 1) == 0.0


def test_an_office_without_accounts_website_and_tagline(folder: Path) -> None:
    bare = replace(PEKAN, akun=(), website="", tagline=(), cells=())
    assert [opened(page).size for page in kolase.draw(bare, folder)] == [(1080, 1350)]
