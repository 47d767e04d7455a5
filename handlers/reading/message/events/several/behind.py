"""Who stands behind bersama, dengan, dari and ke: one partner or several, whatever they are called."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.known import LEVELS, ends_name
from handlers.reading.message.events.look import Look
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.several import rows
from handlers.reading.message.events.vocabulary.heads import is_head
from handlers.reading.message.events.vocabulary.plain import no_name
from handlers.reading.message.events.words import COMMA, STOP, Word

_LONGEST, _ACRONYM = 5, 3
_REGION = table("kota kabupaten kab provinsi prov kecamatan kec")
# With the name of their area they are one: "Camat Z".
_PLACED = frozenset({"camat", "lurah", "kades"})
# Nobody but ourselves is called so.
STAFF = frozenset({"pegawai", "staf", "staff", "karyawan"})


def partners(look: Look, at: int) -> int:
    """The place behind the partners whose cue stands at `at`; 0 where none do."""
    run = look.stretch(at + 1)
    group = len(run) > 1 and run[0].low in look.names.gazetteer.groups and run[1].low.endswith("nya")
    if group or (run and run[0].low in rows.JOINTS):
        return 0  # "dosen pembimbingnya", "senam bersama dan potong tumpeng"
    view, end, place = _Run(run, look.names, look.low(at)), 0, 0
    strong = look.low(at) not in cues.WEAK
    while place < len(run) and (stop := view.one(place, strong=strong)):
        end = place = stop
        place = view.joint(place)
        strong = strong and place > end and run[place - 1].low in rows.JOINTS
        group = place < len(run) and not strong and run[place].low in look.names.gazetteer.groups
        group = group and not (
            run[place].low in _PLACED and any(one.raw.istitle() for one in run[place + 1 : place + 2])
        )
        if place == end or (group and not rows.single(look, at + 1 + place)):
            break
    return rows.end(look, at + 1, at + 1 + end) if end else 0


@dataclass(frozen=True)
class _Run:
    """The words behind a cue."""

    run: Sequence[Word]
    names: Names
    cue: str

    def joint(self, place: int) -> int:
        """Past the comma and the "dan" that lead to another partner."""
        while place < len(self.run) and (self._parts(place) or self.run[place].raw == COMMA):
            place += 1
        return place

    def _parts(self, place: int) -> bool:
        """Whether more stand behind this word: "Polres dan", "parpol:"."""
        groups = self.names.gazetteer.groups
        return self.run[place].low in rows.JOINTS or (self.run[place].raw == ":" and self.run[place - 1].low in groups)

    def one(self, at: int, *, strong: bool) -> int:
        """The end of the partner that begins at `at`, perhaps with its people before it; 0 if none does."""
        first = at
        people = cues.PEOPLE_OF | STAFF | ({"rumah"} if self.cue == "ke" else set())
        while first < len(self.run) and self.run[first].low in people and not self._begun(first):
            first += 1
        if found := self._begun(first) or self._sister(first):
            # A house behind a comma is where it was: "dari Kapolres, mapolres".
            return 0 if at and self.run[at - 1].raw == COMMA and self.run[first].low in cues.ROOMS else found
        if first > at and acronym(self.run[first:]) and self.run[first].low not in self.names.gazetteer.own:
            return self._unknown(first, strong=strong)
        if first > at and self._titled(first):
            return self._unknown(first, strong=strong)
        # Behind a comma only what is plainly an institution goes on with the list.
        listed = at > 0 and (self.run[at - 1].raw == COMMA or not (strong or acronym(self.run[first:])))
        return 0 if at >= len(self.run) or listed or self._nobody(at) else self._unknown(at, strong=strong)

    def _titled(self, at: int) -> bool:
        """Whether the word before is in capitals like the name behind it: "Tim Penggerak PKK"."""
        known = any(self._begun(n) for n in range(at + 1, min(at + 3, len(self.run))))
        return known and at < len(self.run) and self.run[at - 1].raw.istitle() and self.run[at].raw.istitle()

    def _sister(self, at: int) -> int:
        """The end of "KPU Minut": an office of our own kind, of a region that no list has."""
        run, own = self.run[at : at + 2], self.names.gazetteer
        named = len(run) > 1 and run[0].low in own.sisters and run[1].raw.istitle() and self.cue == "bersama"
        strange = (
            named and not is_head(run[1].low) and run[1].low not in cues.ENDS | own.own | LEVELS | self.names.known.home
        )
        return at + 2 if strange else 0

    def _begun(self, at: int) -> int:
        found = self.names.begun(self.run, at, len(self.run)) if at < len(self.run) else None
        return found.end if found else 0

    def _told(self, at: int) -> bool:
        """Whether an event is told there rather than somebody: "diundang rapat", "diundang jadi pembicara"."""
        return is_head(self.run[at].low, self.run[at + 1].low if at + 1 < len(self.run) else "")

    def _nobody(self, at: int) -> bool:
        word = self.run[at]
        return (
            word.is_sign
            or (self._told(at) and not word.capital)
            or word.low in cues.PRONOUNS | self.names.gazetteer.regions
            or word.low in cues.TOOLS
            or no_name(word.raw, word.low, self.cue)
            or word.low.startswith("e-")
            or bool(cues.ACTS.match(word.raw))
            or word.low in rows.JOINTS
            or word.low in cues.ENDS | cues.ROOMS | self.names.gazetteer.own
        )

    def _unknown(self, at: int, *, strong: bool) -> int:
        word, small = self.run[at], not any(w.capital for w in self.run)
        short = acronym(self.run[at:])
        named = short if self.cue == "ke" else word.capital or (small and self.cue == "dengan")
        if not strong and not named:
            return 0
        end = at + 1
        while end < len(self.run) and end - at < _LONGEST and self._goes_on(at, end, small=small):
            if found := self._begun(end):
                return found
            end += 1
        ours = any(word.low in self.names.gazetteer.sisters for word in self.run[at:end])
        return 0 if ours else end  # "keluarga besar KPU"

    def _goes_on(self, at: int, end: int, *, small: bool) -> bool:
        word = self.run[end]
        if word.raw == "&" and end + 1 < len(self.run):
            return self.run[end + 1].capital  # "KAP Rahmat & Rekan"
        if word.is_sign:
            return word.raw == STOP and not word.low and end + 1 < len(self.run)
        if word.low in cues.ENDS or is_head(word.low) or word.low in cues.CUES:
            return False
        if ends_name(self.run, end):
            return False
        named = word.capital or word.raw[0].isdigit() or small or not self.run[at].capital
        return named or (acronym(self.run[at:]) and self._of_region(end))

    def _of_region(self, at: int) -> bool:
        """Whether behind an acronym its region is told, in small letters: "DLHP kota kupang"."""
        return self.run[at].low not in LEVELS - _REGION and self.names.known.of_region(self.run, at)


def acronym(run: Sequence[Word]) -> bool:
    return bool(run) and run[0].raw.isupper() and len(run[0].raw) >= _ACRONYM
