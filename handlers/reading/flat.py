"""A text letter by letter as the patterns of the reader want it: every letter keeps its place."""

import re

# Marks of direction, blanks of no width or of another width; the joiner of emojis is none of them.
_BLANK = "\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f\u2060\u2066\u2067\u2068\u2069\ufeff\u00a0\u2007"
_BREAKS, _APOSTROPHES = "\r\x0b\x0c\x85\u2028\u2029", "’‘`´ʼ"
_FLAT = str.maketrans(dict.fromkeys(_BLANK, " ") | dict.fromkeys(_BREAKS, "\n") | dict.fromkeys(_APOSTROPHES, "'"))
_OF_ADDRESS = frozenset("/=&?#@")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_LOUD = 12  # letters of which fewer are an acronym or two
_BOLD = re.compile(r"[*_~]++")
_BEFORE_COMMA = re.compile(r"(?<=\S) ([,;])(?=\s|$)")
_TOGETHER = re.compile(
    r"\b(bersama|bersama-sama|bersama2|brsama|bareng|(?P<at>wonten))[ ]+(?(at)ing|(?:dengan|dgn|dg)\b(?![ ]+ini))\b",
    re.IGNORECASE,
)
_SHORTENS = re.compile(r"(?i:(?<=\bpkl)|(?<=\bpk)|(?<=\bjm)|(?<=\bjam)|(?<=\btgl)|(?<=\bpukul))\.(?=[ ]?\d)")
# A sentence goes on below the comma at the end of a line, unless a label stands there.
_BELOW = re.compile(r",\n(?=[^\W\d_](?![^\n]{0,40}[:=]))")


def flattened(text: str) -> str:
    """The text with blanks for marks of direction and bold marks, one apostrophe and one line break."""
    return unmarked(text.translate(_FLAT))


def closed(text: str) -> str:
    """The text with each comma right behind its word, and the blank behind it; a line that ends in one goes on, and a
    full stop that only shortens a word before a figure ends no sentence. "Bersama dengan" is "bersama", "wonten ing"
    is "wonten"."""
    told = _TOGETHER.sub(lambda found: found[1] + " " * (len(found[0]) - len(found[1])), text)
    return _SHORTENS.sub(" ", _BELOW.sub(", ", _BEFORE_COMMA.sub(r"\1 ", told)))


def quieted(text: str) -> str:
    """A text that is all in capitals in small letters, for capitals tell nothing there; addresses stay."""
    cased = [c for c in _ADDRESS.sub("", text) if c.isalpha() and c.upper() != c.lower()]
    if len(cased) < _LOUD or any(c.islower() for c in cased):
        return text
    held = [address.span() for address in _ADDRESS.finditer(text)]
    return "".join(
        c if any(start <= at < end for start, end in held) or len(c.lower()) > 1 else c.lower()
        for at, c in enumerate(text)
    )


def unmarked(text: str) -> str:
    """The text with blanks for bold marks."""
    return _BOLD.sub(lambda m: " " * len(m[0]) if _marks(text, m.start(), m.end()) else m[0], text)


def _marks(flat: str, start: int, end: int) -> bool:
    """Bold marks stand at one edge of a word, or behind its colon; a star before a blank is a bullet, between letters a
    sign, a bar in an address a part of it."""
    before, after = flat[start - 1 : start], flat[end : end + 1]
    if before in {":", "="}:
        return not after.strip()
    edge = before.isalnum() != after.isalnum() and not {before, after} & _OF_ADDRESS
    return edge and bool(before.strip() or after.strip())
