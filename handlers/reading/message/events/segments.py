"""Where one event of a message ends and the next begins: lists, hours and parts of the day at line heads, "terus
siangnya", sentences with a day of their own. A clause without the word of an event is no event."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from handlers.reading.daerah.negation import NOT
from handlers.reading.daerah.tables import words_for
from handlers.reading.dates.calendar import NUMBER
from handlers.reading.message.events import cues, fixed
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.parting.held import called_off, unheld
from handlers.reading.message.events.parting.joined import joined
from handlers.reading.message.events.parting.under import (
    dated_lines,
    of_teams,
    plain_lines,
    teams,
    two_lines,
    under_head,
)
from handlers.reading.message.events.parting.whens import Whens
from handlers.reading.message.events.vocabulary.heads import is_head
from handlers.reading.message.events.words import words
from handlers.reading.message.parts import Event, Kind

_DAYTIME = re.compile(rf"\b(?:pagi|siang|sore|malam|petang|{fixed.ITS_PART})\b", re.IGNORECASE)
_CLAUSE = re.compile(r"(?P<comma>,)?\s*+(?P<but>(?:sedangkan|sementara)\s+)|,\s*|\bdan\s+")
_CLAUSES = re.compile(r"(?:[,;\n]\s*|\s)(?:dan|lalu|terus|trus|kemudian)\s+|[,;\n]\s*")
_PLACE = re.compile(r"\s+(?:di|ke|d)(?=\s+\w)", re.IGNORECASE)
# At the end of a heading: the places themselves stand in the list below it.
_SO_MANY = re.compile(
    rf"\s+(?:di|ke)\s+(?:\d{{1,2}}|{NUMBER})\s+(?:titik|lokasi|tempat|sekolah|kampus|desa|kelurahan|kecamatan|kantor)\W*$",
    re.IGNORECASE,
)
# A day on which nothing was.
_US = "|".join(["saya", "sy", "aku", "kami", "kita", *words_for("saya"), *words_for("kami")])
_NOTHING = re.compile(
    rf"\s*(?:(?:{_US})\s+)?(?:libur|cuti|nihil|absen|sakit|i[zj]in\s+(?:sakit|cuti|pulang|keluarga)"
    rf"|(?:{NOT}|belum|blm)\s+(?:ada|masuk|ngantor))\b",
    re.IGNORECASE,
)
_JOINT = 3  # blanks between a day and the part of it
# "Tadi pagi sosialisasi di A, siangnya di B".
_LATER = re.compile(r"\s*(?:pagi|siang|sore|malam|petang)(?:ny[aoe])?\b", re.IGNORECASE)
# Letters above a sentence of which more are no headline.
_TITLE = 120


def events(
    text: str, facts: Sequence[Found], starts: Iterable[int] = (), kinds: Collection[str] = ()
) -> tuple[list[tuple[int, int]], list[tuple[int, int]], list[Event]]:
    """(the letters before the first event; those of days on which nothing was and of what was not held; the events in
    order), at least one event. `starts`: where a message of a chat begins; `kinds`: words that begin the name of an
    institution."""
    view = _View(text, facts, kinds)
    if again := view.again_elsewhere():
        return [], [], again
    cuts, whole = view.cuts(sorted(starts))
    prefix = _uncounted(text, whole)
    found = [Event(*one, prefix) for one in view.headed(cuts)] if cuts else [Event(0, len(text))]
    off = [one for one in found if view.off(one.start, one.end) or unheld(view, one.start, one.end)]
    held = [one for one in found if one not in off]
    aside = [(prefix[1], whole[1])] if prefix and whole and prefix != whole else []
    beside = [(0, prefix[0] if prefix else found[0].start), *aside]
    if held:
        return beside, [(one.start, one.end) for one in off], held
    return beside, [], [replace(one, off=called_off(view, one.start, one.end)) for one in found]


def _uncounted(text: str, prefix: tuple[int, int] | None) -> tuple[int, int] | None:
    """The head of a list without words that only count its places: "sosialisasi di tiga tempat"."""
    counts = _SO_MANY.search(text, *prefix) if prefix else None
    return (prefix[0], counts.start()) if prefix and counts else prefix


class _View(Whens):
    def cuts(self, starts: Sequence[int]) -> tuple[list[int], tuple[int, int] | None]:
        """(where an event begins, the head that they share)."""
        if fixed.PROGRAMME.match(self.text.lstrip()):
            return [], None
        if listed := self._listed():
            return listed
        strong = {*self._next(), *self._dated(), *self.whens()} or {*self._hourly()}
        strong |= {s for s in starts if self.begins(s)}
        first = self._after_heading
        counted = bool(fixed.COUNTED.search(self.text, 0, first))
        stretches = pairwise([first, *sorted(at for at in strong if at > first), len(self.text)])
        strong |= {at for a, b in stretches for at in joined(self, a, b, counted=counted)}
        if counted:
            each = (found.span() for found in fixed.EACH.finditer(self.text, first))
            strong |= {end for start, end in each if end > start + 1 and self.begins(end) and start not in strong}
        cuts = self._apart([first, *sorted(at for at in strong if at > first)])
        if len(cuts) > 1 and self.only_room(*cuts[:2]):
            cuts.pop(1)
        if len(cuts) > 1 and (self._idle(*cuts[:2]) or self.whose(*cuts[:2])):
            return cuts[1:], None
        return (cuts if len(cuts) > 1 else [], None)

    def again_elsewhere(self) -> list[Event]:
        """An event, and for each clause that only tells another day and place the same event then: "Senin rapat di A,
        Selasa di B"; none where no such clause follows."""
        first, joints = self._after_heading, [one.span() for one in _CLAUSES.finditer(self.text)]
        cuts = [(start, end) for start, end in joints if self._elsewhere(end)]
        head = self.past(first)
        placed = _PLACE.search(self.text, head, cuts[0][0]) if cuts and self.begins(first) else None
        if placed is None:
            return []
        ends = [*(start for start, _ in cuts[1:]), len(self.text)]
        begun = [self._later(at) for _, at in cuts]
        others = [Event(at, end, (0, 0), (head, placed.start())) for at, end in zip(begun, ends, strict=True)]
        return [Event(first, cuts[0][0]), *others]

    def _elsewhere(self, at: int) -> bool:
        fact = self._facts.at(at)
        day = fact.end if fact is not None and fact.kind is Kind.DAY else at
        later = self._later(day)
        placed = (later > at) and _PLACE.match(self.text, later)
        stop = _CLAUSES.search(self.text, later)
        return bool(placed) and not self._tells_event(later, stop.start() if stop else len(self.text))

    def _later(self, at: int) -> int:
        """Behind the part of the day that stands there."""
        found = _LATER.match(self.text, at)
        return found.end() if found else at

    def _idle(self, start: int, stop: int) -> bool:
        """Whether what stands before the day of the first event tells of nothing: "ya ampun capek, tadi rapat"."""
        fact = self._facts.at(stop)
        dated = (fact is not None and fact.kind is Kind.DAY) or fixed.PART.match(self.text, stop)
        told = words(self.text, start, stop)
        events = any(is_head(word.low, word.low) or cues.deed(word.low) or word.low in self.kinds for word in told)
        why = any(word.low in cues.REASONS for word in told[:1])
        return bool(dated) and (why or not events) and not self.has(start, stop, Kind.DAY, Kind.HOUR, Kind.PEOPLE)

    def _apart(self, cuts: list[int]) -> list[int]:
        """Without cuts that have nothing but signs between them and the next one."""
        ends = [*cuts[1:], len(self.text)]
        return [a for a, b in zip(cuts, ends, strict=True) if self.tells(a, b) or b == len(self.text)]

    def off(self, start: int, stop: int) -> bool:
        told = self._telling(start, stop)
        nothing = _NOTHING.match(self.text, self.past(start), stop) and not self._tells_event(start, stop)
        return bool(told and (told <= cues.OFF or nothing))

    def _person(self, at: int) -> bool:
        """Whether somebody is named there who did something: "Pak Anu selasa rapat di Pemkot"."""
        first = next(iter(words(self.text, at, most=1)), None)
        return first is not None and first.low in cues.TITLES | {"kami", "saya"} and self.by_somebody(at)

    def _headed(self, start: int, stop: int) -> bool:
        """Whether all that stands above a sentence is its headline, or it repeats what was told, with no other day or
        hour."""
        if any(self.has(0, start, kind) and self.has(start, stop, kind) for kind in (Kind.DAY, Kind.HOUR)):
            return False
        above, told = self._telling(max(0, start - 3 * _TITLE), start), self._telling(start, stop)
        return bool(told) and (told <= above or (start <= _TITLE and bool(above) and above <= told))

    def _again(self, at: int) -> bool:
        """Whether a sentence says more of an event that was told: "Koordinasi diterima oleh Kepala Dinas"."""
        run = self._line(self.past(at))
        return len(run) > 1 and run[0].low in self._telling(0, at) and bool(fixed.PASSIVE.fullmatch(run[1].low))

    def headed(self, cuts: list[int]) -> Iterator[tuple[int, int, tuple[int, int]]]:
        """(where each event begins and ends, the letters above that hold for it): where the first stands below a line
        that tells a day alone, each such line ends the event above it and holds for those below."""
        tops = [self._top(at) for at in cuts]
        tops, above = tops if tops[0] < cuts[0] else cuts, (0, cuts[0])
        for top, at, end in zip(tops, cuts, [*tops[1:], len(self.text)], strict=True):
            above = (top, at) if top < at else above
            yield at, end, above

    def _top(self, at: int) -> int:
        """Where the lines right above a place begin that tell a day alone."""
        above = self.lines[: bisect_left(self.lines, (at, at))]
        days = takewhile(lambda line: self.has(*line, Kind.DAY) and not self._telling(*line), reversed(above))
        return min((start for start, _ in days), default=at)

    def _on_the_way(self, stop: int) -> bool:
        """Whether up to here is only told where somebody went: "ke PPK A lanjut ke PPS B untuk cek gudang"."""
        first = self.past(self._after_heading)
        way = self._goes(first) or self._line(first)[:1] == [] or self._line(first)[0].low == "dari"
        return way and not any(is_head(word.low) for word in words(self.text, first, stop))

    def _listed(self) -> tuple[list[int], tuple[int, int] | None] | None:
        marked = [at for at, _ in self.lines if fixed.MARK.match(self.text, at)]
        for items in (marked, [at for at, _ in fixed.counted(self.text)]):
            if len(items) > 1:
                return of_teams(self, items) or self._of_list(items)
        if rows := under_head(self):
            return rows
        if own := teams(self):
            return own, None
        first = len(self.text) - len(self.text.lstrip())
        parts = [first, *(found.end() for found in re.finditer(r";\s*(?=\S)", self.text))]
        each = all(self.begins(at) or self.by_somebody(at) or self._deed(self.past(at)) for at in parts)
        return (parts, None) if len(parts) > 1 and each else dated_lines(self) or two_lines(self) or plain_lines(self)

    def _of_list(self, items: list[int]) -> tuple[list[int], tuple[int, int] | None] | None:
        heading = self.text[: items[0]]
        ends = [*items[1:], len(self.text)]
        each = [self.begins(at) or (not heading.strip() and self._does(at)) for at in items]
        own = [self.has(a, b, Kind.DAY, Kind.HOUR) for a, b in zip(items, ends, strict=True)]
        listed = self._after_heading >= len(heading.rstrip()) > 0
        if all(own) and heading.rstrip().endswith(":") and not listed and not fixed.HELD.search(heading):
            first = len(heading) - len(heading.lstrip())
            return items, (first, len(heading.rstrip(" :\n")))
        few = 1 if listed else len(items) / (2 if heading.strip() else 3)
        if fixed.HELD.search(heading) or sum(each) < few:
            return None
        return None if self._names(0, items[0]) and not all(own) else (items, None)

    def _daytime(self, at: int) -> bool:
        """Whether a part of the day begins there as one was told before: "tadi pagi rapat. siang monitoring"."""
        return bool(_DAYTIME.match(self.text, at) and _DAYTIME.search(self.text, 0, at))

    def _next(self) -> Iterator[int]:
        for found in fixed.NEXT.finditer(self.text):
            if self._follows(found) and not self.dates(*found.span()):
                yield self._with_day(found.start())

    def _with_day(self, at: int) -> int:
        """Where the sentence begins of which only a day stands before this: "9 Okt malamnya pleno"."""
        day = next((one for one in self.facts if one.kind is Kind.DAY and one.end <= at < one.end + _JOINT), None)
        begins = day and not self.text[: day.start].rstrip(" ")[-1:].strip(".;\n")
        return day.start if day and begins and not self.text[day.end : at].strip() and self.text[at].isspace() else at

    def _follows(self, found: re.Match[str]) -> bool:
        """Whether it goes on with an event, to another house or, behind more than "terus", with what somebody did."""
        at = found.end()
        if fixed.ALONG.match(self.text, at):
            return False
        onward = self._goes(self.past(at)) and not self._on_the_way(found.start())
        done = self.begins(at) or onward or self._came(at) or (not found["on"] and self._deed(self.past(at)))
        return done or self._carried_out(at) or (bool(found["part"]) and self._held(at))

    def _dated(self) -> Iterator[int]:
        """Sentences that begin with an event and tell a day or an hour; clauses that begin with a day."""
        for found in fixed.SENTENCE.finditer(self.text):
            at, end = found.end(), fixed.SENTENCE.search(self.text, found.end())
            stop = end.start() if end else len(self.text)
            before = self.has(0, found.start(), Kind.DAY, Kind.HOUR) or _DAYTIME.match(self.text, self._after_heading)
            dated = before and self.has(at, stop, Kind.DAY, Kind.HOUR)
            part = fixed.PART.match(self.text, at) or self._daytime(at)
            own = part or (dated and not self._headed(at, stop) and not self._again(at))
            if (own and (self.begins(at) or self._person(at))) or (part and self._deed(self.past(at))):
                yield at
        for found in _CLAUSE.finditer(self.text):
            at = found.end()
            somebody = bool(found["but"]) and self.by_somebody(at)
            timed = self.has(at, at + 1, Kind.DAY, Kind.HOUR) or _DAYTIME.match(self.text, at)
            leads = timed or found["comma"] or somebody
            onward = _DAYTIME.match(self.text, at) and self._goes(self.past(at))
            apart = leads and (self.begins(at) or somebody or onward) and not self.closes(at, self._after_heading)
            if apart and not fixed.SENTENCE.search(self.text, at, self.past(at) + 1):
                yield found.start("but") if found["but"] else at
