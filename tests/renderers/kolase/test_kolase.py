"""The kolase as a picture: sheets, order, captions that stay in their cards, and pixels against a reference."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from renderers.figures import Cell, Kolase
from renderers.kolase import kolase
from renderers.kolase.formats import POTRET
from tests.renderers.kolase.pekan import LONG_NAMES, PEKAN, difference, opened, with_captions

REFERENCE = Path(__file__).with_name("kolase.png")


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


def test_what_could_not_be_written_is_told(folder: Path) -> None:
    drawn = kolase.draw_all(with_captions("Audiensi 党 Partai", "🎉 Sosialisasi", "مرحبا"), folder)
    assert drawn.catatan == (
        "Huruf 党 pada “Audiensi Partai” (Rabu, 21 September 2022) tidak dapat ditulis di kolase.",
        "Huruf مرحبا pada “Kegiatan” (Rabu, 21 September 2022) tidak dapat ditulis di kolase.",
    )


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
