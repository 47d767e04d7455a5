"""The questions of /atur, for a setting and for a new row, and what their answers set."""

from dataclasses import replace
from typing import Any

from handlers.atur import card
from handlers.atur.card import CARD
from handlers.atur.doors import AddRow, AskSetting, Choose, OneRow, Settings
from handlers.atur.section import Section, Setting
from handlers.atur.sections import BY_KEY
from handlers.chat import changes
from handlers.chat.door import Door, Stale
from handlers.chat.events import TermChanged
from handlers.chat.face import Ask
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.chat.pages import in_rows
from handlers.dialog import asking, fields
from handlers.dialog.fields import Field
from handlers.laporan import team
from storage.kantor import setelan
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota
from storage.kantor.satker import Satker

# A change tells so much of a value; the card below it shows the whole.
SHOWN = 240
PAIRS = (("berlaku_dari", "berlaku_sampai"), ("aktif_sejak", "aktif_sampai"))
TERM = frozenset(PAIRS[0])


def section_of(key: str) -> Section:
    if key not in BY_KEY:
        raise Stale
    return BY_KEY[key]


def field_of(section: Section, name: str) -> Field:
    found = next((one for one in section.fields if one.name == name), None)
    if found is None:
        raise Stale
    return found


def asked(turn: Turn, section: Section, row: Setting, field: Field) -> Outgoing:
    """The question takes the card's place; a choice is pressed or typed."""
    here = (section.key, row.id)
    choices = [Button(label, Choose(*here, field.name, n)) for n, label in enumerate(field.choices)]
    menu = (*in_rows(choices, 2), *_back(Settings(section.key) if section.kind is Satker else OneRow(*here)))
    text = f"Sekarang: {field.of(row)}{_how(turn, field)}"
    about = AskSetting(*here, field.name)
    told = asking.question(turn, SETTING, about, text, title=field.label, card=CARD, menu=menu)
    return replace(told, placeholder="") if choices else told


def _how(turn: Turn, field: Field) -> str:
    if field.choices:
        return ""
    empty = "; ketik “-” untuk mengosongkannya" if field.may_be_empty(turn.today) else ""
    return f"\n\nTulis penggantinya dalam satu pesan{empty}."


def _back(door: Door) -> Menu:
    return ((Button("Batal", door),),)


def answered(turn: Turn, door: AskSetting) -> Says:
    section = section_of(door.section)
    row = setelan.find(turn, section.kind, door.row)
    if row is None:
        return [card.of_section(turn, section, "Yang tadi ditanyakan sudah dihapus.")]
    return set_to(turn, section, row, field_of(section, door.setting), turn.incoming.text)


def _example(door: AskSetting) -> str:
    """Empty for a setting that is gone, because a question may be older than the program."""
    fields_ = BY_KEY[door.section].fields if door.section in BY_KEY else ()
    return next((one.example for one in fields_ if one.name == door.setting), "")


SETTING = Ask(AskSetting, answered, _example)


def ask_new(turn: Turn, door: AddRow) -> Says:
    section = section_of(door.section)
    if section.begun is None:
        raise Stale
    title, menu = f"Tambah: {section.label}", _back(Settings(section.key))
    return [asking.question(turn, NEW, door, section.ask, title=title, card=CARD, menu=menu)]


def added(turn: Turn, door: AddRow) -> Says:
    section = section_of(door.section)
    if section.begun is None:
        raise Stale
    values: dict[str, Any] = section.begun(turn.incoming.text, turn.today)
    if section.ordered:
        values["urut"] = setelan.last(turn, section.kind) + 1
    if section.dated:
        values["berlaku_dari"] = team.since(turn)
    row: Any = section.kind(satker_id=turn.satker.id, **values)
    entry = changes.added(turn, row)
    return [card.of_row(turn, section, row, "Ditambahkan. Lengkapi isinya di bawah ini.", entry)]


NEW = Ask(AddRow, added, lambda door: BY_KEY[door.section].example if door.section in BY_KEY else "")


def set_to(turn: Turn, section: Section, row: Any, field: Field, text: str) -> Says:
    told, entry = put(turn, row, field, text)
    return [card.of_row(turn, section, row, told, entry), *term_of(turn, entry)]


def term_of(turn: Turn, entry: Audit | None) -> list[TermChanged]:
    """The person hears of it where an entry changed how long they belong to the team."""
    changed = entry is not None and entry.what == Anggota.__tablename__ and TERM & entry.after.keys()
    return [TermChanged(turn, entry)] if entry and changed else []


def put(turn: Turn, row: Any, field: Field, text: str) -> tuple[str, Audit | None]:
    """Set one field: a sentence about it, and the audit entry that takes it back."""
    value = field.read(text, turn.today)
    _in_time(row, field, value)
    return fields.put(turn, row, {field: value}, SHOWN)


def _in_time(row: Any, field: Field, value: Any) -> None:
    """Nothing ends before it begins."""
    for names in (pair for pair in PAIRS if field.name in pair):
        first, last = (value if name == field.name else getattr(row, name) for name in names)
        if first and last and first > last:
            raise Rejected("Tanggal akhirnya mendahului tanggal mulainya. Periksa lagi, lalu tulis yang benar.")
