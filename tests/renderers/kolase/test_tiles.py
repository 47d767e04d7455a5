"""The geometry of a sheet, told as text: photo sizes row by row, "|" where the caption stands beside."""

from collections.abc import Sequence
from itertools import combinations, pairwise, product
from random import Random

import pytest

from renderers.ink.boxes import Box, Shape, Tile
from renderers.kolase.formats import A4, CERITA, FORMATS, PERSEGI, POTRET, Format
from renderers.kolase.rows import most_lines
from renderers.kolase.tiles import SMALLEST, evenly, kept, plan, sheets

WIDE, BROAD, TALL = 4 / 3, 3 / 2, 3 / 4
MIXED = [WIDE, BROAD, TALL, WIDE, 16 / 9, WIDE, 9 / 16, BROAD, 1.0, WIDE, TALL, WIDE]
EVERY_FORMAT = pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)


def letters(count: int) -> Sequence[int]:
    return [[17, 38, 52, 120][k % 4] for k in range(count)]


def laid(
    aspects: Sequence[float | Shape],
    lengths: Sequence[int] | None = None,
    form: Format = POTRET,
    *,
    varied: bool = False,
) -> list[Tile]:
    """Captions stand in for text here: so many letters of 0.56 em."""
    found = lengths or [17] * len(aspects)
    shapes = [one if isinstance(one, Shape) else Shape(one) for one in aspects]

    def lines(i: int, size: float, wide: float) -> int:
        return max(1, -int(-(found[i] * 0.56 * size) // wide))

    return plan(shapes, form.area(), lines, form.limits, varied=varied).tiles


def told(tiles: Sequence[Tile]) -> list[str]:
    rows: dict[int, list[str]] = {}
    for tile in tiles:
        size = f"{tile.photo.w:.0f}x{tile.photo.h:.0f}{'|' if tile.beside else ''}"
        rows.setdefault(round(tile.card.y), []).append(size)
    return [" ".join(row) for row in rows.values()]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, ["1000x818"]),
        (2, ["670x454|", "670x454|"]),
        (3, ["670x454|", "491x371 491x371"]),
        (4, ["491x378 491x378", "491x378 491x378"]),
        (5, ["491x465 491x465", "321x305 321x305 321x305"]),
        (6, ["491x227 491x227", "491x227 491x227", "491x227 491x227"]),
        (7, ["491x264 491x264", "321x173 321x173 321x173", "491x264 491x264"]),
        (8, ["321x199 321x199 321x199", "491x304 491x304", "321x199 321x199 321x199"]),
        (9, ["321x234 321x234 321x234", "321x234 321x234 321x234", "321x234 321x234 321x234"]),
    ],
)
def test_photos_of_one_shape(count: int, expected: list[str]) -> None:
    assert told(laid([WIDE] * count)) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, ["1000x818"]),
        (2, ["670x481|", "670x427|"]),
        (3, ["670x414|", "608x429 374x403"]),
        (4, ["491x309 491x309", "393x443 589x416"]),
        (5, ["341x370 369x346 254x322", "479x374 503x422"]),
        (6, ["341x402 369x378 254x354", "456x276 254x324 254x300"]),
        (7, ["491x200 491x200", "393x290 589x266", "385x199 325x175 254x151"]),
        (8, ["341x215 369x191 254x167", "491x196 491x244", "254x231 254x207 456x207"]),
        (9, ["341x235 369x211 254x187", "456x146 254x194 254x170", "254x237 456x237 254x285"]),
    ],
)
def test_photos_of_many_shapes(count: int, expected: list[str]) -> None:
    assert told(laid(MIXED[:count], letters(count))) == expected


@pytest.mark.parametrize(
    ("form", "count", "expected"),
    [
        (PERSEGI, 1, ["1008x650"]),
        (PERSEGI, 2, ["495x554 495x554"]),
        (PERSEGI, 3, ["594x685 396x300", "396x300"]),
        (PERSEGI, 4, ["495x296 495x296", "495x296 495x296"]),
        (PERSEGI, 6, ["324x296 324x296 324x296", "324x296 324x296 324x296"]),
        (PERSEGI, 9, ["324x175 324x175 324x175", "324x175 324x175 324x175", "324x175 324x175 324x175"]),
        (CERITA, 1, ["992x1012"]),
        (CERITA, 2, ["992x468", "992x468"]),
        (CERITA, 3, ["992x657", "487x323 487x323"]),
        (CERITA, 4, ["487x476 487x476", "487x476 487x476"]),
        (CERITA, 6, ["487x297 487x297", "487x297 487x297", "487x297 487x297"]),
        (CERITA, 9, ["319x297 319x297 319x297", "319x297 319x297 319x297", "319x297 319x297 319x297"]),
        (A4, 1, ["1634x756"]),
        (A4, 2, ["808x740 808x740"]),
        (A4, 3, ["970x766 646x323", "646x323"]),
        (A4, 4, ["808x323 808x323", "808x323 808x323"]),
        (A4, 6, ["533x340 533x340 533x340", "533x340 533x340 533x340"]),
        (A4, 9, ["395x395 395x395 395x395 395x395", "312x313 312x313 312x313 312x313 312x313"]),
    ],
)
def test_other_sheets(form: Format, count: int, expected: list[str]) -> None:
    assert told(laid([WIDE] * count, form=form)) == expected


@pytest.mark.parametrize(
    ("form", "count", "expected"),
    [
        (POTRET, 3, ["589x863 393x389", "393x389"]),
        (POTRET, 7, ["236x330 236x330 236x330 236x330", "321x448 321x448 321x448"]),
        (POTRET, 8, ["236x389 236x389 236x389 236x389"] * 2),
        (CERITA, 3, ["584x1073 390x494", "390x494"]),
        (CERITA, 8, ["234x467 234x467 234x467 234x467"] * 2),
        (PERSEGI, 5, ["495x692 238x307 238x307", "238x307 238x307"]),
        (A4, 7, ["646x790 311x347 311x347 311x347", "311x347 311x347 311x347"]),
    ],
)
def test_photos_of_a_phone_held_upright_fill_their_sheet(form: Format, count: int, expected: list[str]) -> None:
    assert told(laid([TALL] * count, form=form)) == expected


GROUPS = [Shape(*one) for one in product((WIDE, BROAD, TALL), (0.3, 0.7, 0.9), (0.3, 0.6, 0.8))]


@pytest.mark.parametrize(
    ("form", "cut"), [(POTRET, 0), (PERSEGI, 3), (CERITA, 0), (A4, 0)], ids=["potret", "persegi", "cerita", "a4"]
)
def test_the_long_title_among_short_ones_is_not_cut_whatever_people_need(form: Format, cut: int) -> None:
    """`cut`: sheets of 70 on which it is, all of them squares of seven or eight photos with people up to the edges."""
    weeks = [[9, 120], [120, 9, 9], [9, 9, 120, 9], [9] * 6 + [120], [9] * 7 + [120]]
    sheets = [(week, laid([people] * len(week), week, form)) for people in GROUPS[::2] for week in weeks]
    assert sum(any(map(cut_off, week, tiles)) for week, tiles in sheets) == cut


def cut_off(letters: int, tile: Tile) -> bool:
    return -int(-(letters * 0.56 * tile.size) // tile.text.w) > most_lines(tile)


@pytest.mark.parametrize("count", range(1, 10))
@pytest.mark.parametrize("length", [9, 120])
def test_words_on_a_sheet_that_is_printed_small_are_never_smaller_than_on_a_phone(count: int, length: int) -> None:
    sizes = {laid([one] * count, [length] * count, A4)[0].size for one in GROUPS[::4]}
    assert min(sizes) >= SMALLEST * A4.limits.words


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


@EVERY_FORMAT
def test_no_two_photos_leave_much_of_a_sheet_bare_whatever_their_people_need(form: Format) -> None:
    area, people = form.area(), product((1.33, 1.5, 1.78), (0.3, 0.7, 1.0), (0.3, 0.8))
    sheets = [laid(two, [17, 40], form) for two in combinations([Shape(*one) for one in people], 2)]
    assert min(sum(tile.card.w * tile.card.h for tile in tiles) for tiles in sheets) > 0.75 * area.w * area.h


PEOPLE = ((0.3, 0.5), (0.5, 0.6), (0.6, 0.35), (0.75, 0.5), (0.9, 0.4), (0.97, 0.6))


@EVERY_FORMAT
def test_people_fit_into_the_cells_of_nearly_every_week(form: Format) -> None:
    """Where they do not, the space beside a photo is filled: in no more than six of 225 cells, of weeks of any size."""
    weeks = [crowd(form, count, turn) for count in range(1, 10) for turn in range(5)]
    cells = [suits(tile.photo, shape) for week in weeks for tile, shape in zip(laid(*week, form), week[0], strict=True)]
    assert (len(cells), cells.count(False) <= 6) == (225, True)


def crowd(form: Format, count: int, turn: int) -> tuple[list[Shape], list[int]]:
    """A week of photos with people, and the letters of their titles."""
    chance = Random(f"{form.nama} {count} {turn}")
    shapes = [Shape(chance.choice((WIDE, WIDE, BROAD, 16 / 9, TALL)), *chance.choice(PEOPLE)) for _ in range(count)]
    return shapes, [chance.choice((9, 17, 38, 52)) for _ in range(count)]


def suits(photo: Box, shape: Shape) -> bool:
    across = photo.w / photo.h / shape.aspect
    return across > shape.wide - 1e-6 and 1 / across > shape.high - 1e-6


@EVERY_FORMAT
@pytest.mark.parametrize("count", [1, 2, 3])
def test_words_beside_a_broad_photo_have_no_more_room_than_they_need(form: Format, count: int) -> None:
    for turn in range(12):
        shapes, lengths = crowd(form, count, turn)
        placed = zip(laid(shapes, lengths, form), shapes, strict=True)
        beside = [(tile, shape) for tile, shape in placed if tile.beside and shape.aspect > 1]
        assert [t.photo.w >= min(0.6 * t.card.w, t.card.w - 331, broadest(t, s)) for t, s in beside] == [True] * len(
            beside
        )


def broadest(tile: Tile, shape: Shape) -> float:
    """The width at which a photo loses a quarter of its height, or as much as its people allow."""
    return shape.aspect * tile.photo.h * min(1.33, 1 / shape.high)


def test_a_sheet_that_is_printed_small_has_larger_words() -> None:
    a4, potret = ([laid([WIDE] * n, [25] * n, form)[0].size for n in range(1, 10)] for form in (A4, POTRET))
    assert (min(a4) >= 22.5, [a >= b for a, b in zip(a4, potret, strict=True)]) == (True, [True] * 9)


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
    assert [told(plain), told(standing)] == [["491x227 491x227"] * 3, ["321x360 321x360 321x360"] * 2]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, []),
        (1, [1]),
        (9, [9]),
        (10, [5, 5]),
        (11, [6, 5]),
        (12, [7, 5]),
        (16, [9, 7]),
        (19, [7, 6, 6]),
        (27, [9, 9, 9]),
    ],
)
def test_sheets_are_filled_evenly(count: int, expected: list[int]) -> None:
    assert sheets(count) == expected


def test_cells_flow_anew_into_as_many_sheets_as_were_posted() -> None:
    assert [evenly(count, 2) for count in (10, 13, 1)] == [[5, 5], [7, 6], [1, 0]]


@EVERY_FORMAT
@pytest.mark.parametrize("aspects", [(WIDE,), (BROAD, WIDE), (16 / 9, WIDE, BROAD)])
def test_four_landscape_photos_stand_two_by_two(form: Format, aspects: tuple[float, ...]) -> None:
    for turn in range(4):
        tiles = laid((aspects * 4)[:4], letters(8)[turn : turn + 4], form)
        assert [len(row.split()) for row in told(tiles)] == [2, 2]


@EVERY_FORMAT
def test_no_two_sheets_of_a_carousel_look_alike(form: Format) -> None:
    """With photos of one shape, too."""
    for count in (10, 11, 12, 13, 14, 15, 16):
        sizes = sheets(count)
        rows = [
            [len(row.split()) for row in told(laid([WIDE] * size, form=form, varied=k % 2 == 1))]
            for k, size in enumerate(sizes)
        ]
        assert [a != b for a, b in pairwise(rows)] == [True] * (len(sizes) - 1)


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
