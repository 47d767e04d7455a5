"""Looks at the items of an event from any of them: which word stands there, and whose cue it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from handlers.reading.daerah import negation
from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.houses.rooms import OWN_ROOMS, center, hotel
from handlers.reading.message.events.names import REACH, Names
from handlers.reading.message.events.vocabulary.heads import HANDED, PAIRS, PARTS, is_head, long_forms
from handlers.reading.message.events.words import COMMA, SHUT, STOP, Word
from handlers.reading.message.parts import Kind

Item = Word | Found
# Rooms that are called by no event.
_YARDS = frozenset({"gudang", "halaman", "hotel", "pasar", "alun-alun", "masjid"})
_CALLED = cues.ROOMS - _YARDS
_WORKING = frozenset({"kerja", "bekerja"})
_ALLIED = frozenset({"kerjasama", "bekerjasama", "kerja sama", "bekerja sama"})
_COMPANY = frozenset({"kerja", "tamu", "rombongan", "collab", "kolab", "kolaborasi", "barengan"})
# Words behind "yang" that say that something was held.
_HELD = 6
# Words before another event, and how many.
_LEADS, _LED = cues.OPENERS | cues.NEXT | cues.PARTS_OF_DAY | cues.ATTENDED | {"minggu"}, 4


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

    def item(self, at: int) -> Item | None:
        return self.items[at] if 0 <= at < len(self.items) else None

    def word(self, at: int) -> Word | None:
        """The word at this place, None for a sign and a fact."""
        item = self.item(at)
        return item if isinstance(item, Word) and not item.is_sign else None

    def low(self, at: int) -> str:
        return self._lows[at] if 0 <= at < len(self._lows) else ""

    @cached_property
    def _lows(self) -> list[str]:
        return [one.low if isinstance(one, Word) and not one.is_sign else "" for one in self.items]

    def raw(self, at: int) -> str:
        word = self.word(at)
        return word.raw if word else ""

    def sign(self, at: int) -> str:
        """The letters of a word or a sign, "" for a fact."""
        item = self.item(at)
        return item.raw if isinstance(item, Word) else ""

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
        pair = (self.low(at), self.low(at + 1))
        room = self.low(at - 1) in _CALLED and not pair[0].startswith(("me", "ber"))
        return pair in PAIRS or (is_head(*pair) and not room)

    def of_name(self, at: int) -> bool:
        """Whether a noun right behind the word of the event goes on with the name: "penetapan hasil seleksi"."""
        before = self.low(at - 1)
        titled = self.raw(at).istitle() and self.raw(at - 1).istitle()  # "Tindak Lanjut Hasil Pengawasan"
        behind = titled or self.head(at - 1) or (self.low(at - 2), before) in PAIRS or before in cues.PAPERS
        return self.low(at) in cues.NOUNS and behind and self.word(at + 1) is not None

    def cue(self, at: int) -> Kind | None:
        """The role that the word there introduces."""
        low, after = self.low(at), self.low(at + 1)
        if (self.low(at - 1), low) in PAIRS or self._no_cue(at):
            return None
        if low in _ALLIED and self.begun(at + 1):
            return Kind.PARTNER
        if (low, after) == ("dalam", "rangka") or (low in negation.WORDS and after == "ada"):
            return Kind.SUBJECT
        if (self.low(at - 1), low) == ("yang", "datang"):
            return Kind.PEOPLE
        if low in cues.FOLLOWS:
            return Kind.PARTNER if after == "undangan" else None
        return Kind.PLACE if low in cues.STREETS or (low, after) == ("titik", "kumpul") else cues.CUES.get(low)

    def _no_cue(self, at: int) -> bool:
        """Whether a word that may be a cue is none here: "survei lokasi kirab", "kerja sama bidang hukum",
        "menghadiri undangan Kejari", "hadir di"."""
        low, after = self.low(at), self.low(at + 1)
        if low in cues.HELPED:
            named = self.word(at - 1) is not None and self.low(at - 1) not in cues.ATTENDED
            return not self.begun(at + 1) or (low == "undangan" and named)
        seen = low == "lokasi" and (self.head(at - 1) or cues.deed(self.low(at - 1)))
        spoken = low == "lokasi" and (
            self.low(at - 1) == "calon" or cues.CUES.get(self.low(at - 1)) is Kind.SUBJECT or self.raw(at - 1).isdigit()
        )
        if low == "dari" and self.low(at - 1) in cues.BACK:
            return True
        khusus = (low == "lokasi" and after in cues.NO_LOCATION) or (low == "hadir" and after in cues.AT_WHICH)
        if low in cues.ATTENDED and after == "dari" and self.low(at + 2) in cues.ROOMS and self.low(at - 1) != "yang":
            return True
        if low == "sebanyak" and self.low(at + 2) in cues.THINGS:
            return True
        working = self.raw(at) == "sama" and self.low(at - 1) in _WORKING and not self.begun(at + 1)
        absent = self.low(at - 1) in cues.ABSENT or (low == "peserta" and after in cues.DID)
        if cues.CUES.get(low) is Kind.PEOPLE and absent:
            return True
        return working or khusus or spoken or (seen and after not in cues.ROOMS)

    def aside(self, at: int, now: Kind | None) -> bool:
        """Whether a word is only spoken along the way, in the role `now`: "ya", a title alone as in "sampai jam 9 pak",
        the part of the day that stands before it ("Sabtu malam")."""
        alone = not self.low(at - 1) and not self.low(at + 1)
        begins = self.low(at) == "start" and self._is(at + 1, Kind.HOUR)  # "start jam 6"
        spoken = begins or self.low(at) in cues.PARTICLES or (alone and self.low(at) in cues.TITLES)
        return (now in {Kind.DAY, Kind.SUBJECT} and self.of_day(at)) or (spoken and now not in {None, Kind.PLACE})

    def of_day(self, at: int) -> bool:
        """Whether it is the part of the day that stands before it: "Sabtu malam"."""
        return self.low(at) in cues.PARTS_OF_DAY and self._is(at - 1, Kind.DAY)

    def _is(self, at: int, kind: Kind) -> bool:
        fact = self.item(at)
        return isinstance(fact, Found) and fact.kind is kind

    def room(self, at: int, *, later: bool) -> bool:
        """Whether a room is named there, not only which kind of one ("TPS khusus napi"), nor in a `later` sentence what
        is to become of it."""
        if center(clause := self.clause(at)) or hotel(clause):
            return True
        acts = later and any(cues.acts(one.low) for one in self.stretch(at))
        return self.low(at) in cues.ROOMS and self.low(at + 1) not in cues.NO_LOCATION and not acts

    def shortened(self, at: int) -> bool:
        """Whether only what is short for the words before it stands between two signs: "Rapat Koordinasi (Rakor)"."""
        short = (self.head(at + 1) and self.low(at + 1) not in cues.TOOLS) or (
            self.raw(at + 1).isupper() and not self.begun(at + 1)
        )
        return short and self.sign(at + 2) == SHUT

    def also(self, at: int) -> bool:
        """Whether "sama" only joins what was done: "ke Dinas A sama minta data"."""
        return self.low(at) == "bersama" and self.low(at + 1) in cues.DID

    def companion(self, at: int) -> bool:
        """Whether it is only said who went along: "aku sama Deni ke Lapas"."""
        who = self.raw(at + 1)
        spoken = self.low(at) == "bersama" and self.low(at - 1) in cues.ACTORS and who.isalpha() and not who.isupper()
        return spoken and not self.begun(at + 1)

    def officer(self, at: int) -> int:
        """How many words behind the title of one of ours say of what he is: "Kasubbag Keuangan"."""
        titled = self.low(at) in self.names.gazetteer.own and self.raw(at).istitle()
        behind = takewhile(lambda n: self.raw(n).istitle() and not self.head(n), range(at + 1, at + _LED))
        return len([*behind]) if titled else 0

    def closes(self, at: int, event: Run) -> bool:
        """Whether a word only says of the event before it that it was held, or is over."""
        told = len(event.items) != 1 or self.head(at - 1)
        return told and (self.low(at) in cues.HAPPENED or (self.low(at) in cues.OVER and self.word(at + 1) is None))

    def leads(self, at: int) -> bool:
        """Whether a word at the beginning of a clause only leads to what is told: "dilaksanakan", "kerja (sama
        dengan)"."""
        low, after = self.low(at), self.cue(at + 1)
        along = low in _COMPANY | cues.ATTENDED and after is Kind.PARTNER
        opens = low == "dilaksanakan" or (low in cues.OPENERS and after is Kind.PEOPLE)
        return along or opens or (low in cues.OVER and self.word(at + 1) is None)

    def another(self, at: int, runs: Sequence[Run]) -> bool:
        """Whether a clause begins, perhaps behind who was there and when, with the word of an event that is no part of
        the one before it."""
        first = next((n for n in range(at, at + _LED) if self.low(n) not in _LEADS or self.head(n)), at)
        if not self.head(first) or self.low(first) in PARTS | HANDED:
            return False
        told = long_forms(word.low for run in runs if run.kind is Kind.EVENT for word in run.words)
        heads = long_forms(self.low(n) for n in range(first, first + _LED) if self.head(n))
        return told.isdisjoint(heads)

    def held(self, at: int) -> int:
        """How many words behind "yang" say only that the event before it was held: "baru saja kami laksanakan"."""
        told = [*takewhile((cues.HELD | cues.SAYS_HELD).__contains__, self._lows[at : at + _HELD])]
        return len(told) if any(low in cues.HELD for low in told) else 0

    def clause(self, at: int) -> list[Word]:
        """The words from here to the next sign or fact."""
        return [*takewhile(lambda one: one.raw != COMMA, self.stretch(at))]

    def alone(self, at: int) -> int:
        """Where a clause ends that only tells a room ("aula kantor, rapat pleno"); 0 where none does."""
        end = at + len(self.clause(at))
        return end if self.low(at) in OWN_ROOMS and end - at <= _LED and self.sign(end) == COMMA else 0

    def stretch(self, at: int, most: int | None = None) -> list[Word]:
        """The words from here to the next fact or the end of the sentence, the first `most` of them."""
        found = list[Word]()
        for item in self.items[at : most and at + most]:
            if not isinstance(item, Word) or item.low == STOP:
                break
            found.append(item)
        return found

    def behind(self, at: int) -> int:
        """The next item, past an hour: "pagi jam 9 rapat"."""
        item = self.item(at + 1)
        return at + 1 + (isinstance(item, Found) and item.kind is Kind.HOUR)

    def sentence(self, at: int) -> int:
        """Where the sentence ends that this item is in."""
        return next((n for n in range(at, len(self.items)) if _ends(self.items[n])), len(self.items))

    def ours(self, at: int) -> int:
        """The place behind the name of an office of our own kind that begins here; 0 where none does."""
        run = self.stretch(at, REACH)
        count = self.names.ours(run) if run else 0
        return at + count if count else 0

    def begun(self, at: int) -> bool:
        """Whether the name of an institution begins there."""
        run = self.stretch(at, REACH)
        return bool(run) and self.names.begun(run, 0, len(run)) is not None


def _ends(item: Item) -> bool:
    return isinstance(item, Word) and item.low == STOP


def first_word(items: Sequence[Item]) -> int:
    return next((n for n, item in enumerate(items) if isinstance(item, Word) and not item.is_sign), 0)
