"""Whose a school is: of one without a number, the word behind its kind tells."""

from collections.abc import Sequence

from handlers.reading.editor.tables import table
from handlers.reading.message.events.words import Word

_KINDS = table("sekolah sma smk smp sd ma mi mts slb")
# Foundations, faiths and their honorifics, with which the names of private schools begin.
_PRIVATE = table(
    """
    pasundan muhammadiyah aisyiyah pgri islam islamiyah kristen katolik swasta it terpadu santo santa st al an as ar at
    nurul darul darus darussalam miftahul maarif ma'arif nu bhakti bakti bina tunas budi budhi xaverius taruna kartika
    bhayangkari dharma ypk ypi yos bosco kanisius bopkri taman tarbiyah hidayatul raudlatul roudlotul sunan diponegoro
    """
)


def private(run: Sequence[Word], at: int, end: int) -> bool:
    """Whether the words [at, end) name a private school."""
    behind = run[at + 1].low if at + 1 < end else ""
    return run[at].low in _KINDS and behind in _PRIVATE
