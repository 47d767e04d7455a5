"""Texts as people write them: cleaned, shortened, read as a number, numbered, cut into messages."""

import re
import unicodedata
from collections.abc import Sequence

from handlers.chat.messages import Rejected
from handlers.reading.dates.calendar import NUMBERS
from renderers import indonesian

FULL = 3500


_ARROWS = 0x2190  # below lie ©, ® and °, which every font has
_SELECTORS = re.compile("[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]")


def printable(text: str, longest: int) -> str:
    """Text of at most `longest` characters for a letter, without emoji or invisible signs; Rejected if empty."""
    plain = "".join(c for c in _SELECTORS.sub("", text) if not is_picture(c))
    return clean(plain, longest)


def one_line(text: str, longest: int) -> str:
    return " ".join(printable(text, longest).split())


def is_picture(c: str) -> bool:
    """Whether a letter is an emoji, which letters and reports cannot print."""
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


# Cc breaks the document's XML, Cs cuts it, Cf is invisible (zero width, direction marks).
_INVISIBLE = {"Cc", "Cf", "Cs"}


def clean(text: str, longest: int) -> str:
    """Clean text of at most `longest` characters; line breaks stay."""
    lines = (re.sub(r"\s+", " ", _visible(line)).strip() for line in text.splitlines())
    cleaned = unicodedata.normalize("NFC", re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())
    if not cleaned:
        raise Rejected("Teksnya masih kosong; mohon ditulis.")
    if len(cleaned) > longest:
        raise Rejected(
            f"Terlalu panjang: {indonesian.angka(len(cleaned))} huruf, paling banyak {indonesian.angka(longest)}."
        )
    return cleaned


def _visible(line: str) -> str:
    return "".join(c for c in line.replace("\t", " ") if unicodedata.category(c) not in _INVISIBLE and _is_character(c))


def _is_character(c: str) -> bool:
    """Unicode's noncharacters (U+FFFE and its like) are refused by XML."""
    return ord(c) & 0xFFFE != 0xFFFE and not 0xFDD0 <= ord(c) <= 0xFDEF  # noqa: PLR2004 - the ranges themselves


def number(text: str) -> int:
    """1 to 999, in digits or, up to ten, in words."""
    said = text.strip().casefold()
    n = int(said) if re.fullmatch(r"[0-9]{1,3}", said) else NUMBERS.get(said, 0)
    if not n:
        raise Rejected("Mohon tulis bilangan 1 sampai 999, misalnya 3.")
    return n
