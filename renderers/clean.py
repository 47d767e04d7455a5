"""Texts without anything that breaks XML or hides text."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from operator import is_
from types import NoneType
from typing import Any, TypeVar

from renderers.figures import Anggota, Informasi, Kegiatan, Keputusan, Koordinasi, Tautan

_BROKEN = re.compile(r"\s*[\n\t]\s*")
T = TypeVar("T")
_NO_TEXT = {int, bool, float, date, bytes, NoneType}
# Records whose texts stand in cells and sentences: the lines that people typed become one.
ROWS = (Anggota, Informasi, Kegiatan, Keputusan, Koordinasi, Tautan)
# Bidirectional controls turn following words around; soft hyphen, zero-width space and byte order mark are invisible.
BIDI_CONTROL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# The last two code points of each plane, and 32 more, are no characters.
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
# Also dropped are all characters that XML 1.0 forbids, DEL and the C1 controls; newlines and tabs stay. What is dropped
# is named, not what stays: a set of fifty thousand characters takes milliseconds to compile.
_DROPPED = re.compile(f"[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\ud800-\udfff\ufeff{BIDI_CONTROL}{NONCHARACTERS}]")
# Separators with which some apps end a line or paragraph.
_LINES = re.compile("\r\n?|[\u2028\u2029]")
# A document prints emoji as empty boxes where no font has them; the completeness list names them before.
_PICTURES = (
    "\u21a9\u21aa\u231a-\u23ff\u24c2\u25b6\u25c0\u2600-\u2767\u2794-\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55"
    "\u3297\u3299\U0001f000-\U0001faff"
)
# A picture with what joins it to others; of a letter or digit that is drawn as one, only the sign that asks for it.
_EMOJI = re.compile(f" ?[{_PICTURES}][{_PICTURES}\ufe0e\ufe0f\u200d\u20e3\U000e0020-\U000e007f]*|[\ufe0e\ufe0f\u20e3]")


def text(value: str) -> str:
    """The text of a field as it may stand in a document: normalised, without emoji and without space around it."""
    if value.isascii() and value.isprintable():
        return value.strip()
    seen = visible(value)
    return (seen if seen.isascii() else _EMOJI.sub("", seen)).strip()


def line(value: str) -> str:
    """A text as it may stand in a cell or within a sentence: its lines are one."""
    return value.strip() if value.isascii() and value.isprintable() else _BROKEN.sub(" ", text(value))


def visible(value: str) -> str:
    """Text without the characters that break documents, cannot be seen or turn a sentence around; normalised."""
    return unicodedata.normalize("NFC", _DROPPED.sub("", _LINES.sub("\n", value)))


def name(value: str) -> str:
    """A name as it may stand within a sentence: in one line, and with no sign at all that cannot be seen."""
    seen = "".join(c for c in visible(value) if unicodedata.category(c) != "Cf")
    return " ".join(seen.split())


def clean(value: T) -> T:
    """A copy of nested tuples, dicts and dataclasses in which every text is cleaned."""
    cleaned: Any = _clean(value)
    return cleaned  # type: ignore[no-any-return]  # a rebuilt T: fields keep their types


def _clean(value: Any) -> Any:
    """What needs no cleaning is handed back itself: of a long report that is nearly everything."""
    kind = type(value)
    if kind in _NO_TEXT:
        return value
    if kind is tuple and not _NO_TEXT.issuperset(map(type, value)):
        cleaned = tuple(map(_clean, value))
        return value if all(map(is_, cleaned, value)) else cleaned
    if isinstance(value, str):
        return text(value)
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    return _record(value) if hasattr(kind, "__dataclass_fields__") else value


def _record(value: Any) -> Any:
    one = _one_line if isinstance(value, ROWS) else _clean
    changed = {name: new for name, old in vars(value).items() if (new := one(old)) is not old}
    return replace(value, **changed) if changed else value


def _one_line(value: Any) -> Any:
    return line(value) if isinstance(value, str) else _clean(value)
