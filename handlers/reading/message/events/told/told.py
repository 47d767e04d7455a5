"""What the roles of one event say: its name, and the words of each field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from handlers.reading.daerah.only import ONLY
from handlers.reading.editor.case import begun
from handlers.reading.editor.tables import either, table
from handlers.reading.message.events import cues
from handlers.reading.message.events.look import Item, Run
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.parting.along import SAME_PLACE
from handlers.reading.message.events.partners import Partners
from handlers.reading.message.events.several.lists import OPEN
from handlers.reading.message.events.several.rows import AREAS
from handlers.reading.message.events.vocabulary import heads
from handlers.reading.message.events.vocabulary.heads import is_head
from handlers.reading.message.events.words import Word, cut, words
from handlers.reading.message.parts import Kind

LONGEST = {"nama": 200, "tempat": 200, "instansi": 200, "peserta": 200, "keterangan": 400, "waktu": 100}
# The word of an event is one of the first of its name.
_OPENING = 4
# A name of more letters than this is cut where a role ends.
_NAME = 110
# What led to the next event.
_JOINT = re.compile(r"\s+(?:dan|serta)$", re.IGNORECASE)
_LED = re.compile(r"\s+(?:dan|serta|yang|yg)$", re.IGNORECASE)
# What led to those who are counted ("vaksinasi bagi 35 pegawai"), and that there was no more: "apel saja".
_DANGLING = re.compile(rf"\s+(?:bagi|untuk|utk|kepada|kpd|buat|{either(ONLY)})$", re.IGNORECASE)
_VISITS = table("kunjungan menerima diterima audiensi kedatangan silaturahmi terima magang melayani wawancara")
_VISITORS = table("tamu rombongan utusan delegasi perwakilan siswa mahasiswa pelajar santri pengurus anggota wartawan")
_COUNT = re.compile(r"^\W*\d+\s*(?:(?:orang|org)\s+)?", re.IGNORECASE)
# The first of the signs that only decorate words.
_PICTURES = "\u2600"
_EDGES = " \t\n,;:-–—•*_/\\|>→✓✔"


@dataclass(frozen=True)
class Told:
    """The runs of one event over `text`, with the words of `labelled` lines that go to the keterangan as they are."""

    text: str
    runs: Sequence[Run]
    names: Names

    def words(self, items: Sequence[Item]) -> str:
        """The letters of these items on one line, blanks where the message has any."""
        told, end = "", -1
        for item in items:
            if not isinstance(item, Word) or item.raw < _PICTURES:
                told += ("" if item.start == end else " ") + self.text[item.start : item.end]
                end = item.end
        return " ".join(told.split()).strip(_EDGES)

    @cached_property
    def partners(self) -> Partners:
        return Partners(self.runs, self.names)

    def of(self, *kinds: Kind) -> Iterator[Run]:
        return (run for run in self.runs if run.kind in kinds)

    # The name.

    @cached_property
    def name(self) -> tuple[str, str]:
        """(the name of the event, what of its words is too long for a name), cut where a role or a word ends."""
        parts, over = self._name_parts(), list[str]()
        while len(" ".join(parts)) > _NAME and len(parts) > 1:
            over.insert(0, parts.pop())
        joint = _LED if over else _JOINT
        told, more = cut(joint.sub("", " ".join(parts)), LONGEST["nama"])
        left = [part for part in (more, *over) if part and not self._in_a_field(part)]
        return begun(told) if any(c.isalnum() for c in told) else "", ", ".join(left)

    def _in_a_field(self, part: str) -> bool:
        """Whether partner or place has these words, as a phrase that the name had no room for."""
        return any(part == self.words([*run.cue, *run.items]) for run in self.of(Kind.PARTNER, Kind.PLACE))

    def name_runs(self) -> list[Run]:
        """The runs of the name: the event, and what stands in its clause."""
        found, seen = list[Run](), False
        for before, run in pairwise([Run(Kind.REST), *self.runs]):
            seen = seen or run.kind is Kind.EVENT
            beside = seen and run.inline and run.kind in {Kind.PARTNER, Kind.PLACE}
            beside = beside and not SAME_PLACE.fullmatch(self.words(run.items))
            if run.kind is Kind.EVENT or beside or self._came(before, run):
                found.append(run)
        return found

    def _came(self, before: Run, run: Run) -> bool:
        """Whether those who are counted behind the event are who came, so that it has no name without them:
        "kunjungan 35 siswa SMA 4"."""
        if before.kind is not Kind.EVENT or run.kind is not Kind.PEOPLE or run.cue:
            return False
        visit = any(word.low in _VISITS for word in before.words[-2:])
        return visit and (any(self.names.all(run.words)) or any(word.low in _VISITORS for word in run.words))

    def _of_name(self, run: Run) -> str:
        """The words of a run; of places that are counted first only how many: "di 3 titik: …"."""
        if run.kind is Kind.PEOPLE:
            return _COUNT.sub("", self.words(run.items))
        listed = takewhile(lambda item: not isinstance(item, Word) or item.raw != ":", run.items)
        return _DANGLING.sub("", self.words([*run.cue, *(listed if run.kind is Kind.PLACE else run.items)]))

    def _name_parts(self) -> list[str]:
        told = [told for run in self.name_runs() if (told := self._of_name(run))]
        told += self._guests() if len(told) == 1 else []
        return told + self._about() if self._thin() or len(" ".join(told).split()) == 1 else told

    def _thin(self) -> bool:
        """Whether the name says only that somebody was there, or who it was: "Menghadiri undangan Kejari X"."""
        found = [word for run in self.of(Kind.EVENT) for word in run.words]
        named = {n for one in self.names.all(found) for n in range(one.at, one.end)}
        others = [word for n, word in enumerate(found) if n not in named]
        return (bool(named) or "materi" in {word.low for word in others}) and all(w.low in cues.THIN for w in others)

    def _guests(self) -> list[str]:
        """Who came, where the name says only that somebody did: "ada tamu", "audiensi dengan"."""
        said = next((run.words[-1].low for run in self.of(Kind.EVENT) if run.words), "")
        if said in OPEN:
            listed = ", ".join(self.words(run.items) for run in self.of(Kind.PARTNER) if not run.cue)
            return [listed] if listed else []
        return [self.words(run.items) for run in self.of(Kind.PEOPLE)][:1] if said == "tamu" else []

    def _about(self) -> list[str]:
        """What a meeting was about, where its name is one word."""
        runs = [run for run in self.of(Kind.SUBJECT) if run.inline]
        return [self.words([*run.cue, *run.items]) for run in runs[:1]]

    # The other fields.

    def joined(self, *kinds: Kind, cue: bool = False) -> str:
        parts = [self.words([*run.cue, *run.items] if cue else run.items) for run in self.of(*kinds)]
        return ", ".join(dict.fromkeys(part for part in parts if part))

    def aside(self) -> str:
        """What was told beside any event."""
        return self.joined(Kind.REST, Kind.LINK)

    def went_to(self) -> str:
        """Where somebody went to do it: "ke Kantor Kemenag untuk menyerahkan surat", "monitoring ke Desa Suka"."""
        before = next((n for n, run in enumerate(self.runs) if run.kind is Kind.EVENT), 0)
        went = [run for run in self.of(Kind.PARTNER) if run.cue and run.cue[0].low == "ke" and run.words]
        runs = [run for run in went if run in self.runs[:before] or run.words[0].low in AREAS]
        # Where two went to two houses, neither is that of the event.
        return self.words(runs[0].items) if len(runs) == 1 else ""

    def subject(self) -> str:
        """The clauses about it, each begun as it is written."""
        parts, dot = "", False
        for run in self.runs:
            dot = dot or (run.kind is Kind.MARK and any(isinstance(i, Word) and i.low == "." for i in run.items))
            if run.kind is Kind.SUBJECT and not self._again(run) and (told := self.words(run.items)):
                parts += (("; " if dot else ", ") if parts else "") + told
                dot = False
        return parts

    def _again(self, run: Run) -> bool:
        """Whether a clause only says that what the name tells was held: "telah dilaksanakan rakor"."""
        opens = cues.DOING | cues.OPENERS
        told = {word.raw.casefold() for word in run.words if word.low not in opens}
        return bool(told) and run.words[0].low in cues.DOING and told <= self._named

    @cached_property
    def _named(self) -> set[str]:
        return {word.raw.casefold() for one in self.of(Kind.EVENT) for word in one.words}

    def left(self, shown: Sequence[str]) -> list[str]:
        """The words of the roles that stand in none of the texts `shown`."""
        known = {word.raw.casefold() for word in words("\n".join(shown))}
        shown_runs = (run for run in self.of(*_SHOWN) if run.kind is not Kind.SUBJECT or not self._again(run))
        runs = ([w for w in run.words if w.raw.casefold() not in known] for run in shown_runs)
        return [told for run in runs if any(map(_says, run)) and (told := self.words(run).lstrip(". "))]

    def signs(self) -> frozenset[Kind]:
        """What speaks for a record: a name counts where it begins with the word of an event, and is more than that."""
        found = {run.kind for run in self.runs if run.items} & _SIGNS
        event = next((run.words for run in self.of(Kind.EVENT)), [])
        begins = any(is_head(one.low, two.low) for one, two in pairwise([*event[:_OPENING], *event[-1:]]))
        begins = begins or (bool(event) and bool(heads.DONE.fullmatch(event[0].low)))
        named = {Kind.EVENT} if begins and len(self.name[0].split()) > 1 else set()
        return frozenset(found | named | ({Kind.PARTNER} if self.partners.all else set()))

    def rest(self) -> Iterator[str]:
        runs = (*self.of(Kind.REST, Kind.LINK), *list(self.of(Kind.HOUR))[1:])
        return filter(None, (self.words([*run.cue, *run.items]) for run in runs))


def _says(word: Word) -> bool:
    return word.raw[0].isalnum() and word.low not in {"dan", "serta", "bagi", "untuk", "kepada", "buat", "yang"} | ONLY


_SHOWN = frozenset({Kind.EVENT, Kind.SUBJECT, Kind.PARTNER, Kind.PLACE, Kind.PEOPLE})
_SIGNS = {Kind.DAY, Kind.HOUR, Kind.PARTNER, Kind.PLACE, Kind.PEOPLE}
