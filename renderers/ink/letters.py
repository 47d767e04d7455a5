"""What people typed, in letters that our fonts can write."""

import re
import unicodedata

from renderers.ink.glyphs import known

_ALIKE = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2015": "–", "→": "–", "⇒": "–", "➔": "–", "″": "”", "′": "’"})
UNTOLD = "Kegiatan"
# Telegram and WhatsApp users type *bold*, _italic_ and ~struck~; the marks are not part of the name.
_MARKS = re.compile(r"(?<!\w)([*_~])(?=\S)(.+?)(?<=\S)\1(?!\w)")


def clean(text: str) -> str:
    """Keep what our fonts can write: no emoji, no control characters, accents only where there is a glyph."""
    folded = unicodedata.normalize("NFKC", text.translate(_ALIKE)).translate(_ALIKE)
    plain = re.sub(r"\(\s*\)", "", "".join(_written(char) for char in folded))
    return _MARKS.sub(r"\2", " ".join(plain.split()))


def said(text: str) -> str:
    """What a caption says; one of which nothing can be written still says that there was something."""
    return clean(text) or UNTOLD


def lost(text: str) -> str:
    """The letters that our fonts cannot write; emoji and signs are no loss."""
    folded = unicodedata.normalize("NFKC", text.translate(_ALIKE))
    letters = [char for char in folded if unicodedata.category(char)[0] in "LN" and not _written(char)]
    return "".join(dict.fromkeys(letters))


def _written(char: str) -> str:
    if char.isspace():
        return " "
    if known(char):
        return char
    return "".join(part for part in unicodedata.normalize("NFD", char) if known(part))
