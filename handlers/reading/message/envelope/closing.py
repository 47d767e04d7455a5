"""What stands behind a report: thanks, the close, signs; read from the right, word by word."""

import re

from handlers.reading.message.envelope import courtesies as words
from handlers.reading.message.envelope.scan import decorates
from handlers.reading.message.events.vocabulary.heads import HEADS

_TOKEN = re.compile(r"[^\W_][\w'/-]*|\S")
_LAST = re.compile(r"(?<=[.!?\n])(?P<told>[^.!?\n]{4,80}[.!?]*)$")
_NAMES = 2
_SENTENCE = 24
_HAND = re.compile(r"hormat\s+(?:kami|saya)\b", re.IGNORECASE)
_SPOKEN_OF = words.POLITELY | {"tuhan", "allah"}
_JOINS = ",;:-–—(|"
_WORDLESS = (
    words.TITLES
    | words.ANSWERS
    | words.HEADINGS
    | words.CLOSES
    | {"terima", "kasih", "pagi", "siang", "sore", "malam", "selamat"}
)


def back(flat: str, start: int, end: int) -> int:
    """Where the close begins that ends at `end`; `end` if there is none."""
    signed = words.SIGNED.search(flat, start, end)
    end = _trimmed(flat, start, _signs(flat, start, signed.start() if signed else end))
    while (before := min(_farewell(flat, start, end), _praise(flat, start, end))) < end:
        end = _trimmed(flat, start, before)
    tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(flat, start, end)]
    first = len(tokens) - _courteous(flat, tokens)
    for n in range(first, len(tokens)):
        at = tokens[n][0]
        if _closes(flat, at, end, _apart(flat, start, at)):
            return _trimmed(flat, start, at)
    return end


def _farewell(flat: str, start: int, end: int) -> int:
    """Where a last sentence of leave-taking begins that names nobody; its signature may: "hormat kami, staf Humas"."""
    found = words.FAREWELL.search(flat, start, end)
    told = found["told"].split() if found else []
    signed = found and _HAND.search(found["told"])
    bare = [word.strip(",.'\"") for word in told[1:]]
    names = [w for w in bare if w.casefold() in HEADS or (w[:1].isupper() and w.casefold() not in _SPOKEN_OF)]
    polite = 0 < len(told) <= _SENTENCE and (signed or not names)
    return found.start() if found and polite else end


def _praise(flat: str, start: int, end: int) -> int:
    """Where a last sentence begins that only praises how it went: "Alhamdulillah lancar semua"."""
    found = _LAST.search(flat, start, end)
    told = {one[0].casefold() for one in _TOKEN.finditer(found["told"]) if one[0].isalpha()} if found else set()
    return found.start("told") if found and told <= words.PRAISE and told & words.PRAISED else end


def _courteous(flat: str, tokens: list[tuple[int, int]]) -> int:
    """How many tokens at the end are words of thanks and closing, or signs."""
    names, count = _NAMES, 0
    for n in range(len(tokens) - 1, -1, -1):
        told = flat[tokens[n][0] : tokens[n][1]]
        if not _known(told):
            before = flat[tokens[n - 1][0] : tokens[n - 1][1]].casefold() if n else ""
            if not names or before not in words.TITLES or not told[0].isupper():
                return count
            names -= 1
        count += 1
    return count


def _known(told: str) -> bool:
    word = told.casefold().rstrip("'")
    return (
        word in words.CLOSING
        or not any(c.isalnum() or c in words.TELLING for c in told)
        or all(part in words.CLOSING for part in word.split("/"))
    )


def _closes(flat: str, at: int, end: int, apart: bool) -> bool:
    """Whether a close may begin here: "siap" and its like only behind a stop."""
    word = _TOKEN.match(flat, at, end)
    told = word[0].casefold() if word else ""
    if told in words.CLOSES or words.CLOSES_IN_TWO.match(flat, at, end):
        return True
    return apart and (told in words.READY or bool(words.CLOSES_APART.match(flat, at, end)))


def _apart(flat: str, start: int, at: int) -> bool:
    before = flat[max(start, at - 200) : at].rstrip(" \t")
    return not before or before[-1] in ",.;:!?\n)" or decorates(before[-1])


def _signs(flat: str, start: int, end: int) -> int:
    """Before the marks of the chat program and the decoration at the end, and the stops that follow them."""
    while True:
        at = _trimmed(flat, start, end)
        bare = _trimmed(flat, start, at, "." + _JOINS)
        before = _before_mark(flat, start, bare)
        while before > start and decorates(flat[before - 1]):
            before = _trimmed(flat, start, before - 1)
        if before == bare:
            return at
        end = before


def _before_mark(flat: str, start: int, end: int) -> int:
    line = max(flat.rfind("\n", start, end), end - 200, start - 1) + 1
    for found in words.MARKS.finditer(flat, line, end):
        if found.end() == end:
            return found.start()
    return end


def _trimmed(flat: str, start: int, end: int, signs: str = _JOINS) -> int:
    """Before blanks and the signs that only join."""
    while end > start and (flat[end - 1].isspace() or flat[end - 1] in signs):
        end -= 1
    return end


def says_nothing(flat: str, start: int, end: int) -> bool:
    """Whether these letters are courtesy or signs alone: "siap pak", "Dokumentasi", "👍"."""
    told = [m[0] for m in _TOKEN.finditer(flat, start, end)]
    return all(not any(c.isalnum() for c in w) or all(p in _WORDLESS for p in w.casefold().split("/")) for w in told)
