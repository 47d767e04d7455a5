"""Whether somebody was at what another one held: "ikut rapat", "hadir dalam undangan apel"."""

from handlers.reading.message.events import cues
from handlers.reading.message.events.look import Look
from handlers.reading.message.events.vocabulary.heads import SPEAKERS

# No more words stand between "hadir" and the event.
_NEAR = 6
_WHO = cues.ACTORS | cues.TITLES


def attends(look: Look, at: int) -> bool:
    """Whether the word there says so, before an event or a name that no list has."""
    if look.low(at) not in cues.ATTENDED:
        return False
    behind = (n for n in range(at + 1, at + _NEAR) if look.low(n) not in cues.AT_IT)
    there = next(behind, at)
    return look.head(there) or look.low(there) in SPEAKERS or _at_feast(look, at)


def _at_feast(look: Look, at: int) -> bool:
    """Whether the name of no list follows: "Pak Ketua hadir Seren Taun"."""
    behind = look.word(at + 1)
    if behind is None or look.low(at) != "hadir" or not {look.low(at - 1), look.low(at - 2)} & _WHO:
        return False
    somebody = behind.low in _WHO | look.names.gazetteer.own or look.names.kind(behind) or look.cue(at + 1)
    return behind.raw.istitle() and not somebody
