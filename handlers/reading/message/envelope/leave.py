"""Past courtesies of any tongue, which no list knows, up to where somebody asks for leave to report."""

import re

from handlers.reading.message.envelope import courtesies as words
from handlers.reading.message.envelope.scan import WORD, titles
from handlers.reading.message.events import cues
from handlers.reading.message.events.vocabulary.heads import HEADS

# Letters of courtesies of which more are a report.
_MOST = 160
_TOLD = (
    r"(?:melapor(?:kan)?|lapor(?:kan|an)?|menyampaikan|sampaikan|menginfokan|menginformasikan|share|ngelapor|nglapor)"
)
_LEAVE = re.compile(
    rf"(?<=[,.!\n])[ \t]*(?=(?:(?:mohon|mhn|mau|minta|nyuwun)\s+)?(?:i[zj]in|idzin)\s+(?:\w+\s+){{0,2}}?{_TOLD}\b)",
    re.IGNORECASE,
)
_TELLS = HEADS | cues.CUES.keys() | cues.DOING


def asked_behind(flat: str, at: int, end: int) -> int:
    """Where leave is asked behind words that tell nothing: no event, nobody by name, no number; `at` where none is."""
    found = _LEAVE.search(flat, at, min(end, at + _MOST))
    return found.end() if found and not _tells(flat, at, found.start()) else at


def _tells(flat: str, at: int, end: int) -> bool:
    told = list(WORD.finditer(flat, at, end))
    named = any(_named(flat, one) for one in told)
    return named or any(one[0].casefold() in _TELLS or any(map(str.isdigit, one[0])) for one in told)


def _named(flat: str, word: re.Match[str]) -> bool:
    """Whether a word has a capital in the midst of a sentence, and is neither title nor role."""
    begins = not flat[: word.start()].strip() or flat[: word.start()].rstrip()[-1] in ".!?\n,"
    return word[0][0].isupper() and not (begins or titles(word[0]) or word[0].casefold() in words.ROLES)
