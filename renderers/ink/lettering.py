"""Words become lines that fit: pairs stay together, lines are of even length, and words are cut only at last."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import inf

from renderers.ink import syllables
from renderers.ink.glyphs import Weight, known, places, steps, width
from renderers.ink.syllables import filled

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("\u2015→⇒➔", "–"),
        "≥": ">=",
        "≤": "<=",
        "≠": "!=",
        "№": "No.",
    }
)
_SHAPES = {"<circle>": "({})", "<super>": "^{}"}
# Of letters, digits, marks of punctuation and signs of sums and money nothing may be lost unsaid.
_MEANT = {*("Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No", "Sm", "Sc", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po")}
UNTOLD = "Kegiatan"
# People type *bold*, _italic_ and ~struck~ in Telegram and WhatsApp: the marks are no part of a name.
_MARKS = re.compile(r"(?<!\w)([*_~])(?=\S)(.+?)(?<=\S)\1(?!\w)")
NBSP = "\xa0"
_GLUE = (
    re.compile(
        r"\b(Nomor|No\.|Nomer|Pasal|Ayat|Tahap|Angkatan|Jilid|Edisi|Seri|Bab|Ke|Tahun|Pukul) (?=[\dIVX])", re.IGNORECASE
    ),
    re.compile(r"\b(KPU|Bawaslu|DPRD|Polres|Kodim) (?=(?:RI|Kota|Kab)\b)"),
    re.compile(r"\b(Kota|Kabupaten|Kab\.|Provinsi|Prov\.|Kecamatan|Kec\.|H\.|Hj\.|Dr\.|Drs\.) (?=[A-Z])"),
    re.compile(
        r"(\d) (?=(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)\b)"
    ),
    re.compile(r" (?=[–—&/-] )"),
    re.compile(r" (?=#?\d{1,3}$)"),
)
_SOFT_ENDS = "/._@-–"
_LONELY = 0.7  # a single word on the last line that leaves this much of it empty
_Line = tuple[int, float, str]


@dataclass(frozen=True)
class Set:
    """Lines set in one size, in pixels; `cut` where words were left out."""

    lines: tuple[str, ...]
    size: float
    cut: bool = False


def clean(text: str) -> str:
    """The text with only what our fonts can write, in letters that mean the same; no emoji, no control characters."""
    plain = re.sub(r"\(\s*\)", "", "".join(_all_written(text)))
    return _MARKS.sub(r"\2", " ".join(plain.split()))


def said(text: str) -> str:
    """The words of a caption; UNTOLD where our fonts can write none of it."""
    return clean(text) or UNTOLD


def lost(text: str) -> str:
    """The letters, digits and signs of the text that our fonts cannot write, each once; emoji are no loss."""
    told = (char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char) in _MEANT)
    return "".join(dict.fromkeys(char for char in told if not _written(char)))


def _all_written(text: str) -> Iterator[str]:
    before = ""
    for char in unicodedata.normalize("NFC", text):
        # "1⅓" must not become "11/3".
        yield " " if before.isdigit() and not known(char) and _kind(char) == "<fraction>" else ""
        yield _written(char)
        before = char


@lru_cache(maxsize=1024)
def _written(char: str) -> str:
    """What stands for a character: itself, what means the same, or nothing."""
    if char.isspace():
        return " "
    if known(char):
        return char
    kind, folded = _kind(char), unicodedata.normalize("NFKC", char).translate(_ALIKE)
    same = _ALIKE.get(ord(char)) or _SHAPES.get(kind, "{}").format(folded.replace("\N{FRACTION SLASH}", "/"))
    if all(map(known, same)):
        return same
    # An accent may go; a stroke through a sign turns its meaning around.
    return "".join(filter(known, unicodedata.normalize("NFD", char))) if char.isalpha() else ""


def _kind(char: str) -> str:
    """How Unicode makes a character out of others: "<circle>", "<super>"; "" where it does not."""
    told = unicodedata.decomposition(char).partition(" ")[0]
    return told if told.startswith("<") else ""


@lru_cache(maxsize=1024)
def glue(text: str) -> str:
    """Put no-break spaces where a line must not end."""
    for pattern in _GLUE:
        text = pattern.sub(lambda found: found[0].replace(" ", NBSP), text)
    return text


def _words(text: str, weight: Weight, size: float, wide: float) -> list[str]:
    words: list[str] = []
    for word in glue(text).split(" "):
        if width(word, weight, size) <= wide:
            words.append(word)
        else:
            words += (piece for part in word.split(NBSP) for piece in _broken(part, weight, size, wide))
    return [word for word in words if word]


def _broken(word: str, weight: Weight, size: float, wide: float) -> list[str]:
    """Cut a word that is wider than the line: after a sign where it has one, else with a hyphen between the words that
    are written as one in it, between syllables, or at last anywhere."""
    pieces = []
    while width(word, weight, size) > wide and len(word) > 1:
        hyphen = width("-", weight, size)
        count = max(1, sum(x + hyphen <= wide for x in places(word, weight, size)[1:-1]))
        while count > 1 and width(word[:count] + "-", weight, size) > wide:
            count -= 1
        soft = max((k + 1 for k in range(count) if word[k] in _SOFT_ENDS and k > count // 3), default=0)
        at = soft or _parted(word, count)
        pieces.append(word[:at] if soft else word[:at] + "-")
        word = word[at:]
    return [*pieces, word]


def _parted(word: str, most: int) -> int:
    """How many letters of the word come before the hyphen, of at most so many."""
    for places_ in (syllables.joints(word), syllables.cuts(word)):
        if fitting := [at for at in places_ if most // 3 < at <= most]:
            return max(fitting)
    return most


def _filled(text: str, weight: Weight, size: float, wide: float) -> list[str]:
    return filled(_words(text, weight, size, wide), wide, lambda line: width(line, weight, size))


def count(text: str, weight: Weight, size: float, wide: float) -> int:
    """The number of lines that the text needs if every line is filled before the next begins."""
    lines, begin = 0, -inf
    for left, right in _spans(text, weight):
        if (right - left) / 1000 * size > wide:
            return len(_filled(text, weight, size, wide))
        if (right - begin) / 1000 * size > wide:
            lines, begin = lines + 1, left
    return lines


@lru_cache(maxsize=512)
def _spans(text: str, weight: Weight) -> tuple[tuple[int, int], ...]:
    """Where each word begins and ends in a line of all of them, in thousandths of an em; kept, for the layout asks for
    the same few texts at many sizes and widths."""
    words = [word for word in glue(text).split(" ") if word]
    edges, ends = steps(" ".join(words), weight), accumulate(len(word) + 1 for word in words)
    return tuple((edges[end - 1 - len(word)], edges[end - 1]) for word, end in zip(words, ends, strict=True))


def wrap(text: str, weight: Weight, size: float, wide: float) -> tuple[str, ...]:
    """The fewest lines that hold the text, and among those the most even ones."""
    words = _words(text, weight, size, wide)
    lines = [_lines_from(words, start, weight, size, wide) for start in range(len(words))]
    reached: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    while words and len(words) not in reached:
        following: dict[int, tuple[float, tuple[str, ...]]] = {}
        for start, (cost, before) in reached.items():
            for end, slack, line in lines[start]:
                following[end] = min(following.get(end, (inf, ())), (cost + slack, (*before, line)))
        reached = following
    return reached[len(words)][1]


def _lines_from(words: Sequence[str], start: int, weight: Weight, size: float, wide: float) -> list[_Line]:
    """The lines that may begin with this word: the index at which the next line begins, the raggedness, the text."""
    found: list[_Line] = []
    for end in range(start + 1, len(words) + 1):
        line = " ".join(words[start:end])
        room = (wide - width(line, weight, size)) / wide
        if room < 0:
            break
        lonely = end == len(words) and end - start == 1 and room > _LONELY
        found.append((end, room**2 + 0.35 * lonely, line))
    return found


def fit(text: str, weight: Weight, wide: float, sizes: Sequence[float], rows: Callable[[float], int]) -> Set:
    """The text in the first of `sizes` at which it needs no more lines than `rows` allows; else cut, in the last size.

    `sizes` fall, in pixels like `wide`; `rows` says how many lines there may be at a size.
    """
    for size in sizes:
        if count(text, weight, size, wide) <= rows(size):
            return Set(wrap(text, weight, size, wide), size)
    size = sizes[-1]
    lines = _filled(text, weight, size, wide)[: max(1, rows(size))]
    return Set((*lines[:-1], _shortened(lines[-1], weight, size, wide)), size, cut=True)


def one_line(
    text: str, weight: Weight, size: float, wide: float, smallest: float, tracking: float = 0
) -> tuple[str, float]:
    """The text as one line, and its size: `size`, or less where it must be; cut where even `smallest` is too large."""
    shown = clean(text)
    size = max(smallest, min(size, size * wide / max(1.0, width(shown, weight, size, tracking))))
    return (
        shown if width(shown, weight, size, tracking) <= wide + 0.5 else _shortened(shown, weight, size, wide)
    ), size


def _shortened(line: str, weight: Weight, size: float, wide: float) -> str:
    while line and width(line + "…", weight, size) > wide:
        line = line[:-1] if " " not in line else line.rsplit(" ", 1)[0]
    return line.rstrip(" \xa0,.;:–-") + "…"
