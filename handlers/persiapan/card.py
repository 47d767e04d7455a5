"""The card of the setting up: what a step is, what it shows, and the buttons around it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from handlers.chat.messages import Button, Menu, Outgoing, Turn
from handlers.dialog import asking
from storage.kantor.satker import Satker

PRESS, SENT, CARD = "ps", "pl", "persiapan"
TITLE = "Menyiapkan satker"


@dataclass(frozen=True)
class Isi:
    """What a step shows; `ask` names what awaits the next message, PRESS a text and SENT a picture."""

    text: str
    menu: Menu = ()
    ask: str = ""


@dataclass(frozen=True)
class Hasil:
    """What an answer or a press has done: `note` is said above the card, which stays at its step or goes on; `more` is
    said beside it."""

    note: str = ""
    stay: bool = False
    isi: Isi | None = None
    more: Sequence[Outgoing] = ()


@dataclass(frozen=True)
class Langkah:
    """A step. `done`: what it asks for is there; `sure`: an answer to it is known from any other words."""

    kunci: str
    nomor: int
    label: str
    done: Callable[[Turn], bool]
    shown: Callable[[Turn], Isi]
    take: Callable[[Turn], Hasil] | None = None
    press: Callable[[Turn, Sequence[str]], Hasil] | None = None
    sure: bool = False


def card(turn: Turn, step: Langkah, of: int, result: Hasil, back: str, *, ask: bool = True) -> Outgoing:
    """A step as its card; what is asked for is awaited from now on, unless nobody has just looked at it."""
    isi = result.isi or step.shown(turn)
    text = f"{result.note}\n\n{isi.text}" if result.note else isi.text
    title = f"{TITLE} · {step.nomor} dari {of}: {step.label}"
    menu = (*isi.menu, *_around(turn, step, back))
    if not (isi.ask and ask):
        return turn.reply(text, title=title, menu=menu, card=CARD)
    return replace(asking.ask(turn, f"{isi.ask}:{step.kunci}", text, title=title, card=CARD), menu=menu)


def _around(turn: Turn, step: Langkah, back: str) -> Menu:
    if turn.satker.siap:
        return ((Button("Selesai", PRESS),),)
    before = (Button("Kembali", f"{PRESS}:lihat:{back}"),) if back else ()
    on = Button("Lanjut", PRESS) if step.done(turn) else Button("Lewati", f"{PRESS}:lewati:{step.kunci}")
    return ((*before, on), (Button("Nanti saja", f"{PRESS}:nanti"),))


def mark(office: Satker, what: str, *, on: bool = True) -> None:
    # The column hears of a new list only.
    office.persiapan = [*(one for one in office.persiapan if one != what), *([what] if on else [])]
