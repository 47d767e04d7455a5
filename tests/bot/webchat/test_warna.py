"""Colours by day and by night: whatever is read can be read (WCAG AA, computed from the page's own variables)."""

import re
from importlib.resources import files

import pytest

PAGE = files("bot.webchat") / "page"
TEXT, SHAPE = 4.5, 3.0
HUES = [f"hue-{n}" for n in range(8)]
PAIRS = [
    ("ink", "desk", TEXT), ("ink", "desk-deep", TEXT), ("ink", "panel", TEXT), ("ink", "panel-hover", TEXT),
    ("ink", "theirs", TEXT), ("ink", "mine", TEXT), ("ink", "fresh", TEXT), ("ink", "chat", TEXT),
    ("muted", "desk", TEXT), ("muted", "desk-deep", TEXT), ("muted", "panel", TEXT), ("muted", "panel-hover", TEXT),
    ("muted", "theirs", TEXT), ("muted", "chat", TEXT), ("mine-muted", "mine", TEXT),
    ("accent", "panel", TEXT), ("accent", "panel-hover", TEXT), ("accent", "theirs", TEXT), ("accent", "mine", TEXT),
    ("on-solid", "solid", TEXT), ("on-solid", "solid-hover", TEXT), ("on-solid", "danger", TEXT),
    ("on-solid", "badge", TEXT),
    ("on-bar", "bar", TEXT), ("on-bar", "bar-light", TEXT), ("on-bar-soft", "bar", TEXT),
    ("on-bar-soft", "bar-light", TEXT),
    ("on-gold", "gold", TEXT), ("on-gold", "on-bar-soft", TEXT), ("on-key", "key", TEXT), ("on-key", "key-hover", TEXT),
    ("on-toast", "toast", TEXT), ("focus", "panel", SHAPE), ("focus", "chat", SHAPE), ("focus", "desk", SHAPE),
    ("focus", "desk-deep", SHAPE), ("focus", "theirs", SHAPE), ("focus", "key", SHAPE), ("gold", "bar", SHAPE),
    ("gold", "bar-light", SHAPE), ("accent", "desk", SHAPE),
    *((on, hue, TEXT) for hue in (*HUES, "hue-guest") for on in ("on-solid",)),
]  # fmt: skip
COLOUR = re.compile(r"--([\w-]+): rgb\((\d+) (\d+) (\d+)\)")
Colours = dict[str, tuple[int, int, int]]


def colours(dark: bool) -> Colours:
    day, _, night = (PAGE / "tokens.css").read_text(encoding="utf-8").partition("@media")
    found = COLOUR.findall(day) + (COLOUR.findall(night) if dark else [])
    return {name: (int(r), int(g), int(b)) for name, r, g, b in found}


def light(colour: tuple[int, int, int]) -> float:
    red, green, blue = ((c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4) for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def poor(known: Colours, pairs: list[tuple[str, str, float]]) -> list[tuple[str, str, float]]:
    found = [(ink, paper, round(contrast(known[ink], known[paper]), 2), least) for ink, paper, least in pairs]
    return [(ink, paper, seen) for ink, paper, seen, least in found if seen < least]


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_everything_can_be_read(dark: bool) -> None:
    assert poor(colours(dark), PAIRS) == []


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_names_in_the_group_can_be_read_in_their_own_colours(dark: bool) -> None:
    names = [f"tint-{n}" if dark else f"hue-{n}" for n in range(8)]
    assert poor(colours(dark), [(name, "theirs", TEXT) for name in names]) == []


def test_black_on_white_is_twenty_one() -> None:
    assert round(contrast((0, 0, 0), (255, 255, 255)), 2) == 21


def test_every_colour_of_the_page_is_a_token() -> None:
    styles = [file for file in PAGE.iterdir() if file.name.endswith(".css") and file.name != "tokens.css"]
    # White and black with or without see-through, and the veil over pictures, are the same by day and by night.
    plain = re.compile(r"#[0-9a-f]{3,8}\b|rgb\((?!255 255 255|0 0 0|20 10 9)[^)]*\)")
    found = {(file.name, colour) for file in styles for colour in plain.findall(file.read_text(encoding="utf-8"))}
    assert found == set()


def test_what_the_page_uses_is_defined() -> None:
    styles = "".join(file.read_text(encoding="utf-8") for file in PAGE.iterdir() if file.name.endswith(".css"))
    defined = set(re.findall(r"(?<=\s)--([\w-]+):", styles))
    assert set(re.findall(r"var\(--([\w-]+)", styles)) - defined == set()
