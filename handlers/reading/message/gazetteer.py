"""The names and words by which an office is read: all that the reader knows of the world, handed to it in one piece."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Gazetteer:
    """`institutions`: every partner that the office has told, with its sector, and how often in `told`; `kinds`: words
    that begin the name of an institution, with their sector ("" where it may be either); `own`: words of the office's
    own house, no partners; `generic`: words that carry no likeness between two names; `platforms`: a platform's code by
    each of its spellings; `bawaan`: the platforms that the office usually posts to; `wilayah`: "Kota Probolinggo"."""

    wilayah: str = ""
    institutions: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    platforms: Mapping[str, str] = field(default_factory=dict)
    bawaan: tuple[str, ...] = ()
