"""Texts as people write them: cleaned, shortened, numbered, cut into messages."""

import re
import unicodedata
from collections.abc import Sequence

from handlers.reading.words import clean

FULL = 3500


_ARROWS = 0x2190  # below lie ©, ® and °, which every font has
_SELECTORS = re.compile("[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]")


def printable(text: str, longest: int) -> str:
    """Text of at most `longest` characters for a letter, without emoji or invisible signs; Rejected if empty."""
    plain = "".join(c for c in _SELECTORS.sub("", text) if not _is_picture(c))
    return clean(plain, longest)


def one_line(text: str, longest: int) -> str:
    return " ".join(printable(text, longest).split())


def _is_picture(c: str) -> bool:
    category = unicodedata.category(c)
    return category in {"Co", "Cn"} or (category == "So" and ord(c) >= _ARROWS)


def shortened(text: str, longest: int) -> str:
    told = " ".join(text.split())
    return told if len(told) <= longest else f"{told[: longest - 1].rstrip()}…"


def in_messages(text: str) -> list[str]:
    """A long text as messages that a chat can carry, parted at spaces."""
    found = []
    while len(text) > FULL:
        cut = max(text.rfind("\n", FULL // 2, FULL), text.rfind(" ", FULL // 2, FULL))
        cut = cut if cut > 0 else FULL
        found.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*found, text]


def above(told: str, text: str) -> str:
    """A card's text with the sentence about the latest change above it."""
    return f"{told}\n\n{text}" if told else text


def numbered(told: Sequence[str], first: int = 1) -> str:
    return "\n".join(f"{n}. {line}" for n, line in enumerate(told, start=first))
