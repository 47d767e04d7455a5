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


def days() -> list[tuple[str, int]]:
    """(a pattern of words, how many days from today they mean), for each number of days."""
    told = sorted(((int(day), words) for day, _, words in _rows("hari.csv")), key=itemgetter(0))
    return [(_either(words for _, words in each), day) for day, each in groupby(told, key=itemgetter(0))]


def _either(listed: Iterator[str]) -> str:
    phrases = sorted(dict.fromkeys(phrase for words in listed for phrase in words.split("|")), key=len, reverse=True)
    return "|".join(phrase.replace(" ", r"\s+") for phrase in phrases)
