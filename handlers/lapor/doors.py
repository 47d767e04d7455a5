"""Doors of the card of a report that is being filled in, and of the questions for figures that nobody reports."""

from datetime import date

from handlers.chat.door import ANGGOTA, KETUA_PELAKSANA, REMINDED, Door


class OfDraft(Door, code="l", who=ANGGOTA):
    """What every button of such a card knows: the draft, and its revision when the card was written."""

    draft: int
    rev: int


class ChooseKind(OfDraft, code="lm", who=ANGGOTA):
    macam: str


class Choose(OfDraft, code="lc", who=ANGGOTA):
    """`choice`: which of the question's answers, counted from 0."""

    question: str
    choice: int


class Switch(OfDraft, code="lt", who=ANGGOTA):
    """One of several choices, and the state that is wanted of it."""

    question: str
    choice: int
    on: bool


class Skip(OfDraft, code="lw", who=ANGGOTA):
    question: str


class Done(OfDraft, code="ld", who=ANGGOTA):
    """No more choices of an open question."""


class Edit(OfDraft, code="lo", who=ANGGOTA):
    """Opens a question; without one, the list of fields."""

    question: str = ""


class Save(OfDraft, code="ls", who=ANGGOTA): ...


class Drop(OfDraft, code="lb", who=ANGGOTA): ...


class Park(OfDraft, code="lp", who=ANGGOTA):
    """Puts a report aside, so that another can begin."""


class Resume(OfDraft, code="lr", who=ANGGOTA): ...


class FotoBerita(Door, code="f", who=ANGGOTA):
    """How many Foto Berita came of the kegiatan `nomor`; 0 takes them back."""

    nomor: int
    count: int


class StopReminding(Door, code="i", who=REMINDED):
    """`day`: of which the reminder is."""

    day: date


class Reposts(Door, code="w", who=KETUA_PELAKSANA):
    """How many reposts there were in the week that a delivery asks about."""

    delivery: int
    count: int
