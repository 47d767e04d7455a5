"""The partners that an office has told, found by their names in a run of words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

from handlers.reading.editor.tables import table
from handlers.reading.message.events.cues import CUES, DID, ENDS, acts
from handlers.reading.message.events.vocabulary.heads import HEADS
from handlers.reading.message.events.vocabulary.plain import counts, no_name
from handlers.reading.message.events.words import Word, words
from handlers.reading.message.gazetteer import Gazetteer

# A typo or two in a word of usual length; below it two names are two.
LIKE = 85
SMALL = 4
# Behind these the name of a region or a branch follows.
LEVELS = table(
    "kota kabupaten kab kab/kota provinsi prov propinsi se kec kecamatan kelurahan desa cabang cab wilayah daerah "
    "perwakilan ranting komisariat kelas kantor korwil komisi fraksi"
)
# With them the names of schools begin, also in small letters: "ma al hidayah".
_ARABIC = frozenset({"al", "an", "as", "nurul", "darul", "miftahul", "darussalam", "nahdlatul"})
# They stand within a name.
JOINS = frozenset({"dan", "&", "al", "el", "de", "bin"})
_COMPASS = frozenset({"utara", "selatan", "timur", "barat", "tengah", "tenggara", "raya", "besar", "hulu", "hilir"})
# The names of these are known; and there may be more of one that is.
_LISTED = table("kota kabupaten kab kab/kota provinsi prov propinsi")
_OFFICES = table("kantor perwakilan cabang komisi fraksi")
_ISLANDS = table("pp pulau kepulauan kep pulau-pulau")
_STATIONS = table("polres polresta polrestabes polsek kodim koramil satpolairud")
_WORDS_TOO = frozenset({"min", "ma", "mi", "tk", "ra", "kerukunan", "kampus"})
# A man is called so; written large it is a court.
_MEN = frozenset({"pa", "Pa"})
_OF_IT = frozenset({"nya", "nyo"})
REGIONS = LEVELS | table("ri republik indonesia pusat")


@dataclass(frozen=True)
class Known:
    gazetteer: Gazetteer

    @cached_property
    def _called(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """(its words, the printed name) by the first word, the longest first."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        called = {name: name for name in self.gazetteer.institutions} | dict(self.gazetteer.aliases)
        for name, printed in sorted(called.items(), key=lambda each: -len(each[0])):
            if split := _split(name):
                found.setdefault(split[0], []).append((split, printed))
        return found

    @cached_property
    def others(self) -> frozenset[str]:
        """The names by which a partner is called beside the printed one, in small letters."""
        return frozenset(name for name, printed in self.gazetteer.aliases.items() if name != printed.casefold())

    def told(self, run: Sequence[Word], at: int, end: int) -> int:
        """Where a known name ends that begins at this word; `at` where none does."""
        for split, _ in self._called.get(_plain(run[at]), ()):
            stop = at + len(split)
            if stop <= end and tuple(_plain(w) for w in run[at:stop]) == split:
                return stop
        return at

    def printed(self, written: str) -> str:
        """The known name that these words are; "Kodim 0820" is the only Kodim 0820 of the region that is known."""
        split = _split(written)
        for parts, printed in self._called.get(split[0], ()) if split else ():
            if parts == split:
                return printed
        said, bare = set(split), self._bare(split)
        fits = (
            {one for one in self._alike.get(bare, ()) if self._within(said, self._wholes[one])} if bare else set[str]()
        )
        return fits.pop() if len(fits) == 1 else ""

    @cached_property
    def _wholes(self) -> dict[str, tuple[str, ...]]:
        return {name: _split(name) for name in self.gazetteer.institutions}

    @cached_property
    def _alike(self) -> dict[tuple[str, ...], list[str]]:
        """The printed names by their words without those of the region."""
        found: dict[tuple[str, ...], list[str]] = {}
        for name, whole in self._wholes.items():
            found.setdefault(self._bare(whole), []).append(name)
        return found

    @cached_property
    def _tellers(self) -> dict[frozenset[str], dict[str, str]]:
        """What tells each known name from others of its kind, by the numbers in it."""
        found: dict[frozenset[str], dict[str, str]] = {}
        for name, whole in self._wholes.items():
            found.setdefault(_digits(whole), {})[name] = self._telling(whole)
        return found

    def _within(self, said: set[str], whole: tuple[str, ...]) -> bool:
        """Whether every word said is one of the known name, or a slip in a word of the region."""
        return all(w in whole or self.region(w) for w in said) and (len(said) <= len(set(whole)))

    def region(self, word: str) -> bool:
        """Whether it is a slip in a word of the region."""
        return len(word) > SMALL and word not in self.home and _slips(word, self.home)

    def of_region(self, run: Sequence[Word], at: int) -> bool:
        """Whether a word is of a region: its level, or the name behind its level."""
        word, short = run[at], run[at - 1].raw == "."
        if word.is_sign or word.low in ENDS | DID | HEADS:
            return word.raw == "." and not word.low
        if ends_name(run, at):
            return False
        all_of = word.low.startswith("se-") or run[at - 1].low.startswith("se-")
        if all_of or word.low in self.gazetteer.regions or self._second(run, at):
            return True
        before = run[at - 2 if short and at > 1 else at - 1]
        level = before.low in LEVELS and word.low not in JOINS and self._named(before, word)
        return level or word.low in self.regions or self.region(word.low)

    def small_word(self, run: Sequence[Word], at: int) -> bool:
        """Whether a word is short and small and nothing of a name follows: "min" calls the admin, "MIN 2" is a school,
        "pa Hadi" a man and "PA Sleman" a court."""
        following = run[at + 1] if at + 1 < len(run) else None
        if run[at].raw in _MEN:
            return not following or not self.of_region(run, at + 1)
        named = following and (following.capital or following.raw[0].isdigit() or following.low in _ARABIC)
        return run[at].raw in _WORDS_TOO and not named

    def _second(self, run: Sequence[Word], at: int) -> bool:
        """Whether a plain word goes on with the name of a region: "Kab Tanah Laut", "Lombok Barat"."""
        word, before = run[at], run[at - 1]
        if word.low in _COMPASS and (before.capital or before.low in self.gazetteer.regions):
            return True
        placed = at > 1 and run[at - 2].low in LEVELS and before.raw.istitle()
        return placed and word.low in self.gazetteer.ordinary and word.capital

    def _named(self, level: Word, word: Word) -> bool:
        """Whether a region may have this name, of which all are known ("Bawaslu kabupaten baruq" stands alone)."""
        if not word.raw.islower() or word.low in self.gazetteer.ordinary:
            return True
        return level.low not in _LISTED and not (level.low in _OFFICES and acts(word.low))

    @cached_property
    def home(self) -> frozenset[str]:
        return frozenset(self.gazetteer.wilayah.casefold().split())

    def _bare(self, split: Sequence[str]) -> tuple[str, ...]:
        return tuple(w for w in split if w not in self.regions and not self.region(w))

    def like(self, written: str) -> str:
        """A known name that differs by a slip of the keys in a word that tells; numbers must agree."""
        split = _split(written)
        tellers, same = self._telling(split), self._tellers.get(_digits(split), {})
        found = (
            process.extractOne(tellers, same, scorer=fuzz.ratio, score_cutoff=LIKE) if len(tellers) >= SMALL else None
        )
        alike = found[2] if found else ""
        return alike if self._kinds(split) <= self._kinds(self._wholes.get(alike, ())) else ""

    def _kinds(self, split: Sequence[str]) -> set[str]:
        """What a name says that it is: a "Politeknik Negeri" is no "Kejaksaan Negeri"."""
        return self.gazetteer.kinds.keys() & set(split)

    def _telling(self, split: Sequence[str]) -> str:
        return " ".join(w for w in self._bare(split) if w not in self.gazetteer.kinds)

    @cached_property
    def regions(self) -> frozenset[str]:
        """Words of regions that tell no two names apart."""
        return REGIONS | self.home


def ends_name(run: Sequence[Word], at: int) -> bool:
    """Whether a name ends before this word of a run."""
    word, behind = run[at], run[at + 1].low if at + 1 < len(run) else ""
    return word.low in _OF_IT or no_name(word.raw, word.low, run[at - 1].low) or counts(word.raw, behind)


def counted(run: Sequence[Word], at: int, end: int, regions: frozenset[str]) -> bool:
    """Whether a number behind a name counts what follows: "Unila 2 bus", but no "SMK Pelita 2 kota"."""
    behind = run[at + 1] if at + 1 < end else None
    plain = behind is None or not behind.raw.islower() or behind.low in ENDS | CUES.keys() | LEVELS | JOINS | regions
    return not plain


def of_islands(run: Sequence[Word], at: int, stop: int) -> bool:
    """Whether a word is of islands that the name of the house at `at` ends in: "Polresta X dan PP Y"."""
    word, before, behind = run[stop], run[stop - 1], run[stop + 1 : stop + 2]
    joins = stop > at + 1 and word.low == "dan" and any(one.low in _ISLANDS for one in behind)
    return run[at].low in _STATIONS and (joins or (not word.is_sign and bool(_ISLANDS & {word.low, before.low})))


@lru_cache(4096)
def _slips(word: str, home: frozenset[str]) -> bool:
    return process.extractOne(word, home, scorer=fuzz.ratio, score_cutoff=LIKE) is not None


@lru_cache(4096)
def _split(name: str) -> tuple[str, ...]:
    return tuple(_plain(w) for w in words(name) if not w.is_sign)


def _plain(word: Word) -> str:
    return word.raw.casefold()


def _digits(split: Sequence[str]) -> frozenset[str]:
    return frozenset(w for w in split if w[0].isdigit())
