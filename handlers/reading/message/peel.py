"""Parts the envelope of a message from its body: chat heads, courtesies before and after, marks of the chat program."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.reading.flat import flattened
from handlers.reading.label_words import ALL_SIGNS, NIL
from handlers.reading.message.envelope import heads
from handlers.reading.message.envelope.closing import back, says_nothing
from handlers.reading.message.envelope.courtesies import ASIDE, INSIDE
from handlers.reading.message.envelope.heads import Head
from handlers.reading.message.envelope.letters import AT_HOME, INVITES
from handlers.reading.message.envelope.opening import courteous, front
from handlers.reading.message.envelope.questions import announces, asks
from handlers.reading.message.events.cues import NOTHING, OPENERS, PARTICLES, PARTS_OF_DAY, TITLES
from handlers.reading.message.events.vocabulary.heads import is_head
from handlers.reading.message.events.words import words
from handlers.reading.message.parts import Kind, Span

_SAYS_NOTHING = OPENERS | PARTICLES | TITLES | NOTHING | PARTS_OF_DAY | {"jam", "pukul", "pkl"}
_GOES_ON = re.compile(r"(?:yang|yg|dan|serta)\b", re.IGNORECASE)
_LINE = re.compile(r"[^\s][^\n]*")
_PICTURE = rf"(?![{ALL_SIGNS}])[\u2600-\u27bf\U0001f000-\U0001faff]"
_PICTURES = re.compile(rf"\s*(?P<sign>{_PICTURE})[\ufe0f\u200d\s]*")
_NO_VALUE = re.compile(r"[ \t]*[:=][ \t]*[-–—]?(?!\S)")
_WITHIN = re.compile(
    rf"(?P<inside>{INSIDE.pattern}|{INVITES.pattern}|{ASIDE.pattern}|^(?:{AT_HOME.pattern}))"
    rf"|^[ \t]*+(?P<quote>>+)[ \t]?",
    re.IGNORECASE | re.MULTILINE,
)


# A message that somebody quotes whole before their own report.
_QUOTED = re.compile(r"^[ \t]*[\"“](?P<said>[^\"”]{30,600})[\"”][ \t.]*$", re.MULTILINE)
_LED = 60  # letters that say whose it is: "Diteruskan dari grup Teknis:"
_INVITES = re.compile(
    r"\W*(?:yth|kepada|mohon|harap|terlampir|berikut|diberitahukan|dimohon|mengingatkan)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Part:
    """One message of a chat: `spans` of kind ENVELOPE and BODY, its share of the whole text; `today`: the day on which
    it was written; `author`: who wrote it, "" where no head says so."""

    spans: tuple[Span, ...]
    today: date
    author: str = ""

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end

    def bare(self, text: str) -> str:
        """The letters [start, end) with blanks for the envelope, so that every letter keeps its place."""
        return "".join(s.of(text) if s.kind is Kind.BODY else re.sub(r"[^\n]", " ", s.of(text)) for s in self.spans)

    def body(self, text: str) -> str:
        return self.bare(text).strip()

    def goes_on(self, text: str) -> bool:
        """Whether it says more of the message before it: "yang menerima Pak Anton"."""
        return bool(_GOES_ON.match(self.body(text)))


@dataclass(frozen=True)
class Peeled:
    parts: tuple[Part, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """A partition of the text."""
        return tuple(span for part in self.parts for span in part.spans)


def peel(text: str, today: date) -> Peeled:
    """The messages that a text is made of, each with its envelope parted from its body; a part that is envelope alone
    has no BODY. `today`: the day on which the text was sent, the day of what has no head of its own."""
    flat = _unadorned(flattened(text))
    found = list(heads.every(flat))
    dated = list(zip(found, heads.days(found, today), strict=True))
    cuts = [head.start for head in found] + [len(text)]
    parts = [_part(text, flat, head.start, cut, (head, day)) for (head, day), cut in zip(dated, cuts[1:], strict=True)]
    if flat[: cuts[0]].strip() or not parts:
        first = heads.signed(flat, 0, cuts[0]) or Head(0, 0, "")
        parts = [_part(text, flat, 0, cuts[0], (first, today)), *parts] if text else []
    else:
        parts[0] = Part(
            (Span(Kind.ENVELOPE, 0, parts[0].spans[0].end), *parts[0].spans[1:]), parts[0].today, parts[0].author
        )
    return Peeled(tuple(parts))


def _unadorned(flat: str) -> str:
    """The text with blanks for pictures before its first word that are no labels and mark no list."""
    at = 0
    while (found := _PICTURES.match(flat, at)) and found["sign"] not in flat[found.end() :]:
        at = found.end()
    return "".join(c if c == "\n" else " " for c in flat[:at]) + flat[at:]


def talk(text: str, parts: Sequence[Part]) -> list[Part]:
    """The messages of a chat that only ask or announce something, where another one tells of an event."""
    told = {part: part.body(text) for part in parts}
    idle = [part for part, body in told.items() if not _first(body) or asks(body) or announces(body)]
    begun = (_first(body) for part, body in told.items() if part not in idle)
    return idle if any(is_head(first) and first != "bertemu" for first in begun) else []


def _first(text: str) -> str:
    """The first word that tells something."""
    return next((one.low for one in words(text) if one.raw.isalpha() and one.low not in _SAYS_NOTHING), "")


def _part(text: str, flat: str, start: int, end: int, dated: tuple[Head, date]) -> Part:
    (head, day), low, high = dated, dated[0].end, end
    while True:
        low_, high_ = _narrowed(flat, _past_quoted(flat, low, high), high)
        if inner := heads.at(flat, low_, high_) or heads.stamped(flat, start, low_, high_):
            head, day, low_ = inner, heads.days([inner], day)[0], inner.end
        if (low_, high_) == (low, high):
            break
        low, high = low_, high_
    low, high = _with_marks(text, start, low, high, end)
    return Part(tuple(_spans(flat, start, low, high, end)), day, head.author)


def _with_marks(text: str, start: int, low: int, high: int, end: int) -> tuple[int, int]:
    """The body with the bold marks that stand at its first and last word, and what makes its last word a label."""
    if empty := _NO_VALUE.match(text, high, end):
        high = empty.end()
    while start < low < high and text[low - 1] in "*_~":
        low -= 1
    while low < high < end and text[high] in "*_~":
        high += 1
    return low, high


def _narrowed(flat: str, low: int, high: int) -> tuple[int, int]:
    low = front(flat, low, high)
    low += len(flat[low:high]) - len(flat[low:high].lstrip())
    return (high, high) if says_nothing(flat, low, high) else (low, back(flat, low, high))


def _spans(flat: str, start: int, low: int, high: int, end: int) -> list[Span]:
    """[start, low) and [high, end) are envelope, between them the body with what the chat put into it."""
    edges = [(Kind.ENVELOPE, low)]
    for first, last in sorted(_within(flat, low, high)):
        edges += [(Kind.BODY, first), (Kind.ENVELOPE, last)]
    edges += [(Kind.BODY, high), (Kind.ENVELOPE, end)]
    spans, at = list[Span](), start
    for kind, to in edges:
        if to > at:
            spans.append(Span(kind, at, to))
            at = to
    return spans


def _past_quoted(flat: str, low: int, high: int) -> int:
    """Behind what is quoted of others first, which asks or announces something, where somebody's own words follow."""
    found = _QUOTED.search(flat, low, high)
    if found is None or not flat[found.end() : high].strip():
        return low
    if found.start() - low > _LED and flat[front(flat, low, found.start()) : found.start()].strip():
        return low
    told = _INVITES.match(found["said"]) or asks(found["said"]) or announces(found["said"])
    return found.end() if told else low


def _within(flat: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Courtesies in the midst of the body, as below the title of a letter: the beginnings of lines, whole lines, and
    notes in brackets."""
    yield from (found.span() for found in _WITHIN.finditer(flat, low, high))
    for line in _LINE.finditer(flat, low, high):
        if line.start() > low and courteous(flat, *line.span()):
            yield line.start(), front(flat, *line.span())
        elif line.start() > low and line[0].strip() not in NIL and back(flat, *line.span()) <= line.start():
            yield line.span()
