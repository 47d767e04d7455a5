"""Texts without anything that breaks XML, hides text or looks like a tag of a template."""

import re
import unicodedata
from dataclasses import replace
from typing import Any, TypeVar

T = TypeVar("T")
# Bidirectional controls turn following words around; soft hyphen, zero-width space and byte order mark are invisible.
BIDI_CONTROL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# The last two code points of each plane, and 32 more, are no characters.
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
# Also dropped are all characters that XML 1.0 forbids, DEL and the C1 controls; newlines and tabs stay.
_DROPPED = re.compile(f"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\U0010ffff]|[\u00ad\u200b\ufeff{BIDI_CONTROL}{NONCHARACTERS}]")
# Separators with which some apps end a line or paragraph.
_LINES = re.compile("\r\n?|[\u2028\u2029]")
_TAGS = re.compile(r"(?<=\{)(?=[{%#_])|(?<=[}%#_])(?=\})")
_JOINER = "\u2060"


def text(value: str) -> str:
    """The text of a field as it may stand in a document, normalised and without space around it."""
    if value.isascii() and value.isprintable() and "{" not in value and "}" not in value:
        return value.strip()
    # An invisible joiner between braces keeps docxtpl and the gate from taking them for a tag.
    return _TAGS.sub(_JOINER, visible(value)).strip()


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
    if isinstance(value, str):
        return text(value)
    if isinstance(value, tuple):
        return tuple(map(_clean, value))
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        changed = {name: new for name, old in vars(value).items() if (new := _clean(old)) is not old}
        return replace(value, **changed) if changed else value
    return value
