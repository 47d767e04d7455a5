"""Reads labelled lines ("2. Tempat : Aula") into fields, by the labels that groups use and their misspellings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from handlers.reading.dates.calendar import MONTH, WEEKDAY
from handlers.reading.flat import flattened
from handlers.reading.label_words import ASKED, FIELDS, LISTS, NIL, PIN, PLACED, SIGNS, WEAK_NAMES, field_of
from handlers.reading.message.parts import Kind, Span

OTHER = "lain"


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


@dataclass(frozen=True)
class _Line:
    """A line without the bullets before it: a label [at, label_end) of a field, and a value [value, end)."""

    at: int
    end: int
    field: str = ""
    label_end: int = 0
    value: int = 0

    @property
    def empty(self) -> bool:
        return self.value >= self.end


_SIGNS = "".join(SIGNS) + PIN
_NUMBER = r"\(?[ ]?(?:\d{1,2}|[a-z]|[ivx]{1,5})[ ]?(?:\)|\.(?!\d))"
_KEYCAP = r"\d\ufe0f?\u20e3"
MARK = re.compile(rf"(?:\s|\ufe0f|(?![@#\"“'(+{_SIGNS}])[^\w\s]|{_KEYCAP}|{_NUMBER}(?=\s|[A-Za-z*_]))*+", re.IGNORECASE)
_KNOWN = "|".join(re.escape(k).replace(r"\ ", r"[\s/,&.]{1,3}") for k in sorted(FIELDS, key=len, reverse=True))
# "Rapat, tempat: aula, jam: 9", "Hari : Rabu Jam : 9", and a sign in the middle of a line begin a line of their own.
_CUT = re.compile(
    r"\n|(?P<joint>[,;|]|\.(?!\d)|(?<=\S)[ \t])[ \t]{0,3}(?:\(?\d{1,2}[.)][ \t]{0,3})?"
    rf"(?=(?:{_KNOWN})[ \t]{{0,3}}[:=](?!//))"
    rf"|(?<=\S)[ \t]+(?=[{_SIGNS}])",
    re.IGNORECASE,
)
_MARKS = r"(?P<mark>[ ]*(?:[:：](?!//)|[-=]?>{1,2}|➡\ufe0f?|[;=→\t])[ \t:]*)"
_SEPARATED = re.compile(rf"(?P<label>[^:;=：→➡>\t\n]{{1,45}}){_MARKS}")
# "Tmpt. Aula": a label that is cut short.
_SHORTENED = re.compile(r"(?P<label>[^\W\d_]{2,12}(?:/[^\W\d_]{2,12})?)\.[ ]+(?=\S)")
_BARE = re.compile(rf"(?P<label>{_KNOWN})(?:[ \t]*[-–—][ \t]+|[ \t]+|$)", re.IGNORECASE)
_HOUR = re.compile(r"(?:(?:pukul|pkl|jam|wib|wita|wit|s/?d|s\.d\.?|sampai|selesai)\b\.?|[\d.:\s–-])++", re.IGNORECASE)
_DATE = re.compile(rf"(?:(?:{WEEKDAY}|{MONTH}|tgl|tanggal)\b|[\d\s,./()-])++", re.IGNORECASE)
# Behind a bare label they show a sentence: "Kegiatan berjalan lancar".
_SENTENCE = re.compile(
    r"(?:yang|yg|ini|itu|tersebut|di|dan|dari|ke|pada|dengan|dalam|juga|pula|untuk|oleh|adalah|berjalan|berlangsung|dimulai"
    r"|selesai|berakhir|dilaksanakan|diadakan|dihadiri|diikuti|dibuka|ditutup|sangat|cukup|telah|tlh|sudah|sdh|akan|masih"
    r"|semua|lain|lainnya|kami|kita|mulai|diselenggarakan|bertempat|antusias|aktif)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:[,&/-]|\b(?:dan|di|dengan|dalam|serta|pada|untuk|oleh|tentang))\s*$", re.IGNORECASE)
# Behind the sign of a house they name a room in it.
_ROOM = re.compile(r"(?:aula|ruang(?:an)?|r\.|gedung|kantor|balai|hotel|pendopo|gor|lapangan|halaman)\b", re.IGNORECASE)
# They head what was then, and are no label: "Senin: rapat", "Siang : apel".
_WHEN = re.compile(rf"(?:(?:kegiatan|giat|acara|sesi)\s+)?(?:{WEEKDAY}|pagi|siang|sore|malam)(?:nya)?", re.IGNORECASE)
_WORDS, _LONG, _FIELDS_OF_A_FORM = 4, 8, 3
_THEN = re.compile(rf"{_HOUR.pattern}[^\W\d]{{3,}}\W+\w", re.IGNORECASE)
_NAMES, _TIMES = frozenset({"nama"}), frozenset({"tanggal", "waktu"})


def labelled(text: str, start: int = 0) -> Labelled:
    """The fields of a text; its first letter counts as `start`. A text without a label is one piece without a field."""
    flat = flattened(text)
    lines = _sure(flat, [_line(flat, a, b) for a, b in _cut(flat)])
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
    if not found["joint"]:
        return found.start()
    labelled = _SEPARATED.match(told)
    numbers = found["joint"] == "." and not labelled and sum(c.isalpha() for c in told) < _WORDS
    if told.casefold() in FIELDS or numbers:
        return -1
    if found["joint"].strip() or labelled:
        return found.start()
    return found.start() + len(found[0].rstrip()) - 1 if found[0].rstrip().endswith(".") else -1


def _line(flat: str, start: int, end: int) -> _Line:
    end = start + len(flat[start:end].rstrip(" \t\n,;|"))
    mark = MARK.match(flat, start, end)
    at = mark.end() if mark else start
    sign = flat[at : at + 1]
    if sign and sign in _SIGNS:
        return _signed(flat, at, end, sign)
    return _separated(flat, at, end) or _shortened(flat, at, end) or _bare(flat, at, end) or _Line(at, end)


def _signed(flat: str, at: int, end: int, sign: str) -> _Line:
    """A sign is the label, unless one stands behind it ("📝 Giat : …"), or each such sign an hour and what was then."""
    mark = MARK.match(flat, at + 1, end)
    then = mark.end() if mark else at + 1
    told = _separated(flat, then, end)
    if told and told.field != OTHER:
        return told
    pinned = "nama" if PLACED in flat or not flat[:at].strip() else "tempat"
    field = SIGNS.get(sign, pinned)
    if field == "waktu" and flat.count(sign) > 1 and _THEN.match(flat, then, end):
        return _Line(at, end)
    return _Line(at, end, "tempat" if field == "instansi" and _ROOM.match(flat, then, end) else field, at + 1, then)


def _separated(flat: str, at: int, end: int) -> _Line | None:
    found = _SEPARATED.match(flat, at, end)
    if not found or _WHEN.fullmatch(found["label"].strip()):
        return None
    field, behind = field_of(found["label"]), flat[found.end() : found.end() + 1]
    if found["label"][-1:].isdigit() and (field in _TIMES or behind.isdigit()):  # "Tanggal 11: rapat", "9:00"
        return None
    if not field and not _may_label(found["label"], _WORDS if found["mark"].strip(" ") in {":", "：", "="} else 2):
        return None
    return _Line(at, end, field or OTHER, at + len(found["label"].rstrip()), found.end())


def _shortened(flat: str, at: int, end: int) -> _Line | None:
    found = _SHORTENED.match(flat, at, end)
    field = field_of(found["label"]) if found else ""
    return _Line(at, end, field, found.end("label"), found.end()) if found and field else None


def _may_label(label: str, most: int) -> bool:
    words = [] if _WHEN.fullmatch(label.strip()) or ASKED.match(label) else label.split()
    return 0 < len(words) <= most and words[0][0].isalpha() and not any(c in label for c in '.,!?@"“…')


def _bare(flat: str, at: int, end: int) -> _Line | None:
    """A label with nothing behind it, or only a blank before its value."""
    found = _BARE.match(flat, at, end)
    if not found:
        return None
    return _Line(at, end, field_of(found["label"]), found.end("label"), found.end())


def _sure(flat: str, lines: list[_Line]) -> list[_Line]:
    """The lines with those labels only that are certain, unknown ones beside known ones."""
    known = [line for line in lines if line.field not in {"", OTHER}]
    bare = [line for line in known if _is_bare(flat, line)]
    marked = {line.field for line in known if line not in bare}
    alone = len({line.field for line in known}) >= _FIELDS_OF_A_FORM
    spoken = {line.field for line in bare if not line.empty and not _SENTENCE.match(flat, line.value)}
    valued = spoken - marked if len(spoken) >= _FIELDS_OF_A_FORM else set[str]()
    doubtful = [line for line in bare if not _certain(flat, line, alone, valued)]
    kept = [line for line in known if line not in doubtful]
    named = [line for line in kept if line.field in _NAMES]
    weak = [line for line in named if flat[line.at : line.label_end].strip(" *_").casefold() in WEAK_NAMES]
    if weak and len(weak) < len(named):
        lines = [replace(line, field=OTHER) if line in weak else line for line in lines]
        kept = [line for line in kept if line not in weak]
    return [line if line in kept or (kept and line.field == OTHER) else _Line(line.at, line.end) for line in lines]


def _certain(flat: str, line: _Line, alone: bool, valued: set[str]) -> bool:
    """Whether a bare label is one: alone on its line in a form, among three such labels with their values, or before
    nothing but an hour or a day."""
    if line.empty:
        return alone or flat[line.end : line.end + _LONG].lstrip()[:1] == ":"
    fits = {"waktu": _HOUR, "tanggal": _DATE}.get(line.field)
    value = flat[line.value : line.end]
    told = fits and fits.fullmatch(value) and (line.field == "tanggal" or any(c.isdigit() for c in value))
    return bool(told) or (line.field in valued and not _SENTENCE.match(value))


def _is_bare(flat: str, line: _Line) -> bool:
    between = flat[line.label_end : line.value]
    return flat[line.at] not in _SIGNS and between.strip() in {"", "."} and "\t" not in between


def _pieces(flat: str, lines: list[_Line]) -> Iterator[Piece]:
    """Lines without a label go with the one above them where that lists, is empty, or plainly goes on."""
    field, label, held, apart = "", None, list[Span](), False
    for line in lines:
        strange = line.field == OTHER
        if line.at >= line.end or (
            _joins(flat, field, held, line, apart=apart) if not line.field else strange and _lists(field, held)
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


def _joins(flat: str, field: str, held: list[Span], line: _Line, *, apart: bool) -> bool:
    if not field or field == OTHER or field in LISTS:
        return True
    above = held[-1].of(flat) if held else ""
    own = flat[: line.at].rpartition("\n")[2].strip()  # a bullet of its own
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
