"""Names of institutions in a run of words: those that the office has told, and those that begin with their kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from handlers.reading.editor.abbreviations import ABBREVIATIONS
from handlers.reading.editor.tables import table
from handlers.reading.message.events.cues import DID, ENDS, NO_PLACE, PEOPLE_OF, acts
from handlers.reading.message.events.houses.boards import leads, of_office, of_the_state, past_matters
from handlers.reading.message.events.houses.press import press
from handlers.reading.message.events.houses.schools import of_nobody, private
from handlers.reading.message.events.known import (
    JOINS,
    LEVELS,
    SMALL,
    Known,
    counted,
    ends_name,
    of_islands,
)
from handlers.reading.message.events.vocabulary.heads import HEADS
from handlers.reading.message.events.vocabulary.listed import listed
from handlers.reading.message.events.words import COMMA, Word, all_caps, left_out, skeleton, skeletons, text_of, words
from handlers.reading.message.gazetteer import Gazetteer
from storage.catatan.kegiatan import NONPEMERINTAH

LONGEST, _COUNT = 6, 2  # words of a name; digits of a number that may count what follows
# No name reaches over more words, that of its people before it included.
REACH = 14
HIGHER = frozenset({"provinsi", "prov", "propinsi", "ri", "pusat"})
# "Kementerian Dalam Negeri" does not end at its second word.
_INSIDE = frozenset({"Dalam", "Hasil"})
_AND, _ARTICLES = frozenset({"dan", "&"}), frozenset({"al", "el"})
# "Rumah dinas" is a house, and these may be words of talk.
_AT_HOME = frozenset({"rumah", "mobil", "perjalanan", "surat", "nota", "kendaraan", "pakaian"})
# What a Dinas may be for, though other names begin with it.
_MATTERS = frozenset({"perpustakaan", "arsip", "perempuan", "pemuda", "desa"})
# Which of a group they are, not which of many houses: "tokoh agama".
_SORTS = frozenset({"agama", "adat", "masyarakat", "pemuda", "perempuan", "lokal", "nasional", "pemula", "wanita"})
_SPELLED = ("komisi", "pemilihan", "umum")
# Of them a town has one; in a row of names they stand for it.
_ALONE, _ROW = frozenset({"lapas", "rutan", "pn", "pa"}), frozenset({COMMA, "dan", "&", "serta"})
# With a capital they are more than the people of another: "Bank Mandiri".
_THEMSELVES = frozenset({"bank", "toko"})
# Behind a "dan" stands another house, not more of the name.
_HOUSES = table(
    """
    lapas rutan polsek koramil partai universitas univ sekolah sma smk smp sd ma mi min man mts mtsn sman smkn smpn sdn
    slb slbn desa kelurahan kecamatan puskesmas rs rsud gereja masjid vihara klenteng pura pondok pesantren ponpes camat
    lurah kades radio tv bank panti
    """
)
# Behind a house they begin the name of who leads it, or a number.
_NO_MORE = table(
    """
    akbp akp kompol iptu ipda aiptu aipda bripka brigadir kombes brigjen irjen letkol letnan mayor kapten kolonel mayjen
    lettu letda serma sertu peltu no nomor nmr jadi batal tempat lokasi bertempat
    """
)
# Of these no name holds two: "Bawaslu Polres Kodim".
_APART = table(
    "bawaslu polres polresta polrestabes polsek kodim koramil kejari satpol dishub damkar bpbd kesbangpol bakesbangpol"
    " disdukcapil dispendukcapil dinkes dinsos disdik dprd forkopimda panwascam pmi"
)


@dataclass(frozen=True)
class Institution:
    """A name at the words [at, end) as it is printed. `like`: a known partner that is so nearly the same that a slip of
    the keys may be all the difference."""

    at: int
    end: int
    nama: str
    sektor: str
    like: str = ""


@dataclass(frozen=True)
class Names:
    """The names of a gazetteer, made ready for looking them up."""

    gazetteer: Gazetteer

    @cached_property
    def known(self) -> Known:
        return Known(self.gazetteer)

    @cached_property
    def no_places(self) -> frozenset[str]:
        """Words behind "di" that begin no place: those of platforms among them."""
        return NO_PLACE | self.gazetteer.platforms.keys()

    @cached_property
    def _skeletons(self) -> dict[str, str]:
        """Kinds by their consonants, for people leave vowels out ("bwslu")."""
        return skeletons(frozenset(self.gazetteer.kinds) - self.gazetteer.generic)

    def all(self, run: Sequence[Word], at: int = 0, end: int | None = None) -> Iterator[Institution]:
        """The institutions among the words [at, end), in order."""
        end = len(run) if end is None else end
        while at < end:
            found = self.begun(run, at, end)
            if found:
                yield found
            at = found.end if found else at + 1

    def sektor(self, text: str) -> str:
        """The sector of the first institution in a text, "" if none is known."""
        return next((one.sektor for one in self.all(words(text))), "")

    def begun(self, run: Sequence[Word], at: int, end: int) -> Institution | None:
        """The institution whose name begins at this word."""
        word, end = run[at], min(end, at + REACH)
        if (at and word.low == "dinas" and run[at - 1].low in _AT_HOME) or self.known.small_word(run, at):
            return None
        if stop := self._of_ours(run, at, end):
            return self._sister(run, at, stop, end)
        if word.is_sign or word.low in self.gazetteer.own:
            return None
        led = leads(run, at, end)
        within = self.begun(run, at + led, end) if 0 < led < end - at else None
        if within:
            return replace(within, at=at, nama=f"{text_of(run, at, at + led)} {within.nama}")
        stop = max(self.known.told(run, at, end), press(run, at, end))
        kind = self.kind(word)
        itself = word.capital and word.low in _THEMSELVES
        if kind in self.gazetteer.groups and not itself and (of := self._people_of(run, at, end)):
            return of
        by_kind = self._extent(run, at, end, kind) if kind else at
        last = max(stop, by_kind)
        return self.named(run, at, last) if last > at and not self._own(run, at, last, kind) else None

    def _people_of(self, run: Sequence[Word], at: int, end: int) -> Institution | None:
        """Of "mahasiswa Universitas Mataram" the university is the partner; "LO paslon" are who they are."""
        first = at + 1 + (at + 1 < end and run[at + 1].raw.isdigit())
        within = self.begun(run, first, end) if first < end else None
        if within is None:
            return None
        many = self.kind(run[first]) in self.gazetteer.groups
        return self.named(run, at, within.end) if many else replace(within, at=at)

    def _own(self, run: Sequence[Word], at: int, end: int, kind: str) -> bool:
        """Whether it is a part of our own house: "kantor KPU", "badan adhoc"."""
        following = run[at + 1].low if end > at + 1 else ""
        return kind in self.gazetteer.generic and following in self.gazetteer.own

    def ours(self, run: Sequence[Word]) -> int:
        """How many words the name of an office of our own kind takes that a run begins with."""
        stop = self._of_ours(run, 0, len(run))
        while stop and stop < len(run) and (run[stop].low in self.gazetteer.regions or self.known.of_region(run, stop)):
            stop += 1
        return stop

    def _of_ours(self, run: Sequence[Word], at: int, end: int) -> int:
        """The word behind "KPU" or what it is short for; 0 where neither stands there."""
        if run[at].low in self.gazetteer.sisters:
            return at + 1
        spelled = tuple(word.low for word in run[at : at + len(_SPELLED)])
        return at + len(_SPELLED) if spelled == _SPELLED and self.gazetteer.sisters and at + len(_SPELLED) <= end else 0

    def _sister(self, run: Sequence[Word], at: int, stop: int, end: int) -> Institution | None:
        """Another office of our own kind, as far as its region is another. `stop`: behind the word of its kind."""
        kind = stop
        while stop < min(end, at + LONGEST) and self.known.of_region(run, stop):
            stop += 1
        told = {w.low for w in run[kind:stop] if not w.is_sign} - LEVELS - {"dan"}
        higher = any(w.low in HIGHER for w in run[kind:stop])
        if not higher and told <= self.known.home:
            return None
        return self.named(run, at, stop)

    def kind(self, word: Word) -> str:
        """The kind of institution that a word says, "" if none."""
        low = word.raw.casefold()
        low = low[:-1] if low[:-1] in self.gazetteer.groups and low[-1] == "2" else low  # "kades2"
        if low in self.gazetteer.kinds:
            if low != word.low == "yang" and word.raw.islower():
                return ""  # "siswa nu hadir"
            short = low in ABBREVIATIONS and word.raw.islower()
            return "" if short or word.raw in {"Bpk", "bpk"} else low
        like = self._skeletons.get(skeleton(low), "")
        return like if len(low) >= SMALL and left_out(low, like) else ""

    def named(self, run: Sequence[Word], at: int, end: int) -> Institution:
        """The institution of these words: a known one where they are its name, else as they are written."""
        written = " ".join(text_of(run, at, end).split()).rstrip(".")
        known = self.known.printed(written)
        kinds = self.gazetteer.kinds
        sektor = next((s for w in run[at:end] if (s := kinds.get(self.kind(w), ""))), "")
        if private(run, at, end) or press(run, at, end) > at:
            sektor = NONPEMERINTAH
        elif of_nobody(run, at, end):
            sektor = ""
        kantor = not sektor and run[at].low == "kantor" and any(w.low in LEVELS for w in run[at + 1 : end])
        if kantor or of_the_state(run, at, end):
            sektor = kinds.get("dinas", "")  # "Kantor Pertanahan Kota X"
        if known:
            # Another name for a partner stays as it was written; what it tells is whose it is.
            nama = written if written.casefold() in self.known.others else known
            return Institution(at, end, nama, self.gazetteer.institutions.get(known, sektor))
        return Institution(at, end, written, sektor, self.known.like(written))

    def _extent(self, run: Sequence[Word], at: int, end: int, kind: str) -> int:
        """How far a name that begins with its kind reaches; `at` where nothing follows a kind that needs a name."""
        generic = kind in self.gazetteer.generic
        small = (
            not run[at].capital or (run[at].raw.isupper() and all_caps(run, at, end))
        ) and kind not in self.gazetteer.groups
        stop = at + 1
        while stop < min(end, at + LONGEST + generic) and self._goes_on(run, at, stop, end, generic, small):
            stop += 1
        while stop > at + 1 and run[stop - 1].low in JOINS:
            stop -= 1
        alone = not generic or (kind in _ALONE and at > 0 and run[at - 1].raw.casefold() in _ROW)
        return stop if stop > at + 1 or (alone and self.gazetteer.kinds.get(kind) is not None) else at

    def _goes_on(self, run: Sequence[Word], at: int, stop: int, end: int, generic: bool, small: bool) -> bool:
        word = run[stop]
        if word.is_sign and word.raw not in JOINS:
            return word.raw == "." and not word.low and stop + 1 < end
        few = word.raw.isdigit() and (stop > at + 1 or (not generic and len(word.raw) <= _COUNT))
        number = few and run[at].low not in _HOUSES and counted(run, stop, end, self.gazetteer.regions)
        ended = ends_name(run, stop) or number or past_matters(run, at, stop)
        if (
            self.known.of_region(run, stop)
            or (of_islands(run, at, stop) and word.low not in ENDS | HEADS | DID)
            or word.low == self.gazetteer.doubled.get(run[at].low)
            or of_office(run, at, stop)
            or (word.raw[0].isdigit() and (stop == at + 1 or run[stop - 1].capital) and not ended)
        ):
            return True
        if word.low in JOINS:
            article = word.low in _ARTICLES and (stop == at + 1 or word.capital or small)  # "TK Al Hikmah"
            one = word.low not in _AND or run[at].low not in _HOUSES
            joined = generic and not small and stop > at + 1 and one
            following = run[stop + 1] if stop + 1 < end else None
            named = following and article and (small or following.capital)
            return bool(named or (following and joined and self._joined(following)))
        ended = ended or word.low in HEADS | DID | _NO_MORE | {run[at].low}
        ended = ended or (not generic and {run[at].low, word.low} <= _APART)
        if ended or (word.low in ENDS and (small or word.raw not in _INSIDE)):
            return False
        if run[at].low in self.gazetteer.groups and word.low in _SORTS:
            return True
        house = self.kind(run[at]) in self.gazetteer.venues
        ended = (
            (stop > at + 1 or house)
            and word.raw.islower()
            and ((run[stop - 1].capital and stop > at + 1) or acts(word.low))
        )
        first = stop == at + 1 or (stop == at + 2 and of_office(run, at, at + 1))
        called = generic or not small or word.capital or (first and self._strange(word))
        return not ended and self._follows(word, small) and called

    def _strange(self, word: Word) -> bool:
        """Whether a word is of no list, and so may be the name of a house in small letters: "rri singaraja"."""
        return word.raw.isalpha() and len(word.raw) > SMALL and not (listed(word.low) or self.kind(word))

    def _joined(self, word: Word) -> bool:
        """Whether a word behind "dan" still is of the name, as in "Dinas Pendidikan dan Kebudayaan"."""
        return word.capital and (word.low in _MATTERS or not self.kind(word)) and word.low not in PEOPLE_OF

    def _follows(self, word: Word, small: bool) -> bool:
        """Whether a word may belong to the name before it: with capitals where the name has them; no second kind."""
        return small or word.capital or word.raw[0].isdigit()
