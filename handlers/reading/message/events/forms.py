"""What labelled lines give: each field of a form is a role, without any cue."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from handlers.reading.editor.tables import table
from handlers.reading.label_words import PIN
from handlers.reading.message.events import cues, roles
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.look import Item, Look, Run, first_word
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.parting.start import start_of
from handlers.reading.message.events.parting.vouched import vouched
from handlers.reading.message.events.several import place
from handlers.reading.message.events.several.behind import partners
from handlers.reading.message.events.words import Word
from handlers.reading.message.form import OTHER, Piece
from handlers.reading.message.parts import Kind, Span

NAME, WHEN = frozenset({"nama", "judul"}), frozenset({"tanggal", "waktu"})
_ROLES = {"tempat": Kind.PLACE, "peserta": Kind.PEOPLE, "instansi": Kind.PARTNER}
_FILLERS = (
    cues.OPENERS
    | cues.LISTING
    | cues.HEADING
    | cues.PARTICLES
    | table("tanggal jam pukul pkl wib wita wit s/d sd s.d sampai dengan mulai")
)
# Before the place in a line that tells when.
_AT = table("di bertempat")
_ASKS_WHERE = table("tempat lokasi")
# What a letter says of itself.
_LETTER = table("nomor no sifat lampiran lamp klasifikasi tembusan perihal hal")
ItemsOf = Callable[[int, int], Sequence[Item]]


def blocks(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces of each record: a second name, or a second day behind a name, begins another one."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        had = [p.field for p in found[-1]]
        again = piece.field in NAME and any(field in NAME for field in had)
        later = piece.field == "tanggal" and "tanggal" in had and any(f in NAME for f in had) and had[-1] not in WHEN
        if again or later:
            found.append(_from_here(found[-1], had) if again else [])
        found[-1].append(piece)
    return found


def matters(pieces: Sequence[Piece], items: ItemsOf, names: Names) -> Sequence[Piece]:
    """The pieces: a name that is only a day tells that, and a sign before an event its name where no other is told; an
    "Agenda:" is only what it was about where the words above tell the event, and "Hadir:" at the top stands without
    the lines below it that tell the event."""
    told = [one for one in pieces if not _only_news(one, items, names)]
    pieces = [replace(one, field="tanggal") if _only_dated(one, items) else one for one in told]
    named = [piece for piece in pieces if piece.field in NAME]
    if not named:
        pieces = _signed(pieces, items, names)
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
        if piece.field == "keterangan" and told:
            return [*pieces[:n], replace(piece, field="nama"), *pieces[n + 1 :]]
    return pieces


def _up_to_event(lines: Sequence[Span], items: ItemsOf, names: Names) -> Iterator[Span]:
    for n, line in enumerate(lines):
        look = Look(items(line.start, line.end), names)
        if n and look.head(start_of(look)):
            return
        yield line


def _agenda(pieces: Sequence[Piece], items: ItemsOf, names: Names) -> Sequence[Piece]:
    named = [piece for piece in pieces if piece.field in NAME]
    label = named[0].label if len(named) == 1 else None
    if label is None or [one.low for one in items(label.start, label.end) if isinstance(one, Word)] != ["agenda"]:
        return pieces
    first = pieces[0].label.start if pieces[0].label else pieces[0].lines[0].start
    above = Look(items(0, first), names)
    other = next((one for one in pieces if one.field == OTHER and _names(one, items, names)), None)
    if other is None and not above.head(start_of(above)):
        return pieces
    fields = {named[0]: "keterangan"} | ({other: "nama"} if other else {})
    told = {other: tuple(_behind_colon(other, items))} if other else {}
    return [replace(one, field=fields.get(one, one.field), lines=told.get(one, one.lines)) for one in pieces]


def _names(piece: Piece, items: ItemsOf, names: Names) -> bool:
    """Whether the value of an unknown label begins with an event: "Notulen: Rapat staf"."""
    look = Look([item for line in _behind_colon(piece, items) for item in items(line.start, line.end)], names)
    return look.head(0)


def _behind_colon(piece: Piece, items: ItemsOf) -> Iterator[Span]:
    for line in piece.lines[:1]:
        signs = (one for one in items(line.start, line.end) if isinstance(one, Word) and one.raw in {":", "="})
        sign = next(signs, None)
        yield replace(line, start=sign.end) if sign else line
    yield from piece.lines[1:]


def heading(items: Sequence[Item], names: Names) -> Iterator[Run]:
    """The words above the first label, with who invited."""
    look = Look(items, names)
    at = next((n for n in range(len(items)) if look.low(n) == "undangan" and look.begun(n + 1)), len(items))
    host = names.begun(run := look.stretch(at + 1), 0, len(run)) if at < len(items) else None
    end = at + 1 + host.end if host else at
    yield from title(items[:at])
    if host:
        yield Run(Kind.PARTNER, [*items[at + 1 : end]], [one for one in items[at : at + 1] if isinstance(one, Word)])
    yield from title(items[end:])


def title(items: Iterable[Item]) -> Iterator[Run]:
    """Words above a report: those that only open, and what else they say, with what stands in it: "di tiga tempat"."""
    told = [*items]
    kinds = [_above(item) for item in told]
    for n, (before, kind, after) in enumerate(zip(kinds, kinds[1:], kinds[2:], strict=False), 1):
        sign = isinstance(item := told[n], Word) and item.is_sign
        within = (before, kind, after) == (Kind.REST, Kind.MARK, Kind.REST) and not sign
        kinds[n] = Kind.REST if within else kind
    for kind, group in groupby(zip(kinds, told, strict=True), lambda one: one[0]):
        yield Run(kind, [item for _, item in group])


def _above(item: Item) -> Kind:
    opens = isinstance(item, Word) and (item.is_sign or item.low in _FILLERS)
    return item.kind if isinstance(item, Found) else Kind.MARK if opens else Kind.REST


def _from_here(block: list[Piece], had: Sequence[str]) -> list[Piece]:
    """The day that stands before the second name belongs to it, where the first one has a day of its own."""
    held = list[Piece]()
    while block and block[-1].field in WHEN and had.count("tanggal") > 1:
        held.insert(0, block.pop())
    return held


def runs(pieces: Iterable[Piece], items: ItemsOf, names: Names) -> Iterator[Run]:
    told = list(pieces)
    placed = any(piece.field == "tempat" for piece in told)
    for piece in told:
        label = items(piece.label.start, piece.label.end) if piece.label else []
        where = any(isinstance(one, Word) and _ASKS_WHERE & {*one.low.split("/")} for one in label)
        for line in piece.lines:
            field, told = _goal(piece, items, names) or piece.field, list(items(line.start, line.end))
            yield from _line(field, told, names, placed=placed, where=where)
            yield Run(Kind.MARK)


def _goal(piece: Piece, items: ItemsOf, names: Names) -> str:
    """The place of a journey, where "Tujuan" is a house and no purpose."""
    label = [one for one in items(piece.label.start, piece.label.end) if isinstance(one, Word)] if piece.label else []
    if not label or label[0].low != "tujuan" or not piece.lines:
        return ""
    told = [one for one in items(piece.lines[0].start, piece.lines[0].end) if isinstance(one, Word)]
    house = told and (told[0].low in cues.ROOMS or names.ours(told) or names.begun(told, 0, len(told)))
    return "tempat" if house else ""


def _line(field: str, items: list[Item], names: Names, *, placed: bool, where: bool) -> Iterator[Run]:
    if field in NAME:
        found = roles.runs(items, names, first_word(items), placed=placed)
        yield from (replace(run, kind=Kind.EVENT) if _for_whom(run) else run for run in found)
    elif field in WHEN:
        yield from _when(items, where=where)
    elif field == "peserta" and items and _is_when(items[0]):
        told = roles.runs(items, names, -1, named=True, placed=placed)
        yield from (replace(run, inline=False) for run in told)
    elif field == "keterangan" and (end := _along(items, names)):
        yield Run(Kind.PARTNER, items[1:end], [one for one in items[:1] if isinstance(one, Word)])
        yield Run(Kind.SUBJECT, items[end:])
    elif field in _ROLES:
        yield from _parted(_ROLES[field], items)
    else:
        yield Run(Kind.REST if field == OTHER and _of_letter(items) else Kind.SUBJECT, items)


def _for_whom(run: Run) -> bool:
    """Whether the words of a labelled name go on with whom it was for: "Sosialisasi untuk pemilih pemula"."""
    return run.kind is Kind.SUBJECT and run.inline and bool(run.words) and run.words[0].low == "untuk"


def _along(items: Sequence[Item], names: Names) -> int:
    """Where the partners end that a line begins with, "bersama Karang Taruna"; 0 where it begins with none."""
    look = Look(items, names)
    return partners(look, 0) if look.low(0) == "bersama" and look.begun(1) else 0


def _of_letter(items: Sequence[Item]) -> bool:
    """Whether a line is what a letter says of itself: its number, its class, its matter."""
    numbered = bool(items) and isinstance(items[0], Found) and items[0].kind is Kind.LINK
    return numbered or next((item.low for item in items if isinstance(item, Word)), "") in _LETTER


def _when(items: list[Item], *, where: bool) -> Iterator[Run]:
    """Days and hours, and behind them perhaps where: "7 Juni 2022 di balai desa"; `where`: the label asks for that."""
    end = max((n + 1 for n, item in enumerate(items) if isinstance(item, Found)), default=len(items))
    behind = [item for item in items[end:] if isinstance(item, Word)]
    cue = [*takewhile(lambda word: word.is_sign or word.low in _AT, behind)]
    placed = where or any(word.low in _AT for word in cue)
    for item in items[:end] if placed else items:
        if isinstance(item, Found):
            yield Run(item.kind, [item])
        else:
            yield Run(Kind.CUE if item.is_sign or item.low in _FILLERS else Kind.REST, [item])
    if placed:
        yield Run(Kind.PLACE, behind[len(cue) :], cue)


def _parted(kind: Kind, items: list[Item]) -> Iterator[Run]:
    """One role, but for the hours and days that stand in its line, and of a partner how many came."""
    apart = [one for one in items if isinstance(one, Found) and (_is_when(one) or one.kind is Kind.PEOPLE is not kind)]
    end = place.clause(items) if kind is Kind.PLACE else len(items)
    for listed, part in groupby(items[:end], _is_mark):
        if not listed:
            yield Run(kind, [item for item in part if item not in apart])
    yield Run(Kind.SUBJECT, [item for item in items[end + 1 :] if item not in apart])
    yield from (Run(item.kind, [item]) for item in apart)


def _is_mark(item: Item) -> bool:
    return isinstance(item, Found) and item.kind is Kind.MARK


def _is_when(item: Item) -> bool:
    return isinstance(item, Found) and item.kind in {Kind.DAY, Kind.HOUR}
