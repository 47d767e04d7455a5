"""The names and words by which an office is read: all that the reader knows of the world, handed to it in one piece."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from handlers.reading.jenis import NATIONAL, JenisWords


@dataclass(frozen=True)
class Gazetteer:
    """`institutions`: every partner that the office has told, with its sector; `aliases`: the printed name of a
    partner by each other name that the office lists for it; `kinds`: words that begin the name of an institution,
    with their sector ("" where it may be either); `generic`: kinds that are no name without another word ("Dinas");
    `groups`: kinds that name many ("parpol", "camat"), partners only where they are said to have come; `venues`:
    kinds that are only the place where something is held there ("Kelurahan"); `doubled`: the second word of a kind
    that has two ("satpol": "pp"); `own`: words of the office's own
    house, no partners; `sisters`: those of them that another office of the same kind is called by, with its region
    ("KPU"); `told`: how often the office told of a kegiatan of this name; `sectors`: the sector that it had last,
    by the name in small letters; `platforms`: a platform's code by each of its spellings; `jenis`: how its jenis of
    konten are said; `bawaan`: the platforms that the office usually posts to; `wilayah`:
    "Kota Probolinggo"; `regions`: words of regions of the land; `ordinary`: those that mean something else too.
    Kinds, aliases, own words and spellings are in small letters."""

    wilayah: str = ""
    regions: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    institutions: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    generic: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()
    doubled: Mapping[str, str] = field(default_factory=dict)
    sisters: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    told: Mapping[str, int] = field(default_factory=dict)
    sectors: Mapping[str, str] = field(default_factory=dict)
    platforms: Mapping[str, str] = field(default_factory=dict)
    jenis: JenisWords = NATIONAL
    bawaan: tuple[str, ...] = ()
