"""The two kinds of catatan, kegiatan and konten: form, row, and how answers and rows become each other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from handlers.catatan import kegiatan, konten
from handlers.chat.messages import Turn
from handlers.reading.forms import Answers, Form, Question, shown
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten

Catatan = Kegiatan | Konten


@dataclass(frozen=True)
class Kind:
    form: Form
    new: Callable[[Turn, int], Any]
    fill: Callable[[Any, Answers], None]
    answers_of: Callable[[Any], Answers]
    headline: Callable[[Any], str]


KINDS = {
    "kegiatan": Kind(kegiatan.FORM, kegiatan.new, kegiatan.fill, kegiatan.answers_of, kegiatan.headline),
    "konten": Kind(konten.FORM, konten.new, konten.fill, konten.answers_of, konten.headline),
}


def kind_of(row: Catatan) -> Kind:
    return KINDS[row.__tablename__]


def changes(form: Form, before: Answers, after: Answers) -> list[str]:
    changed = [q for q in form.questions if (before.get(q.name) or None) != (after.get(q.name) or None)]
    return [_change(q, _shown(q, before), _shown(q, after)) for q in changed]


def _change(question: Question, before: str, after: str) -> str:
    """A line about one change; a new link of the same platform looks like the old one, so the line says diganti."""
    return f"{question.label}: {before} → {after}" if before != after else f"{question.label}: diganti ({after})"


def _shown(question: Question, answers: Answers) -> str:
    """The value of one answer; a missing one is a dash, even where the form would mark a gap."""
    return shown(question, answers) if answers.get(question.name) else "–"
