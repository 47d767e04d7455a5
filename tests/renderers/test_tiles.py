"""The geometry of a sheet, told as text: photo sizes row by row, "|" where the caption stands beside."""

from collections.abc import Sequence
from itertools import combinations

import pytest

from renderers.tiles import Box, Tile, kept, plan, sheets

AREA = Box(40, 288, 1000, 928)
WIDE, BROAD, TALL = 4 / 3, 3 / 2, 3 / 4
MIXED = [WIDE, BROAD, TALL, WIDE, 16 / 9, WIDE, 9 / 16, BROAD, 1.0, WIDE, TALL, WIDE]


def letters(count: int) -> Sequence[int]:
    return [[17, 38, 52, 120][k % 4] for k in range(count)]


def laid(aspects: Sequence[float], lengths: Sequence[int] | None = None) -> list[Tile]:
    """Captions stand in for text here: so many letters of 0.56 em."""
    found = lengths or [17] * len(aspects)
    return plan(aspects, AREA, lambda i, size, wide: max(1, -int(-(found[i] * 0.56 * size) // wide)))


def told(tiles: Sequence[Tile]) -> list[str]:
    rows: dict[float, list[str]] = {}
    for tile in tiles:
        size = f"{tile.photo.w:.0f}x{tile.photo.h:.0f}{'|' if tile.beside else ''}"
        rows.setdefault(tile.card.y, []).append(size)
    return [" ".join(row) for row in rows.values()]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, ["1000x829"]),
        (2, ["605x454|", "605x454|"]),
        (3, ["587x440|", "491x386 491x386"]),
        (4, ["491x372 491x372", "491x372 491x372"]),
        (5, ["491x467 491x467", "321x305 321x305 321x305"]),
        (6, ["491x232 491x232", "491x232 491x232", "491x232 491x232"]),
        (7, ["491x262 491x262", "321x172 321x172 321x172", "491x262 491x262"]),
        (8, ["321x197 321x197 321x197", "491x301 491x301", "321x197 321x197 321x197"]),
        (9, ["321x232 321x232 321x232", "321x232 321x232 321x232", "321x232 321x232 321x232"]),
    ],
)
def test_photos_of_one_shape(count: int, expected: list[str]) -> None:
    assert told(laid([WIDE] * count)) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, ["1000x829"]),
        (2, ["620x465|", "620x443|"]),
        (3, ["525x394|", "608x424 374x424"]),
        (4, ["491x304 491x304", "393x423 589x423"]),
        (5, ["341x319 369x319 254x319", "491x367 491x367"]),
        (6, ["341x377 369x377 254x377", "299x293 366x293 299x293"]),
        (7, ["341x182 369x182 254x182", "365x274|", "385x198 325x198 254x198"]),
        (8, ["341x176 369x176 254x176", "442x199 540x199", "343x200 254x200 367x200"]),
        (9, ["341x177 369x177 254x177", "299x138 366x138 299x138", "254x216 399x216 311x216"]),
    ],
)
def test_photos_of_many_shapes(count: int, expected: list[str]) -> None:
    assert told(laid(MIXED[:count], letters(count))) == expected


@pytest.mark.parametrize("count", range(1, 10))
@pytest.mark.parametrize("aspects", [[WIDE], [TALL], [2.2], [0.56], MIXED, MIXED[::-1]])
@pytest.mark.parametrize("length", [9, 60, 300])
def test_nothing_overlaps_or_leaves_the_sheet(count: int, aspects: list[float], length: int) -> None:
    tiles = laid((aspects * 9)[:count], [length] * count)
    assert [inside(tile.card, AREA) for tile in tiles] == [True] * count
    assert [inside(tile.photo, tile.card) and inside(tile.text, tile.card) for tile in tiles] == [True] * count
    assert [apart(tile.photo, tile.text) for tile in tiles] == [True] * count
    assert [apart(a.card, b.card) for a, b in combinations(tiles, 2)] == [True] * (count * (count - 1) // 2)


@pytest.mark.parametrize("count", range(1, 10))
def test_order_is_never_permuted(count: int) -> None:
    tiles = laid((MIXED * 2)[:count], list(range(5, 5 + 9 * count, 9)))
    assert tiles == sorted(tiles, key=lambda tile: (tile.card.y, tile.card.x))


@pytest.mark.parametrize("count", range(1, 10))
def test_every_row_uses_the_whole_width(count: int) -> None:
    rows: dict[float, list[Box]] = {}
    for tile in laid((MIXED * 2)[:count]):
        rows.setdefault(tile.card.y, []).append(tile.card)
    spans = [(round(row[0].x), round(row[-1].x + row[-1].w)) for row in rows.values()]
    assert spans == [(40, 1040)] * len(rows)


def test_cards_of_rows_of_equal_count_line_up() -> None:
    columns = {round(tile.card.x) for tile in laid([WIDE] * 9)}
    assert sorted(columns) == [40, 379, 719]


def test_a_date_fits_even_the_narrowest_cell() -> None:
    narrowest = min(tile.card.w for n in range(2, 10) for tile in laid(([0.56, 2.2, 0.56] * 3)[:n]))
    assert round(narrowest) == 254


def test_most_of_every_photo_remains() -> None:
    shares = [min(kept(t.photo, WIDE) for t in laid([WIDE] * n)) for n in range(1, 10)]
    assert [share > 0.6 for share in shares] == [True] * 9


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, []), (1, [1]), (9, [9]), (10, [5, 5]), (11, [6, 5]), (12, [6, 6]), (19, [7, 6, 6]), (27, [9, 9, 9])],
)
def test_sheets_are_filled_evenly(count: int, expected: list[int]) -> None:
    assert sheets(count) == expected


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
