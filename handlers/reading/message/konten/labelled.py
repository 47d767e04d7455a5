"""Lines of a form about a konten."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.reading import guesses
from handlers.reading.links import places
from handlers.reading.message import postings
from handlers.reading.message.events.when import Calendar
from handlers.reading.message.form import OTHER, Piece
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.parts import Kind, Reading
from handlers.reading.message.publishing import Publishing

# The fields of what was held, and those of what was published.
_HELD = frozenset({"tempat", "waktu", "peserta", "instansi"})
_PUBLISHED = frozenset({"platform", "tautan", "jenis", "tanggal"})


def of_form(
    text: str, free: str, lines: Sequence[Piece], calendar: Calendar, gazetteer: Gazetteer
) -> Iterator[Reading]:
    """The konten of labelled lines, where they say that something was published rather than held."""
    pieces = [_where_shown(piece, text, gazetteer) for piece in lines]
    told = {piece.field: " ".join(line.of(text) for line in piece.lines) for piece in pieces}
    links = [place for place in places(text) if place.tautan]
    told |= {"tautan": text[links[0].start : links[-1].end]} if links and {*told} & {"judul"} else {}
    posted = postings.as_posted(told)
    if not posted or ("judul" not in told and not _HELD.isdisjoint(told)):
        return
    days = [span.start for span in calendar.days]
    day, doubts = calendar.of(0, len(text), (0, 0), days, calendar.today)
    jenis = guesses.jenis(told.get("jenis", ""), ())
    left = [line.strip() for line in free.splitlines() if any(c.isalnum() for c in line) and line not in posted]
    rest = [*(words for field, words in told.items() if field not in _PUBLISHED and words not in posted), *left]
    for one in postings.read(posted, calendar.today, gazetteer):
        answers = one.answers | day | ({"jenis": jenis} if jenis else {})
        signs = frozenset({Kind.PLATFORM, Kind.CUE})
        yield Reading("konten", answers, (*one.doubts, *doubts), (*one.rest, *rest), signs)


def _where_shown(piece: Piece, text: str, gazetteer: Gazetteer) -> Piece:
    """A line as that of its platforms, where behind any label it names such and nothing else: "Media: IG, FB"."""
    line, *more = piece.lines or [None]
    if piece.field != OTHER or line is None or more:
        return piece
    told = line.of(text)
    behind = told.partition(":")[2].lstrip()
    only = bool(behind) and Publishing.of(gazetteer.platforms).only(behind)
    return replace(piece, field="platform", lines=(replace(line, start=line.end - len(behind)),)) if only else piece
