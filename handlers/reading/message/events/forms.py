"""What labelled lines give: each field of a form is a role, without any cue."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues, roles
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.look import Item, Look, Run, first_word
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.pieces.matters import NAME, WHEN, ItemsOf
from handlers.reading.message.events.pieces.sector import SECTOR
from handlers.reading.message.events.several import place
from handlers.reading.message.events.several.behind import partners
from handlers.reading.message.events.words import Word
from handlers.reading.message.form import Piece
from handlers.reading.message.lines.line import OTHER
from handlers.reading.message.parts import Kind

_ROLES = {"tempat": Kind.PLACE, "peserta": Kind.PEOPLE, "instansi": Kind.PARTNER}
_FILLERS = (
    cues.OPENERS
    | cues.LISTING
    | cues.HEADING
    | cues.PARTICLES
    | table("tanggal jam pukul pkl wib wita wit s/d sd s.d sampai dengan mulai")
)
_OURS = table("kpu kip kami kita")
_WORKED = ("bekerja", "kerja")
# Before the place in a line that tells when.
_AT = table("di bertempat")
_ASKS_WHERE = table("tempat lokasi")
# Before the name of an event, of which they say nothing.
_REPORT = table("laporan hasil pelaksanaan kegiatan")
# What a letter says of itself.
_LETTER = table("nomor no sifat lampiran lamp klasifikasi tembusan perihal hal")


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
    """Words above a report: those that only open, and what else they say, whole: "di tiga tempat"."""
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
    every = list(pieces)
    placed = any(piece.field == "tempat" for piece in every)
    for piece in every:
        label = items(piece.label.start, piece.label.end) if piece.label else []
        where = any(isinstance(one, Word) and _ASKS_WHERE & {*one.low.split("/")} for one in label)
        for line in piece.lines:
            field, told = _goal(piece, items, names) or piece.field, list(items(line.start, line.end))
            told = [*_room(label, told), *told] if field == "tempat" else told
            yield from _line(field, told, names, placed=placed, where=where)
            yield Run(Kind.MARK)


def _room(label: Iterable[Item], value: Sequence[Item]) -> list[Item]:
    """The word of a label that is a part of its value: "Ruang: rapat ketua", but "Ruangan: Aula"."""
    told = [one for one in label if isinstance(one, Word) and not one.is_sign]
    named = any(isinstance(one, Word) and one.low in cues.ROOMS for one in value[:1])
    return [*told] if [one.low for one in told] in (["ruang"], ["ruangan"]) and not named else []


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
        found = roles.runs(items, names, _behind_openers(items, names), placed=placed)
        yield from (replace(run, kind=Kind.EVENT) if _for_whom(run) else run for run in found)
    elif field in WHEN:
        yield from _when(items, where=where)
    elif field == "peserta" and items and _is_when(items[0]):
        told = roles.runs(items, names, -1, named=True, placed=placed)
        yield from (replace(run, inline=False) for run in told)
    elif field == "keterangan" and (end := _along(items, names)):
        yield Run(Kind.PARTNER, items[1:end], [one for one in items[:1] if isinstance(one, Word)])
        yield Run(Kind.SUBJECT, items[end:])
    elif field == SECTOR:
        yield Run(Kind.CUE, items)
    elif field in _ROLES:
        yield from _parted(_ROLES[field], items)
    else:
        yield Run(Kind.REST if field == OTHER and _of_letter(items) else Kind.SUBJECT, items)


def _behind_openers(items: Sequence[Item], names: Names) -> int:
    """Where a name begins: behind "Laporan kegiatan" only where an event follows."""
    first, look = first_word(items), Look(items, names)
    at = first
    while look.low(at) in _REPORT:
        at += 1
    return at if at > first and look.head(at) else first


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
        yield Run(Kind.PLACE, [*behind[len(cue) :]], cue)


def _parted(kind: Kind, items: list[Item]) -> Iterator[Run]:
    """One role, but for the hours and days that stand in its line, and of a partner how many came."""
    items = items[_behind_work(items) :] if kind is Kind.PARTNER else items
    apart = [one for one in items if isinstance(one, Found) and (_is_when(one) or one.kind is Kind.PEOPLE is not kind)]
    end = place.clause(items) if kind is Kind.PLACE else len(items)
    for listed, part in groupby(items[:end], _is_mark):
        if not listed:
            yield Run(kind, [item for item in part if item not in apart])
    yield Run(Kind.SUBJECT, [item for item in items[end + 1 :] if item not in apart])
    yield from (Run(item.kind, [item]) for item in apart)


def _behind_work(items: Sequence[Item]) -> int:
    """Where those are named with whom our own house worked: "KPU Kota X bekerja sama dengan PKK"."""
    lows = [item.low if isinstance(item, Word) else "" for item in items]
    at = next((n for n, low in enumerate(lows) if low.startswith(_WORKED)), len(lows))
    end = next((n + 1 for n in range(at, min(at + 3, len(lows))) if lows[n] in {"dengan", "bersama"}), 0)
    return end if end < len(lows) and lows[0] in _OURS else 0


def _is_mark(item: Item) -> bool:
    return isinstance(item, Found) and item.kind is Kind.MARK


def _is_when(item: Item) -> bool:
    return isinstance(item, Found) and item.kind in {Kind.DAY, Kind.HOUR}
