"""Where a place begins, one or several in a row, and where it ends."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from handlers.reading.dates.calendar import NUMBERS
from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.known import LEVELS
from handlers.reading.message.events.look import Item, Look, Run
from handlers.reading.message.events.several import rows
from handlers.reading.message.events.vocabulary.heads import is_head, long_forms
from handlers.reading.message.events.vocabulary.plain import WORDS, counts, no_name
from handlers.reading.message.events.words import STOP, Word
from handlers.reading.message.parts import Kind

# Titles of the living, of which no house bears the name.
_SPOKEN = frozenset({"pak", "bu", "bapak", "ibu", "mas", "mbak", "kak", "bang", "kang"})
_WHERE = table(
    """
    kamar blok no nomor sebelah depan belakang samping dekat barat timur utara selatan tengah baru lama atas bawah
    komplek kompleks perumahan jalan gang kelas sayap lt dan bagian unit kav pojok sekitar wilayah lingkungan
    """
)
_OF_SOMEBODY = frozenset({"alm", "almh", "almarhum", "almarhumah", "keluarga", "kediaman"})
_TOOK_PART = cues.ATTENDED | {"bergabung", "mengikuti", "menyimak", "nyimak", "nonton"}
# Behind a comma they begin to tell of something else.
_ABOUT = cues.CUES.keys() - {"di", "ke", "tempat", "lokasi"} | cues.DID | cues.PRONOUNS | cues.TITLES | cues.NOTHING
_PARTS = frozenset({",", ";", "-", "–"})
_SHORT = 4  # letters of an acronym
# Behind them stands a name, though it be in the form of a verb: "aula sungai Mentaya".
_NATURE = table("sungai sei gunung bukit pulau danau telaga rawa muara tanjung teluk pantai kampung desa kelurahan")
_THE_PLACE = frozenset({"tempat", "lokasi", "ditempat", "dilokasi"})
_THE_SAME = frozenset({"sama", "tersebut", "itu"})
# They say where in the house it was.
INSIDE = frozenset({"ruang", "ruangan", "r", "aula", "lantai", "lt"})
LONGEST = 10  # words of a place; more are a sentence


# Where people met to go there together.
_GATHERED = frozenset({"kumpul", "ngumpul", "berkumpul", "berangkat", "start"})
_LONG = frozenset({"seharian", "semalaman"})


def begins(look: Look, at: int, first: Word, runs: Sequence[Run], *, fresh: bool, within: Kind | None) -> bool:
    """Whether `first` is the first word of the place whose cue stands at `at`. `runs`, `fresh`, `within`: as the walk
    has it."""
    low = look.low(at)
    barred = low == "di" and (first.low in look.names.no_places or look.head(at + 1))
    barred = barred or (low == "di" and not placed_in(look, first) and _another(look, at + 1))
    barred = barred or no_name(first.raw, first.low, low) or look.low(at - 1) == "bukan" or _in_another(runs, within)
    barred = barred or (look.low(at - 1) in _GATHERED and any(run.kind is Kind.PLACE for run in runs))
    if (
        barred
        or (first.low in cues.ENDS and not first.capital)
        or (low == "tempat" and not fresh and look.low(at + 1) != "di")
    ):
        return False
    house = look.begun(at + 1) and not (within is Kind.SUBJECT and _any_of_its_kind(look, at + 1))
    placed = first.low in cues.ROOMS or house
    if low in cues.ROUTE and (first.low in cues.CUES or not (fresh or first.capital or placed)):
        return False
    return within is not Kind.SUBJECT or placed or (first.capital and _behind_day(look, at))


def _any_of_its_kind(look: Look, at: int) -> bool:
    """Whether a house there has no name, so that it is only spoken of: "terkait pendataan di pondok pesantren"."""
    run = look.stretch(at, LONGEST)
    found = look.names.begun(run, 0, len(run))
    return found is not None and all(word.low in look.names.gazetteer.generic for word in run[: found.end])


def placed_in(look: Look, first: Word) -> bool:
    return first.low in cues.ROOMS | rows.AREAS or bool(look.names.kind(first)) or _region(look, first)


def _region(look: Look, first: Word) -> bool:
    return first.low in look.names.gazetteer.regions


def _another(look: Look, at: int) -> bool:
    """Whether in the same clause a room is told behind it: of "materi di LK 2 di asrama" the first is what was held."""
    behind = takewhile(lambda n: look.word(n) is not None, range(at, at + LONGEST))
    return any(look.low(n) == "di" and look.low(n + 1) in cues.ROOMS for n in behind)


def _behind_day(look: Look, at: int) -> bool:
    """Whether a day or an hour stands right before `at`, perhaps with its part of the day ("Sabtu malam di"), or how
    long it took: "seharian di"."""
    fact = look.item(at - 1 - (look.low(at - 1) in cues.PARTS_OF_DAY))
    return look.low(at - 1) in _LONG or (isinstance(fact, Found) and fact.kind in {Kind.DAY, Kind.HOUR})


def cued(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs, those of areas that no cue leads to as what was told, where it is said elsewhere where it was:
    "wawancara PPK, kec. A, B. Mulai jam 8 di kantor KPU"."""
    led = any(run.kind is Kind.PLACE and run.cue for run in runs)
    for run in runs:
        area = run.kind is Kind.PLACE and not run.cue and bool(run.words) and run.words[0].low in rows.AREAS
        yield replace(run, kind=Kind.SUBJECT) if led and area else run


def same(look: Look, at: int) -> int:
    """How many words here say that it was where the one before was: "tempat sama", "di lokasi yang sama"; 0 for
    none."""
    first = at + (look.low(at) == "di")
    last = first + 1 + (look.low(first + 1) == "yang")
    told = look.low(first) in _THE_PLACE and look.raw(last).casefold() in _THE_SAME
    return last + 1 - at if told else 0


def tuned_in(look: Look, at: int, runs: Sequence[Run]) -> bool:
    """Whether "dari" at `at` tells where somebody was who took part by other means: "melalui Zoom dari ruang data"."""
    first = next(iter(runs[-1].words), None) if runs else None
    room = look.low(at) == "dari" and look.low(at + 1) in cues.ROOMS
    return room and first is not None and (first.low in cues.BY or look.low(at - 1) in _TOOK_PART)


def clause(items: Sequence[Item]) -> int:
    """The comma of a labelled place behind which a clause tells something else; the end where none does."""
    pairs = enumerate(pairwise(items))
    return next((n for n, (one, two) in pairs if isinstance(one, Word) and _tells(one, two)), len(items))


def _tells(sign: Word, item: Item) -> bool:
    """Whether a word behind a sign begins a clause about something else than the place."""
    ends = sign.low == STOP
    if not (ends or sign.raw in _PARTS) or not isinstance(item, Word) or not (ends or item.raw.islower()):
        return False
    return item.low in WORDS | _ABOUT or is_head(item.low) or (ends and item.low in cues.ENDS)


def _in_another(runs: Sequence[Run], within: Kind | None) -> bool:
    """Whether the clause begins with an event of its own: "bahas jadwal, kedua pendampingan tes di RSUD"."""
    if within is not Kind.SUBJECT or runs[-1].cue:
        return False
    told = runs[-1].words[:2]
    return any(_of_its_own(word.low, runs) for word in told) or any(word.low in cues.NEXT for word in told[:1])


def of_another(look: Look, at: int, runs: Sequence[Run], within: Kind | None) -> bool:
    """Whether the cue of a partner at `at` stands behind an event that a clause tells, as in "koordinasi dengan"."""
    behind = within is Kind.SUBJECT and not tuned_in(look, at, runs)
    return behind and _of_its_own(look.low(at - 1), runs)


def _of_its_own(low: str, runs: Sequence[Run]) -> bool:
    """Whether a word is that of an event, and not of the one whose name the runs tell."""
    told = long_forms(word.low for run in runs if run.kind is Kind.EVENT for word in run.words)
    return is_head(low) and low not in cues.GUESTS | cues.TOOLS and told.isdisjoint(long_forms([low]))


def gone_to(look: Look, at: int, *, named: bool) -> bool:
    """Whether behind "ke" or "dari" at `at` a house stands without the name of an institution."""
    low, first = look.low(at), look.low(at + 1)
    rooms = (cues.ROOMS - {"rumah"}) | (set() if named else rows.ADHOC)
    return low in {"ke", "dari"} and first in rooms and (low == "dari" or look.low(at + 2) not in cues.ACTORS)


def closed(runs: Sequence[Run], sign: Word) -> bool:
    """Whether a colon ends the place or the partner before it, which is no "3 titik:"."""
    if sign.raw != ":" or not runs:
        return False
    return runs[-1].kind is Kind.PARTNER or (runs[-1].kind is Kind.PLACE and not rows.counted(runs[-1].words))


def ended(look: Look, at: int, here: Sequence[Item], *, named: bool) -> bool:
    """Whether the word at `at` is no more of the place that has the items `here`. `named`: behind the event's name."""
    word, length = look.items[at], rows.length(here)
    if not isinstance(word, Word) or length >= LONGEST:
        return True
    if word.low in cues.TITLES:
        # "Di rumah Bu Ratna", but "di Bawaslu Pak Ratno".
        return word.low in _SPOKEN and look.low(at - 1) not in cues.ROOMS | _OF_SOMEBODY
    talk = no_name(word.raw, word.low, look.low(at - 1)) or counts(word.raw, look.low(at + 1))
    talk = talk or (length > 1 and word.raw.islower() and word.low in cues.PARTS_OF_DAY)
    talk = talk or (word.low, look.raw(at + 1)) == ("kerja", "sama")
    acts = length > 1 and cues.acts(word.low) and look.low(at - 1) not in _NATURE
    ends = talk or word.low in cues.ENDS | cues.DID | cues.CAME_ALONG or acts
    lasts = (word.low in NUMBERS or word.raw.isdigit()) and look.low(at + 1) == "hari"
    joins = word.low in rows.JOINTS and look.head(at + 1)
    if joins or (_falls(look, at) and (length > 1 or _alone(look, at - 1))):
        return True
    loud = word.raw.isupper() and len(word.raw) > _SHORT and look.raw(at - 1).isupper()
    return (
        lasts
        or (ends and (loud or not word.capital))
        or bool(cues.ACTS.match(word.raw))
        or (not named and look.head(at))
    )


def _alone(look: Look, at: int) -> bool:
    """Whether an acronym there is a house by itself: "JTV", but no "RSUD" or "TPS"."""
    word = look.word(at)
    generic = word is None or look.names.kind(word) or word.low in cues.ROOMS
    return word is not None and not generic and rows.acronym(word)


def _falls(look: Look, at: int) -> bool:
    """Whether a small word stands behind a name in capitals, and says no more of where it is."""
    word, before = look.raw(at), look.raw(at - 1)
    where = look.low(at) in cues.ROOMS | LEVELS | _WHERE | cues.TITLES or look.low(at) in look.names.gazetteer.regions
    return before[:1].isupper() and before.isalpha() and word.isalpha() and word.islower() and not where
