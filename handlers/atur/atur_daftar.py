"""The lists of /atur: a new row, its removal, and its place among the others."""

from collections.abc import Callable
from typing import Any

from handlers.atur import card
from handlers.atur.card import LISTED
from handlers.atur.section import Bagian
from handlers.chat import changes
from handlers.chat.messages import Outgoing, Rejected, Turn
from handlers.naskah import period
from storage.kantor import setelan


def added(turn: Turn, bagian: Bagian, text: str) -> Outgoing:
    if bagian.begun is None:
        raise LookupError(bagian.kunci)
    values: dict[str, Any] = bagian.begun(text, turn.today)
    if bagian.ordered:
        values["urut"] = setelan.last(turn.session, turn.satker, bagian.kind) + 1
    row: Any = bagian.kind(satker_id=turn.satker.id, **values)
    entry = changes.added(turn, row)
    return card.row_card(turn, bagian, row, "Ditambahkan. Lengkapi isinya di bawah ini.", entry)


def _removed(turn: Turn, bagian: Bagian, row: Any) -> Outgoing:
    if not bagian.removable:
        raise Rejected("Yang ini tidak dapat dihapus.")
    told = period.pendek(bagian.line(row), LISTED)
    entry = changes.removed(turn, row)
    return card.listed(turn, bagian, f"Dihapus: {told}", entry)


def _moved(step: int) -> Callable[[Turn, Bagian, Any], Outgoing]:
    def move(turn: Turn, bagian: Bagian, row: Any) -> Outgoing:
        at = changes.place(turn, row)
        entry = changes.moved(turn, row, at + step)
        return card.row_card(turn, bagian, row, f"Urutan: {at + 1} → {at + step + 1}", entry)

    return move


DO: dict[str, Callable[[Turn, Bagian, Any], Outgoing]] = {"hapus": _removed, "naik": _moved(-1), "turun": _moved(1)}
