"""The state of a walk over the items of an event, which gives each its role, and its steps."""

from dataclasses import dataclass, field

from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.look import Look, Run
from handlers.reading.message.events.words import Word
from handlers.reading.message.parts import Kind


@dataclass
class Walk:
    """`named`: the event's name has begun; `fresh`: a clause begins here; `broken`: the name's clause has ended;
    `later`: so has its sentence; `other`: the clause tells another event, whose facts are not those of the first."""

    look: Look
    start: int
    named: bool
    placed: bool
    runs: list[Run] = field(default_factory=list)
    fresh: bool = True
    broken: bool = False
    later: bool = False
    other: bool = False
    at: int = 0

    @property
    def _now(self) -> Kind | None:
        """The role that is open."""
        return self.runs[-1].kind if self.runs else None

    @property
    def _within(self) -> Kind | None:
        """The role in whose midst the next item stands; None where a clause begins."""
        return None if self.fresh else self._now

    def _open(self, kind: Kind, cue: int = 0, *, breaks: bool = False) -> None:
        """Begin a run whose first `cue` words only say what it is."""
        words = [one for one in self.look.items[self.at : self.at + cue] if isinstance(one, Word)]
        self.runs.append(Run(kind, [], words, inline=self.named and not self.broken))
        self.broken = self.broken or (breaks and self.named)
        self.at, self.fresh = self.at + len(words), False

    def _take(self, count: int = 1) -> None:
        self.runs[-1].items += self.look.items[self.at : self.at + count]
        self.at += count
        self.fresh = False

    def _put(self, kind: Kind, *, breaks: bool = False) -> None:
        self._open(kind, breaks=breaks)
        self._take()

    @property
    def corrected(self) -> bool:
        """Whether another event stood here, in the place of which the one was that follows."""
        return not self.named and self.look.low(self.start - 1) in cues.SLIPS | cues.INSTEAD

    def roomed(self) -> bool:
        """Whether a room stands right behind a day or an hour, with no place told before: "jam 8 ruang rapat"."""
        fact = self.look.item(self.at - 1)
        behind = isinstance(fact, Found) and fact.kind in {Kind.DAY, Kind.HOUR} and not self.runs[-1].items
        behind = behind and not any(map(self.look.head, range(self.at, self.at + len(self.look.clause(self.at)))))
        return behind and self.look.room(self.at, later=self.later) and all(r.kind is not Kind.PLACE for r in self.runs)
