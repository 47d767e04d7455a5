"""Charts on paper: as high as their figures, apart without colour, the same bytes for the same figures."""

import io

import pytest
from PIL import Image, ImageStat

from renderers.ink import charts_print, paint
from renderers.ink.charts_print import LIGHT, MIDDLE, WIDE, Bar, Pair, as_change, percent

BULAN = tuple(Bar(name, n) for name, n in (("Januari", 79), ("Februari", 0), ("Maret", 158)))
UKURAN = (Pair("Kegiatan", 10, 20), Pair("Koordinasi nonpemerintah", 0, 4), Pair("Konten", 7, 7))


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def tall(image: Image.Image, x: int, colours: tuple[tuple[int, int, int], ...]) -> int:
    return sum(image.getpixel((x, y)) in colours for y in range(image.height))


def test_months_stand_as_high_as_their_figures_and_the_highest_is_dark() -> None:
    image = opened(charts_print.months(BULAN))
    step = (WIDE - 48) / 3
    edge = [round(24 + (k + 0.5) * step) - 80 for k in range(3)]
    found = [tall(image, x, (MIDDLE, paint.MAROON)) for x in edge]
    assert found == [190, 0, 380]
    assert [image.getpixel((x, 470)) for x in (edge[0], edge[2])] == [MIDDLE, paint.MAROON]


def test_a_period_is_bracketed_where_the_table_begins_before_it() -> None:
    plain, grouped = charts_print.months(BULAN), charts_print.months(BULAN, "Triwulan II", range(1, 3))
    assert opened(grouped).height - opened(plain).height == 74


def test_ranked_bars_are_as_long_as_their_figures_and_the_smallest_is_still_seen() -> None:
    bars = [Bar("Foto Berita", 1000), Bar("Repost", 500), Bar("Ucapan Dukacita", 1)]
    image = opened(charts_print.ranked(bars, "Tidak ada: Meme Quote."))
    # Every fourth of the rows is the axis.
    found = [sum(image.getpixel((x, 26 + 74 * k)) == paint.MAROON for x in range(560, WIDE)) for k in range(3)]
    assert found == [976, 488, 4]


@pytest.mark.parametrize(("dark", "light"), [(paint.MAROON, LIGHT), (paint.MAROON, MIDDLE)])
def test_neighbours_differ_in_grey(dark: tuple[int, int, int], light: tuple[int, int, int]) -> None:
    grey = [Image.new("RGB", (1, 1), colour).convert("L").getpixel((0, 0)) for colour in (dark, light)]
    assert int(grey[1] or 0) - int(grey[0] or 0) > 110  # type: ignore[arg-type]  # one band: a number


def test_a_pair_is_hatched_light_beside_full_dark() -> None:
    image = opened(charts_print.pairs(UKURAN, "Triwulan I 2022", "Triwulan II 2022"))
    middle = 24 + (WIDE - 48) / 6
    before, now = round(middle - 60), round(middle + 60)
    colours = [{image.getpixel((x, y)) for y in range(330, 440)} for x in (before, now)]
    assert colours[1] == {paint.MAROON}
    assert {LIGHT, paint.MAROON} <= colours[0]
    grey = image.convert("L")
    means = [ImageStat.Stat(grey.crop((x, 330, x + 1, 440))).mean[0] for x in (before, now)]
    assert means[0] - means[1] > 90


def test_pairs_with_scales_of_their_own_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(charts_print, "write", lambda *a, **_: said.append(a[2]) or 0.0)  # type: ignore[func-returns-value]
    charts_print.pairs(UKURAN, "Triwulan I 2022", "Triwulan II 2022")
    assert said[-1] == (
        "Tinggi batang hanya dapat dibandingkan di dalam satu pasang: setiap pasang memakai skalanya sendiri."
    )


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [(1118, 1725, "65%"), (1, 8, "13%"), (1, 1000, "< 1%"), (0, 10, "0%"), (0, 0, "0%"), (3, 3, "100%")],
)
def test_shares(part: int, whole: int, told: str) -> None:
    assert percent(part, whole) == told


@pytest.mark.parametrize(
    ("dulu", "kini", "told"), [(239, 368, "+54%"), (5, 3, "–40%"), (7, 7, "tetap"), (0, 4, "baru"), (4, 0, "–100%")]
)
def test_changes(dulu: int, kini: int, told: str) -> None:
    assert as_change(dulu, kini) == told


def test_a_change_below_half_a_percent_is_not_said_to_be_none() -> None:
    assert (as_change(1000, 1001), as_change(1000, 999)) == ("naik < 1%", "turun < 1%")


def test_a_year_and_endless_names_are_drawn_and_equal_figures_give_equal_bytes() -> None:
    year = [Bar("Bulan 😀 " * 9, 10**k % 7919) for k in range(12)]
    long = [Pair("z " * 90, 12345, 1)] * 6
    first, again = (
        [
            charts_print.months(year, "x" * 300, range(12)),
            charts_print.ranked(year, "y" * 900),
            charts_print.pairs(long, "a" * 99, "b" * 99),
        ]
        for _ in range(2)
    )
    assert first == again
    assert [opened(png).width for png in first] == [WIDE] * 3
    assert len(charts_print.ranked(year)) < 60_000
