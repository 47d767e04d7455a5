"""Texts without anything that breaks XML, hides text or looks like a tag of a template."""

import re
import unicodedata
from dataclasses import replace
from typing import Any, TypeVar

T = TypeVar("T")
# All that XML 1.0 forbids, DEL and the C1 controls, and zero-width characters; newlines and tabs stay.
_DROPPED = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200b\u200e\u200f\u202a-\u202e\ufeff]"
)
_TAGS = re.compile(r"(?<=\{)(?=[{%#_])|(?<=[}%#_])(?=\})")
_JOINER = "\u2060"


def text(value: str) -> str:
    """The text of a field as it may stand in a document, normalised and without space around it."""
    if value.isascii() and value.isprintable() and "{" not in value and "}" not in value:
        return value.strip()
    plain = _DROPPED.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    # An invisible joiner between braces keeps docxtpl and the gate from taking them for a tag.
    return _TAGS.sub(_JOINER, unicodedata.normalize("NFC", plain)).strip()


def clean(value: T) -> T:
    """The same data with every text cleaned, in tuples, dicts and dataclasses inside of one another."""
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
