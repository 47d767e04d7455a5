"""Reads what a message or an answer tells, by the words of this office, and puts it in fair writing."""

from datetime import date

from handlers.catatan.gazetteer import gazetteer
from handlers.chat.messages import Turn
from handlers.dialog import choices
from handlers.dialog.named import with_offer
from handlers.reading import forms, labels
from handlers.reading.forms import Answers, Form, Question
from handlers.reading.message.edited import MANNERS, Editor
from handlers.reading.message.parts import Reading
from handlers.reading.message.read import read


def readings(turn: Turn, text: str) -> tuple[Reading, ...]:
    """The records that a message tells of, in its order, at least one."""
    books = gazetteer(turn)
    editor = Editor(books)
    return tuple(with_offer(editor.reading(one), books) for one in read(text, turn.today, books))


def answer(turn: Turn, question: Question, text: str, before: Answers) -> Answers:
    """The answer to a question, over those that the record has. A clause may answer a second one."""
    return fair(turn, {question.name: forms.read(choices.question(turn, question), text, turn.today)}, before)


def corrections(turn: Turn, form: Form, text: str, before: Answers, month: date | None = None) -> Answers:
    """The answers that words correct by their labels; empty without a label. `month`: that of the record."""
    return fair(turn, labels.corrections(choices.form(turn, form), text, turn.today, month), before)


def fair(turn: Turn, told: Answers, before: Answers) -> Answers:
    """Answers in fair writing. `before`: those that the record has."""
    return Editor(gazetteer(turn)).answers(told, before) if MANNERS.keys() & told.keys() else told


def prose(turn: Turn, texts: dict[str, str]) -> dict[str, str]:
    """Texts of sentences in fair writing."""
    editor = Editor(gazetteer(turn))
    return {name: editor.prose(text) for name, text in texts.items()}


def again(turn: Turn, reading: Reading) -> Reading:
    """A record in fair writing, after words have gone into one of its fields."""
    return Editor(gazetteer(turn)).reading(reading)
