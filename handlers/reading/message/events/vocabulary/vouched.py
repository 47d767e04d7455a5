"""Whether words are those of an event: what vouches for a name."""

from collections.abc import Sequence
from itertools import pairwise

from handlers.reading.message.events import cues
from handlers.reading.message.events.look import is_head
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.several.rows import acronym
from handlers.reading.message.events.vocabulary.heads import DONE, FORMED, NAMED
from handlers.reading.message.events.words import Word

# The word of an event is one of the first of its name.
_OPENING = 4
LEADS = cues.OPENERS | cues.PARTICLES | cues.TITLES | cues.ACTORS | cues.PRONOUNS


def vouched(words: Sequence[Word], names: Names) -> bool:
    """Whether one of the first words says that an event is told: the word of one, a form in which doings are told, an
    acronym, an institution."""
    first = [word for word in words if not word.is_sign and word.low not in LEADS][:_OPENING]
    if not first:
        return False
    heads = any(is_head(one.low, two.low) for one, two in pairwise([*first, *words[-1:]]))
    begins = first[0].low in NAMED or cues.deed(first[0].low) or first[0].low == "ke"
    capitals = all(word.raw.isupper() for word in words if word.raw.isalpha())
    shaped = any(formed(word.low) for word in first) or (acronym(first[0]) and not capitals)
    return heads or shaped or begins or any(names.all(first))


def formed(low: str) -> bool:
    """Whether a word is by its form the name of a doing."""
    return any(pattern.fullmatch(low) for pattern in (DONE, FORMED))
