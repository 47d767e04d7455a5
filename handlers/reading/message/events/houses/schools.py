"""Whose a school is: the word behind its kind tells, which is "Negeri" or a number where the state has it."""

from collections.abc import Sequence

from handlers.reading.editor.tables import table
from handlers.reading.message.events.words import Word
from renderers.indonesian import BULAN

_KINDS = table("sekolah sma smk smp sd ma mi mts slb")
# Foundations, faiths and their honorifics, with which the names of private schools begin.
_PRIVATE = table(
    """
    pasundan muhammadiyah aisyiyah pgri islam islamiyah kristen katolik swasta it terpadu santo santa st al an as ar at
    nurul darul darus darussalam miftahul maarif ma'arif nu bhakti bakti bina tunas budi budhi xaverius taruna kartika
    bhayangkari dharma ypk ypi yos bosco kanisius bopkri taman tarbiyah hidayatul raudlatul roudlotul sunan diponegoro
    """
)
_HIGHER = frozenset({"universitas", "univ", "politeknik", "institut"})
_CIRCLES = frozenset({"pemuda", "remaja", "anak", "wanita", "perempuan", "lansia", "keluarga"})
_MONTHS = frozenset(map(str.casefold, BULAN))
_OF_THE_STATE = frozenset({"negeri", "neg", "n", "inpres", "dasar", "menengah", "luar", "dan", "di"})


def private(run: Sequence[Word], at: int, end: int) -> bool:
    """Whether the words [at, end) name a private school, or a circle of a church."""
    circle = run[at].low == "komisi" and at + 1 < end and run[at + 1].low in _CIRCLES
    return circle or _named(run, at, end) in _PRIVATE


def of_nobody(run: Sequence[Word], at: int, end: int) -> bool:
    """Whether they name a school by a word or a day that does not tell whose it is: "SMK Mandala", "SMK 2 Mei"; or a
    university of the state, which offices count either way."""
    if run[at].low in _HIGHER and any(word.low == "negeri" for word in run[at + 1 : end]):
        return True
    name = _named(run, at, end)
    if name.isdigit() and at + 2 < end and run[at + 2].low in _MONTHS:
        return True
    return name.isalpha() and name not in _OF_THE_STATE


def _named(run: Sequence[Word], at: int, end: int) -> str:
    """The word behind the kind of a school."""
    return run[at + 1].low if at + 1 < end and run[at].low in _KINDS else ""
