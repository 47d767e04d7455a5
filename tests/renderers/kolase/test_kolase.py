"""The kolase as a picture: sheets, order, captions that stay in their cards, and pixels against a reference."""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat

from renderers.figures import Akun, Cell, Kolase
from renderers.ink.boxes import Box, Shape, Tile
from renderers.ink.glyphs import Weight
from renderers.ink.lettering import clean
from renderers.ink.marks import Mark, Text
from renderers.ink.tema import MARUN, POLA, TEMA
from renderers.kolase import card, frames, kolase
from renderers.kolase import sheet as kolase_sheet
from renderers.kolase.formats import FORMATS, POTRET, Format
from tests.renderers.ink.contrast import AA, contrast
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


EVERY_FORMAT = pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
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


def segments(jpeg: bytes) -> list[str]:
    """The marker segments before the picture itself, in order."""
    found, at = [], 2
    while jpeg[at + 1] != 0xDA:
        found.append(f"{jpeg[at + 1]:02X}")
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


def test_nothing_of_the_photos_but_their_pixels_leaves(folder: Path, tmp_path: Path) -> None:
    """Neither EXIF with its GPS (APP1), XMP (APP1), profile (APP2), comment (FE) nor a thumbnail of a kind."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    tags = Image.Exif()
    tags[0x8825] = {1: "S", 2: (7.0, 45.0, 12.0)}
    with Image.open(folder / "1.jpg") as image:
        image.save(
            tmp_path / "1.jpg", exif=tags, icc_profile=profile, xmp=b"<x:xmpmeta>di sini</x:xmpmeta>", comment=b"x"
        )
    [page] = kolase.draw(replace(PEKAN, cells=PEKAN.cells[:1]), tmp_path)
    assert segments((tmp_path / "1.jpg").read_bytes())[:4] == ["E0", "E1", "E1", "E2"]
    assert segments(page) == ["E0", "DB", "DB", "C0", "C4", "C4", "C4", "C4"]


def test_two_draws_are_the_same_to_the_byte(folder: Path) -> None:
    digests = [[hashlib.md5(page).hexdigest() for page in kolase.draw(PEKAN, folder)] for _ in range(2)]
    assert digests[0] == digests[1]


SHAPES = [Shape(4 / 3), Shape(3 / 2), Shape(3 / 4), Shape(4 / 3, 0.8, 0.9), Shape(1.0)]


def composed(
    kolase_: Kolase, form: Format = POTRET, shapes: Sequence[Shape] = SHAPES, page: str = ""
) -> tuple[list[Tile], list[Mark]]:
    """Everything on a sheet, without any pixel."""
    count = len(kolase_.cells)
    placed = kolase_sheet.arrange(kolase_, kolase_.cells, (list(shapes) * 3)[:count], form) if count else []
    return placed, list(kolase_sheet.compose(kolase_, kolase_.cells, placed, form, page, own_emblem=False))


def beyond(text: Text, room: Box) -> tuple[bool, bool]:
    """Whether a line leaves its room at a side, above or below."""
    box, slack = text.box, 0.6
    sides = box.x < room.x - slack or box.x + box.w > room.x + room.w + slack
    return sides, box.y < room.y - slack or box.y + box.h > room.y + room.h + slack


@EVERY_FORMAT
@pytest.mark.parametrize("count", range(13))
def test_no_words_leave_their_room(form: Format, count: int) -> None:
    for turn in range(0, len(WORST), 3):
        captions = [WORST[(turn + k) % len(WORST)] for k in range(count)]
        _, marks = composed(replace(LONG_NAMES, cells=with_captions(*captions).cells), form, page="2 / 3")
        texts = [mark for mark in marks if isinstance(mark, Text)]
        assert [(text.text, beyond(text, text.room)) for text in texts if any(beyond(text, text.room))] == []


@EVERY_FORMAT
def test_no_words_lie_on_other_words(form: Format) -> None:
    for count in (1, 2, 5, 9):
        _, marks = composed(replace(LONG_NAMES, cells=with_captions(*WORST[:count]).cells), form, page="2 / 3")
        boxes = [mark.box for mark in marks if isinstance(mark, Text)]
        assert [(a, b) for a, b in combinations(boxes, 2) if overlap(a, b) > 0.1] == []


def overlap(a: Box, b: Box) -> float:
    wide = min(a.x + a.w, b.x + b.w) - max(a.x, b.x)
    high = min(a.y + a.h, b.y + b.h) - max(a.y, b.y)
    return max(0.0, wide) * max(0.0, high) / max(1.0, min(a.w * a.h, b.w * b.h))


@EVERY_FORMAT
def test_both_scales_say_the_same_in_the_same_places(form: Format, folder: Path) -> None:
    pages = [opened(kolase.draw(PEKAN, folder, form, scale)[0]) for scale in (1, 2)]
    assert [page.size for page in pages] == [(form.wide, form.high), (2 * form.wide, 2 * form.high)]
    assert difference(pages[1].resize(pages[0].size, Image.Resampling.BOX), pages[0]) < 2.5


@pytest.mark.parametrize("look", TEMA)
@pytest.mark.parametrize("pola", POLA)
def test_all_words_of_every_theme_can_be_read(look: str, pola: str) -> None:
    """WCAG AA on every ground a word lies on: the ends of a gradient, the pattern, card, chip and paper."""
    pictures = [replace(PEKAN, tema=look, pola=pola), replace(PEKAN, tema=look, pola=pola, cells=())]
    marks = [mark for picture in pictures for mark in composed(picture)[1]]
    texts = [mark for mark in marks if isinstance(mark, Text)]
    poor = {(t.text, ground) for t in texts for ground in t.ground if contrast(t.colour, ground) < AA}
    assert (len(texts) > 20, poor) == (True, set())


@pytest.mark.parametrize("count", range(1, 10))
@EVERY_FORMAT
def test_a_title_of_120_letters_is_never_cut(form: Format, count: int) -> None:
    picture = with_captions(*[LONGEST] * count)
    found, _ = composed(picture, form)
    said = [" ".join(card.caption(tile, LONGEST).lines).replace("\xa0", " ") for tile in found]
    assert said == [LONGEST] * count


def test_what_is_cut_ends_in_an_ellipsis_after_a_whole_word() -> None:
    found, _ = composed(with_captions(*[WORST[5]] * 9))
    words = card.caption(found[0], WORST[5])
    kept = " ".join(words.lines).replace("\xa0", " ").removesuffix("…")
    assert (words.cut, clean(WORST[5]).startswith(kept + " ")) == (True, True)


def test_a_caption_of_which_nothing_can_be_written_still_says_something() -> None:
    _, marks = composed(with_captions("🎉🎊", "مرحبا", ""))
    said = [mark.text for mark in marks if isinstance(mark, Text) and mark.weight == Weight.SEMIBOLD]
    assert said.count("Kegiatan") == 3


def test_what_could_not_be_written_is_told(folder: Path) -> None:
    drawn = kolase.draw_all(with_captions("Audiensi 党 Partai", "🎉 Sosialisasi", "مرحبا"), folder)
    assert drawn.catatan == (
        "Huruf 党 pada “Audiensi Partai” (Rabu, 21 September 2022) tidak dapat ditulis di kolase.",
        "Huruf مرحبا pada “Kegiatan” (Rabu, 21 September 2022) tidak dapat ditulis di kolase.",
    )


def test_all_captions_of_a_usual_week_have_one_size() -> None:
    found, _ = composed(PEKAN, shapes=[Shape(1.5), *[Shape(4 / 3)] * 4])
    assert {card.caption(tile, c.caption).size for tile, c in zip(found, PEKAN.cells, strict=True)} == {22.5}


def test_cells_stand_in_the_order_of_the_week() -> None:
    places = [(tile.card.y, tile.card.x) for tile in composed(PEKAN)[0]]
    assert places == sorted(places)


def named(count: int) -> tuple[Cell, ...]:
    return tuple(Cell(f"{k % 7 + 1}.jpg", f"Rapat {k}", "Rabu, 21 September 2022") for k in range(1, count + 1))


@pytest.mark.parametrize(
    ("count", "lembar", "pages", "left"),
    [
        (0, None, [0], []),
        (10, None, [5, 5], []),
        (19, None, [7, 6, 6], []),
        (0, 2, [0], []),
        (1, 2, [1], []),
        (13, 2, [7, 6], []),
        (12, 1, [12], []),
        (14, 1, [12], ["Rapat 13", "Rapat 14"]),
        (25, 2, [12, 12], ["Rapat 25"]),
    ],
)
def test_late_photos_flow_into_the_sheets_that_were_posted(
    count: int, lembar: int | None, pages: list[int], left: list[str]
) -> None:
    parts = kolase.divide(named(count), POTRET, lembar)
    assert ([len(page) for page in parts.pages], [cell.caption for cell in parts.sisa]) == (pages, left)
    assert tuple(cell for page in parts.pages for cell in page) + parts.sisa == named(count)


def test_what_found_no_place_is_named(folder: Path) -> None:
    drawn = kolase.draw_all(replace(PEKAN, cells=named(13)), folder, lembar=1)
    assert (len(drawn.sheets), drawn.sisa) == (1, ("Rapat 13",))


def account_rows(count: int) -> list[list[str]]:
    """The names in the footer, row by row."""
    akun = tuple(Akun(platform, f"kpu_kota_probolinggo_{k}") for k, platform in enumerate(["IG", "Threads"] * 5))
    texts = [mark for mark in composed(replace(PEKAN, akun=akun[:count]))[1] if isinstance(mark, Text)]
    rows: dict[float, list[str]] = {}
    for text in texts:
        if text.text.startswith("kpu_kota"):
            rows.setdefault(text.y, []).append(text.text[-1])
    return list(rows.values())


def test_many_accounts_stand_in_two_rows_and_none_is_dropped() -> None:
    assert [account_rows(count) for count in (4, 6, 8)] == [
        [["0", "1", "2", "3"]],
        [["0", "1", "2"], ["3", "4", "5"]],
        [["0", "1", "2", "3"], ["4", "5", "6", "7"]],
    ]


def is_blank(image: Image.Image, at: tuple[int, int]) -> bool:
    pixel = image.getpixel(at)
    return isinstance(pixel, tuple) and max(abs(a - b) for a, b in zip(pixel, frames.empty(MARUN), strict=True)) < 3


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
    places = [tile.photo for tile in composed(replace(PEKAN, cells=cells), shapes=[Shape(4 / 3)])[0]]
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


def test_long_names_leave_the_margins_free(folder: Path) -> None:
    usual = kolase.draw(replace(PEKAN, cells=()), folder)[0]
    long = kolase.draw(LONG_NAMES, folder)[0]
    for left in (0, 1046):
        strip = (left, 0, left + 34, 1140)
        assert round(difference(opened(long).crop(strip), opened(usual).crop(strip)), 1) == 0.0


def test_an_office_without_accounts_website_and_tagline(folder: Path) -> None:
    bare = replace(PEKAN, akun=(), website="", tagline=(), cells=())
    assert [opened(page).size for page in kolase.draw(bare, folder)] == [(1080, 1350)]
