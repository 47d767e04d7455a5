"""Text at the border of a document: nothing that breaks XML, hides text or looks like a template tag."""

import re
import unicodedata
from dataclasses import replace
from typing import Any, TypeVar

T = TypeVar("T")
# What XML 1.0 allows, less DEL and the C1 controls; newline and tab stay. Zero-width characters help nobody in print.
_DROPPED = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200b\u200e\u200f\u202a-\u202e\ufeff]"
)
_TAGS = re.compile(r"(?<=\{)(?=[{%#_])|(?<=[}%#_])(?=\})")
_JOINER = "\u2060"


def text(value: str) -> str:
    if value.isascii() and value.isprintable() and "{" not in value and "}" not in value:
        return value.strip()
    plain = _DROPPED.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    # The invisible joiner keeps "{{" from being taken for a tag, by docxtpl and by the gate.
    return _TAGS.sub(_JOINER, unicodedata.normalize("NFC", plain)).strip()


def clean(value: T) -> T:
    """The same data, records within records, with every text cleaned."""
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
