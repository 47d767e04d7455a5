"""The card of the set-up: what a step is, what it shows, and the buttons around it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.chat.messages import Act, Button, Menu, Outgoing, Turn
from handlers.persiapan.doors import GoOn, PassOver, Show, StepName
from storage.kantor.satker import Satker

CARD = "persiapan"
TITLE = "Menyiapkan satker"


@dataclass(frozen=True)
class Shown:
    """What a step shows."""

    text: str
    menu: Menu = ()


@dataclass(frozen=True)
class Result:
    """What an answer or a press has done: `note` is said above the card, which stays at its step or goes on; `more` is
    said beside it."""

    note: str = ""
    stay: bool = False
    shown: Shown | None = None
    more: Sequence[Act] = ()


@dataclass(frozen=True)
class Step:
    """A step. `done`: what it asks for is there; `take` takes the words or the picture that it asks for, of which
    `example` stands in the empty field; `sure`: an answer to it is known from any other words."""

    name: StepName
    number: int
    label: str
    done: Callable[[Turn], bool]
    shown: Callable[[Turn], Shown]
    take: Callable[[Turn], Result] | None = None
    example: str = ""
    sure: bool = False


def card(turn: Turn, step: Step, of: int, result: Result, back: StepName | None) -> Outgoing:
    """A step as its card; `of` is how many steps there are, `back` the one before it."""
    shown = result.shown or step.shown(turn)
    text = f"{result.note}\n\n{shown.text}" if result.note else shown.text
    title = f"{TITLE} · {step.number} dari {of}: {step.label}"
    return turn.reply(text, title=title, menu=(*shown.menu, *_around(turn, step, back)), card=CARD)


def _around(turn: Turn, step: Step, back: StepName | None) -> Menu:
    if turn.satker.ready:
        return ((Button("Selesai", GoOn()),),)
    before = (Button("Kembali", Show(back)),) if back else ()
    on = Button("Lanjut", GoOn()) if step.done(turn) else Button("Lewati", PassOver(step.name))
    return ((*before, on), (Button("Nanti saja", GoOn(later=True)),))


def mark(office: Satker, what: str, *, on: bool = True) -> None:
    # The column hears of a new list only.
    office.persiapan = [*(one for one in office.persiapan if one != what), *([what] if on else [])]
