"""/atur: the settings of the satker on one card, section by section, or in one line."""

from typing import Any

from handlers.atur import asked, card, line
from handlers.atur.asked import section_of, setting_of
from handlers.atur.card import LISTED
from handlers.atur.doors import AddRow, AskSetting, Choose, DeleteRow, MoveRow, OneRow, Settings
from handlers.atur.section import Bagian
from handlers.atur.sections import BAGIAN, TUNGGAL
from handlers.chat import changes
from handlers.chat.door import Stale
from handlers.chat.events import SettingsOpened
from handlers.chat.messages import Outgoing, Rejected, Says, Turn
from handlers.reading import text as reading_text
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker

OfRow = OneRow | AskSetting | Choose | MoveRow | DeleteRow


def atur(turn: Turn) -> Says:
    """/atur shows the sections; /atur ketua Nama sets one thing."""
    return [line.line(turn, turn.text) if turn.text else _sections(turn)]


def shown(turn: Turn, door: Settings) -> Says:
    if not door.section:
        return [_sections(turn)]
    bagian = section_of(door.section)
    return [card.section(turn, bagian) if bagian.kind is Satker else card.listed(turn, bagian, page=door.page)]


def _sections(turn: Turn) -> SettingsOpened:
    return SettingsOpened(turn, card.sections(turn))


def ask_new(turn: Turn, door: AddRow) -> Says:
    return [asked.asked_new(turn, section_of(door.section))]


def one(turn: Turn, door: OneRow) -> Says:
    return [card.one(turn, *_found(turn, door))]


def ask(turn: Turn, door: AskSetting) -> Says:
    bagian, row = _found(turn, door)
    return [asked.asked(turn, bagian, row, setting_of(bagian, door.setting))]


def choose(turn: Turn, door: Choose) -> Says:
    bagian, row = _found(turn, door)
    setting = setting_of(bagian, door.setting)
    if door.choice >= len(setting.choices):
        raise Stale
    return asked.set_to(turn, bagian, row, setting, setting.choices[door.choice])


def move(turn: Turn, door: MoveRow) -> Says:
    bagian, row = _found(turn, door)
    if not bagian.ordered:
        raise Stale
    at = changes.place(turn, row)
    to = at + 1 if door.down else at - 1
    entry = changes.moved(turn, row, to)
    return [card.row_card(turn, bagian, row, f"Urutan: {at + 1} → {to + 1}", entry)]


def delete(turn: Turn, door: DeleteRow) -> Says:
    bagian, row = _found(turn, door)
    if not bagian.removable:
        raise Rejected("Yang ini tidak dapat dihapus.")
    told = reading_text.shortened(bagian.line(row), LISTED)
    return [card.listed(turn, bagian, f"Dihapus: {told}", changes.removed(turn, row))]


def _found(turn: Turn, door: OfRow) -> tuple[Bagian, Any]:
    bagian = section_of(door.section)
    return bagian, changes.find(turn, bagian.kind, door.row)


def undone(turn: Turn, change: Audit) -> Says:
    entry = changes.take_back(turn, change)
    return [_after(turn, entry), *asked.term_of(turn, entry)]


def _after(turn: Turn, entry: Audit) -> Outgoing:
    """Where what was taken back stands."""
    told = "Diurungkan."
    bagian = next((one for one in BAGIAN if one.kind.__tablename__ == entry.what), BAGIAN[0])
    if bagian.kind is Satker:
        name = next(iter(entry.after), "")
        bagian = next((one for one, setelan in TUNGGAL if setelan.name == name), bagian)
    elif entry.action != changes.DELETE:
        return card.row_card(turn, bagian, changes.find(turn, bagian.kind, entry.ref), told)
    return card.section(turn, bagian, told)
