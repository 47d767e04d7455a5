"""Konten that a message tells of: by its links, by words that something was published, or by a tally."""

import re
from dataclasses import dataclass
from datetime import date

from handlers.reading import guesses, jenis
from handlers.reading.dates import days
from handlers.reading.dates.calendar import MONTH
from handlers.reading.dates.forms import Days
from handlers.reading.dates.periods import read_month, tried
from handlers.reading.dates.wordings import NEAR
from handlers.reading.forms import Answers
from handlers.reading.links import WEBSITE, json_of, places
from handlers.reading.message import counts
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.linked import Linked, parts
from handlers.reading.message.parts import Doubt, Reading, day_doubt
from handlers.reading.message.publishing import EDGES, Publishing, Where
from handlers.reading.text import clean

LONGEST = 200
_RELATIVE = re.compile(rf"\b(?:{NEAR})\b", re.IGNORECASE)
_MONTH = re.compile(rf"(?:\bbulan\s+)?\b(?:{MONTH})\b(?:\s+20\d\d)?(?=\W*(?:$|[:,;\n]))", re.IGNORECASE)
# Things that are made to be published: of them no platform need be told.
_MADE = re.compile(
    r"\b(?:info\s?grafi[sk]|flash|meme|quotes?|poster|flyer|pamflet|twibbon|konten|ucapan|reels?|shorts?|video)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Dated:
    """Lines without their day, the answer that it gives, or why it is doubtful."""

    lines: tuple[str, ...]
    answers: Answers
    doubts: tuple[Doubt, ...] = ()


def read(text: str, today: date, gazetteer: Gazetteer) -> tuple[Reading, ...]:
    """The konten of a message in its order, or its tally; none where the message tells of no posting."""
    words = Publishing.of(gazetteer.platforms)
    if any(place.tautan for place in places(text)):
        return tuple(_linked(part, today, words, gazetteer) for part in parts(text, words))
    where, bare = words.parted(text)
    if not (where.named or where.published or words.platform.search(text) or jenis.TOLD.search(text)):
        return ()
    dated = _dated(bare.splitlines(), today)
    tallied = _tallied(text, where, dated, gazetteer, today)
    return (tallied,) if tallied else _published(where, dated, gazetteer)


def _linked(part: Linked, today: date, words: Publishing, gazetteer: Gazetteer) -> Reading:
    told = [words.parted(line) for line in part.lines]
    dated = _dated([words.unlabelled(bare) for _, line in told for bare in line.splitlines()], today)
    links = json_of(part.links)
    named = [platform for where, _ in told for platform in where.platforms]
    placed = [p for p in links if p != WEBSITE] or list(dict.fromkeys(named)) or list(gazetteer.bawaan)
    answers: Answers = {"tautan": links, "platform": placed}
    return _konten(dated, answers, list(links), ())


def _published(where: Where, dated: Dated, gazetteer: Gazetteer) -> tuple[Reading, ...]:
    title = " ".join(dated.lines)
    if not (where.named and (where.published or guesses.jenis(title, where.platforms))) and not (
        where.published and _MADE.search(title)
    ):
        return ()
    platforms = list(gazetteer.bawaan) if where.everywhere else list(where.platforms)
    return (_konten(dated, {"platform": platforms}, platforms, where.more),)


def _konten(dated: Dated, answers: Answers, platforms: list[str], more: tuple[str, ...]) -> Reading:
    """The title is the first of the lines, the clauses behind it are the rest."""
    said = list(dict.fromkeys(line for line in (line.strip(EDGES) for line in dated.lines) if line))
    title, *rest = said or [""]
    whole = " ".join([*said, *more])
    found: Answers = answers | dated.answers | ({"judul": clean(title, LONGEST)} if title else {})
    if guess := guesses.jenis(whole, platforms):
        found["jenis"] = guess
    if guesses.informasi(whole):
        found["informasi"] = "Ya"
    return Reading("konten", found, dated.doubts, (*rest, *more))


def _tallied(text: str, where: Where, dated: Dated, gazetteer: Gazetteer, today: date) -> Reading | None:
    month, rest = _month("\n".join(dated.lines), today)
    day: Answers = dated.answers or month
    if by_platform := counts.by_platform(_month(text, today)[1], gazetteer.platforms):
        answers: Answers = {"hitungan": by_platform, "platform": list(by_platform)}
        return Reading("hitungan", answers | day, dated.doubts)
    by_jenis, more = counts.by_jenis(rest)
    if not by_jenis:
        return None
    platforms = list(where.platforms) or list(gazetteer.bawaan)
    return Reading("hitungan", {"hitungan": by_jenis, "platform": platforms} | day, dated.doubts, more)


def _month(text: str, today: date) -> tuple[Answers, str]:
    """The month of a tally, and the text without it."""
    found = _MONTH.search(text)
    periode = tried(read_month, found[0].casefold().replace("bulan", "").strip(), today) if found else None
    if found is None or periode is None:
        return {}, text
    return {"tanggal": Days.in_month(periode.mulai).json}, f"{text[: found.start()]}{text[found.end() :]}"


def _dated(lines: list[str], today: date) -> Dated:
    """The day of a posting: a lone "kemarin" wins over a date inside the title, and a later line over an earlier."""
    order = sorted(range(len(lines)), key=lambda n: (not _RELATIVE.search(lines[n]), -n))
    for n in order:
        try:
            day, rest = days.find_days(lines[n], today)
        except days.Unsure as unsure:
            left = _with(lines, n, unsure.rest) if unsure.rest else tuple(lines)
            return Dated(left, {}, (day_doubt(str(unsure), unsure.candidates, today),))
        if day:
            return Dated(_with(lines, n, rest), {"tanggal": day.json})
    return Dated(tuple(lines), {})


def _with(lines: list[str], n: int, line: str) -> tuple[str, ...]:
    return (*lines[:n], line, *lines[n + 1 :])
