"""Which lines are labelled for certain."""

import re
from dataclasses import replace

from handlers.reading.dates.calendar import MONTH, WEEKDAY
from handlers.reading.label_words import ALL_SIGNS, WEAK_NAMES, spelled
from handlers.reading.message.lines.line import OTHER, Line

HOUR = re.compile(r"(?:(?:pukul|pkl|jam|wib|wita|wit|s/?d|s\.d\.?|sampai|selesai)\b\.?|[\d.:\s–-])++", re.IGNORECASE)
_DATE = re.compile(rf"(?:(?:{WEEKDAY}|{MONTH}|tgl|tanggal)\b|[\d\s,./()-])++", re.IGNORECASE)
# Behind a bare label they show a sentence: "Kegiatan berjalan lancar".
_SENTENCE = re.compile(
    r"(?:yang|yg|ini|itu|tersebut|di|dan|dari|ke|pada|dengan|dalam|juga|pula|untuk|oleh|adalah|berjalan|berlangsung|dimulai"
    r"|selesai|berakhir|dilaksanakan|diadakan|dihadiri|diikuti|dibuka|ditutup|sangat|cukup|telah|tlh|sudah|sdh|akan|masih"
    r"|semua|lain|lainnya|kami|kita|mulai|diselenggarakan|bertempat|antusias|aktif)\b",
    re.IGNORECASE,
)
_LONG, _FIELDS_OF_A_FORM = 8, 3
# Beside a label that says of what kind it was, a "Judul" names the event.
_KINDS = frozenset({"jenis kegiatan", "bentuk kegiatan"})
_NAMES, _TITLED = frozenset({"nama"}), frozenset({"nama", "judul"})
# A line that a dash parts, as those of a form whose labels end in one.
_DASHES = frozenset("-–—")
_DASHED = re.compile(r"(?P<label>[A-Z][a-z]+(?:[ /][A-Za-z]+){0,2})[ \t]+[-–—][ \t]+(?=\S)")


def sure(flat: str, lines: list[Line]) -> list[Line]:
    """The lines with those labels only that are certain, unknown ones beside known ones."""
    lines = _with_dashed(flat, lines)
    known = [line for line in lines if line.field not in {"", OTHER}]
    bare = [line for line in known if _is_bare(flat, line)]
    marked = {line.field for line in known if line not in bare}
    alone = len({line.field for line in known}) >= _FIELDS_OF_A_FORM
    spoken = {line.field for line in bare if not line.empty and not _SENTENCE.match(flat, line.value)}
    valued = spoken - marked if len(spoken) >= _FIELDS_OF_A_FORM else set[str]()
    doubtful = [line for line in bare if not _certain(flat, line, alone, valued)]
    kept = [line for line in known if line not in doubtful]
    said = {spelled(flat[line.at : line.label_end]) for line in kept}
    named = [line for line in kept if line.field in (_NAMES if said.isdisjoint(_KINDS) else _TITLED)]
    weak = [line for line in named if spelled(flat[line.at : line.label_end]) in WEAK_NAMES]
    if weak and len(weak) < len(named):
        lines = [replace(line, field=OTHER) if line in weak else line for line in lines]
        kept = [line for line in kept if line not in weak]
    return [line if line in kept or (kept and line.field == OTHER) else Line(line.at, line.end) for line in lines]


def _with_dashed(flat: str, lines: list[Line]) -> list[Line]:
    """The lines, those that a dash parts labelled where the labels of a form end in dashes: "Dokumentasi - 3 foto"."""
    dashed = {line.field for line in lines if line.field and flat[line.label_end : line.value].strip() in _DASHES}
    return [_parted(flat, line) for line in lines] if len(dashed) >= _FIELDS_OF_A_FORM else lines


def _parted(flat: str, line: Line) -> Line:
    found = None if line.field else _DASHED.match(flat, line.at, line.end)
    return Line(line.at, line.end, OTHER, found.end("label"), found.end()) if found else line


def _certain(flat: str, line: Line, alone: bool, valued: set[str]) -> bool:
    """Whether a bare label is one: alone on its line in a form, among three such labels with their values, or before
    nothing but an hour or a day."""
    if line.empty:
        return alone or flat[line.end : line.end + _LONG].lstrip()[:1] == ":"
    fits = {"waktu": HOUR, "tanggal": _DATE}.get(line.field)
    value = flat[line.value : line.end]
    told = fits and fits.fullmatch(value) and (line.field == "tanggal" or any(c.isdigit() for c in value))
    return bool(told) or (line.field in valued and not _SENTENCE.match(value))


def _is_bare(flat: str, line: Line) -> bool:
    between = flat[line.label_end : line.value]
    return flat[line.at] not in ALL_SIGNS and between.strip() in {"", "."} and "\t" not in between
