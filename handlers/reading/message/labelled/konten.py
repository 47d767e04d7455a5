"""Lines of a form about a konten."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.reading import guesses
from handlers.reading.links import places
from handlers.reading.message import postings
from handlers.reading.message.events.when import Calendar
from handlers.reading.message.form import Piece
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.lines.line import OTHER
from handlers.reading.message.parts import Kind, Reading
from handlers.reading.message.publishing import Publishing

# The fields of what was held, and those of what was published.
_HELD = frozenset({"tempat", "waktu", "peserta", "instansi"})
_OF_TITLE = re.compile(
    r"(?:materi|isi|nama|tema)?\s*(?:posting(?:an)?|konten|unggahan|publikasi)|tema|topik|caption", re.IGNORECASE
)
_PUBLISHED = frozenset({"platform", "tautan", "jenis", "tanggal"})


def of_form(
    text: str, free: str, found: Sequence[Piece], calendar: Calendar, gazetteer: Gazetteer
) -> Iterator[Reading]:
    """The konten of labelled lines, where they say that something was published rather than held."""
    pieces = [_where_shown(piece, text, gazetteer) for piece in found]
    lines = [(piece.field, " ".join(line.of(text) for line in piece.lines)) for piece in pieces]
    told = dict(lines)
    told |= _entitled(pieces, text) if "platform" in told and {*told}.isdisjoint({"judul", "nama"}) else {}
    links = [place for place in places(text) if place.tautan]
    told |= {"tautan": text[links[0].start : links[-1].end]} if links and {*told} & {"judul"} else {}
    posted = postings.as_posted(told)
    if not posted or ("judul" not in told and not _HELD.isdisjoint(told)):
        return
    days = [span.start for span in calendar.days]
    day, doubts = calendar.of(0, len(text), (0, 0), days, calendar.today)
    jenis = guesses.jenis(told.get("jenis", ""), ())
    left = [line.strip() for line in free.splitlines() if any(c.isalnum() for c in line) and line not in posted]
    published = _PUBLISHED | ({"waktu"} if day and "tanggal" not in told else set())
    others = (words for field, words in lines if field not in published and words not in posted)
    rest = [*(words for words in others if not words.endswith(f": {told.get('judul')}")), *left]
    for one in postings.read(posted, calendar.today, gazetteer):
        answers = one.answers | day | ({"jenis": jenis} if jenis else {})
        signs = frozenset({Kind.PLATFORM, Kind.CUE})
        yield Reading("konten", answers, (*one.doubts, *doubts), (*one.rest, *rest), signs)


def _entitled(pieces: Sequence[Piece], text: str) -> dict[str, str]:
    """The title of a konten whose label is that of no title: "Materi publikasi: ...", "Tema: ..."."""
    for piece in pieces:
        line = piece.lines[0].of(text) if piece.lines else ""
        label, _, behind = (piece.label.of(text), ":", line) if piece.label else line.partition(":")
        if behind.strip() and _OF_TITLE.fullmatch(label.strip(" *_")):
            return {"judul": behind.strip()}
    return {}


def _where_shown(piece: Piece, text: str, gazetteer: Gazetteer) -> Piece:
    """A line as that of its platforms, where behind any label it names such and nothing else: "Media: IG, FB"."""
    line, *more = piece.lines or [None]
    if piece.field != OTHER or line is None or more:
        return piece
    told = line.of(text)
    behind = told.partition(":")[2].lstrip()
    only = bool(behind) and Publishing.of(gazetteer.platforms).only(behind)
    return replace(piece, field="platform", lines=(replace(line, start=line.end - len(behind)),)) if only else piece
