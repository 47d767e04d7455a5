"""Looks ahead from a letter of a text: words, blanks, decoration, and whether somebody begins to report."""

import re

from handlers.reading.message.envelope import courtesies as words

WORD = re.compile(r"[^\W_](?:[\w'/-]*[^\W_])?|[&/]")
BOUNDARY = re.compile(r"[ \t]*+(?:[,;:!?\n]|\.(?=\s|$)|$)")
_DRAWN_OUT = re.compile(r"([^\W\d])\1{2,}")
_BLANK = re.compile(r"[ \t]*+")
_JOINED = ",.;:!-–—|>\"'()"


def blank(flat: str, at: int, end: int) -> int:
    """Past blanks of the line."""
    found = _BLANK.match(flat, at, end)
    return found.end() if found else at


def gap(flat: str, at: int, end: int) -> int:
    """Past blanks, stops and decoration."""
    while at < end and (flat[at].isspace() or flat[at] in _JOINED or decorates(flat[at])):
        at += 1
    return at


def decorates(sign: str) -> bool:
    """Emojis and their joiners that label nothing."""
    picture = sign > "\u203b" and not sign.isalnum() and not sign.isspace()
    return (picture and sign not in words.TELLING) or sign == "\u200d"


def titles(word: str) -> bool:
    """A title, or two with a stroke: "Bapak/Ibu"; "bapak2" are several."""
    told = _DRAWN_OUT.sub(r"\1", word.casefold())  # "guysss"
    return all(part.removesuffix("2") in words.TITLES for part in told.split("/"))


def opens(flat: str, at: int, end: int) -> bool:
    """Whether the words here ask for leave to report, greet, or begin to tell."""
    return any(p.match(flat, at, end) for p in (words.ASKS, words.SAYS, words.LAPOR, words.GREETING))


def bounded(flat: str, at: int, end: int) -> bool:
    """Whether a clause ends here."""
    then = blank(flat, at, end)
    return bool(BOUNDARY.match(flat, at, end)) or decorates(flat[then : then + 1]) or opens(flat, then, end)
