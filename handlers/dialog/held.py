"""The records that a card holds, one or several: their forms, their doubts, and the words that no field took."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from handlers.catatan import records
from handlers.chat.messages import Rejected
from handlers.dialog import tally
from handlers.reading.forms import Answers, Form, Question, shown
from handlers.reading.message.parts import Doubt, Reading
from storage.catatan import drafts
from storage.catatan.drafts import Draft

FORMS = {**{name: kind.form for name, kind in records.KINDS.items()}, tally.FORM.name: tally.FORM}
NAMES = ("nama", "judul", "hitungan")
"""The questions whose answer a record is called by, one in each form."""


def form_of(draft: Draft) -> Form | None:
    return FORMS[draft.macam] if draft.macam else None


def current(draft: Draft) -> Reading:
    """The record whose questions the card asks."""
    return Reading(draft.macam, draft.answers, tuple(map(Doubt.of, draft.doubts)), tuple(draft.rest))


def every(draft: Draft) -> list[Reading]:
    others = [Reading.of(one) for one in draft.others]
    return [*others[: draft.place], current(draft), *others[draft.place :]]


def put(draft: Draft, readings: Sequence[Reading], place: int, now: datetime) -> None:
    """Let the card hold these records and ask about the one at `place`, counted from 0."""
    shown = readings[place]
    draft.macam, draft.place = shown.form, place
    draft.doubts, draft.rest = [one.json for one in shown.doubts], [*shown.rest]
    draft.others = [one.json for at, one in enumerate(readings) if at != place]
    draft.photos_at = min(draft.photos_at, len(readings) - 1)
    drafts.change(draft, shown.answers, now)


def take(draft: Draft, readings: Sequence[Reading], now: datetime) -> None:
    """Put on the card what a message tells. The first record is the one that the card asks about; one that tells no day
    has the day that the card supposes."""
    first, *others = readings
    supposed: Answers = {"tanggal": day} if (day := draft.answers.get("tanggal")) else {}
    earlier = [one for one in current(draft).doubts if one.question not in doubtful(first.doubts)]
    joined = replace(over(draft.answers, first), doubts=(*earlier, *first.doubts), rest=(*draft.rest, *first.rest))
    held = every(draft)
    held[draft.place : draft.place + 1] = [joined, *(over(supposed, one) for one in others)]
    put(draft, held, draft.place, now)


def over(before: Answers, reading: Reading) -> Reading:
    """The record over answers that were there before, except those that are in doubt now."""
    kept = {name: value for name, value in before.items() if name not in doubtful(reading.doubts)}
    return replace(reading, answers=kept | reading.answers)


def doubtful(doubts: Iterable[Doubt]) -> set[str]:
    """The questions that have no answer because of these doubts."""
    return {one.question for one in doubts if not one.instead_of}


def doubts(reading: Reading) -> list[Doubt]:
    """The doubts about questions that the other answers leave open."""
    form = FORMS.get(reading.form)
    asked = [(one, form.question(one.question)) for one in reading.doubts if not one.instead_of] if form else []
    return [one for one, question in asked if question and may_ask(question, reading.answers)]


def offers(reading: Reading) -> list[Doubt]:
    """The doubts about answers that stand."""
    return [one for one in reading.doubts if one.instead_of and one.instead_of == reading.answers.get(one.question)]


def may_ask(question: Question, answers: Answers) -> bool:
    """Whether an answer to this question would count."""
    return question.relevant(answers | {question.name: True})


def onward(draft: Draft, now: datetime) -> None:
    """Let a card of several records ask the most urgent question: first doubts, then what has to be there, at last
    what may be another."""
    if not draft.others or draft.terbuka:
        return
    held = every(draft)
    if (first := min(range(len(held)), key=lambda at: (_calm(held[at]), at))) != draft.place:
        put(draft, held, first, now)


def _calm(reading: Reading) -> int:
    form = FORMS[reading.form]
    pending = form.pending(reading.answers)
    open_ones = doubts(reading), form.missing(reading.answers), pending, offers(reading)
    return next((at for at, one in enumerate(open_ones) if one), len(open_ones))


def name_of(reading: Reading) -> str:
    form = FORMS.get(reading.form)
    question = next((q for q in form.questions if q.name in NAMES), None) if form else None
    value = reading.answers.get(question.name) if question else None
    return question.show(value) if question and value else ""


def with_keterangan(reading: Reading) -> bool:
    question = FORMS[reading.form].question("keterangan")
    return bool(question and question.relevant(reading.answers))


def to_keterangan(reading: Reading, words: Sequence[str], today: date) -> Reading:
    """The record with these words behind its keterangan; Rejected where they are too many."""
    question = FORMS[reading.form].question("keterangan")
    if question is None or not words:
        return reading
    before = reading.answers.get("keterangan")
    told = question.read("; ".join([before, *words] if before else words), today)
    return replace(reading, answers=reading.answers | {"keterangan": told})


def joined(readings: Sequence[Reading], today: date) -> Reading:
    """One record of several: the first, with all words of the others in its keterangan, or left over where that has no
    room for them."""
    first, *others = readings
    words = [*first.rest, *(_words(one, first.answers) for one in others)]
    try:
        if with_keterangan(first):
            return to_keterangan(replace(first, rest=()), words, today)
    except Rejected:
        pass
    return replace(first, rest=tuple(words))


def _words(reading: Reading, known: Answers) -> str:
    """Everything that a record tells, in one line, without what is known already."""
    form = FORMS[reading.form]
    told = [
        shown(q, reading.answers)
        for q in form.questions
        if (value := reading.answers.get(q.name)) and not q.choices and value != known.get(q.name)
    ]
    either = [" atau ".join(label for _, label in one.candidates) for one in reading.doubts if not one.instead_of]
    return ", ".join(one for one in (*told, *either, *reading.rest) if one)
