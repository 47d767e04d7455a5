"""/atur: the settings of the satker on one card, section by section, or in one line."""

from typing import Any

from handlers.atur import asked, card, line
from handlers.atur.asked import field_of, section_of
from handlers.atur.doors import (
    AddRow,
    AskSetting,
    Choose,
    DeleteRow,
    Laws,
    MoveRow,
    OneRow,
    PickLaw,
    ReplaceLaw,
    Settings,
)
from handlers.atur.hukum import fields, picks
from handlers.atur.section import Section
from handlers.atur.sections import DASAR, OF_FACTS, OF_OFFICE, SECTIONS
from handlers.chat import changes
from handlers.chat.door import Stale
from handlers.chat.events import SettingsOpened
from handlers.chat.messages import Outgoing, Rejected, Says, Turn
from storage.kantor.audit import Audit
from storage.kantor.fakta import About, Fakta
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


def laws(turn: Turn, door: Laws) -> Says:
    """A page of the national list, while its question is asked."""
    if not door.row:
        return asked.ask_new(turn, AddRow(DASAR.key), door.page)
    return [asked.asked(turn, DASAR, changes.find(turn, DASAR.kind, door.row), fields.NATIONAL, door.page)]


def pick_law(turn: Turn, door: PickLaw) -> Says:
    one = fields.regulation(door.law)
    if one is None:
        raise Stale
    if not door.row:
        return asked.begin(turn, DASAR, fields.picked(one))
    return asked.set_to(turn, DASAR, changes.find(turn, DASAR.kind, door.row), fields.NATIONAL, one.kunci)


def replace_law(turn: Turn, door: ReplaceLaw) -> Says:
    """The old row stays, for the reports of the time in which it was in force."""
    row = changes.find(turn, DASAR.kind, door.row)
    old, new = picks.replaced(turn, row)
    # What has the same place as another row, and came later, stands below it.
    return asked.begin(turn, DASAR, {**fields.picked(new), "urut": row.urut}, picks.told_of(old, new))


def _found(turn: Turn, door: OfRow) -> tuple[Section, Any]:
    section = section_of(door.section)
    return section, changes.find(turn, section.kind, door.row)


def undone(turn: Turn, change: Audit) -> Says:
    entry = changes.take_back(turn, change)
    return [_place(turn, entry), *asked.term_of(turn, entry)]


def _place(turn: Turn, entry: Audit) -> Outgoing:
    """The section or the row in which something was taken back."""
    if entry.what == Fakta.__tablename__:
        return card.of_section(turn, _of_fact(turn, entry), "Diurungkan.")
    section = next(one for one in SECTIONS if one.kind.__tablename__ == entry.what)
    if section.kind is Satker:
        section = next((one for one, field in OF_OFFICE if field.name in entry.after), section)
    elif entry.action != changes.DELETE:
        return card.of_row(turn, section, changes.find(turn, section.kind, entry.ref), "Diurungkan.")
    return card.of_section(turn, section, "Diurungkan.")


def _of_fact(turn: Turn, entry: Audit) -> Section:
    """The section of the office in which the fact is shown as it is today."""
    told = (entry.after | entry.before).get("tentang") or changes.find(turn, Fakta, entry.ref).tentang
    return OF_FACTS[About(told)][0]
