"""The geometry of a sheet, told as text: photo sizes row by row, "|" where the caption stands beside."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest

from renderers.ink.boxes import Box, Shape, Tile
from renderers.kolase.formats import A4, CERITA, FORMATS, PERSEGI, POTRET, Format
from renderers.kolase.tiles import evenly, kept, plan, sheets

WIDE, BROAD, TALL = 4 / 3, 3 / 2, 3 / 4
MIXED = [WIDE, BROAD, TALL, WIDE, 16 / 9, WIDE, 9 / 16, BROAD, 1.0, WIDE, TALL, WIDE]
EVERY_FORMAT = pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)


def letters(count: int) -> Sequence[int]:
    return [[17, 38, 52, 120][k % 4] for k in range(count)]


def laid(aspects: Sequence[float | Shape], lengths: Sequence[int] | None = None, form: Format = POTRET) -> list[Tile]:
    """Captions stand in for text here: so many letters of 0.56 em."""
    found = lengths or [17] * len(aspects)
    shapes = [one if isinstance(one, Shape) else Shape(one) for one in aspects]
    return plan(shapes, form.area(), lambda i, size, wide: max(1, -int(-(found[i] * 0.56 * size) // wide)), form.limits)


def told(tiles: Sequence[Tile]) -> list[str]:
    rows: dict[int, list[str]] = {}
    for tile in tiles:
        size = f"{tile.photo.w:.0f}x{tile.photo.h:.0f}{'|' if tile.beside else ''}"
        rows.setdefault(round(tile.card.y), []).append(size)
    return [" ".join(row) for row in rows.values()]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, ["1000x829"]),
        (2, ["605x454|", "605x454|"]),
        (3, ["616x462|", "491x378 491x378"]),
        (4, ["491x379 491x379", "491x379 491x379"]),
        (5, ["491x467 491x467", "321x305 321x305 321x305"]),
        (6, ["491x232 491x232", "491x232 491x232", "491x232 491x232"]),
        (7, ["491x266 491x266", "321x174 321x174 321x174", "491x266 491x266"]),
        (8, ["321x200 321x200 321x200", "491x305 491x305", "321x200 321x200 321x200"]),
        (9, ["321x235 321x235 321x235", "321x235 321x235 321x235", "321x235 321x235 321x235"]),
    ],
)
def test_photos_of_one_shape(count: int, expected: list[str]) -> None:
    assert told(laid([WIDE] * count)) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, ["1000x829"]),
        (2, ["620x481|", "620x427|"]),
        (3, ["544x408|", "608x410 374x410"]),
        (4, ["491x304 491x304", "393x423 589x423"]),
        (5, ["341x319 369x319 254x319", "491x367 491x367"]),
        (6, ["341x377 369x377 254x377", "299x293 366x293 299x293"]),
        (7, ["341x189 369x189 254x189", "471x283|", "385x205 325x205 254x205"]),
        (8, ["341x176 369x176 254x176", "442x199 540x199", "343x200 254x200 367x200"]),
        (9, ["341x177 369x177 254x177", "299x138 366x138 299x138", "254x216 399x216 311x216"]),
    ],
)
def test_photos_of_many_shapes(count: int, expected: list[str]) -> None:
    assert told(laid(MIXED[:count], letters(count))) == expected


@pytest.mark.parametrize(
    ("form", "count", "expected"),
    [
        (PERSEGI, 1, ["1008x660"]),
        (PERSEGI, 2, ["504x365|", "504x365|"]),
        (PERSEGI, 3, ["504x353|", "495x309 495x309"]),
        (PERSEGI, 4, ["495x301 495x301", "495x301 495x301"]),
        (PERSEGI, 6, ["324x297 324x297 324x297", "324x297 324x297 324x297"]),
        (PERSEGI, 9, ["324x176 324x176 324x176", "324x176 324x176 324x176", "324x176 324x176 324x176"]),
        (CERITA, 1, ["992x893"]),
        (CERITA, 2, ["615x536|", "615x536|"]),
        (CERITA, 3, ["992x659", "487x323 487x323"]),
        (CERITA, 4, ["487x477 487x477", "487x477 487x477"]),
        (CERITA, 6, ["487x302 487x302", "487x302 487x302", "487x302 487x302"]),
        (CERITA, 9, ["319x298 319x298 319x298", "319x298 319x298 319x298", "319x298 319x298 319x298"]),
        (A4, 1, ["1013x866|"]),
        (A4, 2, ["808x767 808x767"]),
        (A4, 3, ["970x798 646x355", "646x355"]),
        (A4, 4, ["808x359 808x359", "808x359 808x359"]),
        (A4, 6, ["533x359 533x359 533x359", "533x359 533x359 533x359"]),
        (A4, 9, ["312x314 312x314 312x314 312x314 312x314", "395x396 395x396 395x396 395x396"]),
    ],
)
def test_other_sheets(form: Format, count: int, expected: list[str]) -> None:
    assert told(laid([WIDE] * count, form=form)) == expected


@EVERY_FORMAT
@pytest.mark.parametrize("count", range(1, 13))
@pytest.mark.parametrize(("aspects", "length"), [([0.56, 2.2], 9), (MIXED, 120)])
def test_nothing_overlaps_or_leaves_the_sheet(form: Format, count: int, aspects: list[float], length: int) -> None:
    tiles = laid((aspects * 12)[:count], [length] * count, form)
    assert [inside(tile.card, form.area()) for tile in tiles] == [True] * count
    assert [inside(tile.photo, tile.card) and inside(tile.text, tile.card) for tile in tiles] == [True] * count
    assert [apart(tile.photo, tile.text) for tile in tiles] == [True] * count
    assert [apart(a.card, b.card) for a, b in combinations(tiles, 2)] == [True] * (count * (count - 1) // 2)


@EVERY_FORMAT
@pytest.mark.parametrize("count", range(1, 13))
def test_order_is_never_permuted(form: Format, count: int) -> None:
    tiles = laid((MIXED * 2)[:count], list(range(5, 5 + 9 * count, 9)), form)
    assert tiles == sorted(tiles, key=lambda tile: (round(tile.card.y), tile.card.x))


@EVERY_FORMAT
@pytest.mark.parametrize("count", range(1, 13))
def test_every_row_uses_the_whole_width(form: Format, count: int) -> None:
    """What stands at the left and at the right of any card is a card or the margin."""
    area, tiles = form.area(), laid((MIXED * 2)[:count], form=form)
    edges = [(round(t.card.x), round(t.card.x + t.card.w)) for t in tiles]
    lefts = {round(area.x)} | {right + 18 for _, right in edges}
    rights = {round(area.x + area.w)} | {left - 18 for left, _ in edges}
    assert [(left in lefts, right in rights) for left, right in edges] == [(True, True)] * count


@EVERY_FORMAT
@pytest.mark.parametrize("count", range(2, 13))
def test_no_hole_is_left_below_or_above(form: Format, count: int) -> None:
    area, tiles = form.area(), laid((MIXED * 2)[:count], form=form)
    top, bottom = min(t.card.y for t in tiles) - area.y, max(t.card.y + t.card.h for t in tiles)
    assert (top <= 75, area.y + area.h - bottom <= 75) == (True, True)


def test_no_row_of_a_full_sheet_is_left_to_one_photo() -> None:
    for form in FORMATS.values():
        for count in (8, 9, 10, 11, 12):
            rows = told(laid((MIXED * 2)[:count], form=form))
            assert [len(row.split()) > 1 for row in rows] == [True] * len(rows)


def test_cards_of_rows_of_equal_count_line_up() -> None:
    columns = {round(tile.card.x) for tile in laid([WIDE] * 9)}
    assert sorted(columns) == [40, 379, 719]


def test_a_date_fits_even_the_narrowest_cell() -> None:
    narrowest = [min(t.card.w for n in range(2, 13) for t in laid(([0.56, 2.2] * 6)[:n], form=f)) for f in (POTRET, A4)]
    assert [wide >= 226 for wide in narrowest] == [True, True]


def test_most_of_every_photo_remains() -> None:
    shares = [min(kept(t.photo, WIDE) for t in laid([WIDE] * n)) for n in range(1, 10)]
    assert [share > 0.6 for share in shares] == [True] * 9


def test_people_are_no_more_cut_than_ceilings() -> None:
    """Six photos lie in three rows of two and lose floor and ceiling; where people stand there, they lose the sides."""
    plain, standing = laid([WIDE] * 6), laid([Shape(WIDE, 0.6, 0.9)] * 6)
    assert [told(plain), told(standing)] == [["491x232 491x232"] * 3, ["321x362 321x362 321x362"] * 2]


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, []), (1, [1]), (9, [9]), (10, [5, 5]), (11, [6, 5]), (12, [6, 6]), (19, [7, 6, 6]), (27, [9, 9, 9])],
)
def test_sheets_are_filled_evenly(count: int, expected: list[int]) -> None:
    assert sheets(count) == expected


def test_cells_flow_anew_into_as_many_sheets_as_were_posted() -> None:
    assert [evenly(count, 2) for count in (10, 13, 1)] == [[5, 5], [7, 6], [1, 0]]


def inside(box: Box, other: Box) -> bool:
    slack = 1e-6
    return (
        box.x >= other.x - slack
        and box.y >= other.y - slack
        and box.x + box.w <= other.x + other.w + slack
        and box.y + box.h <= other.y + other.h + slack
    )


def apart(a: Box, b: Box) -> bool:
    slack = 1e-6
    return a.x + a.w <= b.x + slack or b.x + b.w <= a.x + slack or a.y + a.h <= b.y + slack or b.y + b.h <= a.y + slack


@EVERY_FORMAT
@pytest.mark.parametrize("count", range(1, 10))
def test_what_is_found_among_few_sizes_is_the_best_of_all(
    form: Format, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = Random(f"{form.nama} {count}")
    for _ in range(3):
        shapes = [Shape(chance.choice((WIDE, WIDE, 16 / 9, TALL, 2.2)), chance.random(), 0.3) for _ in range(count)]
        lengths = [chance.choice((12, 17, 38, 52, 90)) for _ in range(count)]
        found = laid(shapes, lengths, form)
        with monkeypatch.context() as every:
            every.setattr("renderers.kolase.tiles.STRIDE", 1)
            assert laid(shapes, lengths, form) == found
