"""Who stands behind bersama, dengan, dari and ke: the partners, whatever they are called."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from handlers.reading import guesses
from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.houses.boards import leads_it, treaty
from handlers.reading.message.events.look import Run
from handlers.reading.message.events.names import HIGHER, Institution, Names
from handlers.reading.message.events.several import rows
from handlers.reading.message.events.several.arrived import VISITS, arrived, inviting, visiting
from handlers.reading.message.events.several.behind import acronym
from handlers.reading.message.events.several.commas import absent, itself, listed, stretches
from handlers.reading.message.events.several.hosts import host
from handlers.reading.message.events.vocabulary.heads import HEADS, is_head
from handlers.reading.message.events.vouch import nobody, strange
from handlers.reading.message.events.words import COMMA, Word
from handlers.reading.message.parts import Kind

_NEAR = 4
# Behind these a forum is no meeting but people.
_CAME_TO_US = VISITS | table("menerima tamu kedatangan audensi wawancara bertemu")
# What an election is about is no partner: "alokasi kursi DPRD".
_ELECTED = table("dprd dpr dpd dprk dprp dpra")
_SEATS_IN = table(
    "kursi anggota calon bacalon caleg pemilu pemilihan pileg paw cara dapil pencalonan penggantian pergantian"
)
_PLACED = frozenset({"camat", "lurah", "kades"})  # somebody, with their area
_CONDOLED = table("jenguk menjenguk besuk bezuk membesuk takziah takziyah melayat")
_ALL_OF = frozenset({"partai politik", "tokoh masyarakat", "tokoh agama"})
# Words between an event and the name of its partner.
_BETWEEN = (
    cues.PEOPLE_OF
    | cues.OPENERS
    | cues.PARTS_OF_DAY
    | {"kerja", "tiru", "banding", "belajar", "dan", "undangan", ",", "anak", "anak2", "anak-anak", "balasan"}
) - HEADS
# The most words of a partner of a labelled line.
_NAMED = 8
_WITH = frozenset({"bersama", "dengan"})
# Who came with somebody that is named.
_THEIRS = table("rombongan jajaran jajarannya pengurus anggota staf tim keluarga istri pendamping rombongannya stafnya")
_ANY = table("instansi opd lembaga dinas kantor")
# Behind them stands who was met, though it be a village or a clinic.
_MET = table("koordinasi audiensi konsultasi silaturahmi silaturrahmi menerima tamu kedatangan")
# Between ourselves and another one: "KPU bekerja sama dengan Dispora".
_JOINED_TO = rows.JOINTS | _WITH | {"bekerja", "kerja", "sama", "bekerjasama", "kerjasama"}


@dataclass(frozen=True)
class Partners:
    """Those with whom the event of these runs was held."""

    runs: Sequence[Run]
    names: Names

    def _of(self, kind: Kind) -> Iterator[Run]:
        return (run for run in self.runs if run.kind is kind)

    @cached_property
    def all(self) -> list[Institution]:
        """Who stands behind bersama, dengan, dari, ke; else who is named in the event's name; else among the people;
        else whose house it is."""
        if came := [*arrived(self._of(Kind.EVENT), self.names)]:
            return came
        met = [
            (one, run)
            for run in self._met()
            for one in self._of_partner(run)
            if not (self._labelled and run.cue and not one.sektor)
        ]
        went = all(self._venue(one) and bool(run.cue) and run.cue[0].low == "ke" for one, run in met)
        named = [] if any(map(strange, self.runs)) else self.named(beside=not went)
        met = [] if went and named else met
        guests = any(not self._ours(one) for one in named)
        cued = [one for one, run in met if not (guests and self._at_ours(one, run))]
        placed = () if self._to_the_sick else self._of(Kind.PLACE)
        hosts = ([*host(run.words, self.names)] for run in placed if run.items and not _on_the_way(run))
        if met and all(run.cue and run.cue[0].low in cues.HELPED for _, run in met):
            named = named or [*visiting(self._of(Kind.EVENT), self.names)]
        asked = [one for one in inviting(self._of(Kind.SUBJECT), self.names) if self._tells(one)]
        house = next(filter(None, hosts), [])
        told = named + cued or asked or self._at_house(house) or [*self._apposed()]
        led = len(told) == 1 and bool(house) and leads_it(told[0].nama, house[0].nama)
        return (house if led else told or house) or [*self._acting()]

    def _at_house(self, house: Sequence[Institution]) -> list[Institution]:
        """Who came; with them whose house it is, where that is of another sector, for nobody says whose event it
        was."""
        came = self.came()
        apart = {one.sektor for one in house} - {one.sektor for one in came}
        return [*house, *came] if came and apart else came

    def _at_ours(self, one: Institution, run: Run) -> bool:
        """Whether it is the office of our own kind to which guests came: "kunjungan SMAN 1 ke kantor KPU Kota X"."""
        came = any(word.low in _CAME_TO_US for event in self._of(Kind.EVENT) for word in event.words[:_NEAR])
        to = bool(run.cue) and run.cue[0].low == "ke"
        return to and came and self._ours(one) and HIGHER.isdisjoint(one.nama.casefold().split())

    @cached_property
    def _to_the_sick(self) -> bool:
        """Whether somebody was visited in a house that is not his."""
        return any(run.words[0].low in _CONDOLED for run in self._of(Kind.EVENT) if run.words)

    def _met(self) -> Iterator[Run]:
        """Who took part, without the house where another was met: "ke Kantor Camat, rapat dengan Panwascam"."""
        met = any(run.cue and run.cue[0].low in _WITH for run in self._of(Kind.PARTNER))
        seen = False
        for run in self.runs:
            seen = seen or run.kind is Kind.EVENT
            went = met and not seen and bool(run.cue) and run.cue[0].low == "ke"
            if run.kind is Kind.PARTNER and not went:
                yield run

    def _acting(self) -> Iterator[Institution]:
        """Who did it, as it is said before the event: "Bawaslu melakukan pengawasan"."""
        before = takewhile(lambda run: run.kind is not Kind.EVENT, self.runs)
        for run in (run for run in before if run.kind is Kind.REST):
            people = 1 if run.words and run.words[0].low in cues.PEOPLE_OF else 0
            one = self.names.begun(run.words, people, len(run.words)) if run.words[people:] else None
            if one and not self._ours(one):
                yield one

    @cached_property
    def _labelled(self) -> bool:
        """Whether a line is labelled with the partner: then who is named elsewhere counts only if it is known."""
        return any(not run.cue and [*listed(run)] for run in self._of(Kind.PARTNER))

    def _apposed(self) -> Iterator[Institution]:
        """Whose name is a clause of its own, as on the line below the event."""
        for run in self._of(Kind.SUBJECT):
            words = [] if run.cue else [word for word in run.words if word.raw == COMMA or not word.is_sign]
            found = [*self.names.all(words)]
            joints = sum(word.raw == COMMA or word.low in rows.JOINTS for word in words)
            if sum(one.end - one.at for one in found) + joints == len(words) and any(map(self._tells, found)):
                yield from found

    def came(self) -> list[Institution]:
        """Who is said to have come."""
        told = [one for one in arrived(self._of(Kind.SUBJECT), self.names) if not self._venue(one)]
        people = (one for run in self._of(Kind.PEOPLE) for one in self._listed(run))
        return [*told, *people]

    def _venue(self, one: Institution) -> bool:
        return one.nama.split()[0].casefold() in self.names.gazetteer.venues

    def _listed(self, run: Run) -> Iterator[Institution]:
        """The institutions of a list, with acronyms beside them, unless all is written in capitals."""
        found = [one for one in self._in(run) if one.nama.casefold() not in _ANY and not absent(run.words, one)]
        ends = {0, *(one.end for one in found)}
        # Of "warga Desa X" nobody came but people; "Polsek, Desa X" came itself.
        found = [one for one in found if not self._venue(one) or itself(run.words, one, ends)]
        yield from found
        if found and not all(word.raw.isupper() for word in run.words if word.raw[0].isalpha()):
            yield from self._beside(run.words, found)

    def named(self, *, beside: bool = False) -> list[Institution]:
        """Who is named in the event's own name, right behind the word of the event where partners are told `beside`: of
        "verifikasi partai politik bersama Bawaslu" the party is what it was about."""
        runs = (stretch for run in self._of(Kind.EVENT) for stretch in stretches(run.items))
        found = (
            (one, first)
            for run in runs
            for one, first in self._in_name(run)
            if self._tells(one) or (first and " " in one.nama and run[one.at - 1].low in _MET)
        )
        told = [(one, first) for one, first in found if not self._only_spoken_of(one, right_behind=first)]
        return [one for one, first in told if first or not (beside or self._ours(one))]

    def _only_spoken_of(self, one: Institution, *, right_behind: bool) -> bool:
        """Whether it names all of a kind, as in "pengamanan pendaftaran partai politik", unless they alone were met."""
        return one.nama.casefold() in _ALL_OF and not (right_behind and not self.came())

    def _ours(self, one: Institution) -> bool:
        first, *others = one.nama.casefold().split()
        books = self.names.gazetteer
        return first in books.sisters or (first == "komisi" and not books.kinds.keys() & set(others))

    def _in_name(self, run: Sequence[Word]) -> Iterator[tuple[Institution, bool]]:
        """(an institution, whether it stands right behind the word of an event that is not our own, or behind such an
        institution)."""
        at = next((n for n, word in enumerate(run) if is_head(word.low)), len(run))
        heads = list[str]()
        for one in self.names.all(run):
            if run[one.at].low == "forum" and (not one.at or run[one.at - 1].low not in _CAME_TO_US):
                continue
            if run[one.at].low == "pks" and treaty(run, one.at):
                continue
            between = [word.low for word in run[at : one.at] if word.low not in _BETWEEN]
            if run[one.at].low in _ELECTED and not _SEATS_IN.isdisjoint(word.low for word in run[: one.at]):
                continue
            heads += between
            at = max(at, one.end)
            yield one, bool(heads) and all(map(is_head, heads)) and not guesses.ALONE.search(" ".join(heads))

    def _of_partner(self, run: Run) -> Iterator[Institution]:
        """The institutions of a run; words beside them that are no joint make it one name as it is written."""
        if not run.cue:
            yield from (one for part in listed(run) if not nobody(part) for one in self._of_label(part))
            return
        found = list(self._in(run))
        beside = list(self._beside(run.words, found)) if found else []
        if len(found) == 1 and not (found[0].at or beside) and run.words[0].low in rows.OF_AREAS:
            yield self.names.named(run.words, 0, len(run.words))  # "Kecamatan A, B dan C"
        elif len(found) == 1 and self._begins_before(run.words, found[0]):
            yield self.names.named(run.words, 0, found[0].end)  # "Forum Disabilitas"
        elif found:
            yield from (*found, *beside)
        elif run.words and not _THEIRS.issuperset(word.low for word in run.words):
            yield self.names.named(run.words, 0, len(run.words))

    def _begins_before(self, words: Sequence[Word], found: Institution) -> bool:
        """Whether the words before an institution are of its name: capitals that are no people of it."""
        before, people = words[: found.at], cues.PEOPLE_OF | cues.TITLES | cues.OFFICERS | self.names.gazetteer.own
        plain = all((word.raw.istitle() or acronym([word])) and word.low not in cues.HELPED for word in before)
        return bool(before) and plain and before[-1].low not in people and before[0].low not in cues.OFFICERS

    def _beside(self, words: Sequence[Word], found: Sequence[Institution]) -> Iterator[Institution]:
        """Acronyms that a joint lists beside known kinds of institution: "Bawaslu dan KAP"."""
        held = {n for one in found for n in range(one.at, one.end)}
        own, joints = self.names.gazetteer.own, {*rows.JOINTS, COMMA}
        for n in range(1, len(words)):
            joined = {words[n - 1].low, words[n - 1].raw} & joints
            if n not in held and joined and acronym(words[n:]) and words[n].low not in own:
                yield self.names.named(words, n, n + 1)

    def _of_label(self, part: Sequence[Word]) -> Iterator[Institution]:
        """A partner of a labelled line, with the words before its name: "Bagian Hukum Setda"; not ourselves, as in "KPU
        bekerja sama dengan Dispora"."""
        part = part[self._of_us(part) :]
        found = list(self.names.all(part))
        whole = len(found) <= 1 and part[0].low not in cues.PEOPLE_OF and len(part) <= _NAMED
        if whole and not (found and self.names.known.printed(found[0].nama)):
            yield self.names.named(part, 0, len(part))
        else:
            yield from found

    def _of_us(self, part: Sequence[Word]) -> int:
        """How many words name ourselves before another one."""
        us = 0 if self.names.begun(part, 0, len(part)) else self.names.ours(part)
        behind = us
        while us and behind < len(part) and part[behind].low in _JOINED_TO:
            behind += 1
        return behind if us < behind < len(part) else 0

    def _in(self, run: Run) -> Iterator[Institution]:
        """The institutions of a run, without the group before a colon that lists them."""
        for told in stretches(run.items):
            groups, heads = self.names.gazetteer.groups, {n for n, word in enumerate(told) if word.raw == ":"}
            yield from (one for one in self.names.all(told) if one.end not in heads or told[one.at].low not in groups)

    def _tells(self, one: Institution) -> bool:
        """Whether an institution in a name is more than a word such as parpol or our own superior."""
        first, *others = one.nama.casefold().split()
        books = self.names.gazetteer
        weak = first in books.groups - (_PLACED if others else set()) | books.venues and not books.kinds.keys() & set(
            others
        ) - {first}
        weak = weak or (first in cues.ROOMS and set(others) <= books.venues)
        return one.nama.casefold() not in books.generic and not weak


def _on_the_way(run: Run) -> bool:
    """Whether a way only began or ended there."""
    return bool(run.cue) and run.cue[0].low in cues.ROUTE
