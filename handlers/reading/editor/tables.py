"""Tables of words, written as words are: parted by blanks; and patterns of words."""

import re
from collections.abc import Iterable


def table(words: str) -> frozenset[str]:
    return frozenset(words.split())


def pairs(words: str) -> dict[str, str]:
    """The second of each two words that are joined by "=", by the first."""
    return dict(pair.split("=") for pair in words.split())


def either(words: Iterable[str]) -> str:
    """A pattern of any of these, the longest first; of none a pattern that fits nowhere."""
    return "|".join(sorted(words, key=len, reverse=True)) or "(?!)"


def phrase(told: str) -> str:
    """A pattern of words as they stand; a blank stands for any run of blanks."""
    return re.escape(told).replace(r"\ ", r"\s+")
