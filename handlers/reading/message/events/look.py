"""Looks at the items of an event from any of them: which word stands there, whose cue it is, where the name begins."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.vocabulary.heads import HEADS, PAIRS, SPEAKERS
from handlers.reading.message.events.words import STOP, Word, words
from handlers.reading.message.parts import Kind

Item = Word | Found
_JUST = frozenset({("baru", "saja"), ("kurang", "lebih"), ("susunan", "acara")})
# No more words stand between "hadir" and the event.
_NEAR = 6
# Words of a subject, and what stands before our name in a release: "Kupang, 12/5 – KPU …".
_SUBJECT, _DATELINE = 20, 8
_LETTERS, _MATTER = frozenset({"undangan", "surat"}), frozenset({"hal", "perihal"})
_VERBAL = ("me", "ber", "jadi", "nge")
_NO_SUBJECT = table("yang untuk guna agar supaya karena setelah di . ;")
_IN_ORDER = frozenset({"untuk", "guna"})
_BEFORE = {Kind.PLACE, Kind.PARTNER, Kind.PEOPLE}


@dataclass
class Run:
    """Items of one role. `cue`: the words before them that say so; `inline`: it stands in the clause of the event's
    name, so that the name may hold it."""

    kind: Kind
    items: list[Item] = field(default_factory=list)
    cue: list[Word] = field(default_factory=list)
    inline: bool = False

    @property
    def words(self) -> list[Word]:
        return [one for one in self.items if isinstance(one, Word)]


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

    def leading(self, at: int) -> int:
        """How many words lead to the place whose cue stands there: "bertempat di", "start dan finish di"; a street is
        its own cue."""
        if self.low(at) in cues.STREETS:
            return 0
        if self.low(at) not in cues.ROUTE:
            return 1 + (self.low(at) != "di" and self.low(at + 1) == "di")
        behind = (item.low if isinstance(item, Word) else "" for item in self.items[at + 1 :])
        return 1 + sum(1 for _ in takewhile(cues.ON_THE_WAY.__contains__, behind))

    def head(self, at: int) -> bool:
        """Whether the word of an event stands there; "ruang rapat" is a room."""
        return is_head(self.low(at), self.low(at + 1)) and self.low(at - 1) not in cues.ROOMS

    def of_name(self, at: int) -> bool:
        """Whether a noun right behind the word of the event goes on with the name: "penetapan hasil seleksi"."""
        behind = self.head(at - 1) or (self.low(at - 2), self.low(at - 1)) in PAIRS
        return self.low(at) in cues.NOUNS and behind and self.word(at + 1) is not None

    def cue(self, at: int) -> Kind | None:
        """The role that the word there introduces."""
        low, after = self.low(at), self.low(at + 1)
        if (self.low(at - 1), low) in PAIRS or self._no_cue(at):
            return None
        if (low, after) == ("dalam", "rangka"):
            return Kind.SUBJECT
        if low in cues.FOLLOWS:
            return Kind.PARTNER if after == "undangan" else None
        return Kind.PLACE if low in cues.STREETS or (low, after) == ("titik", "kumpul") else cues.CUES.get(low)

    def _no_cue(self, at: int) -> bool:
        """Whether a word that may be a cue is none here: "survei lokasi kirab", "menghadiri undangan Kejari", "hadir
        di"."""
        low, after = self.low(at), self.low(at + 1)
        if low in cues.HELPED:
            named = self.word(at - 1) is not None and self.low(at - 1) not in cues.ATTENDED
            return not self.begun(at + 1) or (low == "undangan" and named)
        seen = low == "lokasi" and (self.head(at - 1) or cues.deed(self.low(at - 1)))
        khusus = low == "lokasi" and after in cues.NO_LOCATION
        absent = self.low(at - 1) in cues.ABSENT or (low == "peserta" and after in cues.DID)
        if cues.CUES.get(low) is Kind.PEOPLE and absent:
            return True
        return khusus or (seen and after not in cues.ROOMS) or (low == "hadir" and after in cues.AT_WHICH)

    def stretch(self, at: int) -> list[Word]:
        """The words from here to the next fact or the end of the sentence."""
        found = list[Word]()
        for item in self.items[at:]:
            if not isinstance(item, Word) or item.low == STOP:
                break
            found.append(item)
        return found

    def behind(self, at: int) -> int:
        """The next item, past an hour: "pagi jam 9 rapat"."""
        item = self.items[at + 1] if at + 1 < len(self.items) else None
        return at + 1 + (isinstance(item, Found) and item.kind is Kind.HOUR)

    def sentence(self, at: int) -> int:
        """Where the sentence ends that this item is in."""
        return next((n for n in range(at, len(self.items)) if _ends(self.items[n])), len(self.items))

    def ours(self, at: int) -> int:
        """The place behind the name of an office of our own kind that begins here; 0 where none does."""
        run = self.stretch(at)
        count = self.names.ours(run) if run else 0
        return at + count if count else 0

    def begun(self, at: int) -> bool:
        """Whether the name of an institution begins there."""
        run = self.stretch(at)
        return bool(run) and self.names.begun(run, 0, len(run)) is not None


def _ends(item: Item) -> bool:
    return isinstance(item, Word) and item.low == STOP


def is_head(low: str, following: str = "") -> bool:
    """Whether a word, perhaps with the one behind it, says that something happened."""
    return low in HEADS or (low, following) in PAIRS


def first_word(items: Sequence[Item]) -> int:
    return next((n for n, item in enumerate(items) if isinstance(item, Word) and not item.is_sign), 0)


def start_of(look: Look) -> int:
    """Where the name of the event begins: behind openers, and behind who did it, where and with whom."""
    at, kept = 0, -1
    while at < len(look.items):
        word = look.word(at)
        if word is None or _opens(look, at):
            at += 1
        elif look.head(at) or _attends(look, at):
            return _corrected(look, at)
        elif letter := _of_letter(look, at):
            return letter
        elif done := _of_subject(look, at):
            kept, at = at if kept < 0 else kept, done
        elif not _before_it(word) or _headline(look, at):
            return _corrected(look, at)
        else:
            kept = at if kept < 0 else kept
            at = _done(look, at + 1)
    return max(kept, 0)


def _of_letter(look: Look, at: int) -> int:
    """Where a letter says to what it asks: behind "hal" of "Undangan Kesbangpol nomor … hal rapat desk"; else 0."""
    if look.low(at) not in _LETTERS:
        return 0
    end = min(look.sentence(at), at + _SUBJECT)
    return next((n + 1 for n in range(at + 1, end) if look.low(n) in _MATTER and look.head(n + 1)), 0)


def _of_subject(look: Look, at: int) -> int:
    """Where it is said what somebody did whose name begins here: "KPU Kota X menggelar …", "Bapak A, S.H., hadir …";
    where a headline or the name of our house stands here, in the sentence below it. 0 where neither is so."""
    end = look.sentence(at)
    ours = next((n for n in range(end + 1, end + 1 + _DATELINE) if look.ours(n)), 0)
    below = _verb(look, ours) if ours else 0
    if below and look.ours(at) and look.low(below) in cues.ACTIVE:
        return below  # a headline and its lead
    if verb := _verb(look, at):
        return verb
    if any(look.head(n) for n in range(at, end)):
        return 0
    alone = (name := look.ours(at)) and not any(look.low(n) for n in range(name, end))
    return end + 1 if alone else below


def _headline(look: Look, at: int) -> bool:
    """Whether the sentence that begins here with our name tells of nothing that anybody did ("KPU GOES TO SCHOOL"), and
    the one below does not begin with an event."""
    end = look.sentence(at)
    below = next((n for n in range(end, len(look.items)) if look.word(n) and not _opens(look, n)), end)
    return not look.head(below) and look.ours(at) > 0 and not any(look.head(n) or look.cue(n) for n in range(at, end))


def _verb(look: Look, at: int) -> int:
    """Where the active verb of a sentence stands, behind its subject."""
    for place in range(at, min(at + _SUBJECT, len(look.items))):
        item = look.items[place]
        low = item.low if isinstance(item, Word) else ""
        if low in cues.ACTIVE and place > at:
            return place
        if look.head(place):
            return place if place > at and low.startswith(_VERBAL) else 0
        if low in _NO_SUBJECT:
            return 0
    return 0


def _opens(look: Look, at: int) -> bool:
    """Whether a word only opens what is told: "telah dilaksanakan", "siang" before "rapat"."""
    if look.head(at):
        return False
    low = look.low(at)
    if low in cues.BEFORE_HEAD and look.head(at + 1):
        return True
    if low == "yang" and cues.CUES.get(look.low(at + 1)) is Kind.PEOPLE:
        return True
    if (low, look.low(at + 1)) in _JUST or (look.low(at - 1), low) in _JUST:
        return True
    return low in cues.OPENERS | cues.DOING or (low in cues.PARTS_OF_DAY and look.head(look.behind(at)))


def _before_it(word: Word) -> bool:
    if word.low in cues.HELPED:
        return False
    return word.low in cues.ACTORS | cues.TITLES | cues.NOTHING | cues.REASONS or cues.CUES.get(word.low) in _BEFORE


def _attends(look: Look, at: int) -> bool:
    """Whether somebody was at what another one held: "ikut rapat", "hadir dalam undangan apel"."""
    behind = (n for n in range(at + 1, at + _NEAR) if look.low(n) not in cues.AT_IT)
    there = next(behind, at)
    return look.low(at) in cues.ATTENDED and (look.head(there) or look.low(there) in SPEAKERS)


def _done(look: Look, at: int) -> int:
    """Where it is said what was done: the next head or verb of doing in the sentence, else the next sentence."""
    for place in range(at, len(look.items)):
        item = look.items[place]
        done = isinstance(item, Word) and (item.low == STOP or item.low in cues.DOING or look.head(place))
        done = done or (look.low(place - 1) in _IN_ORDER and look.low(place).startswith("me"))
        if done or _attends(look, place):
            return place
    return len(look.items)


def _corrected(look: Look, at: int) -> int:
    """Where the name begins that somebody put in the place of the first one: "apel, eh senam"."""
    slips = (n for n in range(at + 1, len(look.items)) if look.low(n) in cues.SLIPS)
    return next((n + 1 for n in slips if look.head(n + 1)), at)


def items(facts: Sequence[Found], text: str, start: int, end: int) -> Iterator[Item]:
    """The words and facts of [start, end), of those letters that `text` shows."""
    first = bisect_right(facts, start, key=lambda fact: fact.end)
    held = deque(takewhile(lambda fact: fact.start < end, facts[first:]))
    shown = deque(fact for fact in held if text[fact.start : fact.end].strip())
    for word in words(text, start, end):
        while held and held[0].end <= word.start:
            held.popleft()
        while shown and shown[0].start <= word.start:
            yield shown.popleft()
        if not held or held[0].start >= word.end:
            yield word
        elif len(held) < 2 or held[1].start >= word.end:  # noqa: PLR2004 - the next fact
            # What sticks out of a fact: of "2022/09.00" the hour.
            yield from words(text, word.start, held[0].start)
            if shown and shown[0].start <= held[0].start and held[0].end < word.end:
                yield shown.popleft()
            yield from words(text, held[0].end, word.end)
    yield from shown
