"""What vouches for a name: how surely words are those of an event."""

from collections.abc import Sequence
from itertools import pairwise

from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.houses.rooms import OWN_ROOMS
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.several.rows import acronym
from handlers.reading.message.events.vocabulary.heads import DONE, FORMED, NAMED, PARTS, is_head
from handlers.reading.message.events.words import Word

# Letters of an acronym, of which more are a word in capitals.
_ACRONYM = 6
# The word of an event is one of the first of its name, and somebody's house one of the first two.
_OPENING, _HOUSE = 4, 2
_CAME = table("datang hadir minta meminta tanya bertanya menanyakan diminta ambil mengambil urus mengurus")
# Words before those that tell what was held.
_BEFORE = table(
    "izin ijin idzin mohon melaporkan melapor menyampaikan pertama kedua ketiga keempat kelima satu satunya ikut turut"
)
# They begin what is said of konten, of which no event is the name.
POSTED = table(
    "tayang terbit dimuat konten kontennya posting postingan unggahan medsos feed feeds story stories reel reels poster"
    " flyer infografis infografik meme quotes pamflet twibbon"
)
LEADS = cues.OPENERS | cues.PARTICLES | cues.TITLES | cues.ACTORS | cues.PRONOUNS
# How surely words tell an event: they begin with the word of one; they have an acronym, an institution, a noun of what
# was done; they only say what somebody did.
EVENT, NOUN, VERB, NOTHING = 3, 2, 1, 0


def rank(words: Sequence[Word], names: Names) -> int:
    """What vouches best for words as the name of an event."""
    first = [word for word in words if not word.is_sign and word.low not in LEADS][:_OPENING]
    if not first or first[0].low in POSTED:
        return NOTHING
    begun = [word for word in first if word.low not in _BEFORE | cues.PARTS_OF_DAY] or first
    heads = [is_head(one.low, two.low) for one, two in pairwise([*begun, *words[-1:]])]
    if begun[0].low in OWN_ROOMS:
        return NOTHING  # "lapangan futsal", whatever is played there
    who = names.begun(words, 0, len(words)) if words[0] is first[0] else None
    if (heads[0] and begun[0].low not in PARTS) or (who and any(w.low in cues.ARRIVED for w in words[who.end :][:1])):
        return EVENT
    noun = any(formed(word.low) for word in first) or first[0].low in NAMED or any(heads)
    if noun or _short(words, first[0]) or any(n.at < _HOUSE for n in names.all(first)):
        return NOUN
    came = not _CAME.isdisjoint(word.low for word in words)
    return VERB if came or first[0].low == "ke" or cues.deed(first[0].low) else NOTHING


def vouched(words: Sequence[Word], names: Names) -> bool:
    """Whether anything says that an event is told."""
    return rank(words, names) > NOTHING


def _short(words: Sequence[Word], first: Word) -> bool:
    """Whether it begins with an acronym, and is not written in capitals throughout."""
    letters = [word.raw for word in words if word.raw.isalpha()]
    capitals = all(map(str.isupper, letters)) and max(map(len, letters), default=0) > _ACRONYM
    return acronym(first) and not capitals


def formed(low: str) -> bool:
    """Whether a word is by its form the name of a doing."""
    return any(pattern.fullmatch(low) for pattern in (DONE, FORMED))
