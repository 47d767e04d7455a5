"""Reads labelled lines ("2. Tempat : Aula") into fields, by the labels that groups use and their misspellings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from handlers.reading.dates.calendar import WEEKDAY
from handlers.reading.flat import flattened
from handlers.reading.label_words import ALL_SIGNS, ASKED, FIELDS, LISTS, NIL, PLACED, SIGNS, field_of
from handlers.reading.message.lines.line import OTHER, Line
from handlers.reading.message.lines.sure import HOUR, sure
from handlers.reading.message.parts import Kind, Span


@dataclass(frozen=True)
class Piece:
    """Lines that belong together: `field` is the name of a field, OTHER for an unknown label, whose value holds the
    label too, "" for words without a label; `label` is the CUE; `lines` are BODY."""

    field: str
    lines: tuple[Span, ...]
    label: Span | None = None


@dataclass(frozen=True)
class Labelled:
    """`pieces` in their order; `spans`: a partition of the text into CUE, BODY, and MARK for what only sets off."""

    pieces: tuple[Piece, ...]
    spans: tuple[Span, ...]

    def lines(self, field: str) -> tuple[Span, ...]:
        """The lines of a field, of "Hari: Selasa" and "Tanggal: 3 Mei" together."""
        return tuple(line for piece in self.pieces if piece.field == field for line in piece.lines)

    def told(self, text: str, field: str) -> str:
        return "\n".join(line.of(text) for line in self.lines(field))


_ARROWS, _BULLETS = "→➡👉", "🔹🔸🔷🔶✅☑✔▪◾●•"
_NUMBER = r"\(?[ ]?(?:\d{1,2}|[a-z]|[ivx]{1,5})[ ]?(?:\)|\.(?!\d))"
_KEYCAP = r"\d\ufe0f?\u20e3"
MARK = re.compile(
    rf"(?:\s|\ufe0f|(?![@#\"“'(+{ALL_SIGNS}])[^\w\s]|{_KEYCAP}|{_NUMBER}(?=\s|[A-Za-z*_]))*+", re.IGNORECASE
)
_KNOWN = "|".join(re.escape(k).replace(r"\ ", r"[\s/,&.]{1,3}") for k in sorted(FIELDS, key=len, reverse=True))
_COUNT = re.compile(r"\d+(?=\.)")
# More words of a label of no list, behind a stroke or with a capital: "/ Pakaian :", ", Yang berangkat:".
_MORE = r"(?:[ \t][^\W\d_]{2,15}){0,2}[ \t]{0,3}"
# "Rapat, tempat: aula, jam: 9", "Hari : Rabu Jam : 9", and a sign in the middle of a line begin a line of their own.
_CUT = re.compile(
    rf"\n|[ \t]+/(?=[ \t]+[^\W\d_]{{3,15}}{_MORE}:(?!//))|,(?=[ \t]+(?-i:[A-Z])[^\W\d_]{{1,14}}{_MORE}:(?!//))"
    r"|(?P<joint>[,;|]|\.(?!\d)|(?<=\S)[ \t])[ \t]{0,3}(?:\(?\d{1,2}[.)][ \t]{0,3})?"
    rf"(?=(?:{_KNOWN})[ \t]{{0,3}}(?:[:=](?!//)|[-=]?>|[{_ARROWS}]))"
    rf"|(?<=\S)[ \t]+(?=[{ALL_SIGNS}]|\[(?:{_KNOWN})\])"
    r"|(?P<bar>[;|]|\.(?=[ \t]+[A-Z]))(?=[ \t]{0,3}[A-Za-z][A-Za-z /.]{1,24}?[ \t]{0,2}[:=](?!//))"
    rf"|(?<=\S)[ \t]*(?=[{_BULLETS}]\ufe0f?[ \t]*(?:{_KNOWN})[ \t]{{0,3}}[:={_ARROWS}])",
    re.IGNORECASE,
)
_SEPARATED = re.compile(
    rf"(?P<label>[^:;=：{_ARROWS}>\t\n]{{1,45}})"
    rf"(?P<mark>[ ]*(?:[:：](?!//)|[-=]?>{{1,2}}|[{_ARROWS}]\ufe0f?|[;=\t])[ \t:]*)"
)
# "[Tempat] Aula".
_BRACKETED = re.compile(rf"\[(?P<label>{_KNOWN})\][ \t:=]*", re.IGNORECASE)
# "Tmpt. Aula": a label that is cut short.
_SHORTENED = re.compile(r"(?P<label>[^\W\d_]{2,12}(?:/[^\W\d_]{2,12})?)\.[ ]+(?=\S)")
_BARE = re.compile(rf"(?P<label>{_KNOWN})(?:[ \t]*[-–—][ \t]+|[ \t]+|$)", re.IGNORECASE)
_BOLD = " *_~"
_GOES_ON = re.compile(r"(?:[,&/-]|\b(?:dan|di|dengan|dalam|serta|pada|untuk|oleh|tentang))\s*$", re.IGNORECASE)
# Behind the sign of a house they name a room in it.
_ROOM = re.compile(r"(?:aula|ruang(?:an)?|r\.|gedung|kantor|balai|hotel|pendopo|gor|lapangan|halaman)\b", re.IGNORECASE)
# They head what was then, and are no label: "Senin: rapat", "Siang : apel".
_WHEN = re.compile(rf"(?:(?:kegiatan|giat|acara|sesi)\s+)?(?:{WEEKDAY}|pagi|siang|sore|malam)(?:nya)?", re.IGNORECASE)
_WORDS = 4
# The first sign of the pictures, one of which may be a label that is of no list.
_PICTURES = "\u2600"
_THEN = re.compile(rf"{HOUR.pattern}[^\W\d]{{3,}}\W+\w", re.IGNORECASE)
_TIMES = frozenset({"tanggal", "waktu"})


def labelled(text: str, start: int = 0) -> Labelled:
    """The fields of a text; its first letter counts as `start`. A text without a label is one piece without a field."""
    flat = flattened(text)
    lines = sure(flat, [_line(flat, a, b) for a, b in _cut(flat)])
    pieces = tuple(_moved(piece, start) for piece in _pieces(flat, lines))
    return Labelled(pieces, tuple(_filled(pieces, start, start + len(text))))


def _cut(flat: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _CUT.finditer(flat):
        if (end := _ends(flat, start, found)) >= 0:
            yield start, end
            start = found.end()
    yield start, len(flat)


def _ends(flat: str, start: int, found: re.Match[str]) -> int:
    """Where the words before a label end, -1 if they go on: behind half of a label, a number, a blank alone."""
    mark = MARK.match(flat, start, found.start())
    told = flat[mark.end() if mark else start : found.start()].strip()
    if not (found["joint"] or found["bar"]):
        return found.start()
    labelled = _SEPARATED.match(told)
    if found["bar"]:
        return found.start() if labelled else -1
    numbers = found["joint"] == "." and not labelled and sum(c.isalpha() for c in told) < _WORDS
    if told.casefold() in FIELDS or numbers:
        return -1
    if found["joint"].strip() or (labelled and not _of_value(flat, found)):
        return found.start()
    return found.start() + len(found[0].rstrip()) - 1 if found[0].rstrip().endswith(".") else -1


def _of_value(flat: str, found: re.Match[str]) -> bool:
    """Whether a number before a label counts no labels: "aula lt 2. Hadir:", behind which no 1 stands."""
    number = _COUNT.search(found[0])
    return (
        number is not None
        and number[0] != "1"
        and not re.search(rf"(?<!\d){int(number[0]) - 1}[.)]", flat[: found.start()])
    )


def _line(flat: str, start: int, end: int) -> Line:
    end = start + len(flat[start:end].rstrip(" \t\n,;|"))
    mark = MARK.match(flat, start, end)
    at = mark.end() if mark else start
    sign = flat[at : at + 1]
    if sign and sign in ALL_SIGNS:
        return _signed(flat, at, end, sign)
    return (
        _bracketed(flat, start, end)
        or _separated(flat, at, end)
        or _shortened(flat, at, end)
        or _bare(flat, at, end)
        or Line(at, end)
    )


def _signed(flat: str, at: int, end: int, sign: str) -> Line:
    """A sign is the label, unless one stands behind it ("📝 Giat : …"), or each such sign an hour and what was then."""
    mark = MARK.match(flat, at + 1, end)
    then = mark.end() if mark else at + 1
    bare = _bare(flat, then, end)
    told = _separated(flat, then, end) or (replace(bare, at=at) if bare and bare.empty else None)
    if told and told.field != OTHER:
        return told
    pinned = "nama" if PLACED in flat or not flat[:at].strip() else "tempat"
    field = SIGNS.get(sign, pinned)
    if field == "waktu" and flat.count(sign) > 1 and _THEN.match(flat, then, end):
        return Line(at, end)
    return Line(at, end, "tempat" if field == "instansi" and _ROOM.match(flat, then, end) else field, at + 1, then)


def _separated(flat: str, at: int, end: int) -> Line | None:
    found = _SEPARATED.match(flat, at, end)
    if not found or _WHEN.fullmatch(found["label"].strip()):
        return None
    field, told = field_of(found["label"]), found["label"].rstrip()
    hours = field == "waktu" and any(map(str.isdigit, told))
    behind = field in _TIMES or flat[found.end() : found.end() + 1].isdigit()
    if hours or (told[-1:].isdigit() and behind):  # "Pukul 09.00 WIB: apel", "Tanggal 11: rapat", "9:00"
        return None
    if not field and not _may_label(found["label"], _WORDS if found["mark"].strip(" ") in {":", "：", "="} else 2):
        return None
    value = found.end() if flat[found.end() : end].strip(_BOLD) else end
    return Line(at, end, field or OTHER, at + len(told), value)


def _bracketed(flat: str, start: int, end: int) -> Line | None:
    found = _BRACKETED.search(flat, start, end) if flat[start:end].lstrip()[:1] == "[" else None
    return Line(found.start(), end, field_of(found["label"]), found.end("label") + 1, found.end()) if found else None


def _shortened(flat: str, at: int, end: int) -> Line | None:
    found = _SHORTENED.match(flat, at, end)
    field = field_of(found["label"]) if found else ""
    return Line(at, end, field, found.end("label"), found.end()) if found and field else None


def _may_label(label: str, most: int) -> bool:
    words = [] if ASKED.match(label) else label.split()
    return 0 < len(words) <= most and words[0][0].isalpha() and not any(c in label for c in '.,!?@"“…')


def _bare(flat: str, at: int, end: int) -> Line | None:
    """A label with nothing behind it, or only a blank before its value."""
    found = _BARE.match(flat, at, end)
    if not found:
        return None
    return Line(at, end, field_of(found["label"]), found.end("label"), found.end())


def _pieces(flat: str, lines: list[Line]) -> Iterator[Piece]:
    """Lines without a label go with the one above them where that lists, is empty, or plainly goes on."""
    field, label, held, apart = "", None, list[Span](), False
    for line in lines:
        strange = line.field == OTHER
        if line.at >= line.end or (
            _joins(flat, field, held, line, apart=apart, label=label)
            if not line.field
            else strange and _lists(field, held)
        ):
            apart = line.at >= line.end
            nil = apart and bool(field) and not held and flat[line.end - 1 : line.end] in NIL
            held += _span(line.end - 1 if nil else line.at, line.end)
            continue
        apart = False
        yield from _made(field, held, label)
        field, held = line.field, _span(line.at if strange or not line.field else line.value, line.end)
        label = Span(Kind.CUE, line.at, line.label_end) if field and not strange else None
    yield from _made(field, held, label)


def _lists(field: str, held: list[Span]) -> bool:
    """Whether the first line of a list is still to come: it may hold a colon of its own."""
    return field in LISTS and not held


def _joins(flat: str, field: str, held: list[Span], line: Line, *, apart: bool, label: Span | None) -> bool:
    own = flat[: line.at].rpartition("\n")[2].strip()  # a bullet of its own
    if label and flat[label.start] in ALL_SIGNS and own[:1] > _PICTURES and own[:1] not in _BULLETS:
        return False
    if not field or field == OTHER or (field in LISTS and not (field == "instansi" and apart and held)):
        return True
    above = held[-1].of(flat) if held else ""
    return not above or bool(_GOES_ON.search(above)) or (flat[line.at].islower() and not apart and not own)


def _span(start: int, end: int) -> list[Span]:
    return [Span(Kind.BODY, start, end)] if start < end else []


def _made(field: str, lines: list[Span], label: Span | None) -> Iterator[Piece]:
    if lines or label:
        yield Piece(field, tuple(lines), label)


def _moved(piece: Piece, by: int) -> Piece:
    label = _shifted(piece.label, by) if piece.label else None
    return Piece(piece.field, tuple(_shifted(line, by) for line in piece.lines), label)


def _shifted(span: Span, by: int) -> Span:
    return Span(span.kind, span.start + by, span.end + by)


def _filled(pieces: Iterable[Piece], start: int, end: int) -> Iterator[Span]:
    """The spans of the pieces, with MARK between them."""
    for span in (s for piece in pieces for s in ((piece.label,) if piece.label else ()) + piece.lines):
        if span.start > start:
            yield Span(Kind.MARK, start, span.start)
        yield span
        start = span.end
    if start < end:
        yield Span(Kind.MARK, start, end)
