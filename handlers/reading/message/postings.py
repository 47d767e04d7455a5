"""Konten that a message tells of: by its links, by words that something was published, or by a tally."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from handlers.reading import guesses
from handlers.reading.dates import days
from handlers.reading.dates.wordings import NEAR
from handlers.reading.forms import Answers
from handlers.reading.links import WEBSITE, json_of, places
from handlers.reading.message import counts
from handlers.reading.message.events.words import cut
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.konten import period, titles
from handlers.reading.message.linked import Linked, parts
from handlers.reading.message.parts import Doubt, Reading, day_doubt
from handlers.reading.message.publishing import MADE, Publishing, Where, without_edges
from handlers.reading.text import clean
from renderers import indonesian

# Lines that are each a konten; more are something else.
_LINES = 12
# Behind the places of one of them: "flyer A (IG, FB) dan video B (YT)".
_BRACKETS = re.compile(r"(?<=\))\s*(?:[,;&]\s*(?:dan\b)?|\b(?:dan|serta)\b)\s*", re.IGNORECASE)
_RELATIVE = re.compile(rf"\b(?:{NEAR})\b", re.IGNORECASE)
# Of them no platform need be told.
_BEGUN = re.compile(rf"\W*(?:(?:min|mimin|admin|kak|pak|bu)\W+)*{MADE}\b", re.IGNORECASE)


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
    where = words.labelled(bare) | where
    if not (where.named or where.published or words.platform.search(text) or gazetteer.jenis.told.search(text)):
        return ()
    dated = _dated([words.unlabelled(line) for line in bare.splitlines()], today)
    tallies = _by_place(text, words, gazetteer, today)
    tallied = None if tallies else _tallied(text, where, today, gazetteer)
    return tallies or (
        (tallied,) if tallied else _by_line(text, today, gazetteer) or _published(where, dated, gazetteer)
    )


def _by_line(text: str, today: date, gazetteer: Gazetteer) -> tuple[Reading, ...]:
    """A konten of each line, where each names its own platforms and a title of its own: "Flyer (ig)", "Video (yt)"."""
    words = Publishing.of(gazetteer.platforms)
    found = _BRACKETS.split(text.partition(":")[2] or text) if "\n" not in text.strip() else text.splitlines()
    lines = [line for line in found if any(map(str.isalnum, line)) and not line.rstrip().endswith(":")]
    lines = lines[1:] if lines and titles.says_nothing(lines[0], words) else lines
    lines = [words.behind_place(line) for line in lines]
    placed = 1 < len(lines) <= _LINES and all(map(words.names, lines))
    konten = [one for line in lines for one in read(line, today, gazetteer)] if placed else []
    called = {str(one.answers.get("judul", "")).casefold() for one in konten if "platform" in one.answers}
    return tuple(konten) if konten and len(called - {""}) == len(konten) == len(lines) else ()


# A word that only points at what the event was made into.
_POINTS = re.compile(
    r"(?:kegiatan|acara|giat|(?:(?:foto2?|dokumentasi|berita|video)\s*(?:&\s*|dan\s+)?){1,3})"
    r"(?:\s*\b(?:ini|itu|tersebut|kegiatan|lengkap))?"
    r"|(?:berita|video|reels?|poster|flyer|infografi[sk]|konten|posting(?:an)?|link|dokumentasi|foto|laporan|unggahan)nya",
    re.IGNORECASE,
)


def of_event(posted: Reading, event: str) -> Reading:
    """What was published about an event that is told before it, by whose name it goes where it has no title."""
    title = posted.answers.get("judul", "")
    if not event or (title and not _POINTS.fullmatch(title)):
        return posted
    return replace(posted, answers=posted.answers | {"judul": clean(event, titles.LONGEST)})


# "Platform: semua".
_ALL = re.compile(r"^\s*(?:di\s+)?semua(?:nya)?\s*$", re.IGNORECASE)


def as_posted(told: Mapping[str, str]) -> str:
    """The labelled lines of a konten as people tell it in words; "" where they do not say where it stands."""
    title, where, link = told.get("judul") or told.get("nama", ""), told.get("platform", ""), told.get("tautan", "")
    where = _ALL.sub("semua medsos", where)
    posted = where or any(place.tautan for place in places(link))
    return "\n".join(filter(None, (title, f"posting di {where}" if where else "", link))) if title and posted else ""


def _linked(part: Linked, today: date, words: Publishing, gazetteer: Gazetteer) -> Reading:
    told = [words.parted(line) for line in part.lines]
    dated = _dated([words.unlabelled(bare) for _, line in told for bare in line.splitlines()], today)
    links = json_of(part.links)
    places_told = [where for line in part.lines for where in (words.led(line), words.parted(line)[0])]
    named = [platform for where in places_told for platform in where.platforms]
    placed = list(dict.fromkeys([*(p for p in links if p != WEBSITE), *named]))
    placed = placed or [WEBSITE] * any(where.site for where in places_told)
    answers: Answers = {"tautan": links} | ({"platform": placed} if placed else {})
    one = _konten(dated, answers, (list(links), ()), gazetteer)
    if not placed:
        return replace(one, doubts=(*one.doubts, _shared(gazetteer)))
    return _also(one, placed, part.lines, words)


def _also(one: Reading, placed: list[str], lines: Iterable[str], words: Publishing) -> Reading:
    """A konten, with a doubt where its lines speak of platforms beside those where it surely stands."""
    told = dict.fromkeys(code for line in lines for code in words.spoken(line))
    spoken = [code for code in told if code not in placed]
    if not placed or not spoken:
        return one
    meant = ([*placed, *spoken], placed)
    why = f"Apakah juga di {indonesian.daftar(spoken)}?"
    doubt = Doubt("platform", why, tuple((codes, indonesian.daftar(codes)) for codes in meant))
    answers = {name: value for name, value in one.answers.items() if name != "platform"}
    return replace(one, answers=answers, doubts=(*one.doubts, doubt))


def _shared(gazetteer: Gazetteer) -> Doubt:
    """The doubt where a link to the office's own pages was shared, of which the message says nothing."""
    usual = (([*gazetteer.bawaan], indonesian.daftar(gazetteer.bawaan)),) if gazetteer.bawaan else ()
    return Doubt("platform", "Tautan itu dibagikan di mana?", (*usual, ([WEBSITE], "Hanya website")))


def _published(where: Where, dated: Dated, gazetteer: Gazetteer) -> tuple[Reading, ...]:
    title = " ".join(dated.lines)
    told = (where.named, where.published, _BEGUN.match(title) or guesses.jenis(title, where.platforms, gazetteer.jenis))
    if sum(map(bool, told)) < 2:  # noqa: PLR2004 - two of the three
        return ()
    named = len(where.platforms) > 1 or not where.everywhere  # "di semua akun (IG, FB)"
    platforms = list(where.platforms) if named else list(gazetteer.bawaan)
    listed = [replace(dated, lines=(one,)) for one in titles.counted(title)] or [dated]
    found = (_konten(one, {"platform": platforms}, (platforms, where.more), gazetteer) for one in listed)
    words = Publishing.of(gazetteer.platforms)
    return tuple(_also(one, platforms, dated.lines, words) for one in found)


def _konten(dated: Dated, answers: Answers, where: tuple[list[str], tuple[str, ...]], gazetteer: Gazetteer) -> Reading:
    """The title is the first of the lines, the clauses behind it are the rest; `where`: the platforms, and the words
    that say more than their names."""
    platforms, more = where
    lines = map(without_edges, dated.lines)
    words = Publishing.of(gazetteer.platforms)
    said = list(dict.fromkeys(line for line in lines if not titles.says_nothing(line, words)))
    title, *rest = titles.with_guests(titles.titled(titles.led(said, words))) or [""]
    title, over = cut(title, titles.LONGEST)
    rest = [over, *rest] if over else rest
    whole = " ".join([*said, *more])
    unsure = titles.untitled(title, rest)
    found: Answers = answers | dated.answers | ({"judul": clean(title, titles.LONGEST)} if title and not unsure else {})
    if guess := guesses.jenis(whole, platforms, gazetteer.jenis):
        found["jenis"] = guess
    if guesses.informasi(whole):
        found["informasi"] = "Ya"
    return Reading("konten", found, (*dated.doubts, *unsure), (*rest, *more))


def _tallied(text: str, where: Where, today: date, gazetteer: Gazetteer) -> Reading | None:
    """The tally of a text, with the words of its platforms or, where each jenis has its number, without them."""
    if by_platform := _by_platform(text, gazetteer, today):
        return by_platform
    bare, answers, doubts = _when(Publishing.of(gazetteer.platforms).parted(text)[1], today)
    found = counts.by_jenis(bare, gazetteer.jenis)
    if not found.numbers:
        return None
    placed = where.platforms or Publishing.of(gazetteer.platforms).headed(text) or gazetteer.bawaan
    return Reading("hitungan", {"hitungan": found.numbers, "platform": [*placed]} | answers, doubts, found.rest)


def _by_platform(text: str, gazetteer: Gazetteer, today: date) -> Reading | None:
    """The tally of a number for each platform, perhaps all of one jenis: "foto berita kemarin: ig 3, fb 2"."""
    bare, answers, doubts = _when(text, today)
    named = Publishing.of(gazetteer.platforms).platform.search(bare)
    heading = bare[: named.start()] if named else bare
    jenis = {gazetteer.jenis.meant(found[0].casefold()) for found in gazetteer.jenis.told.finditer(heading)}
    one = jenis.pop() if len(jenis) == 1 else ""
    found = counts.by_platform(gazetteer.jenis.told.sub("", bare) if one else bare, gazetteer.platforms)
    if not found.numbers:
        return None
    told: Answers = {"hitungan": found.numbers, "platform": list(found.numbers)} | ({"jenis": one} if one else {})
    return Reading("hitungan", told | answers, doubts, found.rest)


def _when(text: str, today: date) -> tuple[str, Answers, tuple[Doubt, ...]]:
    """A tally without its month or its day, and what that answers."""
    if words := period.longer(text, today):
        return text.replace(words, " ", 1), {}, (period.asked(words),)
    month, rest = counts.month(text, today)
    dated = Dated(tuple(rest.splitlines()), month) if month else _dated(text.splitlines(), today, titled=False)
    if not (dated.answers or dated.doubts):
        bare, doubts = period.perhaps(text, today)
        return bare, {}, doubts
    return "\n".join(dated.lines), dated.answers, dated.doubts


def _by_place(text: str, words: Publishing, gazetteer: Gazetteer, today: date) -> tuple[Reading, ...]:
    """A tally for each place, where each has numbers of its own: "video 1 di yt, meme 3 di ig". A day that one alone
    tells is that of all."""
    for pieces in words.by_place(text):
        found = (_tallied(piece, words.parted(piece)[0], today, gazetteer) for piece in pieces)
        tallies = [one for one in takewhile(bool, found) if one]
        if len(tallies) == len(pieces):
            dated = next((one for one in tallies if "tanggal" in one.answers or one.doubts), tallies[0])
            return tuple(_on_day_of(one, dated) for one in tallies)
    return ()


def _on_day_of(one: Reading, dated: Reading) -> Reading:
    """A tally with the day of another, or the doubt about it, where it tells none itself."""
    if "tanggal" in one.answers or one.doubts:
        return one
    day: Answers = {"tanggal": dated.answers["tanggal"]} if "tanggal" in dated.answers else {}
    return replace(one, answers=day | one.answers, doubts=dated.doubts)


def _dated(lines: list[str], today: date, *, titled: bool = True) -> Dated:
    """The day of a posting: a lone "kemarin" wins over a date inside the title, and a later line over an earlier; a day
    of earlier years counts where no line tells another. `titled`: a line may be a title, which keeps words of its
    own."""
    order = sorted(range(len(lines)), key=lambda n: (not _RELATIVE.search(lines[n]), -n))
    for n in order:
        try:
            day, rest = days.find_days(lines[n], today)
        except days.Unsure as unsure:
            return _asked(lines, n, unsure, today, titled=titled)
        if day:
            return Dated(_with(lines, n, rest), {"tanggal": day.json})
    past = ((n, days.long_ago(lines[n], today)) for n in order)
    asked = (_asked(lines, n, unsure, today, titled=titled) for n, unsure in past if unsure)
    return next(asked, Dated(tuple(lines), {}))


def _asked(lines: list[str], n: int, unsure: days.Unsure, today: date, *, titled: bool) -> Dated:
    own = titled and unsure.named and any(c.isalnum() for c in unsure.rest)
    left = tuple(lines) if own else _with(lines, n, unsure.rest)
    return Dated(left, {}, (day_doubt(str(unsure), unsure.candidates, today),))


def _with(lines: list[str], n: int, line: str) -> tuple[str, ...]:
    return (*lines[:n], line, *lines[n + 1 :])
