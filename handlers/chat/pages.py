"""Long lists page by page: ten lines and the two buttons that turn."""

from collections.abc import Sequence

from handlers.chat.messages import Button, Menu, Outgoing, Turn

PAGE = 10


def halaman(
    turn: Turn, title: str, told: Sequence[str], press: str, page: int, empty: str, size: int = PAGE
) -> Outgoing:
    """One page of a list; `press` is what its buttons' data begins with, the page follows. A list that has become
    shorter shows its last page."""
    page = max(0, min(page, (len(told) - 1) // size))
    shown = told[page * size : (page + 1) * size]
    return turn.reply(
        "\n".join(shown) or empty, title=title, menu=_turns(press, page, (len(told) - 1) // size), card=press
    )


def _turns(press: str, page: int, last: int) -> Menu:
    back = (Button("‹ Sebelumnya", f"{press}:{page - 1}"),) if page else ()
    on = (Button("Berikutnya ›", f"{press}:{page + 1}"),) if page < last else ()
    return ((*back, *on),) if back or on else ()


def turns(press: str, page: int, count: int, size: int) -> tuple[int, Menu]:
    """The page that there is, and the buttons that turn."""
    last = max(0, (count - 1) // size)
    page = max(0, min(page, last))
    back = (Button("‹ Sebelumnya", f"{press}:hal:{page - 1}"),) if page else ()
    on = (Button("Berikutnya ›", f"{press}:hal:{page + 1}"),) if page < last else ()
    return page, ((*back, *on),) if back or on else ()


def marked(label: str, chosen: bool) -> str:
    """A choice on a button, and whether it is the one."""
    return f"✓ {label}" if chosen else label


def in_rows(buttons: Sequence[Button], width: int) -> Menu:
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))
