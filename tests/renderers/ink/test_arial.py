"""Lines of paper are measured by the widths of Arial and balanced by them."""

from pathlib import Path

import pytest
from PIL import ImageFont

from renderers.ink.arial import balanced, widest_word, width

LIBERATION = Path("/usr/share/fonts/truetype/liberation")
SIGNS = "".join(map(chr, range(32, 127)))


@pytest.mark.parametrize(("bold", "name"), [(False, "Regular"), (True, "Bold")])
def test_the_widths_are_those_of_liberation_sans(*, bold: bool, name: str) -> None:
    file = LIBERATION / f"LiberationSans-{name}.ttf"
    if not file.exists():
        pytest.skip("Liberation Sans is not installed")
    font = ImageFont.truetype(str(file), 2048)
    told = {sign: round(font.getlength(sign) * 1000 / 2048) for sign in SIGNS}
    assert {sign: round(width(sign, 50, bold=bold)) for sign in SIGNS} == told


def test_a_text_is_as_wide_as_its_letters() -> None:
    assert width("99.999", 10) == pytest.approx((5 * 556 + 278) / 100 * 20)
    assert width("é", 10) == width("e", 10)
    assert width("ab", 10, spacing=1) == width("ab", 10) + 40
    assert widest_word("Grup Bakohumas KPU", 8) == width("Bakohumas", 8)
    assert widest_word("", 8) == 0


ROOM = 8788  # twips of the cover


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("KOTA PROBOLINGGO", ["KOTA PROBOLINGGO"]),
        ("KABUPATEN BOLAANG MONGONDOW UTARA", ["KABUPATEN BOLAANG", "MONGONDOW UTARA"]),
        ("A" * 80 + " BB CC", ["A" * 80, "BB CC"]),
        ("A" * 80, ["A" * 80]),
        ("", [""]),
    ],
)
def test_lines_are_about_equally_wide(text: str, lines: list[str]) -> None:
    assert balanced(text, ROOM, 20, bold=True, spacing=0.5).split("\n") == lines


def test_a_very_long_name_takes_as_few_lines_as_it_needs() -> None:
    lines = balanced("KEPULAUAN SIAU TAGULANDANG BIARO " * 12, ROOM, 20, bold=True).split("\n")
    assert lines == ["KEPULAUAN SIAU TAGULANDANG BIARO"] * 12
