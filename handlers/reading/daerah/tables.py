"""Words of the languages that are spoken beside Indonesian, by what they mean (kata.csv, hari.csv), and as a title has
them (ditulis.csv). They are to be extended by whoever speaks one."""

import csv
from collections.abc import Iterator
from importlib.resources import files
from itertools import groupby
from operator import itemgetter

# Shorter words are syllables of Indonesian names too, and count in small letters alone.
_SHORT = 3


def _rows(file: str) -> Iterator[list[str]]:
    """(the meaning, the language, the words) of each row."""
    _, *rows = csv.reader((files("handlers.reading.daerah") / file).read_text(encoding="utf-8").splitlines())
    yield from rows


def _meanings(file: str) -> dict[str, str]:
    return {word: meaning for meaning, _, words in _rows(file) for word in words.split()}


MEANINGS = _meanings("kata.csv")


def meaning(word: str) -> str:
    """The Indonesian word that a word of another language means, "" where it is none."""
    small = word.islower() if len(word) <= _SHORT else not word.isupper()
    return MEANINGS.get(word.casefold(), "") if small else ""


WRITTEN = _meanings("ditulis.csv")


def written(word: str) -> str:
    """The Indonesian word that a title has for a word of another language, "" where it keeps that."""
    return WRITTEN.get(word, "")


def words_for(meaning: str) -> list[str]:
    """The words of other languages that mean an Indonesian one."""
    return [word for word, meant in MEANINGS.items() if meant == meaning]


def day_words() -> list[tuple[str, int]]:
    """(a word or several, how many days from today they mean)."""
    return [(word, int(day)) for day, _, words in _rows("hari.csv") for word in words.split("|")]


def days() -> list[tuple[str, int]]:
    """(a pattern of words, how many days from today they mean), for each number of days."""
    told = sorted(day_words(), key=itemgetter(1))
    return [(_either(word for word, _ in each), day) for day, each in groupby(told, key=itemgetter(1))]


def _either(words: Iterator[str]) -> str:
    """By their first letters, so that few are tried at a place."""
    each = groupby(sorted({*words}), key=itemgetter(0))
    return "|".join(f"{first}(?:{_longest(word[1:] for word in same)})" for first, same in each)


def _longest(ends: Iterator[str]) -> str:
    return "|".join(end.replace(" ", r"\s+") for end in sorted(ends, key=len, reverse=True))
