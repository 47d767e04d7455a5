"""Where a line of words ends, and where an Indonesian word may be parted there: between words written as one, else
between syllables."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

Measure = Callable[[str], float]

LEAST = 3  # letters on each side of a hyphen
GLUED = 15  # letters: fewer are one word, not several written together as in a hashtag
PREFIXED = 9  # letters of a word whose "ber", "ter" or "per" is taken for a prefix
# Two letters that are one sound count as one consonant.
_SOUND = re.compile(r"ng|ny|sy|kh|[a-z]")
_VOWELS, _GLIDES = set("aeiou"), {"ai", "au", "ei", "oi"}
_ONSET = re.compile(r"[bcdfgkpt][lr]$")
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])")


def joints(word: str) -> tuple[int, ...]:
    """The places between words written as one, as in #PemilihanSerentak2024."""
    found = {at.start() for at in _JOINT.finditer(word)}
    return tuple(sorted(at for at in found | _known(word.lower()) if 0 < at < len(word)))


@lru_cache(maxsize=512)
def cuts(word: str) -> tuple[int, ...]:
    """The places between syllables, a prefix and a suffix kept whole, each with enough letters on both sides."""
    letters = word.lower()
    found = {at for at in (_between(letters, *pair) for pair in _pairs(letters)) if at}
    if len(letters) >= PREFIXED and re.match(r"[bpt]er[aeiou]", letters):
        found = (found | {3}) - {2}
    if len(letters) >= PREFIXED and (suffix := re.search(r"[^aeiou\W]an$", letters)):
        found = {at for at in found if at < suffix.start() - 1}
    return tuple(sorted(at for at in found if LEAST <= at <= len(word) - LEAST))


def _pairs(letters: str) -> list[tuple[int, int]]:
    """Each vowel with the next one of the same word."""
    at = [k for k, letter in enumerate(letters) if letter in _VOWELS]
    return [(a, b) for a, b in pairwise(at) if letters[a:b].isalpha()]


def _between(letters: str, first: int, second: int) -> int:
    """The place between two vowels at which the second syllable begins; 0 where both are one."""
    if second == first + 1:
        return 0 if letters[first : second + 1] in _GLIDES else second
    sounds = _SOUND.findall(letters[first + 1 : second])
    onset = 2 if len(sounds) > 1 and _ONSET.match("".join(sounds[-2:])) else 1
    return second - sum(map(len, sounds[-onset:]))


def _known(letters: str) -> set[int]:
    """Where a well-known word begins or ends in several that are written as one."""
    if len(letters) < GLUED:
        return set()
    found, at = set[int](), 0
    while at < len(letters):
        word = next((word for word in _words() if letters.startswith(word, at)), "")
        found |= {at, at + len(word)} if word else set()
        at += len(word) or 1
    return found


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    """The words that people write together in hashtags, long ones first."""
    text = Path(__file__).with_name("kata.txt").read_text("utf-8")
    return tuple(sorted(text.split(), key=len, reverse=True))


def filled(words: Sequence[str], room: float, measure: Measure) -> list[str]:
    """The words in lines no wider than `room`, but for a word that is wider itself."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
