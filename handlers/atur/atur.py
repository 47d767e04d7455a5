"""/atur: the settings of the satker on one card, section by section, or in one line."""

from typing import Any

from handlers.atur import asked, card, line
from handlers.atur.asked import field_of, section_of
from handlers.atur.doors import AskSetting, Choose, DeleteRow, MoveRow, OneRow, Settings
from handlers.atur.section import Section
from handlers.atur.sections import OF_OFFICE, SECTIONS
from handlers.chat import changes
from handlers.chat.door import Stale
from handlers.chat.events import SettingsOpened
from handlers.chat.messages import Outgoing, Rejected, Says, Turn
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker

OfRow = OneRow | AskSetting | Choose | MoveRow | DeleteRow


def atur(turn: Turn) -> Says:
    """/atur shows the sections; /atur ketua Nama sets one thing."""
    return [line.line(turn, turn.text) if turn.text else _sections(turn)]


def shown(turn: Turn, door: Settings) -> Says:
    if not door.section:
        return [_sections(turn)]
    return [card.of_section(turn, section_of(door.section), page=door.page)]


def _sections(turn: Turn) -> SettingsOpened:
    return SettingsOpened(turn, card.sections(turn))


def one(turn: Turn, door: OneRow) -> Says:
    return [card.of_row(turn, *_found(turn, door))]


def ask(turn: Turn, door: AskSetting) -> Says:
    section, row = _found(turn, door)
    return [asked.asked(turn, section, row, field_of(section, door.setting))]


def choose(turn: Turn, door: Choose) -> Says:
    section, row = _found(turn, door)
    field = field_of(section, door.setting)
    if door.choice >= len(field.choices):
        raise Stale
    return asked.set_to(turn, section, row, field, field.choices[door.choice])


def move(turn: Turn, door: MoveRow) -> Says:
    section, row = _found(turn, door)
    if not section.ordered:
        raise Stale
    at = changes.place(turn, row)
    to = at + 1 if door.down else at - 1
    entry = changes.moved(turn, row, to)
    return [card.of_row(turn, section, row, f"Urutan: {at + 1} → {to + 1}", entry)]


def delete(turn: Turn, door: DeleteRow) -> Says:
    section, row = _found(turn, door)
    if not section.removable:
        raise Rejected("Yang ini tidak dapat dihapus.")
    told = card.line(section, row)
    return [card.of_section(turn, section, f"Dihapus: {told}", changes.removed(turn, row))]


def _found(turn: Turn, door: OfRow) -> tuple[Section, Any]:
    section = section_of(door.section)
    return section, changes.find(turn, section.kind, door.row)


def undone(turn: Turn, change: Audit) -> Says:
    entry = changes.take_back(turn, change)
    return [_place(turn, entry), *asked.term_of(turn, entry)]


def _place(turn: Turn, entry: Audit) -> Outgoing:
    """The section or the row in which something was taken back."""
    section = next(one for one in SECTIONS if one.kind.__tablename__ == entry.what)
    if section.kind is Satker:
        section = next((one for one, field in OF_OFFICE if field.name in entry.after), section)
    elif entry.action != changes.DELETE:
        return card.of_row(turn, section, changes.find(turn, section.kind, entry.ref), "Diurungkan.")
    return card.of_section(turn, section, "Diurungkan.")
