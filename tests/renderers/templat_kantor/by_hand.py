"""Hands that edit a template as staff do: the built-in one, one change, saved."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

from renderers.templat_bawaan import build
from renderers.word.ooxml import Parts

MAIN = "word/document.xml"


def edited(old: str, new: str, part: str = MAIN) -> Parts:
    """The built-in template with the first `old` of its XML replaced."""
    parts = build.parts()
    text = parts[part].decode()
    assert old in text, old
    return {**parts, part: text.replace(old, new, 1).encode()}


def typed(old: str, new: str) -> Parts:
    """The same for what is typed as text."""
    return edited(escape(old), escape(new))


def without_paragraph(text: str) -> Parts:
    parts = build.parts()
    pattern = rf"<w:p>(?:(?!<w:p>).)*?{re.escape(escape(text))}.*?</w:p>"
    changed, count = re.subn(pattern, "", parts[MAIN].decode(), count=1)
    assert count == 1, text
    return {**parts, MAIN: changed.encode()}


def without_row(text: str) -> Parts:
    parts = build.parts()
    pattern = rf"<w:tr>(?:(?!<w:tr>).)*?{re.escape(escape(text))}.*?</w:tr>"
    changed, count = re.subn(pattern, "", parts[MAIN].decode(), count=1)
    assert count == 1, text
    return {**parts, MAIN: changed.encode()}


def planted_faults() -> list[tuple[str, str]]:
    """What is spoiled, and the sentence about it, as faults.txt lists them."""
    lines = (Path(__file__).parent / "faults.txt").read_text("utf-8").splitlines()
    told = [line for line in lines if line and not line.startswith(";")]
    return [(spoiled, sentence.strip()) for spoiled, sentence in zip(told[::2], told[1::2], strict=True)]


DEEDS: dict[str, Callable[[str, str], Parts]] = {
    "ketik": typed,
    "paragraf": lambda old, _: without_paragraph(old),
    "baris": lambda old, _: without_row(old),
    "xml": edited,
    "kaki": lambda old, new: edited(old, new, "word/footer1.xml"),
    "inti": lambda old, new: edited(old, new, "docProps/core.xml"),
    "semua": lambda old, new: {**build.parts(), MAIN: build.parts()[MAIN].replace(old.encode(), new.encode())},
}


def spoiled(spoiled: str) -> Parts:
    """The built-in template after one of the deeds of faults.txt."""
    deed, _, rest = spoiled.partition(" ")
    old, _, new = rest.partition(" => ")
    return DEEDS[deed](old, new)
