"""Looks at the letters of a message from any of them: whether an event begins there, and what is told up to there."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile, pairwise

from handlers.reading.message.events import cues, fixed
from handlers.reading.message.events.fixed import Facts, Found
from handlers.reading.message.events.houses.rooms import OWN_ROOMS
from handlers.reading.message.events.vocabulary.heads import SPEAKERS, is_head, long_forms
from handlers.reading.message.events.words import COMMA, Word, words
from handlers.reading.message.parts import Kind

# Words before an event of which more are a sentence.
_MOST = 20
# Words and signs of a clause that only tells where.
_WHERE = 5
SKIPPED = cues.OPENERS | cues.NEXT | cues.PARTICLES | cues.PARTS_OF_DAY | cues.WE | {"dengan", "yang", "eh"}
# Who did something, what may stand behind them, and what only says that they were there.
_WHO = (cues.ACTORS - {"kpu", "nanti", "tolong"}) | cues.TITLES
_BY = _WHO | cues.MATTERS | cues.DIVISIONS | {"dan"}
_SPEAKER = frozenset({"saya", "kami"})
_AND = frozenset({"sama", "same", "sm"})
_ALONG = frozenset({"mendampingi", "ikut", "turut", "hadir"})
_SOMEBODY = 7
# Letters of a line in which its first words stand.
_FAR = 40
_BLANKS = re.compile(r"[ \t]*+")
# Behind a speaker they tell at what: without them it was at the event that is told before.
_AT = frozenset({"di", "dalam", "pada", "untuk"})
# They tell what was held beside what was not.
HELD = frozenset({("yang", "jadi"), ("sudah", "jalan")})
# Words of a sentence that its headline leaves out.
_BESIDE = SKIPPED | cues.ENDS | cues.CUES.keys()


@dataclass(frozen=True)
class View:
    text: str
    facts: Sequence[Found]
    kinds: Collection[str]

    @cached_property
    def _facts(self) -> Facts:
        return Facts(self.text, self.facts)

    def tells(self, start: int, end: int) -> bool:
        told = (word for word in words(self.text, start, end) if not word.is_sign and word.low not in SKIPPED)
        return any(not self._facts.covers(word.start, word.end) for word in told)

    def _telling(self, start: int, stop: int) -> set[str]:
        """The words that tell what happened, in their long form."""
        first, last = (bisect_left(self._told, at, key=lambda word: word.start) for at in (start, stop))
        return long_forms(word.low for word in self._told[first:last])

    @cached_property
    def _told(self) -> list[Word]:
        covers = self._facts.covers
        return [w for w in words(self.text) if not (w.is_sign or w.low in _BESIDE or covers(w.start, w.end))]

    def begins(self, at: int) -> bool:
        """Whether the words from here on, past marks, day, hour and openers, begin with the word of an event."""
        told = self._line(self.past(at))
        run = [word.low for word in told]
        run = run[1:] if run and run[0] in cues.ATTENDED and not is_head(*run[:2]) else run
        ours = run[:1] == ["kpu"] and self._of_ours(at)
        return bool(run) and (is_head(*run[:2]) or ours or self._received(told))

    def _received(self, told: Sequence[Word]) -> bool:
        """Whether it is told there who was received: "terima Partai X"."""
        house = len(told) > 1 and (told[1].raw.istitle() or told[1].low in self.kinds)
        return house and told[0].low == "terima"

    def _of_ours(self, at: int) -> bool:
        """Whether it is told there what our office did: "KPU Kota X menerima kunjungan"."""
        _, *others = words(self.text, self.past(at), most=_SOMEBODY)
        behind = [*dropwhile(lambda word: word.capital, others)]
        return bool(behind) and behind[0].low.startswith("me") and is_head(*[word.low for word in behind[:2]])

    def first(self, at: int) -> str:
        """The word by which an event begins there."""
        return next((word.low for word in self._line(self.past(at))), "")

    def by_somebody(self, at: int) -> bool:
        """Whether it is told there who did something, or where he went: "Sekretaris rapat di Kesbangpol"."""
        run = words(self.text, at, most=_SOMEBODY)
        run = run if run and run[0].low in _SPEAKER else words(self.text, self.past(at), most=_SOMEBODY)
        called = len(run) > 2 and run[0].low in cues.TITLES and run[1].raw == COMMA  # noqa: PLR2004 - "bu, Pak Anu"
        run = run[2 if called else 0 :]
        if not run or run[0].low not in _WHO:
            return False
        along = placed = False
        others = [word for word in run[1:] if not self._facts.covers(word.start, word.end)]
        at_it = any(word.low in _AT for word in others)
        for one, two in pairwise([*others, *others[-1:]]):
            if two.low in SPEAKERS and not at_it:
                return False
            if one.low == "ke" or (along and one.low == "di") or (is_head(one.low, two.low) and one.low not in _ALONG):
                return True
            along, placed = along or one.low in _ALONG | cues.INVITED, placed or one.low == "di"
            if not (along or placed or one.capital or one.low in _BY):
                return False
        return along and bool(others) and others[0].low in cues.INVITED

    def only_room(self, start: int, stop: int) -> bool:
        """Whether all that stands there is a room: "Gedung DPRD, kemarin rapat dengar pendapat"."""
        told = words(self.text, start, stop)
        room = bool(told) and told[0].low in OWN_ROOMS and told[-1].raw == COMMA
        return room and len(told) <= _WHERE and not self.has(start, stop, *Kind)

    def closes(self, at: int, first: int) -> bool:
        """Whether a day there, the first that is told, is that of what stands before it: "santunan di X, 5 Mei, …"."""
        fact = self._facts.at(at)
        behind = self.text[fact.end : fact.end + 1] if fact and fact.kind is Kind.DAY else ""
        return behind == "," and not self.has(0, at, Kind.DAY) and self.begins(first)

    def dates(self, start: int, end: int) -> bool:
        """Whether words are of a day, or the "lalu" that ends a clause behind one."""
        ago = self.text[start:end].strip().casefold() == "lalu" and self.text[end : end + 1] in {"", ",", ".", ")"}
        return any(f.start < end and start < f.end + ago for f in self.facts if f.kind is Kind.DAY)

    def has(self, start: int, stop: int, *kinds: Kind) -> bool:
        """Whether a fact of one of these kinds begins there."""
        return self._facts.has(start, stop, *kinds)

    def covered(self, start: int, stop: int) -> bool:
        """Whether these letters are of a fact."""
        return self._facts.covers(start, stop)

    def whose(self, start: int, stop: int) -> bool:
        """Whether above the first event only stands whose it is, and when: "Kegiatan KPU Kota X, 13 Oktober"."""
        told = [w for w in words(self.text, start, stop) if not (w.is_sign or self._facts.covers(w.start, w.end))]
        listed = any(word.low in cues.LISTING for word in told)
        return (
            listed
            and any(w.low not in cues.LISTING | cues.HEADING for w in told)
            and all(word.low in cues.NEWS_OF | cues.HEADING or word.capital for word in told)
        )

    @cached_property
    def lines(self) -> list[tuple[int, int]]:
        return [line.span() for line in fixed.LINE.finditer(self.text)]

    def _goes(self, at: int) -> bool:
        """Whether somebody goes on to another house: "sorenya ke kantor pos"."""
        run = self._line(at)
        house = len(run) > 1 and (run[1].capital or run[1].low in cues.ROOMS or run[1].low in self.kinds)
        return house and run[0].low == "ke"

    def past(self, at: int) -> int:
        for _ in range(_MOST):
            step = self._step(at)
            if step == at:
                break
            at = step
        return at

    def _step(self, at: int) -> int:
        """Past one mark, fact or word that only leads to an event."""
        for pattern in (fixed.MARK, fixed.PART, fixed.ORDINAL):
            if (found := pattern.match(self.text, at)) and found.end() > at:
                return found.end()
        if (fact := self._facts.at(at)) and fact.kind in {Kind.DAY, Kind.HOUR}:
            return fact.end
        run = self._line(at)
        lows = tuple(word.low for word in run[:2])
        if lows in HELD or (lows[:1] == ("bersama",) and run[0].raw in _AND and is_head(*(w.low for w in run[1:3]))):
            return run[lows in HELD].end
        leads = bool(run) and (run[0].low in SKIPPED or run[0].is_sign) and not is_head(*(w.low for w in run[:2]))
        return run[0].end if leads else at

    def _line(self, at: int) -> list[Word]:
        """The next words of the line, which are asked for again and again."""
        if at not in self._heads:
            end = self.text.find("\n", at)
            end = len(self.text) if end < 0 else end
            # The head of a message of a chat is left as blanks, however long it was.
            first = _BLANKS.match(self.text, at, end)
            begin = first.end() if first else at
            self._heads[at] = words(self.text, begin, min(end, begin + _FAR), most=3)
        return self._heads[at]

    @cached_property
    def _heads(self) -> dict[int, list[Word]]:
        return {}
