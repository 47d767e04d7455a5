"""The last stage of the reader: the texts of a record in fair writing, with what was typed beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from handlers.reading.editor.acronyms import SHORT, WRITTEN
from handlers.reading.editor.case import begun
from handlers.reading.editor.editor import Manner, Words, fair
from handlers.reading.editor.talk import off
from handlers.reading.forms import Answers
from handlers.reading.message.events.known import REGIONS
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.told.told import LONGEST
from handlers.reading.message.events.words import words
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.parts import Doubt, Reading
from storage.kantor.audit import TYPED

MANNERS = {
    "nama": Manner.TITLE,
    "judul": Manner.TITLE,
    "instansi": Manner.NAME,
    "uraian": Manner.TITLE,
    "tempat": Manner.TITLE,
    "keterangan": Manner.SENTENCE,
    "peserta": Manner.SENTENCE,
}
# A title of more words, or of two sentences, is written as sentences.
_HEADLINE, _SENTENCES = 14, re.compile(r"[.?!]\s+\S")
# What follows a mitra is no part of its name.
_CLAUSE = re.compile(
    r"[\s,;]+(?=(?:(?:dalam|dlm)\s+rangka|ttg|tntg|tentang|(?:mem|nge)?bahas|sebanyak|sbnyk|sbyk|mengenai|perihal|guna)\s+\S)",
    re.IGNORECASE,
)
_TELLING, _REGION = 3, 6
# "R. rapat": nothing else is shortened so at the beginning of a place.
_ROOM = re.compile(r"^r(?:\.\s*|\s+)(?=\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Editor:
    gazetteer: Gazetteer

    def reading(self, one: Reading) -> Reading:
        doubts = tuple(self._offered(doubt) if doubt.question in MANNERS else doubt for doubt in one.doubts)
        return replace(one, answers=self.answers(one.answers, {}), doubts=doubts)

    def prose(self, text: str) -> str:
        """A text of sentences in fair writing."""
        return fair(text, self.words, Manner.SENTENCE)

    def _offered(self, doubt: Doubt) -> Doubt:
        told = ((self._text(doubt.question, str(answer)), answer, label) for answer, label in doubt.candidates)
        return replace(doubt, candidates=tuple((new, new if label == old else label) for new, old, label in told))

    def answers(self, told: Answers, before: Answers) -> Answers:
        """The answers with their texts in fair writing. `before`: those that the record has already."""
        parted = self._parted(told, before)
        new = {name: self._text(name, value) if isinstance(value, str) else value for name, value in parted.items()}
        typed = before.get(TYPED, {}) | told.get(TYPED, {})
        typed |= {name: [old, new[name]] for name in MANNERS if (old := told.get(name)) and old != new[name]}
        return new | ({TYPED: typed} if typed else {})

    def _parted(self, told: Answers, before: Answers) -> Answers:
        """The clause behind a mitra is no part of its name, and goes to the keterangan."""
        instansi = told.get("instansi") or ""
        clause = None if instansi.casefold() in self._called else _CLAUSE.search(instansi)
        if clause is None or not instansi[: clause.start()].strip():
            return told
        known = told.get("keterangan") or before.get("keterangan")
        more = begun(instansi[clause.end() :])
        about = f"{known}; {more}" if known else more
        if len(about) > LONGEST["keterangan"]:
            return told
        return told | {"instansi": instansi[: clause.start()].strip(), "keterangan": about}

    def _text(self, field: str, text: str) -> str:
        if field == "instansi" and (printed := self._called.get(text.casefold())):
            return printed
        manner = MANNERS.get(field)
        if manner is None:
            return text
        text = _ROOM.sub("Ruang ", text) if field == "tempat" else text
        told = fair(text, self.words, Manner.SENTENCE if field == "judul" and _is_prose(text) else manner)
        return told if len(told) <= LONGEST.get(field, 200) else text

    @cached_property
    def words(self) -> Words:
        books = self.gazetteer
        platforms = {code.casefold(): code for code in books.platforms.values()}
        written = WRITTEN | platforms | dict(self._learned()) | dict(self._regions())
        return Words(written, books.kinds.keys() | books.own | self._firsts, self._named)

    @cached_property
    def _firsts(self) -> frozenset[str]:
        names = (name.split() for name in [*self.gazetteer.institutions, *self.gazetteer.aliases])
        return frozenset(parts[0].casefold() for parts in names if parts)

    @cached_property
    def _called(self) -> dict[str, str]:
        return {name.casefold(): name for name in self.gazetteer.institutions}

    def _learned(self) -> Iterator[tuple[str, str]]:
        """Words with capitals of their own in the names of mitra, but those that are in capitals throughout."""
        for name in self.gazetteer.institutions:
            parts = [part for part in name.split() if part.isalpha() and len(part) >= _TELLING]
            for part in parts if not name.isupper() else ():
                if any(c.isupper() for c in part[1:]) and part.casefold() not in SHORT:
                    yield part.casefold(), part

    def _regions(self) -> Iterator[tuple[str, str]]:
        for part in self.gazetteer.wilayah.split():
            if len(part) >= _REGION and part.casefold() not in REGIONS:
                yield part.casefold(), part

    @cached_property
    def _names(self) -> Names:
        return Names(self.gazetteer)

    @cached_property
    def _proper(self) -> frozenset[str]:
        """Words with which the name of an institution begins that no common word could be."""
        books = self.gazetteer
        return frozenset(books.kinds.keys() - books.generic - books.groups - books.venues | self._firsts)

    def _named(self, text: str) -> Iterator[tuple[int, int]]:
        """Where an institution stands in a sentence."""
        run, at = words(text), 0
        while at < len(run):
            begins = run[at].raw.casefold() in self._proper
            one = self._names.begun(run, at, len(run)) if begins else None
            if one:
                yield run[at].start, run[one.end - 1].end
            at = one.end if one else at + 1


def _is_prose(title: str) -> bool:
    bare = off(title)
    return len(bare.split()) > _HEADLINE or bool(_SENTENCES.search(bare))
