"""Which words of one event are its name, its partner, its place, its people, its subject: by the cue before them."""

from collections.abc import Sequence
from itertools import takewhile

from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import AHEAD, Found
from handlers.reading.message.events.look import Item, Look, Run
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.parting.walk import Walk
from handlers.reading.message.events.several import lists, place, rows
from handlers.reading.message.events.several.behind import partners
from handlers.reading.message.events.vocabulary.plain import NO_PEOPLE
from handlers.reading.message.events.vouch import guarded
from handlers.reading.message.events.words import COMMA, OPEN, SHUT, STOP, Word
from handlers.reading.message.parts import Kind

_BESIDE = {Kind.SUBJECT, Kind.PEOPLE}
_ASKED = ("undangan", "dari")
_TO_WHOM = frozenset({"kepada", "diundang", "masuk"})
_LINKS = frozenset({"yang", "dan", "pada", "serta", "nya"})


def runs(items: Sequence[Item], names: Names, start: int, *, named: bool = False, placed: bool = False) -> list[Run]:
    """The roles of the items of an event whose name begins at `start`; `named`, `placed`: it, its place elsewhere."""
    return _Walk(Look(items, names), start, named=named, placed=placed).go()


class _Walk(Walk):
    def go(self) -> list[Run]:
        while self.at < len(self.look.items):
            item = self.look.items[self.at]
            if isinstance(item, Found):
                self._found(item)
            elif item.is_sign:
                self._sign(item)
            else:
                self._word(item)
        return guarded(lists.whole([*place.cued(self.runs)]), self.look.names)

    def _found(self, item: Found) -> None:
        now = self._within
        if item.kind is Kind.MARK:
            self._mark()
        elif self.other and self._within in {None, Kind.MARK}:
            self._put(Kind.SUBJECT)
        elif self.other or (self._now is Kind.PEOPLE is item.kind) or (now is Kind.SUBJECT and self._belongs(item)):
            self.other = self.other or item.value == AHEAD  # where it goes on tomorrow is no place of today's
            self._take()
        elif item.kind is Kind.PEOPLE:
            self._put(item.kind)
            self._of_people()
        else:
            self._fact(item, now)

    def _belongs(self, item: Found) -> bool:
        """Whether a fact is what the clause speaks of: people, another day or hour, a day to come."""
        had = item.kind in {Kind.DAY, Kind.HOUR} and any(run.kind is item.kind for run in self.runs)
        return item.kind is Kind.PEOPLE or had or item.value == AHEAD

    def _fact(self, item: Found, now: Kind | None) -> None:
        before = self.runs[-1] if self.runs else None
        self._put(item.kind)
        if before and now in {Kind.EVENT, Kind.SUBJECT}:
            self.runs.append(Run(before.kind, inline=before.inline))
        else:
            self.fresh = True

    def _of_people(self) -> None:
        """Take what people were counted: "75 siswa kelas X", up to the next cue."""
        while self.at != self.start and self.look.low(self.at) not in NO_PEOPLE and not self.look.cue(self.at):
            self._take()
        self.fresh = True

    def _sign(self, sign: Word) -> None:
        if sign.raw == OPEN and self._within is Kind.EVENT and self.look.shortened(self.at):
            self._take(3)
        elif sign.raw in {OPEN, SHUT}:
            self._mark()
        elif lists.asked(self.runs, sign):
            self._open(Kind.PEOPLE, cue=1, breaks=True)
        elif joint := self._row_goes_on():
            self._take(joint)
        elif sign.raw == COMMA and lists.goes_on(self.look, self.runs, self._within):
            self._take()
        elif sign.low == STOP or sign.raw == COMMA or place.closed(self.runs, sign):
            self.broken = self.broken or self.named
            self.later = self.later or (self.named and sign.low == STOP)
            self.other = self.other and sign.low != STOP
            self._mark()
        elif self._within not in {None, Kind.MARK}:
            self._take()
        else:
            self._mark(fresh=self.fresh)

    def _mark(self, *, fresh: bool = True) -> None:
        self.runs.append(Run(Kind.MARK))
        self._take()
        self.fresh = fresh

    def _row_goes_on(self) -> int:
        """How many items lead to one more of the kind that is open: "di SMA, SMK dan MA"."""
        return rows.goes_on(self.look, self.at, self.runs[-1]) if self.runs and not self.fresh else 0

    def _word(self, word: Word) -> None:
        if self.at == self.start and not self.named:
            self.named = True
            self._put(Kind.EVENT)
        elif same := place.same(self.look, self.at) if self.named and not self.other else 0:
            self._open(Kind.PLACE, cue=int(word.low == "di"))
            self._take(same - int(word.low == "di"))
            self.fresh = True
        elif joint := self._row_goes_on():
            self._take(joint)
        elif self.look.aside(self.at, self._now):
            self._aside()
        elif not self._cued(word):
            self._uncued(word)

    def _aside(self) -> None:
        """A word that is no part of anything; what stood before it goes on behind it."""
        before, fresh = self.runs[-1], self.fresh
        self._put(Kind.CUE)
        self.runs.append(Run(before.kind, inline=before.inline))
        self.fresh = fresh

    def _cued(self, word: Word) -> bool:
        """Let a cue open its role; False where the word is none here."""
        held = self.look.held(self.at + 1)
        told = held or self.look.cue(self.at + 1) in _BESIDE or self.look.low(self.at + 1) in cues.HAPPENED
        if word.low == "yang" and self.named and told:
            self._put(Kind.CUE, breaks=True)
            self._take(held)
            self.fresh = True
            return True
        kind = self.look.cue(self.at) if not self.other else None
        if kind in _BESIDE:
            return self._subject(word) if kind is Kind.SUBJECT else self._people(word)
        return kind is not None and (self._place(word) if kind is Kind.PLACE else self._partner(word))

    def _subject(self, word: Word) -> bool:
        of_name = self._within is Kind.EVENT and self.look.of_name(self.at)
        if not self.named or self._within is Kind.SUBJECT or of_name:
            return False
        bare = word.low in cues.BARE
        self._open(Kind.SUBJECT, cue=int(bare), breaks=True)
        self._take(int(not bare))
        return True

    def _people(self, word: Word) -> bool:
        after = self.look.item(self.at + 1)
        counted = isinstance(after, Found) and after.kind is Kind.PEOPLE
        sure = word.low in cues.CAME or self.fresh or counted
        if not sure or not (self.named or word.low in cues.CAME):
            return False
        behind = (item.low if isinstance(item, Word) else "" for item in self.look.items[self.at + 1 :])
        self._open(Kind.PEOPLE, cue=1 + sum(1 for _ in takewhile(cues.NAMELY.__contains__, behind)), breaks=True)
        return True

    def _place(self, word: Word) -> bool:
        cue = self.look.leading(self.at)
        first = self.look.word(self.at + cue)
        had = any(run.kind is Kind.PLACE and run.cue for run in self.runs)
        inside = first is not None and first.low in place.INSIDE
        beside = self.later or (self._within is Kind.SUBJECT and not inside)
        placed = self.placed or (had and beside and word.low not in cues.ROUTE)
        begins = first and place.begins(self.look, self.at, first, self.runs, fresh=self.fresh, within=self._within)
        if not begins or placed or self.corrected or (not cue and self._within is Kind.PLACE):
            return False
        goal = had and word.low in cues.GOALS
        self._open(Kind.PLACE, cue=0 if goal else cue)
        self._take(1 + cue if goal else 1)
        return True

    def _partner(self, word: Word) -> bool:
        invited = int(word.low in cues.FOLLOWS or self.look.low(self.at + 1) == "oleh")
        first = self.look.word(self.at + 1 + invited)
        told = word.low == "bersama" or (word.low == "dengan" and not self.later)
        begun = told and self.look.begun(self.at + 1) and not lists.goes_on(self.look, self.runs, self._within)
        beside = self._within in _BESIDE and not begun and not place.tuned_in(self.look, self.at, self.runs)
        beside = beside or place.of_another(self.look, self.at, self.runs, self._within)
        if (
            first is None
            or beside
            or self.corrected
            or self.look.also(self.at)
            or (word.low in cues.DOING and not self.named)
        ):
            return False
        if first.low in cues.TITLES and not self.look.begun(self.at + 1):
            self._open(Kind.PEOPLE, cue=1)
        elif not self.named and self.look.companion(self.at):
            self._open(Kind.PEOPLE, cue=1)
            self._take(1 + self.look.officer(self.at))
            self.fresh = True
        elif self.named and word.low == "dengan" and (first.low in cues.NO_PARTNER or cues.ACTS.match(first.raw)):
            self._open(Kind.SUBJECT, breaks=True)
            self._take(2)
        elif end := partners(self.look, self.at + invited):
            self._open(Kind.PARTNER, cue=1 + invited)
            self._take(end - self.at)
        elif place.gone_to(self.look, self.at, named=self.named):
            self._open(Kind.PLACE, cue=1)
            self._take()
        else:
            return False
        return True

    def _uncued(self, word: Word) -> None:
        now = self._within
        if not self.named:
            self._lead(word)
        elif now in {None, Kind.MARK, Kind.CUE}:
            self._clause(word)
        elif now in {Kind.EVENT, Kind.SUBJECT} and self.roomed():
            self.broken = True
            self._put(Kind.PLACE)
        elif now is Kind.EVENT and self.look.closes(self.at, self.runs[-1]):
            self._put(Kind.CUE, breaks=True)
        elif now in {Kind.PLACE, Kind.PARTNER} and self._ended():
            self._joined(word)
            self._put(Kind.CUE if word.low in _LINKS else Kind.SUBJECT, breaks=True)
        elif now is Kind.PEOPLE and word.low in _TO_WHOM:
            self._put(Kind.SUBJECT, breaks=True)
        else:
            self._joined(word)
            self._take()

    def _joined(self, word: Word) -> None:
        """Whether a word joins another event to what was told of the first one."""
        joins = self._now is not Kind.EVENT and word.low in rows.JOINTS | cues.NEXT
        self.other = self.other or (joins and self.look.another(self.at + 1, self.runs))

    def _lead(self, word: Word) -> None:
        """Words before the event's name: its openers, and who did it or, in a clause of its own, where."""
        if self.fresh and (end := self.look.alone(self.at)):
            self._open(Kind.PLACE)
            self._take(end - self.at)
            return
        opens = word.low in cues.PICTURES or (word.low in cues.BEFORE_HEAD and word.low.startswith("di"))
        led = opens and self.look.head(self.at + 1)
        led = led or self.look.low(self.at - 1) == "langsung" or (word.low, self.look.low(self.at + 1)) == _ASKED
        kind = Kind.CUE if led or word.low in cues.OPENERS | cues.DOING | cues.PARTS_OF_DAY | _LINKS else Kind.REST
        goes_on = (self._within is Kind.PEOPLE and word.low not in cues.AT_WHICH | {"ke"}) or (
            self._within is Kind.PLACE and not self._ended()
        )
        if not goes_on and self._within is not kind:
            self._open(kind)
        self._take()

    def _clause(self, word: Word) -> None:
        """A clause without a cue: a room is the place, the rest is what the event was about."""
        room = self.look.room(self.at, later=self.later) and all(run.kind is not Kind.PLACE for run in self.runs)
        if listed := lists.role(self.runs, self.look, self.at):
            self._put(listed)
            self._take(len(self.look.stretch(self.at)) if listed is Kind.PARTNER else 0)
            return
        leads = word.low in _LINKS or self.look.leads(self.at)
        self.other = self.other or self.look.another(self.at, self.runs)
        self._put(Kind.CUE if leads else Kind.PLACE if room and not self.other else Kind.SUBJECT)

    def _ended(self) -> bool:
        """Whether the word here is no more of the place or the partner before it."""
        here = self.runs[-1].items
        return self._now is Kind.PARTNER or place.ended(self.look, self.at, here, named=self.named)
