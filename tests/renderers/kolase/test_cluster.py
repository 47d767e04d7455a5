"""A kegiatan with several photos has a large one and small ones in its card, and all of them are to be seen."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image

from renderers.figures import Cell
from renderers.ink.boxes import Box, Shape
from renderers.kolase import card, cluster, kolase
from renderers.kolase.formats import FORMATS, POTRET, Format
from renderers.kolase.tiles import kept
from renderers.photo import crop
from renderers.photo.crop import Face, Seen
from tests.benchmarks import crops
from tests.renderers.kolase.pekan import PEKAN, composed, opened

WIDE, TALL, BROAD = Shape(4 / 3), Shape(3 / 4), Shape(4.0)
GROUPS = ([WIDE], [WIDE, WIDE], [WIDE, WIDE, WIDE], [TALL, WIDE, WIDE], [WIDE, TALL, BROAD], [BROAD] * 3)


def told(boxes: tuple[Box, ...]) -> str:
    return " ".join(f"{box.w:.0f}x{box.h:.0f}+{box.x:.0f}+{box.y:.0f}" for box in boxes)


@pytest.mark.parametrize(
    ("photos", "whole", "places"),
    [
        ([WIDE], Box(0, 0, 1000, 800), "1000x800+0+0"),
        ([WIDE] * 3, Box(0, 0, 1000, 1100), "1000x729+0+0 497x365+0+735 497x365+503+735"),
        ([WIDE] * 3, Box(0, 0, 1000, 500), "663x500+0+0 331x247+669+0 331x247+669+253"),
        ([WIDE, WIDE], Box(0, 0, 1000, 380), "577x380+0+0 417x380+583+0"),
    ],
)
def test_the_small_ones_stand_below_or_at_the_side(photos: list[Shape], whole: Box, places: str) -> None:
    assert told(cluster.places(photos, whole)) == places


@pytest.mark.parametrize("photos", GROUPS, ids=range(len(GROUPS)))
@pytest.mark.parametrize("whole", [Box(10, 20, 1000, 800), Box(0, 0, 490, 700), Box(0, 0, 1000, 300)])
def test_they_fill_their_place_and_leave_each_other_free(photos: list[Shape], whole: Box) -> None:
    boxes = cluster.places(photos, whole)
    assert len(boxes) == len(photos)
    assert (min(b.x for b in boxes), min(b.y for b in boxes)) == (whole.x, whole.y)
    assert round(max(b.x + b.w for b in boxes) - whole.x - whole.w, 6) == 0
    assert round(max(b.y + b.h for b in boxes) - whole.y - whole.h, 6) == 0
    assert boxes[0].w * boxes[0].h == max(box.w * box.h for box in boxes)
    gaps = [max(b.x - a.x - a.w, a.x - b.x - b.w, b.y - a.y - a.h, a.y - b.y - b.h) for a, b in combinations(boxes, 2)]
    assert [gap > cluster.GAP - 0.001 for gap in gaps] == [True] * len(gaps)


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize("count", [1, 2])
def test_a_small_week_shows_most_of_each_of_its_photos(form: Format, count: int) -> None:
    cells = [Cell("1.jpg", "Rapat Pleno", "Senin, 18 April 2022", lagi=("2.jpg", "3.jpg"))] * count
    placed, _ = composed(replace(PEKAN, cells=tuple(cells)), form, [WIDE])
    shares = [kept(box, WIDE.aspect) for tile in placed for box in tile.photos]
    assert (len(shares), min(shares) > 0.55) == (3 * count, True)


def test_all_photos_are_drawn_in_their_places(tmp_path: Path) -> None:
    colours = {"1.jpg": (200, 30, 30), "2.jpg": (30, 160, 30), "3.jpg": (30, 30, 200)}
    for name, colour in colours.items():
        Image.new("RGB", (800, 600), colour).save(tmp_path / name)
    cells = (Cell("1.jpg", "Rapat Pleno", "Senin, 18 April 2022", lagi=("2.jpg", "3.jpg")),)
    [sheet] = kolase.draw(replace(PEKAN, cells=cells), tmp_path)
    [tile], _ = composed(replace(PEKAN, cells=cells), shapes=[WIDE])
    middles = [(round(box.x + box.w / 2), round(box.y + box.h / 2)) for box in tile.photos]
    seen = [opened(sheet).getpixel(at) for at in middles]
    near = [
        isinstance(there, tuple) and max(abs(a - b) for a, b in zip(there, colour, strict=True)) < 12
        for there, colour in zip(seen, colours.values(), strict=True)
    ]
    assert near == [True] * 3


def test_a_caption_is_not_cut_where_another_arrangement_has_room_for_it() -> None:
    title = (
        "Rapat Koordinasi Sosialisasi Pendidikan Pemilih Berkelanjutan bersama Dinas Kependudukan dan Pencatatan Sipil "
        "Kabupaten Sukamaju tentang Pemutakhiran Data"
    )
    cell = Cell("1.jpg", title, "Senin, 18 April 2022", lagi=("2.jpg",))
    placed, _ = composed(replace(PEKAN, cells=(cell,) * 3), POTRET, [WIDE])
    assert [card.caption(tile, title).cut for tile in placed] == [False] * 3


@pytest.mark.parametrize("cell", [1.4, 1.8, 2.2, 3.0])
@pytest.mark.parametrize("count", [6, 8, 10, 12])
def test_the_middle_of_a_panorama_cuts_nobody_and_leaves_some_out(cell: float, count: int) -> None:
    seen = Seen(4.0, tuple(Face((k + 0.3) / count, 0.4, 0.4 / count, 0.16) for k in range(count)))
    window = cluster.window(seen, cell, cluster.CLOSER)
    shares = [crops.visible(crop.head(one), window) for one in seen.faces]
    assert (round(4.0 * window.w / window.h, 6), {round(share, 3) for share in shares}) == (cell, {0.0, 1.0})
    assert 0.25 < window.x + window.w / 2 < 0.75
