"""/atur: the settings of the satker on one card, section by section, or in one line."""

from collections.abc import Callable
from typing import Any

from handlers.atur import card, line
from handlers.atur.card import LISTED
from handlers.atur.section import Bagian, Setelan, Terdaftar
from handlers.atur.sections import BAGIAN, DARI, TUNGGAL
from handlers.chat import changes
from handlers.chat.events import SettingsOpened
from handlers.chat.messages import Outgoing, Rejected, Says, Turn
from handlers.reading import text as reading_text
from storage.kantor import setelan as kantor_setelan
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker


def added(turn: Turn, bagian: Bagian, text: str) -> Outgoing:
    if bagian.begun is None:
        raise LookupError(bagian.kunci)
    values: dict[str, Any] = bagian.begun(text, turn.today)
    if bagian.ordered:
        values["urut"] = kantor_setelan.last(turn, bagian.kind) + 1
    row: Any = bagian.kind(satker_id=turn.satker.id, **values)
    entry = changes.added(turn, row)
    return card.row_card(turn, bagian, row, "Ditambahkan. Lengkapi isinya di bawah ini.", entry)


def _removed(turn: Turn, bagian: Bagian, row: Any) -> Outgoing:
    if not bagian.removable:
        raise Rejected("Yang ini tidak dapat dihapus.")
    told = reading_text.pendek(bagian.line(row), LISTED)
    entry = changes.removed(turn, row)
    return card.listed(turn, bagian, f"Dihapus: {told}", entry)


def _moved(step: int) -> Callable[[Turn, Bagian, Any], Outgoing]:
    def move(turn: Turn, bagian: Bagian, row: Any) -> Outgoing:
        at = changes.place(turn, row)
        entry = changes.moved(turn, row, at + step)
        return card.row_card(turn, bagian, row, f"Urutan: {at + 1} → {at + step + 1}", entry)

    return move


DO: dict[str, Callable[[Turn, Bagian, Any], Outgoing]] = {"hapus": _removed, "naik": _moved(-1), "turun": _moved(1)}


def atur(turn: Turn) -> Says:
    """/atur shows the sections; /atur ketua Nama sets one thing."""
    return [line.line(turn, turn.text) if turn.text else _sections(turn)]


def press(turn: Turn) -> Says:
    """at: the sections; at:<bagian>[:hal:<page>|:baru]; at:<bagian>:<row>[:<setelan>[:<choice>]|:naik|:turun|:hapus];
    at:k:<audit> takes back."""
    _, kunci, *rest = (*turn.incoming.press.split(":"), "", "")
    if not kunci:
        return [_sections(turn)]
    if kunci == "k":
        return [_after(turn, changes.undone(turn, int(rest[0])))]
    return [_in_section(turn, DARI[kunci], [part for part in rest if part])]


def _sections(turn: Turn) -> SettingsOpened:
    return SettingsOpened(turn, card.sections(turn))


def _in_section(turn: Turn, bagian: Bagian, what: list[str]) -> Outgoing:
    if not what:
        return card.section(turn, bagian)
    if what[0] == "hal":
        return card.listed(turn, bagian, page=int(what[1]))
    if what[0] == "baru":
        return card.asked_new(turn, bagian)
    row = changes.find(turn, bagian.kind, int(what[0]))
    return _in_row(turn, bagian, row, what[1:])


def _in_row(turn: Turn, bagian: Bagian, row: Terdaftar, what: list[str]) -> Outgoing:
    if not what:
        return card.one(turn, bagian, row)
    if what[0] in DO:
        return DO[what[0]](turn, bagian, row)
    setelan = _named(bagian, what[0])
    if what[1:]:
        return _put(turn, bagian, row, setelan, setelan.choices[int(what[1])])
    return card.asked(turn, bagian, row, setelan)


def answer(turn: Turn, rest: str) -> Says:
    """<bagian>:<row>:<setelan> or <bagian>:baru."""
    kunci, id_, *name = rest.split(":")
    if id_ == "baru":
        return [added(turn, DARI[kunci], turn.incoming.text)]
    try:
        row = changes.find(turn, DARI[kunci].kind, int(id_))
    except LookupError:
        return [card.section(turn, DARI[kunci], "Yang tadi ditanyakan sudah dihapus.")]
    return [_put(turn, DARI[kunci], row, _named(DARI[kunci], name[0]), turn.incoming.text)]


def _named(bagian: Bagian, name: str) -> Setelan:
    return {one.name: one for one in bagian.setelan}[name]


def _put(turn: Turn, bagian: Bagian, row: Any, setelan: Setelan, text: str) -> Outgoing:
    told, entry = line.put(turn, row, setelan, setelan.read(text, turn.today))
    return card.one(turn, bagian, row, told, entry)


def _after(turn: Turn, entry: Audit) -> Outgoing:
    """Where what was taken back stands."""
    told = "Diurungkan."
    bagian = next((one for one in BAGIAN if one.kind.__tablename__ == entry.what), BAGIAN[0])
    if bagian.kind is Satker:
        name = next(iter(entry.after), "")
        bagian = next((one for one, setelan in TUNGGAL if setelan.name == name), bagian)
    elif entry.action != changes.HAPUS:
        return card.row_card(turn, bagian, changes.find(turn, bagian.kind, entry.ref), told)
    return card.section(turn, bagian, told)
