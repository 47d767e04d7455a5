"""The choices of a question as this office has them; the first word or link that needs a row of its own asks for it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from handlers.catatan.konten import PLACES, of_platforms
from handlers.chat import changes
from handlers.chat.messages import Turn
from handlers.dialog import tally
from handlers.reading import forms
from handlers.reading.forms import Answers, Form, Question
from handlers.reading.links import Tautan, json_of, strangers
from handlers.reading.message.parts import Doubt
from handlers.reading.text import clean
from storage.kantor import akun, daftar
from storage.kantor.audit import Audit
from storage.kantor.satker import Here, hold
from storage.nasional import jenis, platform, sektor


def form(here: Here, one: Form) -> Form:
    """The form with all that the office chooses from."""
    return replace(one, questions=tuple(question(here, q) for q in one.questions))


def question(here: Here, one: Question, chosen: Sequence[str] = ()) -> Question:
    """`chosen`: what the card has already, so that it can be switched off."""
    return _KNOWN[one.name](here, one, chosen) if one.name in _KNOWN else one


def places(here: Here) -> list[str]:
    """The platforms that the office posts to today: those of its accounts, else the usual ones of the country."""
    known = akun.within(here, here.today, here.today)
    return platform.in_order(one.platform for one in known) or [key for key, _ in PLACES]


def _platform(here: Here, one: Question, chosen: Sequence[str]) -> Question:
    offered = places(here)
    keys = [*offered, *(key for key in chosen if key not in offered)]
    labels = daftar.called(keys, here.today)
    said = tuple((name, re.escape(name.casefold())) for name in here.satker.platform_sendiri)
    return replace(one, choices=tuple(zip(keys, labels, strict=True)), said=(*said, *one.said))


def _jenis(here: Here, one: Question, _chosen: Sequence[str]) -> Question:
    return replace(one, choices=daftar.labels(here.satker), said=of_platforms(here).jenis.tallied)


def _sektor(here: Here, one: Question, _chosen: Sequence[str]) -> Question:
    own = [(name, name) for name in here.satker.sektor_sendiri]
    return replace(one, choices=(*one.choices, *own))


def _hitungan(here: Here, one: Question, _chosen: Sequence[str]) -> Question:
    known = of_platforms(here)
    return replace(one, read=lambda text, _today: tally.counted(text, known))


_KNOWN: dict[str, Callable[[Here, Question, Sequence[str]], Question]] = {
    "platform": _platform,
    "jenis": _jenis,
    "sektor": _sektor,
    "hitungan": _hitungan,
}


# A name of more letters or words is a sentence.
LETTERS, WORDS = 24, 3
CALLED = {"sektor": "mitra"}
COLUMNS = {"platform": "platform_sendiri", "jenis": "jenis_sendiri", "sektor": "sektor_sendiri"}
ROWS: dict[str, Callable[[], Sequence[tuple[str, str]]]] = {
    "platform": lambda: [(one.kunci, one.kunci) for one in platform.every().values()],
    "jenis": lambda: [(one.kunci, one.label) for one in jenis.every().values()],
    "sektor": lambda: [(one.kunci, one.nama) for one in sektor.every().values() if one.tabel],
}
"""The national rows as which an own one may count, each with its label."""


def word(question: Question, text: str, known: Sequence[str] = ()) -> Doubt | None:
    """The question as what a new name counts, where a typed answer has one; None for any other answer. `known`: what is
    chosen beside it."""
    strange = forms.unread(question, text) if question.name in COLUMNS else []
    if len(strange) != 1 or not _is_name(strange[0]):
        return None
    return _doubt(question.name, strange[0], known)


def _is_name(text: str) -> bool:
    plain = text.replace(" ", "").replace("-", "").replace("/", "")
    return plain.isalnum() and not plain.isdigit() and len(text) <= LETTERS and len(text.split()) <= WORDS


def _doubt(part: str, said: str, known: Iterable[str]) -> Doubt:
    name = clean(said, LETTERS)
    name = name[:1].upper() + name[1:]
    why = f"{name} belum ada di daftar {CALLED.get(part, part)}: dihitung sebagai apa?"
    return Doubt(part, why, tuple(ROWS[part]()), own=(name, *known))


def link(turn: Turn, text: str, told: Answers) -> tuple[Answers, Doubt | None]:
    """The answer that a link to a strange place gives, and the question as what that place counts, unless the office
    has told it before. `told`: the answers of the card, whose links and platforms stay."""
    found = strangers(text)
    if len(found) != 1:
        return {}, None
    (one,) = found
    mine = {name.casefold().replace(" ", ""): name for name in turn.satker.platform_sendiri}
    name = mine.get(one.platform, one.platform.capitalize())
    chosen = told.get("platform") or ()
    answers: Answers = {"tautan": (told.get("tautan") or {}) | json_of([Tautan(name, one.url, one.kode)])}
    if one.platform in mine:
        return answers | {"platform": platform.in_order([*chosen, name])}, None
    return answers, _doubt("platform", name, chosen)


def added(turn: Turn, part: str, name: str, counts_as: str) -> Audit:
    """Let the office have a row of its own; Urungkan takes it away."""
    # Two people may add a row at once: the lock lets the second one see that of the first.
    hold(turn)
    column = COLUMNS[part]
    told: dict[str, Any] = {column: getattr(turn.satker, column) | {name: counts_as}}
    return changes.changed(turn, turn.satker, **told)


def answer(doubt: Doubt) -> Answers:
    """The answer that has the new name, beside what is chosen already."""
    name, *beside = doubt.own
    return {doubt.question: platform.in_order([*beside, name]) if doubt.question == "platform" else name}


def without(answers: Answers, name: str) -> Answers:
    """The answers without a name that no list has any more."""
    kept = {key: value for key, value in answers.items() if value != name}
    links = {where: told for where, told in (kept.get("tautan") or {}).items() if where != name}
    places = [one for one in kept.get("platform") or () if one != name]
    return kept | {key: value for key, value in (("platform", places), ("tautan", links)) if key in kept}


def tells(told: Any, name: str) -> bool:
    """Whether a name stands anywhere in answers: as a choice, as the place of a link, or within a tally."""
    parts = (*told, *told.values()) if isinstance(told, dict) else told if isinstance(told, list) else ()
    return told == name or any(tells(one, name) for one in parts)
