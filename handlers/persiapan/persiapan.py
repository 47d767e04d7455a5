"""Persiapan leads a new office through its set-up on one live card, which stands at the first step neither done nor
skipped, so that known facts are never asked for."""

from collections.abc import Callable
from typing import TypeVar

from handlers.chat.door import Door
from handlers.chat.face import Ask, Takes
from handlers.chat.messages import Button, Menu, Outgoing, Says, Turn
from handlers.dialog import asking
from handlers.persiapan import ending
from handlers.persiapan.akun import AKUN
from handlers.persiapan.card import CARD, Result, Step, card, mark
from handlers.persiapan.doors import GoOn, PassOver, SendLogo, Show, Tell
from handlers.persiapan.ending import LOGO, RIWAYAT
from handlers.persiapan.kolase import GRUP, KOLASE
from handlers.persiapan.orang import ORANG
from handlers.persiapan.satker import ALAMAT, SATKER
from storage.kantor.people import Role
from storage.kantor.satker import SET_UP

D = TypeVar("D", bound=Door)
STEPS = (SATKER, ALAMAT, AKUN, ORANG, GRUP, KOLASE, LOGO, RIWAYAT)
STEP = {step.name: step for step in STEPS}
LAST = STEPS[-1].number
LATER = "nanti"
PUT_OFF = "Baik. Persiapan dapat dilanjutkan kapan saja dengan /start atau /atur; melapor sudah dapat dilakukan."


def stands(turn: Turn) -> Step | None:
    passed = turn.satker.persiapan
    return next((step for step in STEPS if step.name not in passed and not step.done(turn)), None)


def open_for(turn: Turn) -> bool:
    return turn.anggota.role == Role.KETUA_PELAKSANA and not turn.satker.ready


def begun(turn: Turn) -> list[Outgoing]:
    """The card below the welcome, unless somebody has said: later."""
    return [here(turn, Result())] if waits(turn) else []


def waits(turn: Turn) -> bool:
    """Whether the bot may show the card of the set-up unasked: it is not finished, and nobody has put it off."""
    return open_for(turn) and LATER not in turn.satker.persiapan


def way_back(turn: Turn) -> Menu:
    """The button that leads back to the card."""
    step = stands(turn) if open_for(turn) else None
    return ((Button(f"Persiapan ({step.number} dari {LAST})", GoOn()),),) if step else ()


def go_on(turn: Turn, door: GoOn) -> Says:
    mark(turn.satker, LATER, on=door.later)
    return [turn.reply(PUT_OFF, menu=way_back(turn), card=CARD) if door.later else here(turn, Result())]


def show(turn: Turn, door: Show) -> Says:
    mark(turn.satker, LATER, on=False)
    return [view(turn, STEP[door.step], Result())]


def pass_over(turn: Turn, door: PassOver) -> Says:
    mark(turn.satker, LATER, on=False)
    mark(turn.satker, door.step)
    return [here(turn, Result())]


def at(step: Step, press: Callable[[Turn, D], Result]) -> Callable[[Turn, D], Says]:
    """Wraps the handler of a step's button: afterwards the card is shown again or moves on."""

    def pressed(turn: Turn, door: D) -> Says:
        mark(turn.satker, LATER, on=False)
        return _after(turn, step, press(turn, door))

    return pressed


def answered(turn: Turn, step: Step) -> Says:
    """Take the answer to the question of a step; a step without one is shown again."""
    return _after(turn, step, step.take(turn) if step.take else Result(stay=True))


def _after(turn: Turn, step: Step, result: Result) -> Says:
    shown = view(turn, step, result) if result.stay else here(turn, result)
    return [*result.more, shown]


WORDS = Ask(Tell, lambda turn, door: answered(turn, STEP[door.step]), lambda door: STEP[door.step].example)
PICTURE = Ask(SendLogo, lambda turn, _: answered(turn, LOGO), lambda _: LOGO.example, Takes.PHOTO)


def view(turn: Turn, step: Step, result: Result, *, ask: bool = True) -> Outgoing:
    """The card of a step; from now on its answer is awaited, unless the card came without the person asking."""
    before = STEPS[STEPS.index(step) - 1].name if step is not STEPS[0] else None
    shown = card(turn, step, LAST, result, before)
    if step.take is None or not ask:
        return shown
    return _asked(turn, shown, PICTURE, SendLogo()) if step is LOGO else _asked(turn, shown, WORDS, Tell(step.name))


def _asked(turn: Turn, shown: Outgoing, ask: Ask[D], about: D) -> Outgoing:
    """The card of an open question, with the card's own buttons in place of the question's Batal."""
    return asking.question(turn, ask, about, shown.text, title=shown.title, card=CARD, menu=shown.menu)


def here(turn: Turn, result: Result, *, ask: bool = True) -> Outgoing:
    """The card at its current step; after the last one, a single time, the final card."""
    step = stands(turn)
    if step:
        return view(turn, step, result, ask=ask)
    mark(turn.satker, SET_UP)
    skipped = [one for one in STEPS if one.name in turn.satker.persiapan and not one.done(turn)]
    return ending.ended(turn, result.note, skipped)
