"""Words before an event that may tell its day in a language that no table has: "kapuntan rapat pleno"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from handlers.reading.dates.forms import Days
from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.look import Item, Look
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.words import Word
from handlers.reading.message.parts import Kind, Reading, day_doubt
from handlers.reading.message.undated.known import known

# Of words that no list knows one or two may tell a day, more are talk; a word of few letters is a short form.
_MOST, _SHORTEST = 2, 3
# Items before the event among which they stand.
_NEAR = 8
# They may stand before them; behind "ketua" and "KPU" stands a name.
_LEADS = (
    cues.OPENERS
    | cues.PARTICLES
    | cues.PARTS_OF_DAY
    | cues.PRONOUNS
    | cues.DOING
    | table("sa beta tong katong torang kitorang katorang dorang kitong ambo awak aku kula abdi ulun tiang titiang")
)


def undated(
    readings: Sequence[Reading], items: Sequence[Item], names: Names, written: date, today: date
) -> Iterator[Reading]:
    """The records of a message that tells no day, each with a doubt about it where strange words may tell one."""
    words = _day_word(items, names)
    meant = (Days.on(written), Days.on(written - timedelta(days=1)))
    doubt = day_doubt(f"“{words}” itu hari apa?", meant, today)
    for one in readings:
        held = words and one.form == "kegiatan" and all(other.question != "tanggal" for other in one.doubts)
        answers = {name: value for name, value in one.answers.items() if name != "tanggal"}
        yield replace(one, answers=answers, doubts=(*one.doubts, doubt)) if held else one


def _day_word(items: Sequence[Item], names: Names) -> str:
    """The words of no list with which a message begins, or which stand right before its event; "" where none do."""
    look, said = Look(items, names), list[Word]()
    for at, item in enumerate(islice(items, _NEAR)):
        if look.head(at):
            return " ".join(word.raw for word in said)
        if isinstance(item, Found):
            if item.kind is not Kind.HOUR:
                return ""
        elif (item.raw == "\n" and not said) or item.low in _LEADS:
            continue
        elif len(said) == _MOST or not _strange(item, first=at == 0) or look.begun(at):
            return ""
        else:
            said.append(item)
    return ""


def _strange(word: Word, *, first: bool) -> bool:
    letters = word.raw[1:] if first else word.raw
    bare = word.raw.replace("'", "").replace("’", "").replace("-", "")
    small = bare.isalpha() and letters.islower() and len(bare) >= _SHORTEST
    return small and not known(word.low) and not known(word.raw.casefold())
