"""Rows below a heading that tells an event: each is that event once more, with a day, an hour or a place of its own."""

import re

from handlers.reading.message.events import fixed
from handlers.reading.message.events.fixed import SENTENCE
from handlers.reading.message.events.parting.view import View
from handlers.reading.message.events.several.rows import AREAS
from handlers.reading.message.events.vocabulary.heads import HANDED, PARTS, long_forms
from handlers.reading.message.events.words import words
from handlers.reading.message.parts import Kind

# Lines below each other that are rows, and words of which more are a sentence.
_ROWS, _SHORT = 3, 8
Rows = tuple[list[int], tuple[int, int]]
_HEAD = re.compile(
    r"\s*(?:(?:rekap|laporan|lap|update|hasil|giat|kegiatan)\s+)*(?P<told>[^\n:.;]{3,80}:)\s*", re.IGNORECASE
)
_ROW = re.compile(r"(?:[,;\n]\s*(?:dan\s+)?|\s+dan\s+)(?=\S)")
_TEAM = re.compile(r"\W{0,9}(?:tim|team|regu|kelompok|kel|pokja|grup)\s+(?:\d{1,2}|[a-z]|[ivx]{1,4})\b", re.IGNORECASE)
# Who was in it.
_WHO = re.compile(r"(?:\s*\([^()\n]{1,60}\))?[\s:,-]*")
_AREAS = "kec|kel|kecamatan|kelurahan|desa|gampong|nagari|distrik|kampung"
_AREA = re.compile(rf"\W{{0,9}}(?:{_AREAS}|ppk|pps|tps|negeri|dapil)\b", re.IGNORECASE)
_IN_AREA = re.compile(rf"\b(?:{_AREAS})\b", re.IGNORECASE)
# A place or a partner of its own, and what is said of an event that was told rather than of another one.
_OWN = re.compile(r"\s(?:di|ke|bersama|dengan|dgn|dg|sama|bareng)\s+\w", re.IGNORECASE)
_OF_IT = frozenset({"koordinasi", "koord", "konsultasi", "silaturahmi", "layanan", "pelayanan", "pendampingan"})
_BY = re.compile(r"\boleh\b|:|\b(?:tim|pak|bu)\s+\w", re.IGNORECASE)
# The rows are what is counted there.
_PLACES = re.compile(r"\bdi\s+(?:\d|dua|tiga|empat|lima)\b", re.IGNORECASE)
_PLACE = re.compile(r"\s(?:di|ke)\s+\w", re.IGNORECASE)


def under_head(view: View) -> Rows | None:
    """(where the rows begin, the head that they share), of teams and their places, or of whom it was with and when:
    "Verfak hari ini: tim A … di …, tim B … di …"."""
    head = _HEAD.match(view.text)
    told = head is not None and (view.begins(head.start("told")) or view.by_somebody(head.start("told")))
    if head is None or not told or fixed.HELD.search(head["told"]):
        return None
    if _PLACES.search(head["told"]):
        return None
    rows = [head.end(), *(found.end() for found in _ROW.finditer(view.text, head.end()))]
    each = list(zip(rows, [*rows[1:], len(view.text)], strict=True))
    facts = (Kind.HOUR,) if "\n" in view.text[head.end() :].strip() else (Kind.HOUR, Kind.DAY)
    timed = all(view.has(a, b, *facts) and not view.begins(a) for a, b in each)
    teams = all(_TEAM.match(view.text, a) and _PLACE.search(view.text, a, b) for a, b in each)
    areas = all(_AREA.match(view.text, a) and _BY.search(view.text, a, b) for a, b in each)
    return (rows, head.span("told")) if len(rows) > 1 and (timed or teams or areas) else None


def of_teams(view: View, items: list[int]) -> Rows | None:
    """(where the items of a list begin, the head that they share), where each is of another team or area and names
    whom it went to: "Verfak: 1. Tim A - Partai X, 2. Tim B - Partai Y"."""
    head = _HEAD.match(view.text, 0, items[0])
    each = zip(items, [*items[1:], len(view.text)], strict=True)
    if head is None or head.end() < items[0] or not view.begins(head.start("told")) or fixed.HELD.search(head["told"]):
        return None
    apart = all((_TEAM.match(view.text, a) or _IN_AREA.search(view.text, a, b)) and _whom(view, a, b) for a, b in each)
    return (items, (head.start("told"), head.end("told") - 1)) if apart else None


def _whom(view: View, start: int, end: int) -> bool:
    """Whether an institution is named there by its kind, and not only an area."""
    return any(word.low in view.kinds and word.low not in AREAS for word in words(view.text, start, end))


def teams(view: View) -> list[int]:
    """Where sentences begin that each tell what a team did: "Tim 1 (Bu A) sosialisasi di …. Tim 2 …"."""
    found = [at for at in (0, *(one.end() for one in SENTENCE.finditer(view.text))) if _TEAM.match(view.text, at)]
    told = (_WHO.match(view.text, named.end()) for at in found if (named := _TEAM.match(view.text, at)))
    return found if len(found) > 1 and all(one and view.begins(one.end()) for one in told) else []


def dated_lines(view: View) -> Rows | None:
    """A heading such as "Sosialisasi PPS:" and below it lines that each have a day of their own."""
    lines = view.lines
    if len(lines) < 3 or not view.text[slice(*lines[0])].rstrip().endswith(":") or not view.begins(lines[0][0]):  # noqa: PLR2004 - a head and two lines
        return None
    if not all(view.has(a, b, Kind.DAY) for a, b in lines[1:]):
        return None
    start, end = lines[0]
    return [a for a, _ in lines[1:]], (start, start + len(view.text[start:end].rstrip(" :")))


def two_lines(view: View) -> tuple[list[int], None] | None:
    """Where two lines begin that each tell another event with its own place or partner; a headline and its lead have
    the same word, and what was only a part or the subject of the first one is none."""
    if len(view.lines) != 2:  # noqa: PLR2004 - two of them
        return None
    first, second = (view.first(a) for a, _ in view.lines)
    apart = long_forms([first]).isdisjoint(long_forms([second]))
    own = all(view.begins(a) and _OWN.search(view.text, a, b) for a, b in view.lines)
    return ([a for a, _ in view.lines], None) if apart and own and second not in PARTS | HANDED | _OF_IT else None


def plain_lines(view: View) -> tuple[list[int], None] | None:
    """Where short lines begin that each tell an event, three at least, perhaps below a heading."""
    first = 0 if view.lines and view.begins(view.lines[0][0]) else 1
    rows = view.lines[first:]
    told = [view.text[a:b].strip() for a, b in rows]
    short = all(1 < len(line.split()) <= _SHORT and line[-1:] not in {",", ":"} for line in told)
    if any(view.has(a, b, Kind.DAY) for a, b in rows):
        return None
    each = short and all(view.begins(a) and view.first(a) not in PARTS for a, _ in rows)
    return ([a for a, _ in rows], None) if each and len(rows) >= _ROWS else None
