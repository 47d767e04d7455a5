"""Whether words are those of an event: what vouches for a name."""

from collections.abc import Sequence
from itertools import pairwise

from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.look import is_head
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.several.rows import acronym
from handlers.reading.message.events.vocabulary.heads import DONE, FORMED, NAMED
from handlers.reading.message.events.words import Word

# Letters of an acronym, of which more are a word in capitals.
_ACRONYM = 6
# The word of an event is one of the first of its name, and somebody's house one of the first two.
_OPENING, _HOUSE = 4, 2
_CAME = table("datang hadir minta meminta tanya bertanya menanyakan diminta ambil mengambil urus mengurus")
LEADS = cues.OPENERS | cues.PARTICLES | cues.TITLES | cues.ACTORS | cues.PRONOUNS


def vouched(words: Sequence[Word], names: Names) -> bool:
    """Whether one of the first words says that an event is told: the word of one, a form in which doings are told, an
    acronym, an institution; or somebody came."""
    first = [word for word in words if not word.is_sign and word.low not in LEADS][:_OPENING]
    if not first:
        return False
    heads = any(is_head(one.low, two.low) for one, two in pairwise([*first, *words[-1:]]))
    came = not _CAME.isdisjoint(word.low for word in words)
    return heads or came or _does(first) or _short(words, first[0]) or any(n.at < _HOUSE for n in names.all(first))


def _does(first: Sequence[Word]) -> bool:
    low = first[0].low
    return any(formed(word.low) for word in first) or low in NAMED or low == "ke" or cues.deed(low)


def _short(words: Sequence[Word], first: Word) -> bool:
    """Whether it begins with an acronym, and is not written in capitals throughout."""
    letters = [word.raw for word in words if word.raw.isalpha()]
    capitals = all(map(str.isupper, letters)) and max(map(len, letters), default=0) > _ACRONYM
    return acronym(first) and not capitals


def formed(low: str) -> bool:
    """Whether a word is by its form the name of a doing."""
    return any(pattern.fullmatch(low) for pattern in (DONE, FORMED))
