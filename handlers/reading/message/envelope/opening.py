"""What stands before a report: greeting, addressee, the asking for leave, the heading; step by step from the left."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from handlers.reading.editor.tables import either
from handlers.reading.message.envelope import courtesies as words
from handlers.reading.message.envelope import letters
from handlers.reading.message.envelope.addressee import TO, addressee
from handlers.reading.message.envelope.leave import asked_behind
from handlers.reading.message.envelope.scan import BOUNDARY, WORD, blank, bounded, decorates, gap, opens, titles
from handlers.reading.message.events.cues import PARTS_OF_DAY

_SPACE = re.compile(r"[ \t]*+\n?[ \t]*+")
_THAT = re.compile(rf"(?:[ \t]+(?:{either(words.THAT)})(?![\w/-]))*+", re.IGNORECASE)
_ALIKE, _LONG = 85, 6


def front(flat: str, start: int, end: int) -> int:
    """Where the report begins after every opening from `start` on; `start` if there is none."""
    at, greeted = start, ""
    while True:
        here = gap(flat, at, end)
        kind, to = _step(flat, here, end, "far" if greeted and flat[at:here].strip(" \t") else greeted)
        kind, to = ("ask", asked_behind(flat, here, end)) if to == here else (kind, to)
        if to == here:
            return _settled(flat, at, end) if at > start else start
        at, greeted = to, kind


def courteous(flat: str, at: int, end: int) -> bool:
    """Whether a line begins with words that can only surround a report: a greeting, the asking for leave."""
    if any(pattern.match(flat, at, end) for pattern in (words.GREETING, words.SAYS, words.MARKS, TO)):
        return True
    told = _asked(flat, at, end)
    return told > at and not words.ASKS.fullmatch(flat, at, told)


def _step(flat: str, at: int, end: int, greeted: str) -> tuple[str, int]:
    """(the kind of the opening that begins here, where it ends); ("", at) if none does."""
    for pattern in _FIXED:
        if found := pattern.match(flat, at, end):
            return "say", _topic(flat, found.end(), end) if pattern in _TELLING else found.end()
    if found := words.GREETING.match(flat, at, end):
        return "greet", found.end()
    if (to := announced(flat, at, end)) > at:
        return "say", to
    for kind, read in (("ask", _asked), ("greet", _short), ("say", _heading), ("greet", polite)):
        if (to := read(flat, at, end)) > at:
            # Behind "mohon izin melaporkan" stands what is told, behind "mohon izin" who is asked.
            return "say" if kind == "ask" and not words.ASKS.fullmatch(flat, at, to) else kind, to
    return "greet", addressee(flat, at, end, greeted)


_TELLING = (words.SAYS, words.LAPOR)
_FIXED = (
    words.MARKS,
    words.SENDER,
    words.LATE,
    words.TOPIC,
    *_TELLING,
    words.REPORT,
    words.DONE,
    words.WHICH,
    words.HERE,
    words.CORRECTED,
    letters.TITLE,
)


def _topic(flat: str, at: int, end: int) -> int:
    """The end of "(melaporkan) bahwa kegiatan hari ini:"."""
    found = _THAT.match(flat, at, end)
    to = found.end() if found else at
    today = words.TODAY.match(flat, to, end)
    return today.end() if today else to


def _asked(flat: str, at: int, end: int) -> int:
    """Past "mohon izin melaporkan …"; with no such verb, leave is asked of somebody, or alone."""
    asks = words.ASKS.match(flat, at, end)
    if not asks:
        return at
    word = WORD.match(flat, _after(flat, asks.end(), end), end)
    if word and _tells(word[0].casefold()):
        return _topic(flat, word.end(), end)
    role = word and word[0].casefold() in words.ROLES and BOUNDARY.match(flat, word.end(), end)
    if BOUNDARY.match(flat, asks.end(), end) or role or (word and titles(word[0])):
        return asks.end()
    return at


def announced(flat: str, at: int, end: int) -> int:
    """Past a clause that only says that somebody reports, to whom and by which letter: up to "bahwa", "kalau" or its
    stop. "Bersama ini izin kami sampaikan kepada Ibu bahwa", "ini mau lapor ya"."""
    to, verb, spoken = at, False, True
    while word := WORD.match(flat, blank(flat, to + (to > at and flat[to : to + 1] == "," and not verb), end), end):
        told = word[0].casefold()
        if verb and told in words.WHETHER:
            return word.end()
        role = spoken and told in words.ROLES
        if not (role or told in words.LEADS | words.ASKED_FOR or titles(told) or _tells(told)):
            break
        verb, to = verb or _tells(told) or told in words.ASKED_FOR, word.end()
        spoken = role or not verb or titles(told) or told in words.TO_WHOM
    return to if verb and bounded(flat, to, end) else at


@lru_cache(1000)
def _tells(word: str) -> bool:
    return word in words.TELLS or (
        len(word) > _LONG and any(fuzz.ratio(word, known) >= _ALIKE for known in words.TELLS if len(known) > _LONG)
    )


def _short(flat: str, at: int, end: int) -> int:
    """Past "Pagi pak" or "Siap,", where what follows shows that it is no fact."""
    word = WORD.match(flat, at, end)
    told = word[0].casefold() if word else ""
    # "Pagi Bapak Ibu" greets, "Pagi: apel" tells.
    if not word or (told not in PARTS_OF_DAY and told not in words.READY):
        return at
    then = gap(flat, word.end(), end)
    after = WORD.match(flat, then, end)
    colon = ":" in flat[word.end() : then]
    spoken = not colon and ((after and titles(after[0])) or opens(flat, then, end))
    return word.end() if spoken or (told in words.READY and BOUNDARY.match(flat, word.end(), end)) else at


def _heading(flat: str, at: int, end: int) -> int:
    """A line, or what stands before a colon, of names of documents alone: "LAPORAN KEGIATAN", "Dokumentasi:"."""
    signed = flat[at : at + 1] in words.TELLING and at < end
    first = to = gap(flat, at + 1, end) if signed else at
    known = False
    while (word := WORD.match(flat, blank(flat, to, end), end)) and word[0].casefold() in words.HEADINGS:
        to, known = word.end(), known or word[0].casefold() in words.DOCUMENTS or _pair(word[0], flat[first:to])
    known = known or (flat[first:to].casefold() in words.NOTES and ":" in _plain(flat, to, end)[:2])
    return to if known and BOUNDARY.match(_plain(flat, to, end), 0) else at


def polite(flat: str, at: int, end: int) -> int:
    """Past a clause of courtesy alone: "Matur nuwun sanget pak", "monggo dilaporkan njih"."""
    to, core = at, bool(words.POLITE.match(flat, at, end))
    while (word := WORD.match(flat, blank(flat, to, end), end)) and word[0].casefold() in words.POLITELY:
        to, core = word.end(), core or word[0].casefold() in words.CORES
    return to if core and BOUNDARY.match(_plain(flat, to, end), 0) else at


def _pair(word: str, before: str) -> bool:
    return (word.casefold(), before.strip().casefold()) in {
        ("giat", "info"),
        ("kegiatan", "info"),
        ("release", "press"),
        ("pers", "siaran"),
    }


def _plain(flat: str, at: int, end: int) -> str:
    """The next few letters, without decoration."""
    return "".join(" " if decorates(c) or c in words.TELLING else c for c in flat[at : min(at + 8, end)])


def _after(flat: str, at: int, end: int) -> int:
    found = _SPACE.match(flat, at, end)
    return found.end() if found else at


def _settled(flat: str, at: int, end: int) -> int:
    """Past what closes an opening: stops and blanks, and decoration to the end of its line."""
    line = flat.find("\n", at, end)
    line = end if line < 0 else line
    if all(c in " \t,.;:!-–—|\"')" or decorates(c) for c in flat[at:line]):
        at = line
    while at < end and (flat[at].isspace() or flat[at] in ",.;:!)"):
        at += 1
    return at
