"""Long lists, ten lines a page, with the two buttons that turn the page, and buttons in rows."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from handlers.chat.door import Door, Run
from handlers.chat.messages import Button, Menu, Outgoing, Turn

PAGE = 10
R = TypeVar("R")
Numbered = Sequence[tuple[int, R]]
"""Rows of a list with the numbers that people see before them, from 1."""
Leading = Callable[[int], Door]
"""The door of a page of a list; pages count from 0."""


def paged(
    turn: Turn, title: str, told: Sequence[str], to: Leading, page: int, empty: str, size: int = PAGE
) -> Outgoing:
    """The message with one page of a list, `size` lines long; beyond the end it is the last page, for the list may have
    become shorter."""
    _, shown, menu = turning(to, page, told, size)
    return turn.reply("\n".join(shown) or empty, title=title, menu=menu, card=to(0).written())


def listed(
    rows: Sequence[R], line: Callable[[R], str], buttons: Callable[[Numbered[R]], Menu],
    to: Leading, page: int, size: int,
) -> tuple[str, Menu]:  # fmt: skip
    """One page of a list whose rows have buttons: its lines with their numbers, and the buttons of these rows above
    those that turn."""
    _, shown, turns = turning(to, page, list(enumerate(rows, start=1)), size)
    return "\n".join(f"{n}. {line(row)}" for n, row in shown), (*buttons(shown), *turns)


def turning(to: Leading, page: int, rows: Sequence[R], size: int) -> tuple[int, Sequence[R], Menu]:
    """The nearest page that exists, its rows, and the buttons that turn from there."""
    last = max(0, (len(rows) - 1) // size)
    page = max(0, min(page, last))
    back = (Button("‹ Sebelumnya", to(page - 1)),) if page else ()
    on = (Button("Berikutnya ›", to(page + 1)),) if page < last else ()
    return page, rows[page * size : (page + 1) * size], ((*back, *on),) if back or on else ()


def marked(label: str, chosen: bool) -> str:
    """The label of a choice, with a tick if it is chosen."""
    return f"✓ {label}" if chosen else label


def placed(turn: Turn, card: str) -> list[Button]:
    """The buttons of the commands whose place is this card, for those of them that this person may type."""
    return [Button(one.place.label, Run(one.word)) for one in turn.offer if one.place and one.place.card == card]


def in_rows(buttons: Sequence[Button], width: int) -> Menu:
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))
