"""Where events begin by what says when they were, hours and days at the heads of lines and clauses, or that something
was done then."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from handlers.reading.message.events import cues, fixed
from handlers.reading.message.events.parting.view import View
from handlers.reading.message.events.vocabulary.heads import HANDED, PARTS, is_head
from handlers.reading.message.events.words import words
from handlers.reading.message.parts import Kind

# Hours of a line of which more are no list of events.
_MANY = 12
_CAME, _NEAR = frozenset({"datang", "daftar", "mendaftar", "berkunjung"}), 6
_STOP = re.compile(r"[,.;\n]")


class Whens(View):
    def whens(self) -> Iterator[int]:
        yield from self._timed()
        yield from self._series()
        yield from self._ordered()
        yield from self._below_days()

    def _timed(self) -> Iterator[int]:
        """Lines that begin with an hour or a part of the day, two at least, one with an event behind it; below an event
        those only that do."""
        found = [a for a, b in self.lines if self._timed_at(a) and self.tells(a, b)]
        begun = [a for a in found if self.begins(a)]
        found = begun if not begun or self._names(0, found[0]) else found
        labelled = [a for a, _ in self.lines if fixed.PART.match(self.text, a)]
        yield from labelled if len(labelled) > 1 else found if len(found) > 1 else ()

    def _timed_at(self, at: int) -> bool:
        fact = self._facts.at(at)
        return bool(fixed.PART.match(self.text, at)) or (fact is not None and fact.kind in {Kind.HOUR, Kind.DAY})

    def _series(self) -> list[int]:
        """Where clauses begin that each tell a day of their own and what was then, two at least: "Senin rapat; Selasa
        libur"."""
        starts = [self._after_heading, *(found.end() for found in fixed.EACH.finditer(self.text))]
        dated = {self.past(at): at for at in sorted({*starts}, reverse=True) if self._on_a_day(at)}
        done = any(self.begins(at) or self._deed(behind) or self._goes(behind) for behind, at in dated.items())
        return [*dated.values()] if len(dated) > 1 and done else []

    def _on_a_day(self, at: int) -> bool:
        fact, behind = self._facts.at(at), self.past(at)
        if not fact or fact.kind is not Kind.DAY or not (run := self._line(behind)):
            return False
        led = run[0].is_sign or run[0].low in cues.CUES.keys() | cues.ENDS
        return not led or cues.deed(run[0].low) or self.begins(at) or self._goes(behind)

    def _ordered(self) -> list[int]:
        """Where events begin that are counted in words, with none told above them: "pertama rapat, kedua apel"."""
        found = [start for start, _ in fixed.ordered(self.text)]
        told = any(is_head(one.low) for one in words(self.text, 0, found[0])) if found else True
        return [] if told else found

    def _below_days(self) -> Iterator[int]:
        """The lines below those that tell a day alone, two at least."""
        alone = {line for line in self.lines if self.has(*line, Kind.DAY) and not self._telling(*line)}
        each = zip(self.lines, self.lines[1:], strict=False) if len(alone) > 1 else ()
        found = [below[0] for above, below in each if above in alone and below not in alone]
        yield from found if any(map(self.begins, found)) else ()

    def _hourly(self) -> list[int]:
        """The hours that each lead to an event, where the first of them begins: "jam 8 apel jam 9 rapat"."""
        hours = [fact.start for fact in self.facts if fact.kind is Kind.HOUR]
        if not 1 < len(hours) <= _MANY or self.tells(self._after_heading, hours[0]):
            return []
        led = all(self.begins(at) or self._deed(self.past(at)) for at in hours)
        return hours if led and "\n" not in self.text[hours[0] : hours[-1]] else []

    def _names(self, start: int, end: int) -> bool:
        """Whether the heading of a list is an event of its own rather than "Kegiatan hari ini:"."""
        return any(self.begins(a) and self.past(a) < end for a, _ in self.lines if start <= a < end)

    @cached_property
    def _after_heading(self) -> int:
        """Where the words begin behind a heading such as "Rekap kegiatan saya pekan ini:"; else where the text does."""
        first = len(self.text) - len(self.text.lstrip())
        found = fixed.HEADING.match(self.text, first)
        if found is None or self._names(first, found.end()):
            return first
        told = {word.low for word in words(self.text, first, found.end()) if not word.is_sign}
        week = not (told.isdisjoint(("minggu", "pekan")) or told.isdisjoint(("ini", "lalu", "kemarin")))
        return first if told.isdisjoint(cues.LISTING) and not week else found.end()

    def _deed(self, at: int) -> bool:
        """Whether the words from here on begin with what somebody does."""
        run = self._line(at)
        return bool(run) and cues.deed(run[0].low)

    def _came(self, at: int) -> bool:
        """Whether somebody came: "sorenya PAN datang konsultasi"."""
        told = words(self.text, at, most=_NEAR)
        return next((word.low for word in told if not word.capital), "") in _CAME and told[0].capital

    def _carried_out(self, at: int) -> bool:
        """Whether it is told there that an event was held, and no part of one: "lalu melaksanakan kunjungan"."""
        run = [word.low for word in self._line(self.past(at))]
        held = len(run) > 1 and run[0] in cues.DOING and is_head(run[1], run[-1])
        return held and run[1] not in HANDED | PARTS

    def _held(self, at: int) -> bool:
        """Whether the clause there tells of an event: "siangnya dadakan rapat"."""
        stop = _STOP.search(self.text, at)
        end = stop.start() if stop else len(self.text)
        return self._tells_event(at, end) or any(word.low in cues.DOING for word in words(self.text, at, end))

    def _does(self, at: int) -> bool:
        """Whether it is told there what somebody did, where he went, or who came."""
        first = self.past(at)
        return self._deed(first) or self._goes(first) or self._came(at) or self.by_somebody(at)

    def _tells_event(self, start: int, stop: int) -> bool:
        told = [word.low for word in words(self.text, start, stop)]
        return any(is_head(*two) or cues.deed(two[0]) for two in pairwise([*told, ""]))
