"""A form is data: questions, answers, and the card that shows both. Pure; where a dialogue stands is the first
unanswered question."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rapidfuzz import fuzz

from handlers.chat.messages import Rejected
from handlers.reading.dates.forms import DaysJson
from handlers.reading.links import Links

Answer = str | int | list[str] | dict[str, int] | DaysJson | Links | None
"""An answer as JSON: words or a choice, a number, choices, numbers by platform or jenis, days, links; None: skipped."""
Answers = dict[str, Any]
"""An Answer by the name of each question."""
Labelled = tuple[str, str]


def always(_answers: Answers) -> bool:
    return True


@dataclass(frozen=True)
class Question:
    """`read` turns typed text into an answer that JSON can hold, or raises Rejected; `show` writes it on the card.

    `asked`: put to the person by itself; otherwise only changed by tapping or in words. `many`: choices are switched
    on and off. `show_beside`, `prompt_beside`: write and ask it by what the other answers say. `choices` (value, label)
    have buttons; `shortcuts` are words that a button types for the person; `said`: (value, pattern) of other words for
    a choice, also for one without a button, in small letters."""

    name: str
    label: str
    prompt: str
    read: Callable[[str, date], Answer]
    show: Callable[[Any], str] = str
    show_beside: Callable[[Any, Answers], str] | None = None
    prompt_beside: Callable[[Answers], str] | None = None
    relevant: Callable[[Answers], bool] = always
    required: bool | Callable[[Answers], bool] = False
    asked: bool | Callable[[Answers], bool] = True
    many: bool = False
    choices: tuple[Labelled, ...] = ()
    shortcuts: tuple[str, ...] = ()
    said: tuple[Labelled, ...] = ()

    def asks(self, answers: Answers) -> str:
        return (self.prompt_beside and self.prompt_beside(answers)) or self.prompt


@dataclass(frozen=True)
class Form:
    name: str
    title: str
    questions: tuple[Question, ...]

    def question(self, name: str) -> Question | None:
        return next((q for q in self.questions if q.name == name), None)

    def relevant(self, answers: Answers) -> list[Question]:
        return [q for q in self.questions if q.relevant(answers)]

    def pending(self, answers: Answers) -> Question | None:
        """The first relevant question that is asked and has no answer; a skipped one is answered with None."""
        open_ones = [q for q in self.relevant(answers) if _asked(q, answers) and _missing(q, answers)]
        return next(iter(open_ones), None)

    def missing(self, answers: Answers) -> list[Question]:
        """The relevant questions whose answer is missing before the record can be saved."""
        return [q for q in self.relevant(answers) if needed(q, answers) and not answers.get(q.name)]

    def kept(self, answers: Answers) -> Answers:
        """The answers that count: of relevant questions, and not skipped."""
        return {q.name: answers[q.name] for q in self.relevant(answers) if answers.get(q.name) is not None}


def _asked(question: Question, answers: Answers) -> bool:
    return question.asked(answers) if callable(question.asked) else question.asked


def _missing(question: Question, answers: Answers) -> bool:
    return not answers.get(question.name) if needed(question, answers) else question.name not in answers


def needed(question: Question, answers: Answers) -> bool:
    """Whether the record cannot be saved without this answer."""
    return question.required(answers) if callable(question.required) else question.required


def read(question: Question, text: str, today: date) -> Answer:
    """A typed answer: a choice by its words or number, else the answer that the question reads."""
    if not question.choices:
        return question.read(_shortcut(question, text), today)
    if not question.many:
        return _choice(question, text, today)
    if text.strip(_ENDS).casefold() in _ALL:
        return [value for value, _ in question.choices]
    parts = [part for part in _APART.split(text) if part.strip(_ENDS)]
    chosen = dict.fromkeys(value for part in parts for value in _several(question, part, today))
    return _in_order(question, chosen)


def _in_order(question: Question, chosen: Collection[Any]) -> list[str]:
    """Chosen ones in the order of the form; one without a button, which words alone name, stands behind them."""
    known = [value for value, _ in question.choices]
    return [*(value for value in known if value in chosen), *(value for value in chosen if value not in known)]


def _several(question: Question, part: str, today: date) -> list[Answer]:
    """The choice that these words name ("tik tok"), else the choices that each word names ("ig fb")."""
    whole, words = _meant(question, part), part.split()
    if whole is None and 1 < len(words) <= len(question.choices):
        return [_choice(question, word, today) for word in words]
    return [_choice(question, part, today)]


def _shortcut(question: Question, text: str) -> str:
    wanted = text.strip()
    by_number = _number(wanted) and question.name != "tanggal"
    return question.shortcuts[int(wanted) - 1] if by_number and 1 <= int(wanted) <= len(question.shortcuts) else text


def _number(text: str) -> bool:
    """Whether this is the number of a choice; "³" is a digit to Python and still not a number."""
    return text.isascii() and text.isdigit() and len(text) <= 2  # noqa: PLR2004 - no form has a hundred choices


YES_OR_NO = (
    ("Ya", r"y[aeo]*h?|iya+h?|yes|betul|benar|ada|memuat"),
    ("Tidak", r"(?:t(?:ida|da?|ia?d)k|enggak|ng?gak|ga|gak|ndak|no|bukan|belum)(?:\s+(?:ada|memuat))?"),
)
"""Words for the choices Ya and Tidak."""
_ENDS = " .,;:!?()[]"
_ALL = frozenset({"semua", "semuanya"})
_APART = re.compile(r"[,;&+/\n]|\b(?:dan|dgn|dengan|sama|serta)\b", re.IGNORECASE)
# Words around a choice that choose nothing themselves: "no. 2", "yang internal saja ya".
_AROUND = re.compile(
    r"^(?:(?:no(?:mor)?|pilih(?:an)?|yang|yg|di|itu)\b[\s.]*)+|(?:\s+(?:saja|aja|sj|ya|yah|dong|deh|kok|pak|bu|min))+$"
)
# A slip in a word; below it likeness is chance, and short words are too near to each other.
_LIKE, _SHORTEST = 80, 5


def _choice(question: Question, text: str, today: date) -> Answer:
    meant = _meant(question, text)
    return question.read(text, today) if meant is None else meant


def _meant(question: Question, text: str) -> str | None:
    """The value of the choice that a text names by its number, its label or other words for it, or, where it is like
    one choice alone, with a slip."""
    said = text.casefold().strip(_ENDS)
    wanted = _AROUND.sub("", said).strip(_ENDS) or said
    if _number(wanted) and 1 <= int(wanted) <= len(question.choices):
        return question.choices[int(wanted) - 1][0]
    names = [(name.casefold(), value) for value, label in question.choices for name in (label, value)]
    exact = [value for name, value in names if name in (said, wanted)]
    exact += [value for value, pattern in question.said if re.fullmatch(pattern, wanted)]
    if exact:
        return exact[0]
    names += [(word, value) for value, word in question.said if word.isalpha()]
    like = {value for name, value in names if len(wanted) >= _SHORTEST and fuzz.ratio(wanted, name) >= _LIKE}
    return like.pop() if len(like) == 1 else None


def no_other(text: str, _today: date) -> str:
    """The reader of a question that takes only its choices."""
    raise Rejected(f"“{text.strip()[:40]}” bukan salah satu pilihan. Tekan tombolnya, atau ketik nomornya.")


def unread(question: Question, text: str) -> list[str]:
    """The parts of a typed answer that choose nothing."""
    parts = [part.strip(_ENDS) for part in _APART.split(text)] if question.many else [text.strip(_ENDS)]
    return [part for part in parts if part and not _all_meant(question, part)]


def _all_meant(question: Question, part: str) -> bool:
    return _meant(question, part) is not None or (question.many and all(_meant(question, w) for w in part.split()))


def switched(question: Question, chosen: Sequence[str], value: str, on: bool) -> list[str]:
    """The choices after one was switched, in the order of the form; saying the same twice changes nothing."""
    return _in_order(question, dict.fromkeys([*chosen, value] if on else [one for one in chosen if one != value]))


def lines(form: Form, answers: Answers, doubtful: Collection[str] = ()) -> list[str]:
    """The lines of a card: each field with its value, gaps and the questions of `doubtful` answers marked."""
    asked = [q for q in form.questions if q.name in doubtful or q.relevant(answers)]
    told = [q for q in asked if q.name in doubtful or _asked(q, answers) or answers.get(q.name)]
    return [f"{q.label}: {'?' if q.name in doubtful else shown(q, answers)}" for q in told]


def shown(question: Question, answers: Answers) -> str:
    value = answers.get(question.name)
    if value in (None, "", []):
        return "…" if needed(question, answers) else "–"
    return question.show_beside(value, answers) if question.show_beside else question.show(value)
