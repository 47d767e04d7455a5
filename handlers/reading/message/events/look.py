"""Looks at the items of an event from any of them: which word stands there, whose cue it is, where the name begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.words import STOP, Word
from handlers.reading.message.parts import Kind

Item = Word | Found
_BEFORE = {Kind.PLACE, Kind.PARTNER, Kind.PEOPLE}


@dataclass(frozen=True)
class Look:
    items: Sequence[Item]
    names: Names

    def word(self, at: int) -> Word | None:
        """The word at this place, None for a sign and a fact."""
        item = self.items[at] if 0 <= at < len(self.items) else None
        return item if isinstance(item, Word) and not item.is_sign else None

    def low(self, at: int) -> str:
        word = self.word(at)
        return word.low if word else ""

    def raw(self, at: int) -> str:
        word = self.word(at)
        return word.raw if word else ""

    def head(self, at: int) -> bool:
        """Whether the word of an event stands there; "ruang rapat" is a room."""
        return is_head(self.low(at), self.low(at + 1)) and self.low(at - 1) not in cues.ROOMS

    def cue(self, at: int) -> Kind | None:
        """The role that the word there introduces."""
        low = self.low(at)
        if (self.low(at - 1), low) in cues.PAIRS:
            return None
        if (low, self.low(at + 1)) == ("dalam", "rangka"):
            return Kind.SUBJECT
        return Kind.PLACE if low in cues.STREETS else cues.CUES.get(low)

    def stretch(self, at: int) -> list[Word]:
        """The words from here to the next fact or the end of the sentence."""
        found = list[Word]()
        for item in self.items[at:]:
            if not isinstance(item, Word) or item.low == STOP:
                break
            found.append(item)
        return found

    def begun(self, at: int) -> bool:
        """Whether the name of an institution begins there."""
        run = self.stretch(at)
        return bool(run) and self.names.begun(run, 0, len(run)) is not None


def is_head(low: str, following: str = "") -> bool:
    """Whether a word, perhaps with the one behind it, says that something happened."""
    return low in cues.HEADS or (low, following) in cues.PAIRS


def first_word(items: Sequence[Item]) -> int:
    return next((n for n, item in enumerate(items) if isinstance(item, Word) and not item.is_sign), 0)


def start_of(look: Look) -> int:
    """Where the name of the event begins: behind openers, and behind who did it, where and with whom."""
    at, kept = 0, -1
    while at < len(look.items):
        word = look.word(at)
        if word is None or _opens(look, at):
            at += 1
        elif look.head(at) or not _before_it(word) or (word.low in cues.ATTENDED and look.head(at + 1)):
            return _corrected(look, at)
        else:
            kept = at if kept < 0 else kept
            at = _done(look, at + 1)
    return max(kept, 0)


def _opens(look: Look, at: int) -> bool:
    """Whether a word only opens what is told: "telah dilaksanakan", "siang" before "rapat"."""
    if look.head(at):
        return False
    low = look.low(at)
    return low in cues.OPENERS | cues.DOING or (low in cues.PARTS_OF_DAY and look.head(at + 1))


def _before_it(word: Word) -> bool:
    return word.low in cues.ACTORS | cues.TITLES | cues.NOTHING or cues.CUES.get(word.low) in _BEFORE


def _done(look: Look, at: int) -> int:
    """Where it is said what was done: the next head or verb of doing in the sentence, else the next sentence."""
    for place in range(at, len(look.items)):
        item = look.items[place]
        if isinstance(item, Word) and (item.low == STOP or item.low in cues.DOING or look.head(place)):
            return place
    return len(look.items)


def _corrected(look: Look, at: int) -> int:
    """Where the name begins that somebody put in the place of the first one: "apel, eh senam"."""
    slips = (n for n in range(at + 1, len(look.items)) if look.low(n) in cues.SLIPS)
    return next((n + 1 for n in slips if look.head(n + 1)), at)
