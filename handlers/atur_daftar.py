"""The lists of /atur: a new row, its removal, and its place among the others."""

from collections.abc import Callable
from typing import Any

from handlers import atur_kartu, atur_simpan, naskah
from handlers.atur_bagian import Bagian
from handlers.atur_kartu import LISTED
from handlers.chat import Outgoing, Rejected, Turn
from storage import setelan


def added(turn: Turn, bagian: Bagian, text: str) -> Outgoing:
    if bagian.begun is None:
        raise LookupError(bagian.kunci)
    values: dict[str, Any] = bagian.begun(text, turn.today)
    if bagian.ordered:
        values["urut"] = setelan.last(turn.session, turn.satker, bagian.kind) + 1
    row: Any = bagian.kind(satker_id=turn.satker.id, **values)
    entry = atur_simpan.added(turn, row)
    return atur_kartu.row_card(turn, bagian, row, "Ditambahkan. Lengkapi isinya di bawah ini.", entry)


def _removed(turn: Turn, bagian: Bagian, row: Any) -> Outgoing:
    if not bagian.removable:
        raise Rejected("Yang ini tidak dapat dihapus.")
    told = naskah.pendek(bagian.line(row), LISTED)
    entry = atur_simpan.removed(turn, row)
    return atur_kartu.listed(turn, bagian, f"Dihapus: {told}", entry)


def _moved(step: int) -> Callable[[Turn, Bagian, Any], Outgoing]:
    def move(turn: Turn, bagian: Bagian, row: Any) -> Outgoing:
        at = atur_simpan.place(turn, row)
        entry = atur_simpan.moved(turn, row, at + step)
        return atur_kartu.row_card(turn, bagian, row, f"Urutan: {at + 1} → {at + step + 1}", entry)

    return move


DO: dict[str, Callable[[Turn, Bagian, Any], Outgoing]] = {"hapus": _removed, "naik": _moved(-1), "turun": _moved(1)}
