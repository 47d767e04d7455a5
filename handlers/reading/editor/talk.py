"""Particles of talk and emoji at the edges of a text, which say nothing of what happened."""

import re

from handlers.reading.text import is_picture

_SAID = r"(?:ya+h?|nih+|dong|deh|sih|kok|lho|loh|nggih|njih|ndan|guys|gaes|hehe+|haha+|wkwk\w*)"
_NOW = r"(?:tadi|tdi|td|barusan)"
_WHOLE = r"(?![\w'’/.@-])"
_FRONT = re.compile(rf"(?:alham?dulil+ah?|eh|nah|oh|wah|{_SAID}|{_NOW}){_WHOLE}[\s,;:.!]*", re.IGNORECASE)
_BACK = re.compile(rf"[\s,;]*(?<![\w'’/.@#-])(?:{_SAID}|{_NOW})$", re.IGNORECASE)
# "tadi malam" and "malam tadi" are a time, and so no particle.
_DAYTIME = r"(?:pagi|siang|sore|malam|malem|mlm|petang)"
_TIME = re.compile(rf"{_NOW}\s+{_DAYTIME}\b|(?:^|.*\s){_DAYTIME}\s+{_NOW}$", re.IGNORECASE | re.DOTALL)
# Variants of an emoji, and what joins two.
_JOINERS = frozenset("\u200d\ufe0e\ufe0f\u20e3" + "".join(map(chr, range(0x1F3FB, 0x1F400))))


def off(text: str) -> str:
    """The text without particles and emoji at its edges; a text of nothing else stays."""
    left, before = text.strip(), ""
    while left != before:
        before = left
        left = _once(_bare(left))
    return left if any(c.isalnum() for c in left) else text


def _once(text: str) -> str:
    if _TIME.match(text):
        return text
    return _BACK.sub("", _FRONT.sub("", text, count=1) if _FRONT.match(text) else text)


def _bare(text: str) -> str:
    start, end = 0, len(text)
    while start < end and _is_blank(text[start]):
        start += 1
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    return text[start:end]


def _is_blank(c: str) -> bool:
    return c.isspace() or c in _JOINERS or is_picture(c)
