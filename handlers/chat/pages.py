"""Long lists page by page: ten lines and the two buttons that turn."""

from collections.abc import Sequence

from handlers.catatan import kinds
from handlers.chat.messages import Button, Menu, Outgoing, Turn
from storage.foto import photos

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


def line(turn: Turn, row: kinds.Catatan) -> str:
    count = photos.count(turn.session, row)
    return f"#{row.nomor} {kinds.macam_of(row).headline(row)}" + (f", {count} foto" if count else "")


def _turns(press: str, page: int, last: int) -> Menu:
    back = (Button("‹ Sebelumnya", f"{press}:{page - 1}"),) if page else ()
    on = (Button("Berikutnya ›", f"{press}:{page + 1}"),) if page < last else ()
    return ((*back, *on),) if back or on else ()
