"""With whom an event was held: the answers about the partner, and what is doubtful about them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import cast

from handlers.reading import guesses
from handlers.reading.editor.editor import Words, fair
from handlers.reading.forms import Answers
from handlers.reading.message.events import cues
from handlers.reading.message.events.look import Look
from handlers.reading.message.events.names import HIGHER, Institution, Names
from handlers.reading.message.events.parting.start import start_of
from handlers.reading.message.events.roles import runs
from handlers.reading.message.events.several.behind import STAFF
from handlers.reading.message.events.several.commas import listed
from handlers.reading.message.events.told.ours import among_us
from handlers.reading.message.events.told.told import LONGEST, Told
from handlers.reading.message.events.vouch import left_aside
from handlers.reading.message.events.words import words
from handlers.reading.message.parts import Doubt, Kind
from storage.catatan.kegiatan import INTERNAL


def partner(told: Told, name: str) -> tuple[Answers, list[Doubt]]:
    """The answers about the partner, or that the meeting was internal; partners of two sectors, or of one that nobody
    knows, leave the sektor open."""
    found = list({one.nama: one for one in told.partners.all}.values())
    if not found:
        return _alone(told, name), []
    answers: Answers = {"instansi": ", ".join(one.nama for one in found)[: LONGEST["instansi"]]}
    if uraian := guesses.uraian(name):
        answers["uraian"] = uraian
    sectors = {one.sektor for one in found}
    if len(sectors) == 1 and (sektor := found[0].sektor) and not _internal(told, name):
        answers["sektor"] = sektor
    return answers, list(_doubts(found, answers))


def with_partner(name: str, names: Names) -> bool:
    """Whether the name of a kegiatan alone says that it was held with a partner."""
    items = list(words(name))
    answers, doubts = partner(Told(name, runs(items, names, start_of(Look(items, names))), names), name)
    return answers.get("sektor", INTERNAL) != INTERNAL and not doubts


def _internal(told: Told, name: str) -> bool:
    """Whether it may be a meeting among ourselves in another's house, of which nobody but the person knows."""
    host = not any(told.of(Kind.PARTNER)) and not told.partners.named() and not told.partners.came()
    among_us = guesses.AMONG_US.search(name) and not _WITH_HOST.match(name)
    return bool(host and among_us and name.partition(" ")[0].casefold() not in cues.INVITED)


# Nobody holds these by himself in another's yard.
_WITH_HOST = re.compile(r"(?:apel|upacara|senam)\b", re.IGNORECASE)


def _alone(told: Told, name: str) -> Answers:
    if any(not run.cue and run.items and not list(listed(run)) for run in told.of(Kind.PARTNER)):
        return {"sektor": INTERNAL}  # "Mitra: -"
    if any(map(left_aside, told.runs)):
        return {}
    books = told.names.gazetteer
    if any(
        HIGHER & {w.low for w in words(one.nama)} for run in told.of(Kind.EVENT) for one in told.names.all(run.words)
    ):
        return {}  # "evaluasi KPU Provinsi": theirs, or ours on it
    # The rows have names as the editor wrote them.
    if books.sectors and (before := books.sectors.get(fair(name, Words(houses=books.kinds)).casefold())):
        return {"sektor": before}
    places = [run.words for run in told.of(Kind.PLACE) if run.words]
    people = words(told.joined(Kind.PEOPLE))
    said = " ".join(word.low for run in told.of(Kind.EVENT) for word in run.words)
    if _guests(told) or _strangers(told):
        return {}
    return {"sektor": INTERNAL} if among_us(f"{name} {said}", told.subject(), places, people, told.names) else {}


_ALL = frozenset({"semua", "seluruh", "segenap", "para"})


def _strangers(told: Told) -> bool:
    """Whether the name tells of somebody whom no list has: "rapat dengan konsultan"."""
    ours = told.names.gazetteer.own | _ALL | STAFF
    pairs = (pair for run in told.of(Kind.EVENT) for pair in pairwise(run.words))
    return any(one.low == "dengan" and two.low not in ours for one, two in pairs)


def _guests(told: Told) -> bool:
    """Whether it is said before the event that we were asked to it, or came for another."""
    before = takewhile(lambda run: run.kind is not Kind.EVENT, told.runs)
    return any(one.low in cues.INVITED for run in before for one in (*run.cue, *run.words))


def _doubts(found: Sequence[Institution], answers: Answers) -> Iterator[Doubt]:
    """A known name that is so alike is offered beside what was written."""
    if one := next((one for one in found if one.like), None):
        written = cast("str", answers.pop("instansi"))
        known = written.replace(one.nama, one.like)
        why = f"Tertulis “{one.nama}”, mirip {one.like}. Mitranya yang mana?"
        yield Doubt("instansi", why, ((written, written), (known, known)))
