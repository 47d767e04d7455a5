"""The parts of the set-up's card: its steps, the text and buttons of a step, and the result of an answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.chat.messages import Act, Button, Menu, Outgoing, Turn
from handlers.persiapan.doors import GoOn, PassOver, Show, StepName
from storage.kantor.satker import Satker

CARD = "persiapan"
TITLE = "Menyiapkan satker"


@dataclass(frozen=True)
class Shown:
    """The text and the buttons of a step."""

    text: str
    menu: Menu = ()


@dataclass(frozen=True)
class Result:
    """The result of an answer or a press. `note`: a line above the card; `stay`: the card stays at its step; `more`:
    messages beside the card."""

    note: str = ""
    stay: bool = False
    shown: Shown | None = None
    more: Sequence[Act] = ()


@dataclass(frozen=True)
class Step:
    """A step of the set-up. `done`: whether the office has what it asks for; `take`: takes the answer; `example`: the
    words in the empty input field; `sure`: an answer is recognised even long after the question."""

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
