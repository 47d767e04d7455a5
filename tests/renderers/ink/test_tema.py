"""Themes and patterns are data: complete, told apart, and a name nobody knows leaves the sober default."""

import pytest

from renderers.ink import tema as ink_tema
from renderers.ink.tema import MARUN, POLA, TEMA, mixed, tema
from tests.renderers.ink.contrast import contrast


def test_the_themes() -> None:
    assert list(TEMA) == ["marun", "biru", "hijau", "ungu", "monokrom"]
    assert [one.nama for one in TEMA.values()] == list(TEMA)
    assert {one.pola for one in TEMA.values()} == set(POLA)


@pytest.mark.parametrize(
    ("nama", "own", "found"),
    [("biru", "", ("biru", "parang")), ("biru", "kawung", ("biru", "kawung")), ("jingga", "", ("marun", "kawung"))],
)
def test_a_theme_by_its_name(nama: str, own: str, found: tuple[str, str]) -> None:
    assert (tema(nama, own).nama, tema(nama, own).pola) == found


def test_a_pattern_nobody_knows_leaves_that_of_the_theme() -> None:
    assert tema("marun", "kotak") == MARUN


def test_contrast_is_that_of_wcag() -> None:
    pairs = (((0, 0, 0), (255, 255, 255)), ((119, 119, 119), (255, 255, 255)), ((255, 0, 0), (255, 255, 255)))
    assert [round(contrast(a, b), 2) for a, b in pairs] == [21.0, 4.48, 4.0]


def test_mixing() -> None:
    assert mixed((0, 100, 200), (100, 100, 0), 0.25) == (25, 100, 150)


def test_every_pattern_has_a_tile_of_its_own_and_polos_none() -> None:
    tiles = {name: ink_tema.tile(name, 1) for name in POLA}
    assert {name: tile and tile.size for name, tile in tiles.items()} == {
        "kawung": (44, 44),
        "parang": (44, 44),
        "truntum": (44, 44),
        "polos": None,
    }
    assert len({tile.tobytes() for tile in tiles.values() if tile}) == 3


@pytest.mark.parametrize("name", POLA[:3])
def test_a_pattern_repeats_without_a_seam(name: str) -> None:
    """The columns left and right of a seam differ no more than neighbours elsewhere do."""
    mask = ink_tema.mask(name, (132, 132), 1)
    assert mask

    def step(x: int) -> int:
        columns = [mask.crop((k, 44, k + 1, 88)).tobytes() for k in (x, x + 1)]
        return sum(abs(a - b) for a, b in zip(*columns, strict=True))

    assert step(43) <= max(step(x) for x in range(44, 87)) * 1.2
