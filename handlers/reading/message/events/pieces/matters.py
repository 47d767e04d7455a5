"""What the labelled lines of a form are about, where their labels alone do not say it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from handlers.reading.label_words import PIN
from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.look import Item, Look, first_word
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.parting.start import start_of
from handlers.reading.message.events.parting.vouched import EVENT, rank, vouched
from handlers.reading.message.events.vocabulary.listed import listed
from handlers.reading.message.events.words import Word
from handlers.reading.message.form import Piece
from handlers.reading.message.lines.line import OTHER
from handlers.reading.message.parts import Kind, Span

NAME, WHEN = frozenset({"nama", "judul"}), frozenset({"tanggal", "waktu"})
# Labels that ask what was done.
_ASKED = frozenset({"maksud", "keperluan", "notulen", "notula", "tugas"})
ItemsOf = Callable[[int, int], Sequence[Item]]


def matters(pieces: Sequence[Piece], items: ItemsOf, names: Names) -> Sequence[Piece]:
    """The pieces: a name that is only a day tells that, and a sign before an event its name where no other is told; an
    "Agenda:" is only what it was about where the words above tell the event, and "Hadir:" at the top stands without
    the lines below it that tell the event."""
    told = [one for one in pieces if not _only_news(one, items, names)]
    pieces = [replace(one, field="tanggal") if _only_dated(one, items) else one for one in told]
    named = [piece for piece in pieces if piece.field in NAME]
    if not named:
        pieces = _signed(pieces, items, names)
        pieces = pieces if any(one.field in NAME for one in pieces) else _unlisted(pieces, items, names)
    if pieces and pieces[0].field == "peserta" and not named:
        return [replace(pieces[0], lines=tuple(_up_to_event(pieces[0].lines, items, names))), *pieces[1:]]
    return _agenda(pieces, items, names)


def _only_news(piece: Piece, items: ItemsOf, names: Names) -> bool:
    """Whether behind a pin is only said whose news it is: "📌 GIAT KPU"."""
    label = items(piece.label.start, piece.label.end) if piece.label else []
    pinned = [one.raw for one in label if isinstance(one, Word)] == [PIN]
    told = [one for line in piece.lines for one in items(line.start, line.end)]
    known = cues.NEWS_OF | names.gazetteer.own
    return pinned and bool(told) and all(isinstance(one, Word) and (one.is_sign or one.low in known) for one in told)


def _only_dated(piece: Piece, items: ItemsOf) -> bool:
    told = [one for line in piece.lines for one in items(line.start, line.end)] if piece.field in NAME else []
    days = any(isinstance(one, Found) and one.kind is Kind.DAY for one in told)
    return days and all(isinstance(one, Found) or one.is_sign for one in told)


def _signed(pieces: Sequence[Piece], items: ItemsOf, names: Names) -> Sequence[Piece]:
    """The pieces, the first of them that begins with an event its name, behind a sign alone, "Uraian" or "Tema"."""
    for n, piece in enumerate(pieces):
        label = items(piece.label.start, piece.label.end) if piece.label else []
        said = {one.low for one in label if isinstance(one, Word) and not one.is_sign}
        signed = bool(piece.lines) and said <= {"uraian", "kegiatan", "tema"}
        look = Look(items(piece.lines[0].start, piece.lines[0].end), names) if signed else None
        told = look and (
            vouched(look.stretch(first_word(look.items)), names) if said else look.head(first_word(look.items))
        )
        if piece.field in {"keterangan", "tempat"} and told:
            return [*pieces[:n], *_each(piece, items, names), *pieces[n + 1 :]]
    return pieces


def _each(piece: Piece, items: ItemsOf, names: Names) -> Iterator[Piece]:
    """The first line as the name of an event, and those below it where each begins with one too; else what is said."""
    first, *below = piece.lines
    yield replace(piece, field="nama", lines=(first,))
    looks = [Look(items(line.start, line.end), names) for line in below]
    if all(look.head(first_word(look.items)) for look in looks):
        yield from (Piece("nama", (line,)) for line in below)
    elif below:
        yield Piece("keterangan", tuple(below))


def _unlisted(pieces: Sequence[Piece], items: ItemsOf, names: Names) -> Sequence[Piece]:
    """The pieces, the only one of an unknown label that begins with an event the name: "Maksud: mengikuti bimtek"."""
    known = [one for one in pieces if one.label]
    others = [one for one in pieces if one.field == OTHER and _names(one, items, names)]
    first = known[0].label.start if known and known[0].label else 0
    above = Look(items(0, min(first, others[0].lines[0].start)), names) if others else None
    if len(others) != 1 or not known or above is None or above.head(start_of(above)):
        return pieces
    return [_told(one, items) if one is others[0] else one for one in pieces]


def _up_to_event(lines: Sequence[Span], items: ItemsOf, names: Names) -> Iterator[Span]:
    for n, line in enumerate(lines):
        look = Look(items(line.start, line.end), names)
        if n and look.head(start_of(look)):
            return
        yield line


def _agenda(pieces: Sequence[Piece], items: ItemsOf, names: Names) -> Sequence[Piece]:
    named = [piece for piece in pieces if piece.field in NAME]
    label = _label(named[0], items) if len(named) == 1 else ""
    if label == "nama":
        return _by_person(pieces, named[0], items, names)
    if label != "agenda":
        return pieces
    first = pieces[0].label.start if pieces[0].label else pieces[0].lines[0].start
    above = Look(items(0, first), names)
    other = next((one for one in pieces if one.field == OTHER and _names(one, items, names)), None)
    if other is None and not above.head(start_of(above)):
        return pieces
    about = replace(named[0], field="keterangan")
    return [about if one is named[0] else _told(one, items) if one is other else one for one in pieces]


def _by_person(pieces: Sequence[Piece], named: Piece, items: ItemsOf, names: Names) -> Sequence[Piece]:
    """The pieces, where "Nama" is who did it and another line tells what: "Nama: Budi", "Keperluan: konsultasi"."""
    said = [one for line in named.lines for one in items(line.start, line.end) if isinstance(one, Word)]
    other = next((one for one in pieces if one.field == OTHER and _names(one, items, names)), None)
    if other is None or rank(said, names) == EVENT or named.label is None:
        return pieces
    whole = replace(named, field=OTHER, lines=(replace(named.lines[0], start=named.label.start), *named.lines[1:]))
    told = _told(other, items)
    return [whole if one is named else told if one is other else one for one in pieces]


def _label(piece: Piece, items: ItemsOf) -> str:
    label = items(piece.label.start, piece.label.end) if piece.label and piece.lines else []
    return " ".join(one.low for one in label if isinstance(one, Word))


def _names(piece: Piece, items: ItemsOf, names: Names) -> bool:
    """Whether the value of an unknown label, which is nobody's name, begins with an event: "Notulen: Rapat staf"."""
    told = _behind_colon(piece, items)
    look = Look([item for line in told for item in items(line.start, line.end)], names)
    label = [one for one in items(piece.lines[0].start, told[0].start) if isinstance(one, Word)] if told else []
    strange = any(names.all(label)) or not all(one.is_sign or listed(one.low) or one.low in _ASKED for one in label)
    return look.head(0) and not strange


def _told(piece: Piece, items: ItemsOf) -> Piece:
    """The line of an unknown label as that of the name."""
    lines = tuple(_behind_colon(piece, items))
    return Piece("nama", lines, replace(lines[0], kind=Kind.CUE, start=piece.lines[0].start, end=lines[0].start))


def _behind_colon(piece: Piece, items: ItemsOf) -> list[Span]:
    first = [_past_colon(line, items) for line in piece.lines[:1]]
    return [*first, *piece.lines[1:]]


def _past_colon(line: Span, items: ItemsOf) -> Span:
    signs = (one for one in items(line.start, line.end) if isinstance(one, Word) and one.raw in {":", "="})
    sign = next(signs, None)
    return replace(line, start=sign.end) if sign else line


def surely_named(pieces: Sequence[Piece], text: str) -> bool:
    """Whether a label says of what the name is: "Nama" alone may be that of a person."""
    named = [piece for piece in pieces if piece.field in NAME]
    return any(piece.label is None or piece.label.of(text).strip(" *_").casefold() != "nama" for piece in named)
