"""Where one event of a message ends and the next begins: lists, hours and parts of the day at line heads, "terus
siangnya", sentences with a day of their own. A clause without the word of an event is no event."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.look import is_head
from handlers.reading.message.events.words import Word, words
from handlers.reading.message.parts import Kind

_MARK = re.compile(
    r"[ \t]*(?:\(?\d{1,2}[.)](?=\D)|\(?[a-h][.)](?=\s)"
    r"|(?:\*(?=\s)|[-–•▪●◦▶►➢➤✓✔✅☑🔹🔸👉]+)\ufe0f?(?=\s*\S))[ \t]*",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?:(?<=[\s;:,.])|^)\(?(?P<n>\d)[.)](?=\s*[^\W\d])", re.MULTILINE)
_PART = re.compile(
    r"[ \t]*(?:pagi|siang|sore|malam|petang|subuh)(?:\s+(?:hari|ini|tadi))?(?:nya)?[ \t]*(?:[:=;]|-(?=\s))[ \t]*",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?:[,.;\n]|\bdan)?[ \t]{0,4}\b(?<!tindak )(?:terus|trs|trus|lanjut|dilanjutkan|dilanjut|kemudian|lalu|lantas"
    r"|(?:setelah|sesudah|habis)\s+itu"
    r"|(?:pagi|siang|sore|malam|petang)nya|(?:pagi|siang|sore|malam)\s+harinya)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;]\s+|\n")
_DAYTIME = re.compile(r"(?:pagi|siang|sore|malam|petang)(?:nya)?\b", re.IGNORECASE)
_CLAUSE = re.compile(r",\s*|\bdan\s+")
_HELD = re.compile(
    r"\b(?:agenda|hasil\w*|hadir|dihadiri|peserta|membahas|pembahasan|materi|catatan|rincian|undangan)\W*(?:oleh)?\W*$",
    re.IGNORECASE,
)
# Words before an event, and letters before a fact, of which more are a sentence.
_MOST, _NEAR = 20, 40
_SKIPPED = (
    cues.OPENERS
    | cues.NEXT
    | cues.PARTICLES
    | {"tadi", "td", "ini", "itu", "dengan", "siang", "pagi", "sore", "malam", "yang", "eh"}
)


@dataclass(frozen=True)
class Event:
    """The letters [start, end) of one event; `prefix`: the head that all of a list share ("Sosialisasi PPS:"), which is
    the first part of each one's name."""

    start: int
    end: int
    prefix: tuple[int, int] | None = None


def events(text: str, facts: Sequence[Found], starts: Iterable[int] = ()) -> tuple[tuple[int, int], list[Event]]:
    """(the letters before the first event that hold for all of them, the events in order), at least one event.
    `starts`: where a message of a chat begins."""
    view = _View(text, facts)
    cuts, prefix = view.cuts(sorted(starts))
    if len(cuts) < 1 or (len(cuts) == 1 and not prefix):
        return (0, 0), [Event(0, len(text))]
    ends = [*cuts[1:], len(text)]
    return (0, cuts[0]), [Event(a, b, prefix) for a, b in zip(cuts, ends, strict=True)]


def marks(text: str) -> Iterator[Found]:
    """The signs and numbers of lists, and "Pagi:" before what was done in the morning."""
    for line in re.finditer(r"^[^\n]+", text, re.MULTILINE):
        at = line.start()
        for pattern in (_MARK, _PART):
            if (found := pattern.match(text, at)) and found.end() > at:
                yield Found(Kind.MARK, at, found.end())
                at = found.end()
    yield from (Found(Kind.MARK, at, end) for at, end in _counted(text))


def _counted(text: str) -> list[tuple[int, int]]:
    """List marks within a line that count 1, 2, 3."""
    found = list[tuple[int, int]]()
    for match in _INLINE.finditer(text):
        if int(match["n"]) == len(found) + 1:
            found.append(match.span())
    return found if len(found) > 1 else []


@dataclass(frozen=True)
class _View:
    text: str
    facts: Sequence[Found]

    def cuts(self, starts: Sequence[int]) -> tuple[list[int], tuple[int, int] | None]:
        """(where an event begins, the head that they share)."""
        if listed := self._listed():
            return listed
        strong = {*self._timed(), *self._next(), *self._dated(), *(s for s in starts if self.begins(s))}
        first = self._first()
        cuts = self._apart([first, *sorted(at for at in strong if at > first)])
        return (cuts if len(cuts) > 1 else [], None)

    def _apart(self, cuts: list[int]) -> list[int]:
        """Without cuts that have nothing but signs between them and the next one."""
        ends = [*cuts[1:], len(self.text)]
        return [a for a, b in zip(cuts, ends, strict=True) if self._tells(a, b) or b == len(self.text)]

    def _tells(self, start: int, end: int) -> bool:
        return any(not word.is_sign and word.low not in _SKIPPED for word in words(self.text, start, end))

    def _first(self) -> int:
        """Where what is told begins."""
        told = re.compile(r"\S").search(self.text)
        return told.start() if told else 0

    # Whether an event begins at a place.

    def begins(self, at: int) -> bool:
        """Whether the words from here on, past marks, day, hour and openers, begin with the word of an event."""
        run = self._line(self._past(at))
        return bool(run) and is_head(run[0].low, run[1].low if len(run) > 1 else "")

    def _past(self, at: int) -> int:
        for _ in range(_MOST):
            step = self._step(at)
            if step == at:
                break
            at = step
        return at

    def _step(self, at: int) -> int:
        """Past one mark, fact or word that only leads to an event."""
        for pattern in (_MARK, _PART):
            if (found := pattern.match(self.text, at)) and found.end() > at:
                return found.end()
        if (fact := self._fact_at(at)) and fact.kind in {Kind.DAY, Kind.HOUR}:
            return fact.end
        run = self._line(at)
        leads = bool(run) and (run[0].low in _SKIPPED or run[0].is_sign) and not is_head(*(w.low for w in run[:2]))
        return run[0].end if leads else at

    def _fact_at(self, at: int) -> Found | None:
        """The fact that stands here or begins behind signs alone."""
        n = bisect_right(self.facts, at, key=lambda fact: fact.end)
        fact = self.facts[n] if n < len(self.facts) else None
        return fact if fact and not self.text[at : min(fact.start, at + _NEAR)].strip(" ,.:\t-") else None

    def _line(self, at: int) -> list[Word]:
        """The next words of the line."""
        end = self.text.find("\n", at)
        return words(self.text, at, min(len(self.text) if end < 0 else end, at + _NEAR), most=3)

    def _has(self, start: int, end: int, *kinds: Kind) -> bool:
        first, last = (bisect_left(self.facts, at, key=lambda fact: fact.start) for at in (start, end))
        return any(fact.kind in kinds for fact in self.facts[first:last])

    # Lists.

    def _listed(self) -> tuple[list[int], tuple[int, int] | None] | None:
        for items in (self._lines_marked(), [at for at, _ in _counted(self.text)]):
            if len(items) > 1:
                return self._of_list(items)
        return self._dated_lines()

    def _lines(self) -> Iterator[tuple[int, int]]:
        at = 0
        for line in self.text.split("\n"):
            if line.strip():
                yield at, at + len(line)
            at += len(line) + 1

    def _lines_marked(self) -> list[int]:
        return [start for start, _ in self._lines() if _MARK.match(self.text, start)]

    def _of_list(self, items: list[int]) -> tuple[list[int], tuple[int, int] | None] | None:
        heading = self.text[: items[0]]
        ends = [*items[1:], len(self.text)]
        each = [self.begins(at) for at in items]
        own = [self._has(a, b, Kind.DAY, Kind.HOUR) for a, b in zip(items, ends, strict=True)]
        if _HELD.search(heading) or 2 * sum(each) < len(items):
            return None
        return None if self._names(0, items[0]) and not all(own) else (items, None)

    def _names(self, start: int, end: int) -> bool:
        """Whether the heading of a list is an event of its own rather than "Kegiatan hari ini:"."""
        lines = [a for a, _ in self._lines() if start <= a < end]
        return any(self.begins(a) and self._past(a) < end for a in lines)

    def _dated_lines(self) -> tuple[list[int], tuple[int, int] | None] | None:
        """A heading such as "Sosialisasi PPS:" and below it lines that each have a day of their own: one event each."""
        lines = list(self._lines())
        if len(lines) < 3 or not self.text[slice(*lines[0])].rstrip().endswith(":") or not self.begins(lines[0][0]):  # noqa: PLR2004 - a head and two lines
            return None
        if not all(self._has(a, b, Kind.DAY) for a, b in lines[1:]):
            return None
        start, end = lines[0]
        return [a for a, _ in lines[1:]], (start, start + len(self.text[start:end].rstrip(" :")))

    # Hours and days.

    def _timed(self) -> Iterator[int]:
        """Lines that begin with an hour or a part of the day, two at least, each with an event behind it."""
        found = [a for a, _ in self._lines() if self._timed_at(a) and self.begins(a)]
        labelled = [a for a, _ in self._lines() if _PART.match(self.text, a)]
        yield from labelled if len(labelled) > 1 else found if len(found) > 1 else ()

    def _timed_at(self, at: int) -> bool:
        return bool(_PART.match(self.text, at)) or any(
            f.kind in {Kind.HOUR, Kind.DAY} and f.start >= at and not self.text[at : f.start].strip()
            for f in self.facts
        )

    def _next(self) -> Iterator[int]:
        for found in _NEXT.finditer(self.text):
            if self.begins(found.end()) and not any(
                f.start < found.end() and found.start() < f.end for f in self.facts if f.kind is Kind.DAY
            ):
                yield found.start()

    def _day_at(self, at: int) -> bool:
        return any(f.kind is Kind.DAY and f.start == at for f in self.facts)

    def _dated(self) -> Iterator[int]:
        """Sentences that begin with an event and tell a day or an hour; clauses that begin with a day."""
        for found in _SENTENCE.finditer(self.text):
            end = _SENTENCE.search(self.text, found.end())
            stop = end.start() if end else len(self.text)
            if (
                self.begins(found.end())
                and self._has(found.end(), stop, Kind.DAY, Kind.HOUR)
                and self._has(0, found.start(), Kind.DAY, Kind.HOUR)
            ):
                yield found.end()
        for found in _CLAUSE.finditer(self.text):
            if (self._day_at(found.end()) or _DAYTIME.match(self.text, found.end())) and self.begins(found.end()):
                yield found.end()
